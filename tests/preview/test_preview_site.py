"""The law of the preview: whatever was edited, it shows what a build from scratch writes."""

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.build import BuildOptions, build
from site_gen.model.problem import SiteError
from site_gen.preview.copied import FileChanged
from site_gen.preview.preview_site import PreviewSite
from site_gen.preview.source_files import Stamps, changed_since, source_stamps
from site_gen.theming import environment
from tests.edited_site import Newsroom
from tests.edits import ANY_EDIT, EDITS
from tests.ingest.test_ingest import article
from tests.preview.support import preview_site_of
from tests.support import png, post, tree, write
from tests.test_laws import PACES, SETTLED, newsroom, quick_rounds  # noqa: F401 - a fixture


def same_as_clean(room: Newsroom, preview_site: PreviewSite, beside: Path) -> bool:
    """Whether there is a site; if so, that each of its files is that of a clean build for the same address."""
    shutil.rmtree(beside / "clean", ignore_errors=True)
    shutil.rmtree(beside / "state" / "bodies", ignore_errors=True)
    environment.forget_environments()
    path = "/news/" if "/news/" in room.settings["base_url"] else "/"
    options = BuildOptions(
        as_of=room.now,
        drafts=True,
        future=True,
        clean=True,
        jobs=1,
        base_url=f"http://127.0.0.1:8000{path}",
        output=str(beside / "clean"),
        state=str(beside / "state"),
    )
    try:
        build(room.root, options)
    except SiteError as error:
        assert preview_site.problems == error.problems
        return False
    finally:
        environment.forget_environments()
    assert preview_site.problems == () and preview_site.current is not None
    preview_site.with_search_index()
    shown = {name: preview_site.show(name).data for name in preview_site.current.files}
    assert dict(sorted(shown.items())) == tree(beside / "clean")
    return True


class Watched:
    """A preview that is refreshed as the rebuild loop does it: with what the watcher would report, and nothing more."""

    def __init__(self, room: Newsroom, preview_site: PreviewSite) -> None:
        self.room, self.preview_site = room, preview_site
        self._stamps, self._now = self._look(), room.now

    def turn(self, settled: bool = False) -> None:
        """Renew after edits; `settled` once every stamp is old enough to be believed."""
        self.room.asked = {}
        if settled:
            time.sleep(SETTLED)
        before, self._stamps = self._stamps, self._look()
        touched = changed_since(before, self._stamps)
        moved, self._now = self._now != self.room.now, self.room.now
        fresh = self.preview_site.unread(touched)
        if fresh is None or fresh or moved:
            self.preview_site.refresh(fresh)

    def _look(self) -> Stamps:
        """Stamps that no edit leaves as they were, since the system reports every write."""
        root = self.room.root
        stamps = {name: (*stamp, (root / name).stat().st_ctime_ns) for name, stamp in source_stamps(root).items()}
        return {name: stamp[:-1] if name.endswith("/") else stamp for name, stamp in stamps.items()}


def has_expired(room: Newsroom) -> bool:
    """Whether posts expire, which only the preview shows."""
    return any(fact.get("expires") for fact in room.posts.values())


def preview_site_of_newsroom(room: Newsroom) -> PreviewSite:
    preview_site = PreviewSite(room.root, "127.0.0.1:8000", lambda: room.now)
    preview_site.refresh(None)
    return preview_site


