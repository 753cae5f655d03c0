import time

from site_gen.indexing.dossier import Tally
from site_gen.model.page import Dossier, TermView
from site_gen.model.post import Entry
from site_gen.pages.term import terms
from tests.support import entry, site_of


def dossier_of(slug: str, *entries: Entry, page_size: int = 20) -> Dossier:
    views = [page.view for page in terms(site_of(*entries, page_size=page_size))]
    found = [view.dossier for view in views if isinstance(view, TermView) and view.term.slug == slug and view.dossier]
    (dossier,) = found  # page 1 alone has it
    return dossier


def on(date: str, *tags: str, name: str = "", kind: str = "news") -> Entry:
    entities = {"country": [tag for tag in tags if tag.istitle()]}
    return entry(name or f"{date}-{'-'.join(tags)}", f"{date} {tags}", f"{date}T09:00:00+00:00", tags=list(tags),
                 entities=entities, type=kind)  # fmt: skip


def test_one_post_makes_a_dossier_without_charts() -> None:
    dossier = dossier_of("mines", on("2025-03-04", "mines"))
    assert (dossier.months, dossier.busiest, dossier.years, dossier.start, dossier.beside) == ((1,), (), (), (), ())
    assert dossier.oldest == dossier.newest


def test_months_run_from_the_oldest_to_the_newest_post_of_the_tag() -> None:
    dossier = dossier_of(
        "mines", on("2024-11-30", "mines"), on("2025-02-01", "mines", name="a"), on("2025-02-28", "mines", name="b"),
        on("2025-06-01", "ships"),
    )  # fmt: skip
    assert dossier.months == (1, 0, 0, 2)
    assert [(month.url, month.count) for month in dossier.busiest] == [("/2025/02/", 2)]
    assert dossier.busiest[0].date.isoformat() == "2025-02-01T00:00:00+00:00"


def test_other_tags_are_under_their_kinds_the_most_frequent_first() -> None:
    dossier = dossier_of(
        "mines", on("2025-01-01", "mines", "Estonia", "ships"), on("2025-01-02", "mines", "Latvia"),
        on("2025-01-03", "mines", "Latvia"), on("2025-01-04", "Estonia", "ships"),
    )  # fmt: skip
    shown = [(group.kind, [(one.term.name, one.count) for one in group.terms]) for group in dossier.beside]
    assert shown == [("country", [("Latvia", 2), ("Estonia", 1)]), ("topic", [("Ships", 1)])]


def test_what_explains_comes_before_what_is_new() -> None:
    news = [on(f"2025-05-{day:02d}", "mines") for day in range(1, 9)]
    texts = (
        on("2025-01-01", "mines", name="old", kind="background"),
        on("2025-02-01", "ships", "mines", name="passing", kind="background"),
        on("2025-03-01", "mines", name="analysis", kind="analysis"),
        on("2025-07-01", "mines", name="opinion", kind="opinion"),
    )
    dossier = dossier_of("mines", *news, *texts)
    assert [card.url for card in dossier.start] == ["/2025/01/old/", "/2025/02/passing/", "/2025/03/analysis/"]
    assert dossier_of("mines", *news[:2], texts[0]).start == ()  # seen at a glance


def test_years_lead_to_the_page_on_which_they_begin() -> None:
    posts = [on(f"{year}-05-{day:02d}", "mines") for year in (2023, 2024, 2025) for day in (1, 2, 3)]
    dossier = dossier_of("mines", *posts, page_size=2)
    assert [(part.year, part.url, part.count) for part in dossier.years] == [
        (2025, "/tags/mines/", 3),
        (2024, "/tags/mines/page/2/", 3),
        (2023, "/tags/mines/page/4/", 3),
    ]
    assert dossier_of("mines", *posts, page_size=20).years == ()


def test_a_post_without_the_tag_changes_nothing() -> None:
    posts = [on(f"2025-05-{day:02d}", "mines", "Estonia") for day in (1, 2, 3)]
    others = [on(f"2026-05-{day:02d}", "ships", "Estonia") for day in (1, 2, 3)]
    assert dossier_of("mines", *posts) == dossier_of("mines", *posts, *others)


def test_ten_thousand_posts_of_five_hundred_tags_take_little_time() -> None:
    posts = [
        on(
            f"{2005 + n % 20}-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
            *{f"t{n * k % 500}" for k in (1, 3, 7, 11)},
            name=f"p{n}",
        )
        for n in range(10_000)
    ]
    site = site_of(*posts, related=0)
    began = time.process_time()
    tally = Tally((term.posts for term in site.terms), 20)
    made = [tally.dossier(term.ref, term.posts) for term in site.terms]
    assert len(made) == 500
    assert time.process_time() - began < 1  # a fifth of that here; other machines are slower
