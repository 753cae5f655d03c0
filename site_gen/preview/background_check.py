"""The proofs: every page is made once behind, so that a mistake on a page that nobody opened is told, too."""

import time
from collections.abc import Iterator

from msgspec import Struct

from site_gen.model.ledger import Surroundings
from site_gen.model.page import Page
from site_gen.model.problem import Problem
from site_gen.pipeline.render_pages import Cause, cause_of, of_pages
from site_gen.preview.preview_site import Edition, Studio, reasons_since

_ENOUGH = 20  # different flaws, after which no more are looked for
_SPELL = 0.005  # seconds after which an edit may have its turn


class _Proof(Struct, frozen=True):
    page: Page
    surroundings: Surroundings
    flaws: tuple[Problem, ...]


class Proofs:
    """The pages of the studio's present edition, proved one by one; what is wrong with them is `studio.flaws`.

    A flaw that one line causes on many pages is one, with their number. A page is proved again only where a build would
    make it again.
    """

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._proofs: dict[str, _Proof] = {}
        self._pages: dict[Cause, dict[str, Problem]] = {}  # those that have a flaw, by their paths
        self._told: dict[Cause, Problem] = {}
        self._left: Iterator[Page] = iter(())
        self.are_done = True

    def begin(self) -> None:
        """Take the present edition. What was wrong is proved at once, so that a flaw goes, or stays, without a gap.

        Of a flaw of many pages one that still has it is enough; the others are proved again with all that follow.
        """
        edition = self._studio.edition
        if edition is None:
            return
        tries = iter(range(2 * _ENOUGH))
        for cause in list(self._pages):
            pages = self._pages.pop(cause)
            for path in pages:
                # Its source may have been broken only for a while, of which neither edition knows: no proof holds.
                self._proofs.pop(path, None)
            if any(self._has(edition, path, cause) for path, _ in zip(pages, tries, strict=False)):
                self._pages[cause] = pages | self._pages[cause]
        self._settle()
        self._told = dict(zip(self._pages, self._studio.flaws, strict=True))
        self._left = (file for file in edition.files.values() if isinstance(file, Page))

    def go_on(self) -> bool:
        """Prove pages for a moment, or until one has a flaw that was not known; whether it has."""
        edition = self._studio.edition
        assert edition is not None
        end = time.perf_counter() + _SPELL
        known = set(self._pages)
        while time.perf_counter() < end and self._pages.keys() <= known:
            page = next(self._left, None)
            if page is None:
                self._finish(edition)
                return False
            self._prove(edition, page)
        self._settle()
        return not self._pages.keys() <= known

    def untold(self) -> tuple[Problem, ...]:
        """Flaws that were not reported yet, and at the end those that are on more pages than was reported."""
        now = dict(zip(self._pages, self._studio.flaws, strict=True))
        fresh = {cause: flaw for cause, flaw in now.items() if cause not in self._told}
        grown = {cause: flaw for cause, flaw in now.items() if self.are_done and self._told.get(cause, flaw) != flaw}
        self._told = {cause: flaw for cause, flaw in self._told.items() if cause in now} | fresh | grown
        return tuple((fresh | grown).values())

    def _has(self, edition: Edition, path: str, cause: Cause) -> bool:
        """Whether a page, which is made again, has a flaw."""
        page = edition.files.get(path)
        return isinstance(page, Page) and cause in map(cause_of, self._prove(edition, page))

    def _prove(self, edition: Edition, page: Page) -> tuple[Problem, ...]:
        """The flaws of a page, which is made unless it is still what was proved."""
        known = self._proofs.get(page.path)
        flaws = known.flaws if known and _stands(known, page, edition) else self._studio.flaws_of(edition, page)
        self._proofs[page.path] = _Proof(page, edition.surroundings, flaws)
        self._forget(page.path, {cause_of(flaw) for flaw in flaws})
        for flaw in flaws:
            self._pages.setdefault(cause_of(flaw), {})[page.path] = flaw
        return flaws

    def _forget(self, path: str, but: set[Cause]) -> None:
        """A page has no flaws any more, but for some."""
        for cause in [cause for cause, pages in self._pages.items() if path in pages and cause not in but]:
            del self._pages[cause][path]
            if not self._pages[cause]:
                del self._pages[cause]

    def _settle(self) -> None:
        self._pages = {cause: pages for cause, pages in self._pages.items() if pages}
        self._studio.flaws = tuple(of_pages(next(iter(pages.values())), len(pages)) for pages in self._pages.values())
        self.are_done = len(self._pages) >= _ENOUGH

    def _finish(self, edition: Edition) -> None:
        for path in self._proofs.keys() - edition.files.keys():
            del self._proofs[path]
        for path in {path for pages in self._pages.values() for path in pages} - edition.files.keys():
            self._forget(path, set())
        self._settle()
        self.are_done = True


def _stands(proof: _Proof, page: Page, edition: Edition) -> bool:
    """Whether a page is still what was proved."""
    if proof.page is page and proof.surroundings == edition.surroundings:
        return True
    return not reasons_since(proof.page, proof.surroundings, page, edition.surroundings)
