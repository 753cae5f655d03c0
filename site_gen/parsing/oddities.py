"""Warnings about a text: contradictory dates, an empty text."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from site_gen.model.post import Entry, SourceEntry, TagEntry
from site_gen.model.problem import Keys, Problem, ValueProblem
from site_gen.text.dates import day_month_year


def oddities(entry: SourceEntry) -> tuple[Problem | ValueProblem, ...]:
    """The warnings about a file that do not depend on the time; none about a draft, which is unfinished."""
    if isinstance(entry, TagEntry):
        return ()
    if entry.front.draft:
        return ()
    found: list[Problem | ValueProblem] = list(_contradictions(entry)) if isinstance(entry, Entry) else []
    if not entry.body.words:
        what = "The text is empty: readers get only a headline."
        found.append(Problem(entry.source.path, 0, 0, what, "Write it below the front matter, or add 'draft: true'."))
    return tuple(found)


def _contradictions(entry: Entry) -> Iterator[ValueProblem]:
    """Warnings about dates of a post that are before its publication, but cannot be."""
    front, since = entry.front, entry.date
    published = f"the post is of {day_month_year(entry.day)}"
    if front.updated and _is_before(front.updated, entry):
        what = f"'updated' is before the post's date: it says {day_month_year(front.updated)}, and {published}."
        yield _at(entry, ("updated",), what, "Correct one of them; readers see both.")
    for at, one in enumerate(front.corrections):
        if _is_before(one.date, entry):
            what = f"A correction is dated {day_month_year(one.date)}, and {published}."
            yield _at(entry, ("corrections", at, "date"), what, "Correct one of them; readers see both.")
    if front.expires and front.expires <= since:
        what = f"The post expires on {day_month_year(front.expires)}, and {published}: it is never shown."
        yield _at(entry, ("expires",), what, "Correct one of them, or remove the post.")


def _is_before(moment: datetime, entry: Entry) -> bool:
    """Whether a moment is before a post's; by day where either has no time of day."""
    zone = entry.date.tzinfo
    local = moment.astimezone(zone)
    has_clock = entry.timed and (local.hour or local.minute)
    return moment < entry.date if has_clock else local.date() < entry.date.date()


def early_dates(entry: Entry, as_of: datetime, zone: tzinfo = UTC) -> Iterator[tuple[datetime, ValueProblem]]:
    """Warnings about future dates of a published post, each with the moment from which it no longer applies.

    `zone` is the site's, in which days are named: moments from the ledger have lost their own.
    """
    if entry.date > as_of:
        return
    if entry.front.updated and entry.front.updated > as_of:
        what = f"'updated' is still to come: {day_month_year(entry.front.updated.astimezone(zone))}."
        yield entry.front.updated, _at(entry, ("updated",), what, "Readers see it already; write when it was updated.")
    for at, one in enumerate(entry.front.corrections):
        if one.date > as_of:
            what = f"A correction is dated in the future: {day_month_year(one.date.astimezone(zone))}."
            hint = "Readers see it already; write when it was made."
            yield one.date, _at(entry, ("corrections", at, "date"), what, hint)


def _at(entry: Entry, keys: Keys, what: str, hint: str) -> ValueProblem:
    return ValueProblem(entry.source.path, keys, what, hint)
