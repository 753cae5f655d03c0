"""Errors on pages that nobody opened: found while it is quiet, reported, and dropped when they are fixed."""

import time
from pathlib import Path

import httpx
import pytest

from site_gen.model.page import Page
from site_gen.model.problem import Problem
from site_gen.preview.background_check import BackgroundCheck
from site_gen.preview.preview_site import PreviewSite, PreviewSnapshot
from tests.edited_site import Newsroom
from tests.preview.support import preview_site_of, served, until
from tests.support import BARE, png, post, write
from tests.test_laws import SETTLED

TEMPLATE = "themes/bare/templates/post.html"
# An error that reading the template does not show, and that only one post triggers.
TRAP = BARE["post.html"].replace(
    "{% endblock %}", "{% if post.title == 'Trap' %}{{ post.title + 1 }}{% endif %}{% endblock %}"
)
LINE = TRAP.count("\n")
PAGES = ["2026/03/post-0/index.html", "2026/02/post-1/index.html", "2026/02/post-2/index.html"]


class Counted:
    """A background check, and which pages it rendered."""

    def __init__(self, preview_site: PreviewSite, monkeypatch: pytest.MonkeyPatch) -> None:
        self.preview_site, self.background_check = preview_site, BackgroundCheck(preview_site)
        self.made: list[str] = []
        errors_of = preview_site.errors_of

        def noted(current: PreviewSnapshot, page: Page) -> tuple[Problem, ...]:
            self.made.append(page.path)
            return errors_of(current, page)

        monkeypatch.setattr(preview_site, "errors_of", noted)

    def round(self) -> tuple[Problem, ...]:
        """The new errors of a complete round."""
        self.made.clear()
        self.background_check.restart()
        while not self.background_check.is_done:
            self.background_check.resume()
        return self.background_check.unreported()


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "site")


