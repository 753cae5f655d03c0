"""The proofs: every page is made once behind, so that a mistake on a page that nobody opened is told, too."""

import time
from collections.abc import Iterator

from msgspec import Struct

from site_gen.model.ledger import Surroundings
from site_gen.model.page import Page
from site_gen.model.problem import Problem
from site_gen.serving.studio import Edition, Studio, reasons_since

_ENOUGH = 20  # different flaws, after which no more are looked for
_SPELL = 0.005  # seconds after which an edit may have its turn


class _Proof(Struct, frozen=True):
    page: Page
    surroundings: Surroundings
    flaws: tuple[Problem, ...]


class Proofs:
    """The pages of the studio's present edition, proved one by one; what is wrong with them is `studio.flaws`.

    A page is proved again only where a build would make it again.
    """

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._proofs: dict[str, _Proof] = {}
        self._left: Iterator[Page] = iter(())
        self.are_done = True

    def begin(self) -> None:
        """Take the present edition. What was wrong is proved at once, so that a flaw goes, or stays, without a gap."""
        edition = self._studio.edition
        if edition is None:
            return
        for path in [path for path, proof in self._proofs.items() if proof.flaws]:
            # Its source may have been broken only for a while, of which neither edition knows: no proof stands for it.
            del self._proofs[path]
            page = edition.files.get(path)
            if isinstance(page, Page):
                self._prove(edition, page)
        self._studio.flaws = tuple(dict.fromkeys(flaw for proof in self._proofs.values() for flaw in proof.flaws))
        self._left = (file for file in edition.files.values() if isinstance(file, Page))
        self.are_done = len(self._studio.flaws) >= _ENOUGH

    def go_on(self) -> tuple[Problem, ...]:
        """Prove pages for a moment, or until one is wrong; the flaws that were not known yet."""
        edition = self._studio.edition
        assert edition is not None
        end = time.perf_counter() + _SPELL
        while time.perf_counter() < end:
            page = next(self._left, None)
            if page is None:
                self._finish(edition)
                break
            if new := [flaw for flaw in self._prove(edition, page) if flaw not in self._studio.flaws]:
                self._studio.flaws += tuple(new)
                self.are_done = len(self._studio.flaws) >= _ENOUGH
                return tuple(new)
        return ()

    def _prove(self, edition: Edition, page: Page) -> tuple[Problem, ...]:
        """The flaws of a page, which is made unless it is still what was proved."""
        known = self._proofs.get(page.path)
        flaws = known.flaws if known and _stands(known, page, edition) else self._studio.flaws_of(edition, page)
        self._proofs[page.path] = _Proof(page, edition.surroundings, flaws)
        return flaws

    def _finish(self, edition: Edition) -> None:
        self.are_done = True
        for path in self._proofs.keys() - edition.files.keys():
            del self._proofs[path]


def _stands(proof: _Proof, page: Page, edition: Edition) -> bool:
    """Whether a page is still what was proved."""
    if proof.page is page and proof.surroundings == edition.surroundings:
        return True
    return not reasons_since(proof.page, proof.surroundings, page, edition.surroundings)
