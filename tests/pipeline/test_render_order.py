from datetime import UTC, datetime

from site_gen.model.feed import FeedView
from site_gen.outdated import Change
from site_gen.pages.plan import plan
from site_gen.pipeline.render_order import rounds_of
from tests.support import entry, site_of


def test_lists_are_rendered_with_the_posts_that_they_show() -> None:
    entries = [
        entry(f"p{n}", f"Title {n}", f"2026-01-{n + 1:02}T09:00:00+00:00", tags=[f"t{n // 4}"]) for n in range(12)
    ]
    pages = plan(site_of(*entries))[0].pages
    changes = [Change(page, ()) for page in pages]
    first, feeds, pictures = rounds_of(changes)
    assert sorted(map(id, (*first, *feeds, *pictures))) == sorted(map(id, changes))
    assert all(isinstance(change.page.view, FeedView) for change in feeds) and feeds
    urls = [change.page.info.url for change in first]
    assert urls.index("/2026/01/p7/") - urls.index("/tags/t1/") in (-1, 1)
    assert urls.index("/tags/t0/") > urls.index("/2026/01/p4/")
    dates = [change.page.view.post.date for change in first if change.page.template == "post.html"]  # type: ignore[union-attr]
    assert dates == sorted(dates, reverse=True) and dates[0] == datetime(2026, 1, 12, 9, tzinfo=UTC)
