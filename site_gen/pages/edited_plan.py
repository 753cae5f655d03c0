"""The plan after body-only edits: the last one, with other bodies on the pages that show those that were edited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from msgspec.structs import replace

from site_gen.model.content import PAGES, POSTS, TAGS
from site_gen.model.page import Page
from site_gen.model.post import Body
from site_gen.pages.bodies import with_bodies
from site_gen.pages.feed import feeds
from site_gen.pages.markdown_copies import markdown_copies
from site_gen.pages.not_found import not_found
from site_gen.pages.plan import PAGE_MAKERS, PageMaker, Plan
from site_gen.pages.post import posts
from site_gen.pages.standing import standing
from site_gen.pages.term import terms
from site_gen.text.replaced import replaced

# Makers of pages that show bodies: of a page for each post of an edition, in their order; and of others, each with the
# folder of the texts that they show.
_ONE_A_POST: tuple[PageMaker, ...] = (posts, markdown_copies)
_SHOWN: tuple[tuple[PageMaker, str], ...] = (
    (feeds, POSTS),
    (standing, PAGES),
    (not_found, PAGES),
    (terms, TAGS),
)


def with_other_bodies(
    plan: Plan, bodies: Mapping[str, Body], numbers: Sequence[Sequence[int]]
) -> tuple[Plan, tuple[Page, ...]]:
    """The plan that is made of the same site but for these bodies, by path; and those of its pages that are others.

    `numbers` are those of the posts among the texts, for each edition (`indexing/edited_index.py`).
    """
    found = {at: with_bodies(plan.pages[at], bodies) for at in _candidates(plan, bodies, numbers)}
    others = {at: page for at, page in found.items() if page is not plan.pages[at]}
    return replace(plan, pages=replaced(plan.pages, others)), tuple(others.values())


def _candidates(plan: Plan, paths: Iterable[str], numbers: Sequence[Sequence[int]]) -> Iterator[int]:
    """The numbers of all pages that may show one of the texts."""
    folders = {folder for _, folder in _SHOWN if any(path.startswith(f"content/{folder}/") for path in paths)}
    starts = [0, *accumulate(plan.shares)]
    makers = list(chain.from_iterable(PAGE_MAKERS for _ in numbers))
    for at, maker in enumerate(makers[: len(plan.shares)]):
        if maker in _ONE_A_POST and plan.shares[at]:
            yield from (starts[at] + number for number in numbers[at // len(PAGE_MAKERS)])
        elif any(maker is one and folder in folders for one, folder in _SHOWN):
            yield from range(starts[at], starts[at + 1])
