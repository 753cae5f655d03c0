"""Where nothing but texts was edited, a build publishes, records and says what one that plans the site does."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.build import BuildOptions, Built, build
from site_gen.model.ledger import NO_STAMP, Ledger, StampTable, UpToDateRecord
from site_gen.model.problem import SiteError
from site_gen.pipeline import text_edit
from site_gen.pipeline.elsewhere import Elsewhere
from site_gen.pipeline.records import Records
from site_gen.storage import packs
from site_gen.storage.stamps import table_of_sources, table_of_written
from tests.support import png, post, tree, write

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
SETTLED = 0.025  # seconds after which a file's stamp proves something
SITE = """title: T
timezone: America/New_York
languages: {uk: {}}
plain: {markdown: true}
feeds: {items: 3, content: full}
"""
PLACES = (
    "content/posts/a.md",
    "content/posts/b.md",
    "content/posts/c.md",
    "content/pages/about.md",
    "content/tags/x.md",
    "content/pages/404.md",
)


BODIES = (
    "One.\n\nTwo.\n",
    "One.\n\n## Part\n\nTwo.\n",
    "One.\n\n![A ship](/chart.png)\n",
    "One.\n\nThree.\n\n![A ship](/chart.png)\n",
    "One.\n\n[It](../posts/b.md#part).\n",
    "One.\n\n[They](../posts/a.md), and again.\n",
    "Another beginning.\n",
    "",
    "One.\n\n[None](../posts/none.md).\n",
)
DATES = ("2026-01-05", "2026-03-08 02:30", "1850-02-01 10:00", "2026-11-01 01:30")
DATE_OF = {"content/posts/c.md": DATES[3]}
FRONTS: tuple[dict[str, Any], ...] = (
    {},
    {"summary": "Other."},
    {"tags": ["y"]},
    {"pinned": True},
    {"extra": {"n": True}},
)


def text(place: str, body: str, date: str = DATES[0], **front: Any) -> str:
    name = place.rpartition("/")[2][0].upper()
    if place == PLACES[4]:
        return f"---\nsummary: A tag.\n---\n{body}"
    if place in (PLACES[3], PLACES[5]):
        return f"---\ntitle: About\nsummary: Who.\n---\n{body}"
    facts: dict[str, Any] = {"summary": "Briefly put.", "tags": ["x"], "thread": "A story", "extra": {"n": 1}} | front
    return post(name, date, body, **facts)


FILES: dict[str, str | bytes] = {
    "site.yaml": SITE,
    "static/chart.png": png(),
    "static/note.txt": "",
    "templates/_body_end.html": "",
    **{place: text(place, BODIES[1]) for place in PLACES},
    PLACES[2]: text(PLACES[2], BODIES[0], DATES[3]),
    "content/posts/a.uk.md": text(PLACES[0], "Один.\n"),
    "content/posts/d.md": post("D", "2026-01-02", "D.\n\n[It](b.md#part).\n", tags=["x", "y"]),
}


class Site:
    """A site that is built in any way, or always planned."""

    def __init__(self, root: Path, is_planned: bool) -> None:
        self.root, self.is_planned, self.now = root, is_planned, NOON
        write(root, FILES)

    def reset(self) -> None:
        """As it was in the beginning, and built."""
        write(self.root, FILES)
        self.now = NOON
        for _ in range(2):
            time.sleep(SETTLED)
            assert isinstance(self.build(), Built)

    def build(self) -> Built | tuple[str, ...]:
        if self.is_planned:
            for record in (self.root / ".site_gen").glob("*.receipt"):
                record.unlink()
        try:
            return build(self.root, BuildOptions(as_of=self.now, jobs=1))
        except SiteError as error:
            return tuple(map(str, error.problems))

    def records(self) -> tuple[Ledger, UpToDateRecord]:
        records = Records(self.root, ".site_gen", "output")
        assert records.record is not None
        return records.ledger, records.record


def is_short(built: Built | tuple[str, ...]) -> bool:
    """Whether something was published without a plan."""
    return isinstance(built, Built) and "make" in built.seconds and "index" not in built.seconds


def said(built: Built | tuple[str, ...]) -> object:
    """All that a build says, except where and how long."""
    if not isinstance(built, Built):
        return built
    changes = [(change.page.path, change.page, change.reasons, change.value) for change in built.changes]
    counts = built.pages, built.written, built.unchanged, built.removed
    return counts, built.withheld, changes, built.notices, built.damaged, built.pending_pictures


def known(site: Site) -> tuple[object, ...]:
    """All that a build leaves for the next one, without stamps and its time; in itself it must agree."""
    ledger, record = site.records()
    assert record.sources == table_of_sources({path: fact.stamp for path, fact in ledger.sources.items()})
    assert record.as_of == ledger.as_of
    assert record.outputs == table_of_written({path: fact.stamp for path, fact in ledger.pages.items()})
    sources = {path: replace(fact, stamp=NO_STAMP) for path, fact in ledger.sources.items()}
    pages = [(path, replace(fact, stamp=NO_STAMP)) for path, fact in ledger.pages.items()]
    blank = {"sources": StampTable(), "outputs": StampTable(), "texts": replace(record.texts, ledger=b"")}
    return replace(ledger, sources=sources, pages={}, as_of=None), pages, replace(record, **blank, as_of=NOON)


def write_on(sites: tuple[Site, ...], n: int, m: int) -> None:
    """A paragraph more; where there is no text yet, that is its beginning."""
    for site in sites:
        path = site.root / PLACES[n % len(PLACES)]
        path.write_text(f"{path.read_text()}\nMore of it, {m}.\n")


def rewrite(sites: tuple[Site, ...], n: int, m: int) -> None:
    """A text, with what it refers to."""
    for site in sites:
        write(
            site.root,
            {
                PLACES[n % len(PLACES)]: text(
                    PLACES[n % len(PLACES)], BODIES[m % len(BODIES)], DATE_OF.get(PLACES[n % len(PLACES)], DATES[0])
                )
            },
        )


def refront(sites: tuple[Site, ...], n: int, m: int) -> None:
    for site in sites:
        write(site.root, {PLACES[n % 3]: text(PLACES[n % 3], BODIES[m % 2], DATES[m % 4], **FRONTS[n % 5])})


def tamper(sites: tuple[Site, ...], n: int, m: int) -> None:
    names = sorted(tree(sites[0].root / "output"))
    path = names[n % len(names)]
    for site in sites:
        if m % 2:
            (site.root / "output" / path).unlink()
        else:
            (site.root / "output" / path).write_text("another hand")


def damage(sites: tuple[Site, ...], n: int, m: int) -> None:
    """What only makes a build slower: kept pages, rendered bodies, the record."""
    for site in sites:
        state = site.root / ".site_gen"
        found = sorted([*state.glob("pages/*"), *state.glob("bodies/*"), *state.glob("*.receipt")])
        path = found[n % len(found)] if found else state / "none"
        if found and m % 3 == 0:
            path.unlink()
        elif found:
            path.write_bytes(path.read_bytes()[: -(m % 40 + 1)] + b"x" * (m % 2))


def let_time_pass(sites: tuple[Site, ...], n: int, m: int) -> None:
    for site in sites:
        site.now += timedelta(days=n % 5 - 1)


def edit_another_file(sites: tuple[Site, ...], n: int, m: int) -> None:
    """What is no text: settings, theme, static files."""
    files: tuple[tuple[str, str | bytes], ...] = (
        ("site.yaml", f"{SITE}tagline: Of {m % 3}\n"),
        ("templates/_body_end.html", f"{m % 3}"),
        ("static/chart.png", png(4 + m % 3)),
        ("static/note.txt", f"{m % 3}"),
    )
    path, data = files[n % len(files)]
    for site in sites:
        write(site.root, {path: data})


EDITS: tuple[Callable[[tuple[Site, ...], int, int], None], ...] = (
    *(write_on,) * 6,
    *(rewrite,) * 3,
    refront,
    tamper,
    damage,
    let_time_pass,
    edit_another_file,
)
STEPS = st.lists(
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=2),
    min_size=1,
    max_size=5,
)


def builds_say_the_same(ours: Site, planned: Site) -> Built | tuple[str, ...]:
    """Build both, which has to say and to leave the same."""
    time.sleep(SETTLED)
    built, other = ours.build(), planned.build()
    assert not is_short(other)
    one = built
    if isinstance(one, Built) and one.damaged:
        assert isinstance(other, Built)
        one, other = replace(one, damaged=()), replace(other, damaged=())
    assert said(one) == said(other)
    assert tree(ours.root / "output") == tree(planned.root / "output")
    if isinstance(one, Built):
        assert known(ours) == known(planned)
        if is_short(one):
            assert ours.records()[0].as_of == ours.now
    return built


def test_whatever_was_edited_a_build_leaves_and_says_what_one_that_plans_does(memory: Path) -> None:
    ours, planned = Site(memory / "ours", False), Site(memory / "planned", True)
    tally: Counter[str] = Counter()

    @settings(max_examples=20, phases=[Phase.generate])
    @given(STEPS)
    def law(steps: list[list[tuple[Callable[[tuple[Site, ...], int, int], None], int, int]]]) -> None:
        ours.reset()
        planned.reset()
        for edits in steps:
            for edit, n, m in edits:
                edit((ours, planned), n, m)
            built = builds_say_the_same(ours, planned)
            tally["short" if is_short(built) else "planned"] += 1

    law()
    assert tally["short"] > 5 and tally["planned"] > 5, tally


def test_the_text_of_each_kind_is_published_without_a_plan_and_no_other_file(memory: Path) -> None:
    ours, planned = Site(memory / "ours", False), Site(memory / "planned", True)
    sites = (ours, planned)
    for one in sites:
        one.reset()
    for n, kinds in ((0, {"post", "text", "feed"}), (3, {"page"}), (4, {"tag"}), (5, {"404"})):
        write_on(sites, n, n)
        built = builds_say_the_same(ours, planned)
        assert isinstance(built, Built) and is_short(built)
        assert {change.page.info.kind for change in built.changes} == kinds
    for n in range(4):
        edit_another_file(sites, n, 1)
        write_on(sites, n, n)
        assert not is_short(builds_say_the_same(ours, planned))


@pytest.fixture
def site(memory: Path) -> Site:
    one = Site(memory / "site", False)
    one.reset()
    return one


def test_many_edits_leave_few_files(site: Site) -> None:
    for number in range(30):
        write_on((site,), 0, number)
        time.sleep(SETTLED)
        assert is_short(site.build())
        assert all(len(list((site.root / ".site_gen").glob(f"{kind}/*.pack"))) <= 27 for kind in ("pages", "bodies"))
    assert b"More of it, 29." in tree(site.root / "output")["2026/01/a/index.html"]


def test_several_texts_are_published_at_once_but_not_very_many(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for edits, is_few in (((0, 2, 3), True), ((0, 2, 3, 4), False)):
        monkeypatch.setattr(text_edit, "MOST_EDITED", 3)
        for n in edits:
            write_on((site,), n, len(edits))
        time.sleep(SETTLED)
        built = site.build()
        assert is_short(built) == is_few and isinstance(built, Built)
        assert {"2026/01/a/index.html", "about/index.html"} <= {change.page.path for change in built.changes}


def test_a_heading_that_others_link_to_is_missed(site: Site) -> None:
    write(site.root, {PLACES[1]: text(PLACES[1], "One.\n")})
    time.sleep(SETTLED)
    built = site.build()
    assert isinstance(built, tuple) and "There is no heading 'part' in 'b.md'." in built[0]


def test_a_link_in_place_of_a_folder_of_copies_is_refused(site: Site) -> None:
    write(site.root, {"static/charts/one.txt": "1"})
    time.sleep(SETTLED)
    site.build()
    (site.root / "output/charts").rename(site.root / "elsewhere")
    (site.root / "output/charts").symlink_to(site.root / "elsewhere")
    write_on((site,), 0, 0)
    time.sleep(SETTLED)
    built = site.build()
    assert isinstance(built, tuple) and "output/charts: This is a link" in built[0]


def test_a_text_that_a_search_index_holds_is_indexed_again(site: Site) -> None:
    write(site.root, {"site.yaml": SITE + "search: pagefind\n"})
    time.sleep(SETTLED)
    before = site.build()
    write_on((site,), 0, 0)
    time.sleep(SETTLED)
    built = site.build()
    assert isinstance(before, Built) and isinstance(built, Built) and not is_short(built)
    assert built.written > len(built.changes)  # parts of the index, too


def test_a_clean_build_begins_with_no_kept_pages(site: Site) -> None:
    def kept() -> int:
        return sum(path.stat().st_size for path in (site.root / ".site_gen").glob("pages/*.pack"))

    build(site.root, BuildOptions(as_of=NOON, clean=True, jobs=1))
    first = kept()
    build(site.root, BuildOptions(as_of=NOON, clean=True, jobs=1))
    assert kept() == first > 0


def test_a_build_for_another_place_neither_keeps_nor_drops_pages(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_FEW", 0)  # values that nobody uses, before they are dropped

    def build_elsewhere(state: str) -> dict[str, bytes]:
        elsewhere = Elsewhere(ledger=site.root / state / "elsewhere", there={})
        output = str(site.root / f"{state}.output")
        options = BuildOptions(as_of=NOON, state=state, output=output, base_url="https://a.test/", elsewhere=elsewhere)
        assert build(site.root, options).written > 10
        return tree(site.root / state / "pages")

    for number in range(9):  # of each of which a page was kept
        write_on((site,), 0, number)
        time.sleep(SETTLED)
        assert is_short(site.build())
    before = tree(site.root / ".site_gen/pages")
    assert before and build_elsewhere(".site_gen") == before
    assert build_elsewhere("state") == {}
