"""The proofs: every page is made once behind, so that a mistake on a page that nobody opened is told, too."""

import time
from collections.abc import Iterator

from msgspec import Struct

from site_gen.model.ledger import SharedInputs
from site_gen.model.page import Page
from site_gen.model.problem import Problem
from site_gen.pipeline.render_pages import Cause, cause_of, of_pages
from site_gen.preview.preview_site import PreviewSite, PreviewSnapshot, reasons_since

_ENOUGH = 20  # different flaws, after which no more are looked for
_SPELL = 0.005  # seconds after which an edit may have its turn


class _CheckedPage(Struct, frozen=True):
    page: Page
    shared_inputs: SharedInputs
    page_errors: tuple[Problem, ...]


class BackgroundCheck:
    """The pages of the studio's present edition, proved one by one; what is wrong with them is `studio.flaws`.

    A flaw that one line causes on many pages is one, with their number. A page is proved again only where a build would
    make it again.
    """

    def __init__(self, preview_site: PreviewSite) -> None:
        self._studio = preview_site
        self._checked: dict[str, _CheckedPage] = {}
        self._pages: dict[Cause, dict[str, Problem]] = {}  # those that have a flaw, by their paths
        self._told: dict[Cause, Problem] = {}
        self._left: Iterator[Page] = iter(())
        self.are_done = True

    def begin(self) -> None:
        """Take the present edition. What was wrong is proved at once, so that a flaw goes, or stays, without a gap.

        Of a flaw of many pages one that still has it is enough; the others are proved again with all that follow.
        """
        current = self._studio.current
        if current is None:
            return
        tries = iter(range(2 * _ENOUGH))
        for cause in list(self._pages):
            pages = self._pages.pop(cause)
            for path in pages:
                # Its source may have been broken only for a while, of which neither edition knows: no proof holds.
                self._checked.pop(path, None)
            if any(self._has(current, path, cause) for path, _ in zip(pages, tries, strict=False)):
                self._pages[cause] = pages | self._pages[cause]
        self._settle()
        self._told = dict(zip(self._pages, self._studio.page_errors, strict=True))
        self._left = (file for file in current.files.values() if isinstance(file, Page))

    def go_on(self) -> bool:
        """Prove pages for a moment, or until one has a flaw that was not known; whether it has."""
        current = self._studio.current
        assert current is not None
        end = time.perf_counter() + _SPELL
        known = set(self._pages)
        while time.perf_counter() < end and self._pages.keys() <= known:
            page = next(self._left, None)
            if page is None:
                self._finish(current)
                return False
            self._prove(current, page)
        self._settle()
        return not self._pages.keys() <= known

    def untold(self) -> tuple[Problem, ...]:
        """Flaws that were not reported yet, and at the end those that are on more pages than was reported."""
        now = dict(zip(self._pages, self._studio.page_errors, strict=True))
        fresh = {cause: error for cause, error in now.items() if cause not in self._told}
        grown = {
            cause: error for cause, error in now.items() if self.are_done and self._told.get(cause, error) != error
        }
        self._told = {cause: error for cause, error in self._told.items() if cause in now} | fresh | grown
        return tuple((fresh | grown).values())

    def _has(self, current: PreviewSnapshot, path: str, cause: Cause) -> bool:
        """Whether a page, which is made again, has a flaw."""
        page = current.files.get(path)
        return isinstance(page, Page) and cause in map(cause_of, self._prove(current, page))

    def _prove(self, current: PreviewSnapshot, page: Page) -> tuple[Problem, ...]:
        """The flaws of a page, which is made unless it is still what was proved."""
        known = self._checked.get(page.path)
        page_errors = (
            known.page_errors if known and _stands(known, page, current) else self._studio.errors_of(current, page)
        )
        self._checked[page.path] = _CheckedPage(page, current.shared_inputs, page_errors)
        self._forget(page.path, {cause_of(error) for error in page_errors})
        for error in page_errors:
            self._pages.setdefault(cause_of(error), {})[page.path] = error
        return page_errors

    def _forget(self, path: str, but: set[Cause]) -> None:
        """A page has no flaws any more, but for some."""
        for cause in [cause for cause, pages in self._pages.items() if path in pages and cause not in but]:
            del self._pages[cause][path]
            if not self._pages[cause]:
                del self._pages[cause]

    def _settle(self) -> None:
        self._pages = {cause: pages for cause, pages in self._pages.items() if pages}
        self._studio.page_errors = tuple(
            of_pages(next(iter(pages.values())), len(pages)) for pages in self._pages.values()
        )
        self.are_done = len(self._pages) >= _ENOUGH

    def _finish(self, current: PreviewSnapshot) -> None:
        for path in self._checked.keys() - current.files.keys():
            del self._checked[path]
        for path in {path for pages in self._pages.values() for path in pages} - current.files.keys():
            self._forget(path, set())
        self._settle()
        self.are_done = True


def _stands(proof: _CheckedPage, page: Page, current: PreviewSnapshot) -> bool:
    """Whether a page is still what was proved."""
    if proof.page is page and proof.shared_inputs == current.shared_inputs:
        return True
    return not reasons_since(proof.page, proof.shared_inputs, page, current.shared_inputs)
