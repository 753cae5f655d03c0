"""The page of an import's account: a summary first, everything in groups, and harmless whatever the source says."""

from html.parser import HTMLParser

import pytest

from site_gen.importing.report import AddressReport, ItemReport, Lost, Report, kind_of
from site_gen.importing.report_page import report_page

EVIL = "<script>\"&'</script>"


def report(items: int) -> Report:
    return Report(
        source=EVIL,
        form="WordPress",
        items=tuple(
            ItemReport(
                key=f"post-{number}", place=EVIL, kind="post", title=f"Title {number} {EVIL}", outcome="new", path="p.md",
                words=100, kept=100 - number % 2, lost_words=("word",) * (number % 2),
            )
            for number in range(items)
        ),
        addresses=(AddressReport("/a/", "page", "/a/"), AddressReport("/?p=1", "", "", "by its query alone")),
        missing_pictures={"/x.png": "not found"},
        dead_links={"/gone/": "post-1"},
        losses=tuple(Lost("a.md", number, f"the picture /{number}.png is missing") for number in range(items)),
        settings=("permalink: /{slug}/",),
    )  # fmt: skip


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.heads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open += [] if tag in ("meta",) else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("h1", "h2"):
            self.heads.append(data)


def test_the_page_is_whole_and_begins_with_what_is_to_be_done() -> None:
    text = report_page(report(3))
    page = Page(text)
    assert page.open == [] and "script" not in page.tags
    assert page.tags.count("h1") == 1 and page.heads[-2:] == ["Every item", "Every old address"]
    assert text.index("To be looked at: 1 old addresses") < text.index("<h2>")
    assert "color-scheme:light dark" in text


def test_nothing_to_do_is_said() -> None:
    assert "every old address is answered" in report_page(Report(source="a.xml", form="WordPress"))


def test_thousands_of_items_are_folded_and_not_heavy() -> None:
    text = report_page(report(4000))
    assert "<details><summary><b>4,000</b> the picture … is missing</summary>" in text
    assert len(text) < 3_000_000


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("the picture /a/b.png is missing: its place has a link", "the picture … is missing: its place has a link"),
        ("the shortcode 'note' is left out", "the shortcode … is left out"),
        ("the link to #part is removed; its words stay", "the link to … is removed; its words stay"),
        ("its 12 pages are one now", "its … pages are one now"),
    ],
)
def test_losses_of_a_kind_are_together(what: str, kind: str) -> None:
    assert kind_of(what) == kind