def test_after_any_edits_the_preview_is_a_clean_build(sequences: int, memory: Path, quick_rounds: None) -> None:  # noqa: F811
    tally = {True: 0, False: 0}

    @settings(max_examples=max(20, sequences // 10))
    @given(st.lists(ANY_EDIT, min_size=1, max_size=6))
    def law(steps: list[tuple[str, int, int]]) -> None:
        with newsroom(memory) as room:
            room.asked = {}
            preview_site = preview_site_of_newsroom(room)
            for name, n, m in steps:
                EDITS[name](room, n, m)
                room.asked = {}
                if has_expired(room):
                    return
                preview_site.refresh(None)
                tally[same_as_clean(room, preview_site, memory)] += 1

    law()
    assert tally[True] > tally[False] and tally[True] > 20


@pytest.mark.parametrize("name", sorted(EDITS))
def test_after_each_kind_of_edit_what_was_touched_is_enough(name: str, memory: Path, quick_rounds: None) -> None:  # noqa: F811
    with newsroom(memory) as room:
        watched = Watched(room, preview_site_of_newsroom(room))
        for n, m in ((0, 0), (1, 2), (7, 1)):
            for shift in (0, 1):
                EDITS[name](room, n + shift, m + shift)
                watched.turn(settled=bool(shift))
                if not has_expired(room):
                    same_as_clean(room, watched.preview_site, memory)


def test_after_any_edits_what_was_touched_is_enough(sequences: int, memory: Path, quick_rounds: None) -> None:  # noqa: F811
    tally = {True: 0, False: 0}

    @settings(max_examples=max(60, sequences // 5))
    @given(st.lists(st.tuples(ANY_EDIT, PACES), min_size=1, max_size=8))
    def law(steps: list[tuple[tuple[str, int, int], str]]) -> None:
        with newsroom(memory) as room:
            watched = Watched(room, preview_site_of_newsroom(room))
            for at, ((name, n, m), pace) in enumerate(steps, 1):
                EDITS[name](room, n, m)
                if pace == "later" and at < len(steps):
                    continue
                watched.turn(settled=pace == "settled")
                if not has_expired(room):
                    tally[same_as_clean(room, watched.preview_site, memory)] += 1

    law()
    assert tally[True] > tally[False] and tally[True] > 60


def test_what_was_touched_is_enough_to_be_told(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    preview_site = preview_site_of_newsroom(room)
    for name in ("post-0", "post-1", "post-0"):
        room.posts[name]["body"] += "\nMore of it.\n"
        room.write_post(name)
        assert preview_site.refresh(frozenset({f"content/posts/{name}.md"}))
        assert same_as_clean(room, preview_site, tmp_path)
    room.posts["post-1"]["title"] = "Quite another"
    room.write_post("post-1")
    assert preview_site.refresh(frozenset({"content/posts/post-1.md"}))
    assert same_as_clean(room, preview_site, tmp_path)


def test_a_failed_edit_keeps_the_last_good_site_and_what_was_touched(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    preview_site = preview_site_of_newsroom(room)
    before = preview_site.show("index.html").data
    room.change(0, title="Changed meanwhile")
    write(room.root, {"content/posts/post-1.md": "---\ntitle: [\n---\n"})
    assert not preview_site.refresh(frozenset({"content/posts/post-0.md", "content/posts/post-1.md"}))
    assert preview_site.problems[0].path == "content/posts/post-1.md" and preview_site.problems[0].line
    assert preview_site.show("index.html").data == before
    room.write_post("post-1")
    assert preview_site.refresh(frozenset({"content/posts/post-1.md"}))
    assert preview_site.problems == ()
    assert b"Changed meanwhile" in preview_site.show("index.html").data
    assert same_as_clean(room, preview_site, tmp_path)


def test_a_seed_becomes_a_post_on_the_front_page(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    preview_site = preview_site_of_newsroom(room)
    write(room.root, {"seeds/one.txt": "Date: 2026-02-28\n\n" + article(3)})
    before = preview_site.show("index.html").data
    assert preview_site.refresh(frozenset({"seeds/one.txt"}))
    assert preview_site.show("index.html").data != before
    made = {path for path in preview_site.current.files if "2026/02" in path} if preview_site.current else set()
    assert made


def test_drafts_scheduled_and_expired_posts_are_shown_and_known_as_such(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(
        room.root,
        {
            "content/posts/draft.md": post("A draft", draft=True),
            "content/posts/later.md": post("Later", "2027-01-05T09:00:00+00:00"),
            "content/posts/gone.md": post("Gone", expires="2026-02-01"),
        },
    )
    preview_site = preview_site_of_newsroom(room)
    assert preview_site.current is not None
    assert {url: one.reason for url, one in preview_site.current.withheld.items()} == {
        "/2026/01/draft/": "draft",
        "/2027/01/later/": "scheduled",
        "/2026/01/gone/": "expired",
    }
    home = preview_site.show("index.html").data
    assert all(word in home for word in (b"A draft", b"Later", b"Gone"))


def test_a_page_says_why_it_was_rendered_again(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    preview_site = preview_site_of_newsroom(room)
    assert preview_site.current is not None
    room.change(0, summary="The same.")
    preview_site.refresh(None)
    path = next(name for name in preview_site.current.files if name.endswith("/post-0/index.html"))
    assert preview_site.show(path).reasons == ("it is requested for the first time",)
    room.change(0, body="Quite another text.\n")
    preview_site.refresh(None)
    assert preview_site.show(path).reasons == ("its text changed",)
    write(room.root, {"themes/bare/templates/post.html": "{{ post.title }} by another {{ content.html }}"})
    preview_site.refresh(None)
    assert "template post.html" in preview_site.show(path).reasons[0]


def test_a_static_file_that_leads_out_of_the_site_is_not_served(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    (tmp_path / "secret.txt").write_text("secret")
    link = room.root / "static" / "link.txt"
    write(room.root, {"static/open.txt": "open", "static/link.txt": "open"})
    preview_site = preview_site_of_newsroom(room)
    link.unlink()
    link.symlink_to(tmp_path / "secret.txt")
    assert preview_site.show("open.txt").data == b"open"
    with pytest.raises(SiteError, match="leads out of the site"):
        preview_site.show("link.txt")
    assert not preview_site.refresh(frozenset({"static/link.txt"}))
    assert "static/link.txt" in {problem.path for problem in preview_site.problems}


def test_a_picture_of_the_theme_is_shown_without_its_metadata(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(room.root, {"themes/bare/static/ship.png": png(text="A place.")})
    preview_site = preview_site_of_newsroom(room)
    assert preview_site.current is not None
    (path,) = (path for path in preview_site.current.files if path.startswith("assets/ship."))
    assert preview_site.show(path).data == png()
    write(room.root, {"themes/bare/static/ship.png": png(9, 6, text="Another place.")})
    with pytest.raises(FileChanged, match="is being changed"):
        preview_site.show(path)


def test_memory_is_bounded_by_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.preview.preview_site._KEPT", 3)
    preview_site = preview_site_of(Newsroom(tmp_path / "site").root)
    assert preview_site.current is not None
    for name in preview_site.current.files:
        preview_site.show(name)
    assert len(preview_site._rendered) == 3
    assert preview_site._rendered_bytes == sum(len(shown.data) for shown in preview_site._rendered.values())


def test_what_ingest_itself_wrote_is_no_edit(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(room.root, {"seeds/a.txt": article(1)})
    preview_site = preview_site_of(room.root, room.now)
    posts = {f"content/posts/{path.name}" for path in (room.root / "content/posts").iterdir()}
    assert preview_site.unread(frozenset({"seeds.lock", *posts})) == frozenset()
    lock = room.root / "seeds.lock"
    lock.write_text(lock.read_text() + "\n")
    assert preview_site.unread(frozenset({"seeds.lock"})) == frozenset({"seeds.lock"})
    preview_site.refresh(frozenset({"seeds.lock"}))
    assert preview_site.unread(frozenset({"seeds.lock"})) == frozenset()
    assert preview_site.problems == ()
