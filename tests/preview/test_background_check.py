"""Mistakes on pages that nobody opened: found while it is quiet, told, and forgotten when they are mended."""

from pathlib import Path

import httpx
import pytest

from site_gen.model.page import Page
from site_gen.model.problem import Problem
from site_gen.preview.background_check import Proofs
from site_gen.preview.preview_site import Edition, Studio
from tests.edited_site import Newsroom
from tests.preview.support import served, studio_of, until
from tests.support import BARE, write

TEMPLATE = "themes/bare/templates/post.html"
# A mistake that no reading of the template finds, and that one post alone falls into.
TRAP = BARE["post.html"].replace(
    "{% endblock %}", "{% if post.title == 'Trap' %}{{ post.title + 1 }}{% endif %}{% endblock %}"
)
LINE = TRAP.count("\n")
PAGES = ["2026/03/post-0/index.html", "2026/02/post-1/index.html", "2026/02/post-2/index.html"]


class Counted:
    """A studio's proofs, and which pages they made."""

    def __init__(self, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
        self.studio, self.proofs = studio, Proofs(studio)
        self.made: list[str] = []
        flaws_of = studio.flaws_of

        def noted(edition: Edition, page: Page) -> tuple[Problem, ...]:
            self.made.append(page.path)
            return flaws_of(edition, page)

        monkeypatch.setattr(studio, "flaws_of", noted)

    def round(self) -> tuple[Problem, ...]:
        """What a whole round newly finds."""
        self.made.clear()
        self.proofs.begin()
        while not self.proofs.are_done:
            self.proofs.go_on()
        return self.proofs.untold()


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "site")


