"""The records of builds into one output folder: the ledger and the up-to-date record."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.ledger import Ledger, PageFact, Stamp, UpToDateRecord
from site_gen.model.problem import Problem
from site_gen.pipeline.elsewhere import Elsewhere
from site_gen.pipeline.text_edit import TextEdit
from site_gen.storage import ledger as ledgers
from site_gen.storage.ledger import StoredLedger
from site_gen.storage.output import Output
from site_gen.storage.state_file import Damaged
from site_gen.text.digest import digest


def record_path(ledger: Path) -> Path:
    """The file of the up-to-date record beside a ledger."""
    return ledger.with_suffix(".receipt")


def ledger_path(root: Path, state: str, output: str) -> Path:
    """The file of the ledger of builds into an output folder; `state` is where it is kept."""
    return root / state / f"ledger-{digest(str((root / output).absolute()).encode())[:12]}"


class Saved(Struct, frozen=True):
    """The tag of the ledger that was saved, with the record that belongs to it if there is one.

    It is empty where not all of that was saved; then the problems say why, if it should have been.
    """

    tag: bytes = b""
    problems: tuple[Problem, ...] = ()


class Records:
    """The records of the last build into a folder, or for a place `elsewhere`; `state` is where they are kept.

    A `clean` build reads none, an `unrecorded` one writes none.
    """

    def __init__(
        self,
        root: Path,
        state: str,
        output: str,
        clean: bool = False,
        elsewhere: Elsewhere | None = None,
        unrecorded: bool = False,
    ) -> None:
        self._state, self._clean, self._elsewhere, self._unrecorded = state, clean, elsewhere, unrecorded
        self._ledger_path = elsewhere.ledger if elsewhere else ledger_path(root, state, output)
        self._record_path = record_path(self._ledger_path)

    @cached_property
    def ledger(self) -> Ledger:
        """What the last build read and wrote."""
        return Ledger() if self._clean else ledgers.load(self._ledger_path)

    @property
    def record(self) -> UpToDateRecord | None:
        """The up-to-date record, by which a build has nothing to do, if there is one that belongs to the ledger."""
        if self._clean or (self._elsewhere is not None and not self._elsewhere.complete):
            return None
        record = ledgers.load_record(self._record_path)
        # An older one is valid, too: somebody put it back, or the one of the last build could not be saved.
        return record if record and record.texts.ledger == ledgers.seal_of(self._ledger_path) else None

    @property
    def exist(self) -> bool:
        """Whether any build has left a ledger, good or damaged."""
        return self._ledger_path.exists()

    def written(self) -> Mapping[str, Stamp]:
        """The stamps of the files that the last build left in the output folder, clean or not."""
        return {path: fact.stamp for path, fact in ledgers.load(self._ledger_path).pages.items()}

    def stored(self) -> StoredLedger | None:
        """The last build's ledger, of which only what is asked for is read."""
        return None if self._clean else ledgers.open_ledger(self._ledger_path)

    def save(self, ledger: Ledger, record: UpToDateRecord | None, output: Output) -> Saved:
        """Save what was built. Where that fails, the site is complete all the same, and the next build is slower."""
        save = partial(ledgers.save, self._ledger_path, ledger)
        return self._saved(save, record, output, frozenset(ledger.pages))

    def save_edit(self, edit: TextEdit, written: Mapping[str, PageFact], output: Output) -> Saved:
        """As `save`, after a build in which only texts were edited."""
        save = partial(ledgers.save_patched, self._ledger_path, edit.sections(written))
        return self._saved(save, edit.record_of(written), output, output.owned)

    def _saved(
        self, save_ledger: Callable[[], bytes], record: UpToDateRecord | None, output: Output, paths: frozenset[str]
    ) -> Saved:
        if self._unrecorded:
            return Saved()
        try:
            output.settle(paths)
            tag = save_ledger()
            if record is not None:
                ledgers.save_record(self._record_path, replace(record, texts=replace(record.texts, ledger=tag)))
            else:
                self._record_path.unlink(missing_ok=True)
        except (OSError, Damaged) as error:
            output.abandon()
            why = error.strerror if isinstance(error, OSError) else "the last one is damaged"
            what = f"The site is built, but the record of the build could not be saved: {why}."
            hint = "Free some space, or check who owns the folder; the next build then repairs it."
            return Saved(problems=(Problem(self._state, 0, 0, what, hint),))
        return Saved(tag)
