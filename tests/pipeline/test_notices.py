"""Warnings of a build: they stay until their cause is gone, also where nothing else is done, and block nothing."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, Built, build
from site_gen.text.language.catalog import known_messages
from tests.support import post, run, run_json, write

SITE = "title: A site\nbase_url: https://news.test/\ntheme: plain\n"


def built(root: Path, day: int = 10, **options: object) -> Built:
    return build(root, BuildOptions(as_of=datetime(2026, 6, day, tzinfo=UTC), jobs=1, **options))  # type: ignore[arg-type]


def warned(done: Built) -> list[str]:
    return [f"{one.path}:{one.line}" for one in done.notices]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "site.yaml": SITE,
            "content/posts/a.md": post("A", body="Text.\n"),
            "content/posts/tag.md": post("B", body="See <b>this</b>.\n"),
            "content/posts/late.md": post("C", updated="2026-06-20"),
            "content/posts/x.markdown": "x",
            "templates/psot.html": "x",
        },
    )
    time.sleep(0.1)  # the stamp of a file that was just written proves nothing, and there would be no record
    return tmp_path


ALL = ["content/posts/x.markdown:0", "templates/psot.html:0", "content/posts/tag.md:6", "content/posts/late.md:4"]


def test_they_are_the_same_when_nothing_is_to_be_done(site: Path) -> None:
    first = built(site)
    assert sorted(warned(first)) == sorted(ALL)
    again = built(site)
    assert "index" not in again.seconds  # the record holds: not even the index is made
    assert sorted(warned(again)) == sorted(ALL)
    assert again.written == 0
    assert sorted(warned(built(site, clean=True))) == sorted(ALL)


def test_a_stray_file_is_seen_at_once_though_nothing_else_changed(site: Path) -> None:
    built(site)
    write(site, {"content/news/y.md": "y"})
    again = built(site)
    assert "index" not in again.seconds
    assert "content/news:0" in warned(again)


def test_they_go_with_their_cause_and_with_time(site: Path) -> None:
    built(site)
    (site / "content/posts/x.markdown").unlink()
    (site / "templates/psot.html").unlink()
    write(site, {"content/posts/tag.md": post("B", body="See *this*.\n")})
    assert warned(built(site)) == ["content/posts/late.md:4"]
    assert warned(built(site, day=21)) == []


def test_they_are_shown_by_the_command_and_in_json_and_publish_all_the_same(site: Path) -> None:
    done = run("build", "--as-of", "2026-06-10", root=site)
    assert done.returncode == 0
    assert "Readers see the tag '<b>' as it is written: raw HTML is off." in done.stderr
    assert "    6 | See <b>this</b>." in done.stderr
    assert (site / "output/2026/01/tag/index.html").is_file()
    warnings = run_json("build", "--as-of", "2026-06-10", root=site)["warnings"]
    assert sorted(f"{one['path']}:{one['line']}" for one in warnings) == sorted(ALL)
    assert run("build", "--as-of", "2026-06-10", "--strict", root=site).returncode == 1


def test_many_are_cut_short_at_the_terminal_alone(site: Path) -> None:
    write(site, {f"content/posts/e{number}.md": post(f"E{number}", body="") for number in range(30)})
    done = run("build", "--as-of", "2026-06-10", root=site)
    assert done.stderr.count("The text is empty") < 11
    assert "more warnings: see them with -v or --json." in done.stderr
    assert run("build", "--as-of", "2026-06-10", "-v", root=site).stderr.count("The text is empty") == 30
    assert len(run_json("build", "--as-of", "2026-06-10", root=site)["warnings"]) == 34


def test_a_seed_s_post_cannot_be_given_raw_html_by_the_setting(site: Path) -> None:
    write(site, {"content/posts/tag.md": post("B", body="See <b>this</b>.\n", seed="seeds/b.txt")})
    [hint] = [one.hint for one in built(site).notices if one.path.endswith("tag.md")]
    assert "raw_html" not in hint and "made from a seed" in hint


def test_where_raw_html_is_let_through_there_is_nothing_to_say(site: Path) -> None:
    write(site, {"site.yaml": f"{SITE}markdown: {{raw_html: true}}\n"})
    assert "content/posts/tag.md:6" not in warned(built(site))


def test_a_language_without_strings(site: Path) -> None:
    write(site, {"site.yaml": f"{SITE}language: nl\n"})
    (said,) = [one for one in built(site).notices if "strings" in one.what]
    assert str(said).startswith("site.yaml:4:11: site-gen has no strings of the interface in 'nl' (Nederlands): '")
    assert "Write them into i18n/nl.yaml" in said.hint
    write(site, {"i18n/nl.yaml": "Archive: Archief\n"})
    (said,) = [one for one in built(site).notices if "strings" in one.what]
    every = len(known_messages())
    assert said.path == "i18n/nl.yaml"
    assert said.what.startswith(f"{every - 1} of {every} strings are not in Nederlands: '")
    assert "'Archive'" not in said.what
    write(site, {"i18n/nl.yaml": "".join(f"{quoted(key)}: {quoted(key)}\n" for key in known_messages())})
    assert [one for one in built(site).notices if "strings" in one.what] == []


def quoted(text: str) -> str:
    return json.dumps(text)


def test_languages_with_strings(site: Path) -> None:
    for language in ("uk", "pt-BR", "en-GB", "he"):
        write(site, {"site.yaml": f"{SITE}language: {language}\n"})
        assert [one for one in built(site).notices if "strings" in one.what or "language" in one.what] == []


def test_a_template_of_ones_own_whose_strings_are_in_english_alone(site: Path) -> None:
    texts = {"templates/_footer_extra.html": '<p>\n{{ _("Read us on paper") }} {{ _("Archive") }}</p>\n'}
    write(site, {"site.yaml": f"{SITE}language: uk\n", **texts})
    (said,) = [one for one in built(site).notices if "paper" in one.what]
    assert (said.path, said.line) == ("templates/_footer_extra.html", 2)
    assert said.what == "'Read us on paper' is shown in English: i18n/uk.yaml does not say it in Українська."
    write(site, {"i18n/uk.yaml": "Read us on paper: Читайте нас на папері\nArchive: Усі новини\n"})
    done = built(site)
    assert not any("paper" in one.what for one in done.notices)
    page = (site / "output/archive/index.html").read_text()
    assert "<p>\nЧитайте нас на папері Усі новини</p>" in page and "<h1>Усі новини</h1>" in page


def test_a_theme_of_ones_own_says_which_languages_it_speaks(site: Path) -> None:
    mine = SITE.replace("plain", "mine") + "language: {}\n"
    theme = "name: mine\nparent: plain\nlanguages: [de-AT, fr]\n"
    write(site, {"themes/mine/theme.yaml": theme, "site.yaml": mine.format("de")})
    assert "site.yaml:4" not in warned(built(site))
    write(site, {"site.yaml": mine.format("es")})
    (said,) = [one for one in built(site).notices if "language" in one.what]
    assert said.what == "The site's language is 'es', but the theme's own words are in 'de-AT' and 'fr'."
    assert "languages: [es]" in said.hint
    write(site, {"themes/mine/theme.yaml": "name: mine\nparent: plain\n"})
    assert not any("language" in one.what for one in built(site).notices)


def test_languages_that_are_none_or_not_the_site_s_are_said(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "site.yaml": SITE,
            "content/posts/a.md": post("A", body="> Так. {lang=ua}\n"),
            "content/posts/a.uk.md": post("B", body="Text.\n"),
            "content/posts/b.uk.md": post("C", body="Text.\n"),
        },
    )
    first, second = built(tmp_path).notices
    assert (first.path, first.line, first.column) == ("content/posts/a.md", 6, 14)
    assert str(first).splitlines()[0].endswith("Did you mean 'uk'?")
    assert second.path == "content/posts/a.uk.md" and "'languages:' in site.yaml" in second.hint
