"""The law of saved texts: a snapshot that was made by putting bodies into the last one is that of a new session."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.model.ledger import NO_STAMP, Ledger, SourceFact
from site_gen.model.problem import Problem, SiteError
from site_gen.pipeline.saved_texts import Texts, saved_texts
from site_gen.preview.preview_site import PreviewSite
from site_gen.session import SiteRequest, SiteSession, Snapshot
from site_gen.storage.sources import scan_content
from site_gen.text.same import is_same
from tests.edited_site import Newsroom
from tests.edits import EDITS, NUMBERS, Edit
from tests.preview.test_preview_site import Watched, preview_site_of_newsroom
from tests.test_laws import PACES, SETTLED, newsroom, quick_rounds  # noqa: F401 - a fixture

BEGINS = ("Begins.\n\n", "[It](post-0.md).\n\n", "![A map](/0.png)\n\n", "", "[It](post-0.md#heading)\n\n")
MORE = (
    "More of it.\n",
    "## Heading\n\nMore *of* it.\n",
    "![A ship](/chart.png)\n\nMore.\n",
    "A <b>tag</b> that readers see.\n",
    "",
)


def save(room: Newsroom, n: int, m: int) -> None:
    """Another text below a beginning that mostly stays: its links and pictures are those of before, in other places."""
    begins = BEGINS[(n % max(1, len(room.posts)) + (m % 7 == 0)) % len(BEGINS)]
    room.change(n, body=f"Line {m}.\n\n" * (m % 3) + begins + MORE[m % len(MORE)])


def save_two(room: Newsroom, n: int, m: int) -> None:
    save(room, n, m)
    save(room, n + 1, m)


def summarise_all(room: Newsroom, _: int, m: int) -> None:
    """What the text begins with is shown nowhere else then."""
    for n in range(len(room.posts)):
        room.change(n, summary=f"In short{'.' * (m % 3)}")


def respell(room: Newsroom, n: int, m: int) -> None:
    """The same front matter with other lines."""
    if (name := room.named(n)) is not None:
        path = room.file_of(name)
        path.write_text(path.read_text().replace("---\n", "---\n# A note.\n" * (m % 3 + 1), 1))


def save_others(room: Newsroom, _: int, m: int) -> None:
    """The texts of a tag and of standing pages, which may link to a post."""
    texts = (f"Text {m}.\n", "", f"## Heading\n\nText {m}.\n", "[It](../posts/post-2.md)\n")
    for name, title in (("tags/nato", ""), ("pages/about", "title: About\n"), ("pages/404", "title: Lost\n")):
        path = room.root / f"content/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{title}summary: Of it.\n---\n{texts[m % 4 if 'pages' in name else m % 3]}")


SAVES: dict[str, Edit] = {
    "save": save,
    "save two": save_two,
    "save others": save_others,
    "respell": respell,
    "touch": EDITS["touch"],
    "summarise all": summarise_all,
    "full": lambda room, n, m: room.set_setting("plain", m % 2),
}
# Of a build, or of the program, which does not change under a preview that runs.
NO_EDITS = {"program", "meanwhile", "there and back", "damage output", "damage state", "ask"}
STEPS = st.tuples(
    st.sampled_from(("save", "save two") * 40 + tuple(SAVES) * 5 + tuple(sorted(EDITS.keys() - NO_EDITS))),
    NUMBERS,
    NUMBERS,
)


def new_session(room: Newsroom) -> Snapshot | SiteError:
    request = SiteRequest(drafts=True, future=True, expired=True, host="127.0.0.1:8000")
    try:
        return SiteSession(room.root, request).refresh(room.now)
    except SiteError as error:
        return error


def without_stamps(facts: dict[str, SourceFact]) -> dict[str, SourceFact]:
    return {path: replace(fact, stamp=NO_STAMP) for path, fact in facts.items()}


def said(snapshot: Snapshot) -> dict[str, Any]:
    """Every value of a snapshot, but for when it was made, and what was read then."""
    ledger = replace(snapshot.ledger, sources=without_stamps(snapshot.ledger.sources))
    sources = replace(snapshot.sources, facts=without_stamps(snapshot.sources.facts), fresh=(), unsettled=frozenset())
    inputs = replace(snapshot.inputs, ingested=None, scanned=replace(snapshot.inputs.scanned, began=0))
    values = {name: getattr(snapshot, name) for name in snapshot.__struct_fields__ if name != "replaced"}
    return values | {"ledger": ledger, "sources": sources, "inputs": inputs}


def is_new(room: Newsroom, preview_site: PreviewSite) -> bool:
    """Whether there is a snapshot; if so, that it is the one that a new session makes, and is shown as that."""
    clean, current = new_session(room), preview_site.current
    if isinstance(clean, SiteError):
        assert preview_site.problems == clean.problems
        return False
    assert preview_site.problems == () and current is not None
    ours, theirs = said(current.snapshot), said(clean)
    assert [name for name in theirs if ours[name] != theirs[name]] == []
    assert all(map(is_same, current.snapshot.plan.pages, clean.plan.pages))
    assert current.files == {page.path: page for page in clean.plan.pages} | dict(clean.copies)
    assert current.withheld == {one.url: one for one in clean.indexed.withheld}
    return True


def test_after_saves_among_other_edits_the_snapshot_is_that_of_a_new_session(
    sequences: int,
    memory: Path,
    quick_rounds: None,  # noqa: F811
) -> None:
    tally = {"quick": 0, "all": 0, "problems": 0}

    @settings(max_examples=max(30, sequences // 10))
    @given(st.lists(st.tuples(STEPS, PACES), min_size=2, max_size=9))
    def law(steps: list[tuple[tuple[str, int, int], str]]) -> None:
        with newsroom(memory) as room:
            summarise_all(room, 0, 0)
            watched = Watched(room, preview_site_of_newsroom(room))
            for at, ((name, n, m), pace) in enumerate(steps, 1):
                (SAVES | EDITS)[name](room, n, m)
                if pace == "later" and at < len(steps):
                    continue
                before = watched.preview_site.current
                watched.turn(settled=pace == "settled")
                now = watched.preview_site.current
                good = is_new(room, watched.preview_site)
                quick = now is not None and now is not before and now.snapshot.replaced is not None
                tally["problems" if not good else "quick" if quick else "all"] += 1

    law()
    assert tally["quick"] > 5 and tally["all"] > 5, tally


@pytest.mark.parametrize("name", sorted(SAVES))
def test_after_each_kind_of_save_too(name: str, memory: Path, quick_rounds: None) -> None:  # noqa: F811
    with newsroom(memory) as room:
        summarise_all(room, 0, 0)
        room.set_setting("plain", 1)
        watched = Watched(room, preview_site_of_newsroom(room))
        for n in range(8):
            SAVES[name](room, n, n + 1)
            watched.turn(settled=bool(n % 2))
            is_new(room, watched.preview_site)


def test_a_saved_text_is_put_into_the_last_snapshot_and_all_else_is_made_again(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    summarise_all(room, 0, 0)
    time.sleep(SETTLED)
    preview_site = preview_site_of_newsroom(room)

    def after(path: str) -> Snapshot:
        assert preview_site.refresh(frozenset({path})), preview_site.problems
        assert is_new(room, preview_site) and preview_site.current is not None
        return preview_site.current.snapshot

    room.change(0, body="One sentence.\n\nAnother.\n")
    saved = after("content/posts/post-0.md")
    assert saved.replaced is not None
    shown = {page.path.rpartition("/")[2] for page in saved.replaced}
    assert shown == {"index.html", "feed.xml", "atom.xml", "feed.json"}
    room.change(0, body="[It](post-1.md#heading).\n")
    assert after("content/posts/post-0.md").linked == {"content/posts/post-1.md"}
    room.change(1, body="# Heading\n\nQuite another text.\n")
    assert after("content/posts/post-1.md").replaced is None, "others link to its headings"
    room.change(1, body="# Another\n\nText.\n")
    assert not preview_site.refresh(frozenset({"content/posts/post-1.md"}))
    assert [problem.path for problem in preview_site.problems] == ["content/posts/post-0.md"]
    room.change(1, body="# Heading\n\nText.\n")
    after("content/posts/post-1.md")
    room.change(2, body="A <b>tag</b>.\n")
    warned = after("content/posts/post-2.md")
    assert warned.replaced is not None
    assert "content/posts/post-2.md" in {one.path for one in warned.notices.kept}
    room.change(2, body="None.\n")
    assert "content/posts/post-2.md" not in {one.path for one in after("content/posts/post-2.md").notices.kept}
    room.change(2, title="Another title")
    assert after("content/posts/post-2.md").replaced is None


def test_a_warning_without_its_line_is_as_good_as_one_with_it(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    summarise_all(room, 0, 0)
    time.sleep(SETTLED)
    last, path = new_session(room), "content/posts/post-0.md"
    assert isinstance(last, Snapshot)
    fact, warning = last.sources.facts[path], Problem(path, 8, 1, "Odd.", "Mend it.")
    sources = replace(last.sources, facts=last.sources.facts | {path: replace(fact, warnings=(warning,))})
    notices = replace(last.notices, kept=(replace(warning, excerpt="As it was."),))
    texts = Texts(sources, last.indexed, last.plan, last.linked, notices)
    room.change(0, body="Another line, and another.\n")
    scanned = scan_content(room.root, last.inputs.scanned, frozenset({path}))
    saved = saved_texts(texts, scanned, frozenset({path}), last.context.markdown, room.now)
    assert saved is not None and saved[0].notices.kept == ()


def test_what_a_process_leaves_after_saves_is_what_it_read(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    summarise_all(room, 0, 0)
    time.sleep(SETTLED)
    preview_site = preview_site_of_newsroom(room)
    room.change(0, body="One sentence.\n\nAnother.\n")
    preview_site.refresh(frozenset({"content/posts/post-0.md"}))
    preview_site.save_ledger()
    loaded: Ledger = PreviewSite(room.root, "127.0.0.1:8000", lambda: room.now)._load_ledger()
    clean = new_session(room)
    assert isinstance(clean, Snapshot)
    assert without_stamps(loaded.sources) == without_stamps(clean.ledger.sources)
