"""Review with alternatives, as ingest gives them for texts that it is unsure of."""

import gc
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from site_gen.cli import site_gen
from site_gen.extract import article as deriving
from site_gen.ingest import IngestOptions, ingest
from site_gen.ingest.lock_file import load_lock, save_lock
from site_gen.ingest.review import Review, ReviewItem
from site_gen.ingest.settle import Choice, ReviewRefused
from site_gen.model.lock import SeedLock
from site_gen.model.problem import SiteError
from site_gen.model.seed import Article, Decision, Doubt
from site_gen.model.settings import IngestSettings, Settings
from tests.support import write

HEADLINE = Doubt("headline", "the lead is longer than a headline")
TAGS = Doubt("tags", "two people have that name")
TITLES = ("Ferry crosses fjord", "Crewless ferry passes test", "Oslo tests ferry", "A fourth one")
SEED = "seeds/ferry.txt"
TEXT = "Engineers in Oslo tested a ferry without a crew. It crossed the fjord twice.\n"


@pytest.fixture
def unsure_ingest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make ingest unsure of every headline and tag, with alternatives."""
    derive = deriving.derive

    def unsure(*arguments: Any) -> Article:
        made = derive(*arguments)
        others = (Decision("date", "2024-01-14", "the text says 14 January 2024"),)
        return replace(made, unsure=(*made.unsure, HEADLINE, TAGS), other_titles=TITLES, other_dates=others)

    monkeypatch.setattr(deriving, "derive", unsure)


def say(root: Path, *words: str) -> None:
    """Run the command in this process, where ingest is unsure."""
    try:
        assert not site_gen.main(["review", *words, "--root", str(root)], standalone_mode=False)
    finally:
        gc.enable()


def site(root: Path, unsure: str = "publish") -> tuple[Path, Settings]:
    write(root, {"site.yaml": "title: T\n", SEED: f"Date: 2026-01-05\nAuthor: A. Name\n\n{TEXT}"})
    settings = Settings(ingest=IngestSettings(unsure=unsure))  # type: ignore[arg-type]
    take_in(root, settings)
    return root, settings


def take_in(root: Path, settings: Settings, **options: Any) -> dict[str, tuple[str, ...]]:
    return ingest(root, settings, IngestOptions(jobs=1, **options)).unsure


def item_of(root: Path, settings: Settings) -> ReviewItem:
    (one,) = Review(root, settings).items((SEED,), 1, lambda *_: None)
    return one


def settle(root: Path, settings: Settings, **choice: Any) -> tuple[tuple[str, ...], bool]:
    review = Review(root, settings)
    done = review.settle(SEED, Choice(**choice))
    review.save()
    return done.left, done.released


@pytest.mark.usefixtures("unsure_ingest")
def test_three_other_headlines_and_the_dates_are_offered(tmp_path: Path) -> None:
    one = item_of(*site(tmp_path))
    assert one.unsure == (str(HEADLINE), str(TAGS))
    assert one.titles == TITLES[:3]
    assert [(other.value, other.why) for other in one.dates] == [("2024-01-14", "the text says 14 January 2024")]
    assert one.seed_there and one.post.endswith(".md") and one.url.startswith("/2026/01/")


@pytest.mark.usefixtures("unsure_ingest")
def test_another_headline_settles_the_headline_at_the_same_address(tmp_path: Path) -> None:
    root, settings = site(tmp_path)
    before = item_of(root, settings)
    assert settle(root, settings, title=TITLES[1]) == ((str(TAGS),), False)
    after = item_of(root, settings)
    assert (after.title, after.url, after.unsure) == (TITLES[1], before.url, (str(TAGS),))
    assert after.titles == (before.title, TITLES[0], TITLES[2])  # the previous one is offered again
    assert take_in(root, settings) == {before.post: (str(TAGS),)}
    assert take_in(root, settings, again=True) == {before.post: (str(TAGS),)}
    assert item_of(root, settings).title == TITLES[1]


@pytest.mark.usefixtures("unsure_ingest")
def test_what_was_accepted_is_doubted_again_only_when_the_seed_gives_another_value(tmp_path: Path) -> None:
    root, settings = site(tmp_path)
    settle(root, settings, accept=True)
    assert take_in(root, settings, again=True) == {}
    write(root, {SEED: f"Date: 2026-01-05\n\n{TEXT}\nThe wind was strong.\n"})
    assert take_in(root, settings) == {}
    assert "The wind was strong." in (root / item_of(root, settings).post).read_text()
    write(root, {SEED: "Date: 2026-01-05\n\nA harbour in Riga closed for a week. It will open in May.\n"})
    assert list(take_in(root, settings).values()) == [(str(HEADLINE), str(TAGS))]


@pytest.mark.usefixtures("unsure_ingest")
def test_a_post_is_released_when_the_last_doubt_is_settled(tmp_path: Path) -> None:
    root, settings = site(tmp_path, "draft")
    assert item_of(root, settings).draft
    assert settle(root, settings, title=TITLES[0]) == ((str(TAGS),), False)
    assert item_of(root, settings).draft
    assert settle(root, settings, accept=True) == ((), True)
    assert not item_of(root, settings).draft
    assert take_in(root, settings, again=True) == {} and not item_of(root, settings).draft


@pytest.mark.usefixtures("unsure_ingest")
def test_a_date_given_back_needs_no_alias(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    root, settings = site(tmp_path)
    before = (root / item_of(root, settings).post).read_text()
    settle(root, settings, date=datetime(2024, 3, 1, tzinfo=UTC))
    moved = (root / item_of(root, settings).post).read_text()
    assert "\ndate: 2024-03-01\n" in moved and '\naliases: ["/2026/01/' in moved
    settle(root, settings, date=datetime(2026, 1, 5, 9, 30, tzinfo=UTC), timed=True)
    again = (root / item_of(root, settings).post).read_text()
    assert "\ndate: 2026-01-05T09:30:00+00:00\n" in again
    assert "/2026/01/" not in again and '\naliases: ["/2024/03/' in again
    without = [line for line in again.split("\n") if not line.startswith(("aliases:", "date:"))]
    assert without == [line for line in before.split("\n") if not line.startswith("date:")]


@pytest.mark.usefixtures("unsure_ingest")
def test_duplicates_have_no_post_to_review_and_stay_in_the_lock(tmp_path: Path) -> None:
    root, settings = site(tmp_path)
    write(root, {"seeds/again.txt": (root / SEED).read_text()})
    take_in(root, settings)
    settle(root, settings, accept=True)
    lock = load_lock(root / "seeds.lock")
    assert isinstance(lock, SeedLock) and lock.seeds["seeds/again.txt"].duplicate_of == SEED
    with pytest.raises(ReviewRefused, match=r"There is no post 'seeds/again\.txt'"):
        Review(root, settings).find_seed("seeds/again.txt", root)


@pytest.mark.usefixtures("unsure_ingest")
def test_the_command_numbers_the_headlines_and_takes_the_one_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, settings = site(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    say(root)
    said = capsys.readouterr().out
    assert f"? {HEADLINE.why}\n" in said
    assert "".join(f"            {at}  {title}\n" for at, title in enumerate(TITLES[:3], 1)) in said
    assert TITLES[3] not in said
    assert "            2024-01-14  the text says 14 January 2024\n" in said
    assert f"            ? {TAGS.why}\n" in said and "1 post needs review.\n" in said
    assert max(map(len, said.partition("\n\n")[0].split("\n")[1:])) <= 60
    say(root, "--title", "2", SEED)
    assert f"headline '{TITLES[1]}'.\n          left: {TAGS}\n" in capsys.readouterr().out
    assert item_of(root, settings).title == TITLES[1]


def test_a_date_is_one_of_the_sites_own_zone(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "timezone: Pacific/Auckland\n", SEED: f"Title: A ferry\n\n{TEXT}"})
    settings = Settings(timezone="Pacific/Auckland")
    take_in(tmp_path, settings)
    for said, line, url in (
        ("2024-01-01", "date: 2024-01-01", "/2024/01/"),
        ("2023-12-31 00:30", "date: 2023-12-31T00:30:00+13:00", "/2023/12/"),
    ):
        say(tmp_path, "--date", said, SEED)
        one = item_of(tmp_path, settings)
        assert f"\n{line}\n" in (tmp_path / one.post).read_text()
        assert one.url.startswith(url) and one.timed is ("T" in line)
        take_in(tmp_path, settings, again=True)
        assert item_of(tmp_path, settings) == one and f"\n{line}\n" in (tmp_path / one.post).read_text()


def test_a_lock_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"seeds.lock": "<<<<<<< ours\n"})
    with pytest.raises(SiteError):
        Review(tmp_path, Settings())


def test_a_site_without_seeds_has_nothing_to_review(tmp_path: Path) -> None:
    save_lock(tmp_path / "seeds.lock", SeedLock())
    assert Review(tmp_path, Settings()).waiting() == ()