@pytest.fixture
def counted(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(studio_of(room.root, room.now), monkeypatch)


def test_every_page_is_proved_once(counted: Counted) -> None:
    assert counted.round() == ()
    assert counted.studio.edition is not None
    pages = {path for path, file in counted.studio.edition.files.items() if isinstance(file, Page)}
    assert sorted(counted.made) == sorted(pages) and len(pages) > 20
    assert counted.round() == () and counted.made == []


def test_after_an_edit_what_a_build_would_make_is_proved_again(room: Newsroom, counted: Counted) -> None:
    counted.round()
    room.change(0, body="Another text, that the summary does not show.\n", summary="Same.")
    counted.studio.renew(None)
    counted.round()
    room.change(0, body="A third text, that the summary does not show.\n", summary="Same.")
    counted.studio.renew(None)
    assert counted.round() == ()
    assert PAGES[0] in counted.made and PAGES[1] not in counted.made
    write(room.root, {TEMPLATE: BARE["post.html"].replace("{% endblock", "!{% endblock")})
    counted.studio.renew(None)
    counted.round()
    assert {*PAGES} <= {*counted.made}
    assert "index.html" not in counted.made


def test_mistakes_are_told_once_and_forgotten_when_mended(room: Newsroom, counted: Counted) -> None:
    write(room.root, {TEMPLATE: TRAP})
    room.change(1, title="Trap")
    room.change(2, title="Trap")
    assert counted.studio.renew(None)
    found = counted.round()
    assert [(flaw.path, flaw.line) for flaw in found] == [(TEMPLATE, LINE)]
    assert found[0].what.endswith("and 1 more).")
    assert counted.studio.flaws == found
    assert counted.round() == () and counted.studio.flaws == found
    room.change(2, title="No trap")
    counted.studio.renew(None)
    (left,) = counted.round()  # of one page now
    assert list(counted.studio.flaws) == [left] and left.what.endswith("(while making /2026/02/post-1/).")
    room.change(1, title="No trap")
    counted.studio.renew(None)
    counted.proofs.begin()
    assert counted.studio.flaws == ()
    assert counted.round() == ()


def test_a_mistake_on_many_pages_is_one_with_their_number(room: Newsroom, counted: Counted) -> None:
    for number in range(4, 40):
        room.add(number, 0)
    write(room.root, {TEMPLATE: TRAP.replace("== 'Trap'", "!= 'Whole'")})
    counted.studio.renew(None)
    (flaw,) = counted.round()
    assert flaw.line == LINE and flaw.what.endswith("and 39 more).")
    room.change(0, title="Other")
    counted.studio.renew(None)
    counted.proofs.begin()
    assert list(counted.studio.flaws) == [flaw]  # without a gap
    assert counted.round() == () and list(counted.studio.flaws) == [flaw]
    write(room.root, {TEMPLATE: BARE["post.html"]})
    counted.studio.renew(None)
    assert counted.round() == () and counted.studio.flaws == () and len(counted.made) == 40


def test_a_mistake_is_told_when_it_is_found_and_once_more_when_its_pages_are_counted(
    room: Newsroom, counted: Counted
) -> None:
    for number in range(4, 40):
        room.add(number, 0)
    write(room.root, {TEMPLATE: TRAP.replace("== 'Trap'", "!= 'Whole'")})
    counted.studio.renew(None)
    counted.proofs.begin()
    while not counted.proofs.go_on():
        pass
    (first,) = counted.proofs.untold()
    assert first.what.endswith("(while making /2026/03/post-0/).")
    counted.proofs.go_on()
    assert counted.proofs.are_done or counted.proofs.untold() == ()
    while not counted.proofs.are_done:
        counted.proofs.go_on()
    (last,) = counted.proofs.untold()
    assert last.what.endswith("and 39 more).") and counted.proofs.untold() == ()


def test_when_enough_is_wrong_no_more_is_looked_for(room: Newsroom, counted: Counted) -> None:
    for number in range(4, 40):
        room.add(number, 0)
    lines = "".join(f"{{% if 'post-{n}/' in post.url %}}{{{{ post.title + 1 }}}}{{% endif %}}\n" for n in range(40))
    write(room.root, {TEMPLATE: BARE["post.html"].replace("{% endblock %}", f"\n{lines}{{% endblock %}}")})
    counted.studio.renew(None)
    assert len(counted.round()) == len(counted.studio.flaws) == 20
    room.change(0, title="Other")
    write(room.root, {TEMPLATE: BARE["post.html"]})
    counted.studio.renew(None)
    assert counted.round() == () and len(counted.made) > 40


def test_a_post_that_goes_takes_its_mistake_along(room: Newsroom, counted: Counted) -> None:
    write(room.root, {TEMPLATE: TRAP})
    room.change(1, title="Trap")
    counted.studio.renew(None)
    assert len(counted.round()) == 1
    (room.root / "content/posts/post-1.md").unlink()
    counted.studio.renew(None)
    counted.round()
    assert counted.studio.flaws == ()


def test_a_page_that_nobody_opened_is_told_of(room: Newsroom) -> None:
    with served(room.root) as address:
        write(room.root, {TEMPLATE: TRAP})
        room.change(1, title="Trap")
        until(f"{TEMPLATE}:{LINE}", f"{address}__site__/")
        with httpx.stream("GET", f"{address}__site__/events?path=/&tag=x") as stream:
            line = next(line for line in stream.iter_lines() if line.startswith("data:"))
        assert f'"path": "{TEMPLATE}", "line": {LINE}' in line  # the overlay of a page that is whole itself
        assert "Trap" in httpx.get(address).text  # the home page, which is whole, is the new one
        room.change(1, title="No trap")
        until("<p>None.</p>", f"{address}__site__/")


def test_a_source_that_was_broken_for_a_while_leaves_no_flaw(room: Newsroom, counted: Counted) -> None:
    name = "content/posts/post-1.md"
    good = (room.root / name).read_bytes()
    write(room.root, {name: "---\ntitle: [\n---\n"})
    assert not counted.studio.renew(frozenset((name,)))
    counted.round()  # of the last good edition, whose source is not what it was
    write(room.root, {name: good})
    assert counted.studio.renew(frozenset((name,)))
    counted.round()
    assert counted.studio.flaws == ()
