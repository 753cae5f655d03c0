"""The background check: every page is rendered once when it is quiet, so that errors on unopened pages are reported."""

import time
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from site_gen.model.ledger import SharedInputs
from site_gen.model.page import Page
from site_gen.model.picture import PictureView
from site_gen.model.problem import Problem
from site_gen.pipeline.render_pages import Cause, cause_of, of_pages
from site_gen.preview.preview_site import PreviewSite, PreviewSnapshot, reasons_since

_ENOUGH = 20  # different errors, after which no more are looked for
_SLICE = 0.005  # seconds after which an edit may have its turn


class _CheckedPage(Struct, frozen=True):
    page: Page
    shared_inputs: SharedInputs
    errors: tuple[Problem, ...]


class BackgroundCheck:
    """Checks the pages of the current snapshot one by one; their errors are put into `preview_site.page_errors`.

    An error that one line causes on many pages is one, with their number. A page is checked again only where a build
    would render it again. Pictures come last: the sizes that are missing take long, and seldom have an error.
    """

    def __init__(self, preview_site: PreviewSite) -> None:
        self._preview_site = preview_site
        self._checked: dict[str, _CheckedPage] = {}
        self._pages: dict[Cause, dict[str, Problem]] = {}  # the pages with each error, by path
        self._reported: dict[Cause, Problem] = {}
        self._left: Iterator[Page] = iter(())
        self._pictures: Iterator[Page] = iter(())
        self._number = 0  # of the snapshot that is checked
        self._few: set[str] | None = None  # the pages to check, where all others were checked; None: all
        self.has_only_pictures = False  # what is left
        self.is_done = True

    def restart(self) -> None:
        """Check the current snapshot. Known errors are checked at once, so that each goes, or stays, without a gap.

        Of an error on many pages one page that still has it is enough; the others are checked again with all the rest.
        """
        current = self._preview_site.current
        if current is None:
            return
        tries = iter(range(2 * _ENOUGH))
        again: set[str] = set()
        for cause in list(self._pages):
            pages = self._pages.pop(cause)
            again |= pages.keys()
            for path in pages:
                # Its source may have been broken for a while, which no snapshot shows: no result is reused.
                self._checked.pop(path, None)
            if any(self._has(current, path, cause) for path, _ in zip(pages, tries, strict=False)):
                self._pages[cause] = pages | self._pages[cause]
        self._update_errors()
        self._reported = dict(zip(self._pages, self._preview_site.page_errors, strict=True))
        self._few = self._few_after(current, again)
        self._left, self._pictures = (_pages(current, self._few, pictures=kind) for kind in (False, True))
        self.has_only_pictures = False

    def resume(self) -> bool:
        """Check pages for a moment, or until one has a new error; whether it has."""
        current = self._preview_site.current
        assert current is not None
        end = time.perf_counter() + _SLICE
        previous = set(self._pages)
        while time.perf_counter() < end and self._pages.keys() <= previous:
            page = next(self._left, None)
            if page is None and not self.has_only_pictures and (first := next(self._pictures, None)):
                self._left, self.has_only_pictures = chain((first,), self._pictures), True
                break
            if page is None:
                self._finish(current)
                return False
            self._check(current, page)
        self._update_errors()
        return not self._pages.keys() <= previous

    def unreported(self) -> tuple[Problem, ...]:
        """Errors that were not reported yet, and at the end those that are on more pages than was reported."""
        now = dict(zip(self._pages, self._preview_site.page_errors, strict=True))
        fresh = {cause: error for cause, error in now.items() if cause not in self._reported}
        complete = self.is_done or self.has_only_pictures
        grown = {cause: error for cause, error in now.items() if complete and self._reported.get(cause, error) != error}
        self._reported = {cause: error for cause, error in self._reported.items() if cause in now} | fresh | grown
        return tuple((fresh | grown).values())

    def _few_after(self, current: PreviewSnapshot, again: set[str]) -> set[str] | None:
        """The pages to check of a snapshot that differs from the last one in a few."""
        replaced, number, self._number = current.snapshot.replaced, self._number, current.number
        if self._few is None or replaced is None or current.number > number + 1:
            return None
        return self._few | again | {page.path for page in replaced}

    def _has(self, current: PreviewSnapshot, path: str, cause: Cause) -> bool:
        """Whether a page, which is checked again, has an error."""
        page = current.files.get(path)
        return isinstance(page, Page) and cause in map(cause_of, self._check(current, page))

    def _check(self, current: PreviewSnapshot, page: Page) -> tuple[Problem, ...]:
        """The errors of a page, which is rendered unless it is unchanged since it was checked."""
        previous = self._checked.get(page.path)
        is_current = previous is not None and _is_current(previous, page, current)
        errors = previous.errors if previous and is_current else self._preview_site.errors_of(current, page)
        self._checked[page.path] = _CheckedPage(page, current.shared_inputs, errors)
        self._forget(page.path, {cause_of(error) for error in errors})
        for error in errors:
            self._pages.setdefault(cause_of(error), {})[page.path] = error
        return errors

    def _forget(self, path: str, but: set[Cause]) -> None:
        """Drop the errors of a page, except for some."""
        for cause in [cause for cause, pages in self._pages.items() if path in pages and cause not in but]:
            del self._pages[cause][path]
            if not self._pages[cause]:
                del self._pages[cause]

    def _update_errors(self) -> None:
        self._pages = {cause: pages for cause, pages in self._pages.items() if pages}
        self._preview_site.page_errors = tuple(
            of_pages(next(iter(pages.values())), len(pages)) for pages in self._pages.values()
        )
        self.is_done = len(self._pages) >= _ENOUGH

    def _finish(self, current: PreviewSnapshot) -> None:
        if self._few is None:  # else no page has gone
            for path in self._checked.keys() - current.files.keys():
                del self._checked[path]
            for path in {path for pages in self._pages.values() for path in pages} - current.files.keys():
                self._forget(path, set())
        self._few = set()
        self._update_errors()
        self.is_done = True


def _is_current(checked: _CheckedPage, page: Page, current: PreviewSnapshot) -> bool:
    """Whether a page is unchanged since it was checked."""
    if checked.page is page and checked.shared_inputs == current.shared_inputs:
        return True
    return not reasons_since(checked.page, checked.shared_inputs, page, current.shared_inputs)


def _pages(current: PreviewSnapshot, few: set[str] | None, pictures: bool) -> Iterator[Page]:
    """The pages that are pictures, or all others; of a few paths where these are given."""
    files = current.files.values() if few is None else (current.files.get(path) for path in sorted(few))
    pages = (file for file in files if isinstance(file, Page))
    return (page for page in pages if isinstance(page.view, PictureView) == pictures)
