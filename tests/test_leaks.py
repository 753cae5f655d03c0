"""Nothing leaks: what is a draft, scheduled or expired stands in no file and no file name of the output, at no time."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from tests.support import png, post, write

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SETTINGS = "title: Desk\nbase_url: https://example.org/\ntimezone: UTC\npage_size: 2\nimages: {credit: optional}\n"
# One rare word for each place a post can show itself in; the post's own ending makes them its own.
PLACES = (
    "title",
    "summary",
    "body",
    "tag",
    "author",
    "credit",
    "alt",
    "correction",
    "source",
    "slug",
    "alias",
    "extra",
)
STORY = "The ministry said on Monday that the fleet would visit four harbours before the {} exercise ends in June.\n\n"


def words(ending: str) -> list[str]:
    return [f"zq{place}{ending}" for place in PLACES]


def marked(ending: str, date: datetime, **front: object) -> str:
    """A post that shows a word of its own in each place."""
    told = {place: f"zq{place}{ending}" for place in PLACES}
    return post(
        f"Fleet {told['title']}",
        date.isoformat(),
        f"# Part {told['body']}\n\nText about {told['body']}.\n",
        summary=f"Short {told['summary']}",
        tags=["NATO", told["tag"]],
        authors=[told["author"]],
        image={"src": "/zqpicture.png", "alt": f"A {told['alt']}", "credit": told["credit"]},
        corrections=[{"date": date.isoformat(), "text": f"Was wrong {told['correction']}"}],
        source={"name": told["source"], "url": f"https://example.com/{told['source']}"},
        slug=told["slug"],
        aliases=[f"/old/{told['alias']}/"],
        extra={"note": told["extra"]},
        **front,
    )


def said(output: Path) -> Iterator[str]:
    """Names and texts of all files below a folder, packed ones unpacked."""
    for path in sorted(path for path in output.rglob("*") if path.is_file()):
        yield path.relative_to(output).as_posix().lower()
        data = path.read_bytes()
        whole = gzip.decompress(data) if path.suffix == ".gz" else data
        yield whole.decode("utf-8", errors="replace").lower()


def found(output: Path, ending: str) -> set[str]:
    everything = "\n".join(said(output))
    return {word for word in words(ending) if word in everything}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {"site.yaml": SETTINGS, "static/zqpicture.png": png()})
    for number in range(5):
        name = f"content/posts/open-{number}.md"
        write(tmp_path, {name: post(f"Open {number}", (NOW - number * HOUR).isoformat(), tags=["NATO"])})
    return tmp_path


def make(root: Path, at: datetime) -> Path:
    build(root, BuildOptions(as_of=at, jobs=1))
    strangers = [path for path in (root / "output").rglob("*") if path.name.startswith((".site_gen", ".tmp"))]
    assert [path.name for path in strangers] == [".site_gen.manifest"]
    return root / "output"


def test_a_published_post_is_found_where_it_shows_itself(root: Path) -> None:
    """The canary: were these words not looked for rightly, the tests below would hold for nothing."""
    write(root, {"content/posts/held.md": marked("open", NOW - HOUR)})
    shown = found(make(root, NOW), "open")
    assert shown >= {
        f"zq{place}open" for place in ("title", "summary", "body", "tag", "author", "alt", "slug", "alias")
    }


@pytest.mark.parametrize(
    "front",
    [
        {"draft": True},
        {"date": NOW + HOUR},
        {"expires": (NOW - HOUR).isoformat()},
        {"date": NOW + HOUR, "draft": True, "expires": (NOW + 2 * HOUR).isoformat()},
    ],
    ids=["draft", "scheduled", "expired", "all"],
)
@pytest.mark.parametrize("pinned", [False, True])
def test_a_held_post_is_nowhere(root: Path, front: dict[str, object], pinned: bool) -> None:
    date = front.get("date", NOW - 2 * HOUR)
    assert isinstance(date, datetime)
    rest = {key: value for key, value in front.items() if key != "date"}
    write(root, {"content/posts/held.md": marked("held", date, pinned=pinned, **rest)})
    assert found(make(root, NOW), "held") == set()


def test_a_scheduled_post_comes_at_its_moment_and_goes_at_its_end(root: Path) -> None:
    write(root, {"content/posts/held.md": marked("due", NOW + HOUR, expires=(NOW + 3 * HOUR).isoformat())})
    second = timedelta(seconds=1)
    for at, shown in (
        (NOW, False),
        (NOW + HOUR - second, False),
        (NOW + HOUR, True),
        (NOW + 3 * HOUR - second, True),
        (NOW + 3 * HOUR, False),
        (NOW, False),
    ):
        assert bool(found(make(root, at), "due")) is shown, at


def test_flips_leave_nothing_behind(root: Path) -> None:
    for turn, draft in enumerate((True, False, True, False, True)):
        write(root, {"content/posts/held.md": marked("flip", NOW - HOUR, draft=draft)})
        assert bool(found(make(root, NOW), "flip")) is not draft, turn
    write(root, {"content/posts/held.md": marked("flip", NOW - HOUR)})
    assert found(make(root, NOW), "flip")
    (root / "content/posts/held.md").unlink()
    assert found(make(root, NOW), "flip") == set()


def test_a_preview_of_held_posts_leaves_nothing_for_the_next_build(root: Path) -> None:
    write(root, {"content/posts/a.md": marked("held", NOW - HOUR, draft=True)})
    write(root, {"content/posts/b.md": marked("late", NOW + HOUR)})
    build(root, BuildOptions(as_of=NOW, jobs=1, drafts=True, future=True))
    assert found(root / "output", "held") and found(root / "output", "late")
    output = make(root, NOW)
    assert found(output, "held") | found(output, "late") == set()


def test_seeds_that_are_held_are_nowhere(root: Path) -> None:
    write(root, {"site.yaml": SETTINGS + "ingest: {draft: true}\n"})
    write(root, {"seeds/zqseedname.txt": "Zqseedtitle at sea\n\n" + STORY.format("zqseedbody") * 4})
    texts = "\n".join(said(make(root, NOW + timedelta(days=3650))))
    assert (root / "content" / "posts").is_dir() and "zqseed" not in texts
    name = next(path for path in (root / "content/posts").glob("*.md") if not path.name.startswith("open"))
    name.write_text(name.read_text(encoding="utf-8").replace("draft: true", "draft: false"), encoding="utf-8")
    assert "zqseedbody" in "\n".join(said(make(root, NOW + timedelta(days=3650))))
