"""`site-gen new`: a post from the archetype."""

from datetime import UTC
from pathlib import Path

import pytest

from site_gen.model.post import Entry
from site_gen.parsing.post import read_post
from tests.support import run, run_json, write


def made(site: Path, *arguments: str) -> tuple[str, Entry]:
    path = run_json("new", *arguments, root=site)["path"]
    entry = read_post(path, (site / path).read_bytes(), UTC, raw_html=False).value
    assert isinstance(entry, Entry), entry
    return path, entry


TITLES = [
    "A plain headline",
    "Kyiv: a night of drones",
    'What "hybrid" means',
    "Don't panic",
    "50% off @ $title #1",
    "Ракети над Києвом",
    "[brackets] {and} *stars*",
    "NO",
    "2026",
    "\\backslash\\",
    "🚢",
    "word " * 60,
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_draft_that_reads_back(title: str, site: Path) -> None:
    path, entry = made(site, title)
    assert entry.front.title == " ".join(title.split())
    assert entry.front.draft
    assert path == f"content/posts/{entry.date:%Y-%m-%d}-{entry.slug}.md"


def test_a_draft_is_withheld_and_reported(site: Path) -> None:
    done = run("new", "A headline", root=site)
    assert done.returncode == 0
    assert "(a draft: remove 'draft: true' to publish it)" in done.stdout
    assert "a-headline.md (draft)" in run("build", root=site).stdout


def test_publish_makes_no_draft(site: Path) -> None:
    _, entry = made(site, "A headline", "--publish")
    assert not entry.front.draft


def test_a_second_post_of_the_name_gets_a_number(site: Path) -> None:
    first, _ = made(site, "A headline")
    second, _ = made(site, "A headline")
    assert second == first.replace(".md", "-2.md")


def test_the_sites_own_archetype_and_authors_are_used(site: Path) -> None:
    write(
        site,
        {
            "site.yaml": "title: A site\nauthors: [Ann O'Hara, 'Lee: B']\ntimezone: Asia/Tokyo\n",
            "archetypes/post.md": "---\ntitle: $title\ndate: $date\nauthors: $authors\n"
            "type: analysis\ndraft: true\n---\nCosts $5.\n",
        },
    )
    path, entry = made(site, "A headline")
    assert (entry.front.authors, entry.front.type) == (("Ann O'Hara", "Lee: B"), "analysis")
    assert "+09:00" in (site / path).read_text()
    assert (site / path).read_text().endswith("---\nCosts $5.\n")


def test_an_archetype_that_is_no_text_is_said(site: Path) -> None:
    write(site, {"archetypes/post.md": b"---\ntitle: caf\xe9\n"})
    done = run("new", "A headline", root=site)
    assert done.returncode == 1
    assert done.stderr.startswith("archetypes/post.md:2:11: This is not UTF-8 text. Save the file as UTF-8.")


@pytest.mark.parametrize("title", ["", "  \n "])
def test_no_title_is_wrong_usage(title: str, site: Path) -> None:
    done = run("new", title, root=site)
    assert done.returncode == 2
    assert "The title is empty." in done.stderr


THREE = "title: A site\nlanguages: [uk, ar]\n"


def test_a_post_in_another_language_says_so(site: Path) -> None:
    _, entry = made(site, "Ракети", "--language", "UK")
    assert (entry.front.language, entry.front.slug) == ("uk", "rakety")
    _, entry = made(site, "Rockets", "--language", "en")
    assert entry.front.language == ""


def test_a_translation_is_named_after_its_original(site: Path) -> None:
    write(
        site,
        {"site.yaml": THREE, "content/posts/t.md": "---\ntitle: T\ndate: 2026-01-05\ntags: [NATO, 'A: b']\n---\nT.\n"},
    )
    for name in ("t", "t.md", "content/posts/t.md", "/2026/01/t/"):
        path, entry = made(site, "Перемовини", "--language", "uk", "--translation-of", name)
        assert path == "content/posts/t.uk.md"
        assert entry.front.tags == ("NATO", "A: b") and not entry.front.translation_of
        (site / path).unlink()


def test_elsewhere_a_translation_names_its_original(site: Path) -> None:
    write(site, {"content/posts/deep/t.md": "---\ntitle: T\ndate: 2026-01-05\ntype: opinion\n---\nT.\n"})
    path, entry = made(site, "Talks", "--language", "de", "--translation-of", "deep/t")
    assert path.startswith("content/posts/deep/") and path.endswith("-talks.md")
    assert (entry.front.language, entry.front.translation_of, entry.front.type) == ("de", "t.md", "opinion")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--language", "ua"), "'ua' is not a language. Did you mean 'uk'?"),
        (
            ("--language", "uk", "--translation-of", "2026-01-05-on"),
            "'2026-01-05-on' is not a post. Did you mean '2026-01-05-one.md'?",
        ),
        (("--translation-of", "2026-01-05-one"), "The original is in that language, 'en': add another as --language."),
        (("--language", "ar", "--translation-of", "2026-01-05-one"), "There is a translation already: content/posts/"),
    ],
)
def test_what_cannot_be_translated_is_wrong_usage(arguments: tuple[str, ...], said: str, site: Path) -> None:
    write(
        site, {"site.yaml": THREE, "content/posts/2026-01-05-one.ar.md": "---\ntitle: T\ndate: 2026-01-05\n---\nT.\n"}
    )
    done = run("new", "A headline", *arguments, root=site)
    assert done.returncode == 2 and said in done.stderr
