"""Links between texts, in complete builds: what they become, what is wrong, and which pages depend on them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from site_gen.model.problem import SiteError
from site_gen.session import SiteSession
from tests.support import BARE, tree, write

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
OPTIONS = BuildOptions(as_of=NOON, jobs=1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
    settings = "title: T\nbase_url: https://example.org/\ntheme: bare\nplain: {markdown: true}\n"
    write(tmp_path, {"themes/bare/theme.yaml": "", "themes/bare/static/style.css": "", "site.yaml": settings})
    put(tmp_path, "a", "See [it](2026-05-02-b.md#part), [us](../pages/about.md).")
    put(tmp_path, "b", "## Part\n\nText.")
    put(tmp_path, "c", "Nothing.")
    write(tmp_path, {"content/pages/about.md": "---\ntitle: Us\n---\n[It](../posts/2026-05-02-b.md)\n"})
    return tmp_path


def put(root: Path, name: str, body: str, more: str = "") -> None:
    day = "abc".index(name) + 1
    write(root, {f"content/posts/2026-05-0{day}-{name}.md": f"---\ntitle: {name.upper()}\n{more}---\n{body}\n"})


def text(root: Path, path: str) -> str:
    return (root / "output" / path).read_text()


def problems(root: Path, session: SiteSession | None = None) -> list[str]:
    with pytest.raises(SiteError) as caught:
        (session or SiteSession(root, OPTIONS)).refresh(NOON)
    return [str(problem) for problem in caught.value.problems]


def test_links_lead_to_addresses_in_pages_feeds_and_copies(root: Path) -> None:
    build(root, OPTIONS)
    assert '<a href="/2026/05/b/#part">it</a>, <a href="/about/">us</a>' in text(root, "2026/05/a/index.html")
    assert '<a href="/2026/05/b/">It</a>' in text(root, "about/index.html")
    assert "[it](/2026/05/b/#part)" in text(root, "2026/05/a/index.md")
    assert ".md" not in text(root, "feed.xml")


def test_what_links_to_a_text_is_made_again_when_its_address_changes(root: Path, tmp_path: Path) -> None:
    build(root, OPTIONS)
    put(root, "b", "## Part\n\nText.", "slug: other\n")
    built = build(root, OPTIONS)
    assert '"/2026/05/other/#part"' in text(root, "2026/05/a/index.html")
    made = {change.page.path for change in built.changes}
    assert {"2026/05/a/index.html", "about/index.html"} <= made
    build(root, BuildOptions(as_of=NOON, jobs=1, clean=True, output=str(tmp_path / "o"), state=str(tmp_path / "s")))
    assert tree(root / "output") == tree(tmp_path / "o")


@pytest.mark.parametrize("living", [False, True])
def test_a_heading_that_goes_is_a_problem_of_what_links_to_it(root: Path, living: bool) -> None:
    session = SiteSession(root, OPTIONS)
    session.refresh(NOON)
    put(root, "b", "## Parts\n\nText.")
    (problem,) = problems(root, session if living else None)
    assert problem == (
        "content/posts/2026-05-01-a.md:4:26: There is no heading 'part' in '2026-05-02-b.md'. Did you mean 'parts'?"
    )


def test_a_place_that_the_text_itself_does_not_have(root: Path) -> None:
    put(root, "c", "[a](#a) [top](#top) [note](#fn-1) [b](#bb)\n\n## A\n\n## B b")
    (problem,) = problems(root)
    assert problem.startswith("content/posts/2026-05-03-c.md:4:")
    assert "'bb' in this text. Did you mean 'b-b'?" in problem


def test_a_text_that_is_gone(root: Path) -> None:
    (root / "content/posts/2026-05-02-b.md").unlink()
    assert [one.split(": ")[0] for one in problems(root)] == [
        "content/pages/about.md:4:6",
        "content/posts/2026-05-01-a.md:4:10",
    ]


def test_a_text_that_is_not_published_yet_is_not_linked_and_noted(root: Path) -> None:
    put(root, "b", "## Part", "draft: true\n")
    for _ in range(2):  # a second build says so again
        built = build(root, OPTIONS)
        assert [notice.path for notice in built.notices] == ["content/pages/about.md", "content/posts/2026-05-01-a.md"]
        assert "See it, <a" in text(root, "2026/05/a/index.html")
        assert "05/b" not in "".join(data.decode() for path, data in tree(root / "output").items() if "html" in path)
    put(root, "b", "## Part")
    assert build(root, OPTIONS).notices == ()
    assert '<a href="/2026/05/b/#part">it</a>' in text(root, "2026/05/a/index.html")
