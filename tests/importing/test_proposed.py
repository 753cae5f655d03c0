"""A new site takes its name, language and zone from the old one."""

from importlib import resources
from pathlib import Path

import pytest

from site_gen.importing.item import Export, OldSite
from site_gen.importing.proposed import STARTED, proposed_settings, with_settings
from site_gen.model.settings import Settings
from site_gen.parsing.settings import read_settings
from tests.importing.imports import imported

NEW = resources.files("site_gen.cli").joinpath("starter", "site.yaml").read_bytes()
CREDIT = "images: {credit: optional}"


def _lines(site: OldSite, written: bytes = NEW) -> tuple[str, ...]:
    return tuple(one for one in proposed_settings(Export(form="", items=(), site=site), Settings(), written))


def test_what_a_new_site_has_is_what_init_writes() -> None:
    settings = read_settings("site.yaml", NEW).or_raise()
    assert {key: getattr(settings, key) for key in STARTED} == STARTED


def test_lines_take_the_place_of_those_of_a_new_site() -> None:
    site = OldSite(title='The "Daily": news # 1', tagline="All\n of it", language="pt_br", timezone="Europe/London")
    made = with_settings(NEW, _lines(site))
    settings = read_settings("site.yaml", made).or_raise()
    assert (settings.title, settings.tagline) == ('The "Daily": news # 1', "All of it")
    assert (settings.language, settings.timezone, settings.images.credit) == ("pt-BR", "Europe/London", "optional")
    assert made.count(b"\ntitle:") == 1 and b"# menu:" in made


@pytest.mark.parametrize(
    "site",
    [OldSite(language="../x"), OldSite(timezone="Mars/Base"), OldSite(title="\x07"), OldSite(language="en", title=" ")],
)
def test_what_cannot_be_is_not_proposed(site: OldSite) -> None:
    assert _lines(site) == (CREDIT,)


def test_what_a_person_wrote_stays() -> None:
    mine = NEW.replace(b"My newsroom", b"Mine").replace(b"language: en", b"language: de")
    assert _lines(OldSite(title="Old", language="fr"), mine) == (CREDIT,)


@pytest.mark.parametrize(
    ("config", "text"),
    [
        ("_config.yml", "title: Old news\ndescription: Daily\nlang: de\ntimezone: Europe/Berlin\n"),
        (
            "hugo.toml",
            'title = "Old news"\nlanguageCode = "de"\ntimeZone = "Europe/Berlin"\n[params]\ndescription = "Daily"\n',
        ),
        (
            "pelicanconf.py",
            "SITENAME = 'Old news'\nSITESUBTITLE='Daily'\nDEFAULT_LANG='de'\nTIMEZONE='Europe/Berlin'\n",
        ),
        (
            "conf.py",
            "POSTS = (('posts/*.md', 'posts', 'post.tmpl'),)\nBLOG_TITLE='Old news'\nBLOG_DESCRIPTION='Daily'\nDEFAULT_LANG='de'\nTIMEZONE='Europe/Berlin'\n",
        ),
    ],
)
def test_the_new_site_has_the_old_name(config: str, text: str, tmp_path: Path) -> None:
    post = {"_config.yml": "_posts/2020-01-02-a.md", "hugo.toml": "content/posts/a.md", "conf.py": "posts/a.md"}
    front = "---\ntitle: A\ndate: 2020-01-02 23:30:00\n---\nWords.\n"
    if config == "pelicanconf.py":
        front = "Title: A\nDate: 2020-01-02 23:30\n\nWords.\n"
    if config == "conf.py":
        front = "<!--\n.. title: A\n.. slug: a\n.. date: 2020-01-02 23:30:00\n-->\nWords.\n"
    site, _ = imported(tmp_path, {config: text, post.get(config, "content/a.md"): front})
    settings = read_settings("site.yaml", (site / "site.yaml").read_bytes()).or_raise()
    assert (settings.title, settings.tagline) == ("Old news", "Daily")
    assert (settings.language, settings.timezone) == ("de", "Europe/Berlin")
    (written,) = (site / "content/posts").glob("*.md")
    assert "2020-01-02T23:30:00+01:00" in written.read_text() or "2020-01-02 23:30:00+01:00" in written.read_text()
