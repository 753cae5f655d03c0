"""Seeds in several languages: their tags, and the pages of these."""

from pathlib import Path

import pytest

from tests.ingest.test_ingest import read, take_in
from tests.support import run, write

SEEDS = {
    "ukrainian": "КИЇВ, 12 листопада 2026 року — Україна отримала дві батареї Patriot, повідомило Міноборони.\n\n"
    "Українські військові подякували союзникам. НАТО готує нові поставки, заявили в Україні у четвер.\n",
    "german": "BERLIN, 13. November 2026 - Die Bundeswehr liefert der Ukraine weitere Panzer, wie das Ministerium am "
    "Freitag mitteilte.\n\nDie ukrainische Armee soll sie bis Weihnachten erhalten. Die Nato begrüßte die Lieferung.\n",
    "english": "KYIV, Nov 14, 2026 - Ukraine asked NATO for more missiles on Saturday, officials said.\n\n"
    "The ministry said that Ukraine had used most of those that it had. NATO had no comment.\n",
}


@pytest.mark.parametrize(("language", "name", "page"), [("uk", "Україна", "ukraina"), ("en", "Ukraine", "ukraine")])
def test_posts_in_three_languages_share_a_tag_in_the_language_of_the_site(
    tmp_path: Path, language: str, name: str, page: str
) -> None:
    seeds = {f"seeds/{seed}.txt": text for seed, text in SEEDS.items()}
    root = write(tmp_path / "site", {"site.yaml": f"title: T\nlanguage: {language}\n", **seeds})
    take_in(root)
    entries = [read(root, seed) for seed in SEEDS]
    for one in entries:
        assert name in one.front.tags and name in one.front.entities["country"], one.source.path
    run("build", root=root)
    listed = (root / "output" / "tags" / page / "index.html").read_text("utf-8")
    assert [one.slug for one in entries if f"/{one.slug}/" not in listed] == []


def test_a_tag_that_the_seed_gives_stays_as_it_is(tmp_path: Path) -> None:
    text = f"---\ntags: [Ukraine, Село]\n---\n{SEEDS['ukrainian']}"
    root = write(tmp_path / "site", {"site.yaml": "title: T\nlanguage: uk\n", "seeds/a.txt": text})
    take_in(root)
    assert read(root, "a").front.tags == ("Ukraine", "Село")