@pytest.fixture
def counted(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(preview_site_of(room.root, room.now), monkeypatch)


def test_every_page_is_checked_once(counted: Counted) -> None:
    assert counted.round() == ()
    assert counted.preview_site.current is not None
    pages = {path for path, file in counted.preview_site.current.files.items() if isinstance(file, Page)}
    assert sorted(counted.made) == sorted(pages) and len(pages) > 20
    assert counted.round() == () and counted.made == []


def test_after_a_saved_text_only_the_pages_that_differ_and_those_with_errors_are_looked_at(
    room: Newsroom, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, looked_at = counted.background_check, list[str]()
    whole = check._check

    def noted(current: PreviewSnapshot, page: Page) -> tuple[Problem, ...]:
        looked_at.append(page.path)
        return whole(current, page)

    monkeypatch.setattr(check, "_check", noted)

    def save(n: int, **facts: str) -> tuple[tuple[Problem, ...], set[str]]:
        looked_at.clear()
        room.change(n, **facts)
        assert counted.preview_site.refresh(frozenset({f"content/posts/post-{n}.md"}))
        return counted.round(), set(looked_at)

    time.sleep(SETTLED)
    write(room.root, {TEMPLATE: TRAP})
    counted.preview_site.refresh(None)
    counted.round()
    everything = set(looked_at)
    (error,), seen = save(1, title="Trap", summary="Same.")
    assert error.path == TEMPLATE and seen == everything
    save(0, summary="Same.")
    found, seen = save(0, body="Another text, that the summary does not show.\n")
    assert found == () and seen >= {PAGES[0], PAGES[1], "feed.xml", "atom.xml", "feed.json"}
    assert PAGES[2] not in seen and len(seen) < len(everything) / 2
    assert counted.preview_site.page_errors == (error,)
    _, seen = save(1, title="No more")
    assert seen == everything and not counted.preview_site.page_errors


def test_after_an_edit_what_a_build_would_render_is_checked_again(room: Newsroom, counted: Counted) -> None:
    counted.round()
    room.change(0, body="Another text, that the summary does not show.\n", summary="Same.")
    counted.preview_site.refresh(None)
    counted.round()
    room.change(0, body="A third text, that the summary does not show.\n", summary="Same.")
    counted.preview_site.refresh(None)
    assert counted.round() == ()
    assert PAGES[0] in counted.made and PAGES[1] not in counted.made
    write(room.root, {TEMPLATE: BARE["post.html"].replace("{% endblock", "!{% endblock")})
    counted.preview_site.refresh(None)
    counted.round()
    assert {*PAGES} <= {*counted.made}
    assert "index.html" not in counted.made


def test_errors_are_reported_once_and_dropped_when_fixed(room: Newsroom, counted: Counted) -> None:
    write(room.root, {TEMPLATE: TRAP})
    room.change(1, title="Trap")
    room.change(2, title="Trap")
    assert counted.preview_site.refresh(None)
    found = counted.round()
    assert [(error.path, error.line) for error in found] == [(TEMPLATE, LINE)]
    assert found[0].what.endswith("and 1 more).")
    assert counted.preview_site.page_errors == found
    assert counted.round() == () and counted.preview_site.page_errors == found
    room.change(2, title="No trap")
    counted.preview_site.refresh(None)
    (left,) = counted.round()  # of one page now
    assert list(counted.preview_site.page_errors) == [left] and left.what.endswith("(while making /2026/02/post-1/).")
    room.change(1, title="No trap")
    counted.preview_site.refresh(None)
    counted.background_check.restart()
    assert counted.preview_site.page_errors == ()
    assert counted.round() == ()


def test_an_error_on_many_pages_is_one_with_their_number(room: Newsroom, counted: Counted) -> None:
    for number in range(4, 40):
        room.add(number, 0)
    write(room.root, {TEMPLATE: TRAP.replace("== 'Trap'", "!= 'Whole'")})
    counted.preview_site.refresh(None)
    (error,) = counted.round()
    assert error.line == LINE and error.what.endswith("and 39 more).")
    room.change(0, title="Other")
    counted.preview_site.refresh(None)
    counted.background_check.restart()
    assert list(counted.preview_site.page_errors) == [error]  # without a gap
    assert counted.round() == () and list(counted.preview_site.page_errors) == [error]
    write(room.root, {TEMPLATE: BARE["post.html"]})
    counted.preview_site.refresh(None)
    assert counted.round() == () and counted.preview_site.page_errors == () and len(counted.made) == 40


def test_an_error_is_reported_when_it_is_found_and_once_more_when_its_pages_are_counted(
    room: Newsroom, counted: Counted
) -> None:
    for number in range(4, 40):
        room.add(number, 0)
    write(room.root, {TEMPLATE: TRAP.replace("== 'Trap'", "!= 'Whole'")})
    counted.preview_site.refresh(None)
    counted.background_check.restart()
    while not counted.background_check.resume():
        pass
    (first,) = counted.background_check.unreported()
    assert first.what.endswith("(while making /2026/03/post-0/).")
    counted.background_check.resume()
    assert counted.background_check.is_done or counted.background_check.unreported() == ()
    while not counted.background_check.is_done:
        counted.background_check.resume()
    (last,) = counted.background_check.unreported()
    assert last.what.endswith("and 39 more).") and counted.background_check.unreported() == ()


def test_when_enough_is_wrong_no_more_is_looked_for(room: Newsroom, counted: Counted) -> None:
    for number in range(4, 40):
        room.add(number, 0)
    lines = "".join(f"{{% if 'post-{n}/' in post.url %}}{{{{ post.title + 1 }}}}{{% endif %}}\n" for n in range(40))
    write(room.root, {TEMPLATE: BARE["post.html"].replace("{% endblock %}", f"\n{lines}{{% endblock %}}")})
    counted.preview_site.refresh(None)
    assert len(counted.round()) == len(counted.preview_site.page_errors) == 20
    room.change(0, title="Other")
    write(room.root, {TEMPLATE: BARE["post.html"]})
    counted.preview_site.refresh(None)
    assert counted.round() == () and len(counted.made) > 40


def test_a_post_that_goes_takes_its_error_along(room: Newsroom, counted: Counted) -> None:
    write(room.root, {TEMPLATE: TRAP})
    room.change(1, title="Trap")
    counted.preview_site.refresh(None)
    assert len(counted.round()) == 1
    (room.root / "content/posts/post-1.md").unlink()
    counted.preview_site.refresh(None)
    counted.round()
    assert counted.preview_site.page_errors == ()


def test_an_error_on_a_page_that_nobody_opened_is_reported(room: Newsroom) -> None:
    with served(room.root) as address:
        write(room.root, {TEMPLATE: TRAP})
        room.change(1, title="Trap")
        until(f"{TEMPLATE}:{LINE}", f"{address}__site__/")
        with httpx.stream("GET", f"{address}__site__/events?path=/&tag=x") as stream:
            line = next(line for line in stream.iter_lines() if line.startswith("data:"))
        assert f'"path": "{TEMPLATE}", "line": {LINE}' in line  # the overlay of a page that is correct itself
        assert "Trap" in httpx.get(address).text  # the home page, which is correct, is the new one
        room.change(1, title="No trap")
        until("<p>None.</p>", f"{address}__site__/")


def test_a_source_that_was_broken_for_a_while_leaves_no_error(room: Newsroom, counted: Counted) -> None:
    name = "content/posts/post-1.md"
    good = (room.root / name).read_bytes()
    write(room.root, {name: "---\ntitle: [\n---\n"})
    assert not counted.preview_site.refresh(frozenset((name,)))
    counted.round()  # of the last good snapshot, whose source has changed
    write(room.root, {name: good})
    assert counted.preview_site.refresh(frozenset((name,)))
    counted.round()
    assert counted.preview_site.page_errors == ()


def test_pictures_are_looked_at_when_all_pages_are_and_errors_are_told_before(room: Newsroom, counted: Counted) -> None:
    image = {"src": "ship.png", "alt": "A ship", "credit": "Navy"}
    write(room.root, {"content/posts/ship.png": png(600, 400), TEMPLATE: TRAP})
    write(room.root, {"content/posts/2026-03-09-trap.md": post("Trap", "2026-03-01", image=image)})
    assert counted.preview_site.refresh(None)
    check = counted.background_check
    counted.made.clear()
    check.restart()
    while not check.has_only_pictures:
        assert not check.is_done
        check.resume()
    assert [problem.path for problem in check.unreported()] == [TEMPLATE]
    pages = list(counted.made)
    assert not any(path.endswith((".avif", ".webp")) for path in pages)
    while not check.is_done:
        check.resume()
    pictures = counted.made[len(pages) :]
    assert len(pictures) > 5 and all(path.endswith((".avif", ".webp", ".png", ".jpg")) for path in pictures)
    assert pictures == sorted(pictures)  # the sizes of a picture one after the other
    assert check.unreported() == ()
