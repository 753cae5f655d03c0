"""Long lists in slices."""

from collections.abc import Iterator, Sequence

from site_gen.indexing.addresses import page_url
from site_gen.model.page import Pager
from site_gen.model.post import Card


def file_of(url: str) -> str:
    """The file that an address is served from: `/tags/` -> `tags/index.html`, `/feed.xml` -> `feed.xml`."""
    path = url.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


def slices(base: str, cards: Sequence[Card], size: int) -> Iterator[tuple[str, Pager, tuple[Card, ...]]]:
    """Address, pager and cards of each page of a list; a list of nothing still has its first page."""
    total = max(1, -(-len(cards) // size))

    for number in range(1, total + 1):
        pager = Pager(
            number=number,
            total=total,
            newer=page_url(base, number - 1) if number > 1 else "",
            older=page_url(base, number + 1) if number < total else "",
            first=base,
            posts=len(cards),
        )
        yield page_url(base, number), pager, tuple(cards[(number - 1) * size : number * size])
