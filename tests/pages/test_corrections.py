from site_gen.model.page import CorrectionsView
from site_gen.pages.corrections import corrections
from tests.support import entry, site_of


def test_the_page_exists_even_without_corrections() -> None:
    (page,) = corrections(site_of(entry("a", "A")))
    assert (page.path, page.info.url) == ("corrections/index.html", "/corrections/")
    assert page.view == CorrectionsView(notices=())


def test_every_correction_newest_first() -> None:
    a = entry("a", "A", corrections=[{"date": "2026-01-09", "text": "two"}, {"date": "2026-01-07", "text": "one"}])
    b = entry("b", "B", corrections=[{"date": "2026-01-08", "text": "between"}])
    (page,) = corrections(site_of(a, b))
    assert isinstance(page.view, CorrectionsView)
    assert [(one.text, one.url) for one in page.view.notices] == [
        ("two", "/2026/01/a/#at--correction-2"),
        ("between", "/2026/01/b/#at--correction-1"),
        ("one", "/2026/01/a/#at--correction-1"),
    ]
    assert next(feed.url for feed in page.info.feeds) == "/corrections/feed.xml"
