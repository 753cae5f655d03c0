"""The account of an import: each item, each old address, each picture, each loss."""

import re
from typing import Literal

from msgspec import Struct

from site_gen.model.problem import Problem

QUERY = "query"
Outcome = Literal["new", "changed", "unchanged", "edited", "removed", "picture", "skipped"]


class Lost(Struct, frozen=True):
    """A loss of an item, by its place in the source."""

    place: str
    line: int
    what: str


class ItemReport(Struct, frozen=True, kw_only=True):
    """What became of an item. `words` and `kept` count its text; `why` says why it is a draft, skipped or left."""

    key: str
    place: str
    kind: str
    title: str
    outcome: Outcome
    why: str = ""
    path: str = ""
    draft: bool = False
    words: int = 0
    kept: int = 0
    lost_words: tuple[str, ...] = ()


class AddressReport(Struct, frozen=True):
    """By what an old address is answered: "page", "file", "alias", "redirect", "gone", or "" for nothing, and why.

    Those that are answered by their "query" need a host that looks at it.
    """

    address: str
    by: str
    to: str = ""
    why: str = ""


class Report(Struct, frozen=True, kw_only=True):
    """Everything about an import. `settings` are lines for site.yaml that it proposes, or has written."""

    source: str
    form: str
    dry_run: bool = False
    items: tuple[ItemReport, ...] = ()
    addresses: tuple[AddressReport, ...] = ()
    pictures: int = 0
    missing_pictures: dict[str, str] = {}
    dead_links: dict[str, str] = {}
    losses: tuple[Lost, ...] = ()
    settings: tuple[str, ...] = ()
    settings_written: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def words(self) -> int:
        """Words of all texts in the source."""
        return sum(one.words for one in self.items)

    @property
    def kept(self) -> int:
        """Those of them that are in the texts here."""
        return sum(one.kept for one in self.items)

    @property
    def recall(self) -> float:
        """The share of words that are kept; 1.0 without any."""
        return self.kept / self.words if self.words else 1.0

    def count(self, *outcomes: str) -> int:
        """How many items have one of these outcomes."""
        return sum(one.outcome in outcomes for one in self.items)

    @property
    def unanswered(self) -> tuple[AddressReport, ...]:
        """Old addresses that nothing answers."""
        return tuple(one for one in self.addresses if not one.by)


def kind_of(what: str) -> str:
    """A loss without what is its own: addresses, names and numbers, so that those of one kind are together."""
    bare = re.sub(r"'[^']*'|\S*(?:://|/|\.\w{2,4}\b)\S*|#\S+|\b\d+\b|\[[^\]]*\]|\{.*\}", "…", what)
    return re.sub(r"…(?:[\s:]*…)+", "…", bare)[:120]


def summary(report: Report) -> list[str]:
    """The account in a few lines."""
    files = [one for one in report.items if one.path]
    drafts = sum(one.draft for one in files)
    kinds = ", ".join(
        f"{count} {name}"
        for name, count in (
            ("new", report.count("new")),
            ("changed", report.count("changed")),
            ("unchanged", report.count("unchanged")),
            ("edited here and left alone", report.count("edited")),
            ("removed here and left out", report.count("removed")),
        )
        if count
    )
    answered = f"{len(report.addresses) - len(report.unanswered)} of {len(report.addresses)} answered"
    asked = sum(one.by == QUERY for one in report.addresses)
    answered += f"; {asked} of them by nginx, Apache, Caddy or Netlify alone, which look at queries" if asked else ""
    return [
        f"{report.form}: {len(report.items)} items",
        f"  posts and pages  {len(files)} ({kinds or 'none'}); {drafts} of them drafts",
        f"  pictures listed  {report.count('picture')}",
        f"  skipped          {report.count('skipped')}",
        f"  text             {report.recall:.2%} of {report.words:,} words kept",
        f"  addresses        {answered}",
        f"  files            {report.pictures} found, {len(report.missing_pictures)} missing",
        f"  losses           {len(report.losses)}",
    ]
