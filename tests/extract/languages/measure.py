"""What ingest makes of the labelled texts in `articles/`; `python -m tests.extract.languages.measure` prints it."""

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Set
from functools import cache
from pathlib import Path

import msgspec

from site_gen.extract.table_rules.headline import LONGEST
from site_gen.ingest.derive import Derived, prepare_derive
from site_gen.ingest.seed_files import SeedFile, seed_files
from site_gen.model.seed import Article
from site_gen.model.settings import Settings
from site_gen.text.measure import width_of

FOLDER = Path(__file__).parent / "articles"
HALVES = ("dev", "held")
LANGUAGES = sorted(path.stem for path in (FOLDER / "held").glob("*.jsonl"))
_MODIFIED = 1_790_000_000
"""The files' time: of no day that a text was written on."""
_NAMES = re.compile(r"[,、]\s*|\s(?:und|y|et|i|e|та|и)\s")
_BEFORE_SENTENCE = re.compile(r"(?:\A|[.!?…。！？؟۔:：\]）】)»”\"」—–-])[\"'“„«「『(\s]*\Z|\n\W*\Z")


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and what a careful editor reads from it; `articles/README.md` says what each field has."""

    id: str
    language: str
    text: str
    lead: str
    dateline_place: str
    date: str | None
    date_kind: str
    countries: tuple[str, ...]
    byline: str
    tail: tuple[str, ...]
    last_paragraph: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of one text, by its labels. `date` is "right", "doubted" or "wrong"."""

    label: Labelled
    article: Article
    language: bool
    sentence: bool
    doubted_or_short: bool
    dateline_free: bool
    lead: bool
    date: str
    found: frozenset[str]
    last_paragraph: bool
    kept_tails: tuple[str, ...]
    byline: bool


def labelled(half: str, language: str) -> tuple[Labelled, ...]:
    """The texts of a language in one half."""
    lines = (FOLDER / half / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.convert(json.loads(line), Labelled) for line in lines)


@cache
def measured(half: str, language: str) -> tuple[Outcome, ...]:
    """What the real derivation makes of the texts of a language, each as the only seed of a site in English."""
    labels = labelled(half, language)
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for label in labels:
            path = seeds / f"{label.id}.txt"
            path.write_text(label.text, encoding="utf-8")
            os.utime(path, (_MODIFIED, _MODIFIED))
        derived = {Path(file.name).stem: _derive()((file,))[0] for file in seed_files(Path(folder)).files}
    return tuple(_outcome(label, derived[label.id]) for label in labels)


@cache
def _derive() -> Callable[[tuple[SeedFile, ...]], tuple[Derived, ...]]:
    return prepare_derive(Settings(), frozenset(), alternatives=False)


def _outcome(label: Labelled, derived: Derived) -> Outcome:
    article = derived.article
    assert article is not None, (label.id, derived.problems)
    doubts = {doubt.about for doubt in article.unsure}
    body, title = _squashed(article.body), _squashed(article.title)
    return Outcome(
        label=label,
        article=article,
        language=(article.language or "en").partition("-")[0] == label.language,
        sentence=_is_sentence(article.title, label),
        doubted_or_short=width_of(article.title) <= LONGEST or "headline" in doubts,
        dateline_free=_begins_at_lead(article.title, label),
        lead=_squashed(label.lead).startswith(title),
        date=_date(label, article, doubts),
        found=frozenset(one.iso3 for one in article.entities if one.iso3 and one.kind == "country"),
        last_paragraph=_squashed(label.last_paragraph) in body,
        kept_tails=tuple(line for line in label.tail if _squashed(line) and _squashed(line) in body),
        byline=bool(label.byline) and set(_NAMES.split(label.byline)) <= set(article.authors),
    )


def _date(label: Labelled, article: Article, doubts: Set[str]) -> str:
    """A date that is labelled must be found or doubted; where a text has none, whatever is taken must be doubted."""
    if label.date is not None and article.date.date().isoformat() == label.date:
        return "right"
    return "doubted" if "date" in doubts else "wrong"


def _is_sentence(title: str, label: Labelled) -> bool:
    """Whether a headline stands in the text from where a sentence, or its lead, begins, to where a word ends."""
    text = re.sub(r"[^\S\n]+", " ", label.text)
    places = [found.start() for found in re.finditer(re.escape(title), text)]
    lead = text.find(re.sub(r"[^\S\n]+", " ", label.lead))
    dense = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
    return any(
        (at == lead or _BEFORE_SENTENCE.search(text[:at]) is not None)
        and (not text[at + len(title) :][:1].isalnum() or dense.match(title[-1]) is not None)
        for at in places
    )


def _begins_at_lead(title: str, label: Labelled) -> bool:
    """Whether a headline that holds the lead's beginning begins with it, and not with the dateline before it."""
    beginning = _squashed(label.lead)[:20]
    place = _squashed(label.dateline_place)
    squashed = _squashed(title)
    is_place_first = bool(place) and squashed.startswith(place) and not _squashed(label.lead).startswith(place)
    return squashed.find(beginning) <= 0 and not is_place_first


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def f1(outcomes: tuple[Outcome, ...]) -> float:
    """The harmonic mean of precision and recall of the countries."""
    right = sum(len(one.found & set(one.label.countries)) for one in outcomes)
    found = sum(len(one.found) for one in outcomes)
    wanted = sum(len(set(one.label.countries)) for one in outcomes)
    return 2 * right / (found + wanted)


def complaints(one: Outcome) -> Iterator[str]:
    """What is not as labelled, in words."""
    if not one.language:
        yield f"language {one.article.language or 'en'}"
    if not one.sentence:
        yield f"no sentence of the text: {one.article.title!r}"
    if not one.doubted_or_short:
        yield f"long headline without a doubt: {one.article.title!r}"
    if not one.dateline_free:
        yield f"a dateline in the headline: {one.article.title!r}"
    if one.date == "wrong" or (one.date == "doubted" and one.label.date):
        yield f"date {one.date}: {one.article.date.date()} for {one.label.date} ({one.label.date_kind})"
    if one.found != set(one.label.countries):
        wanted = set(one.label.countries)
        yield f"countries: too many {sorted(one.found - wanted)}, missing {sorted(wanted - one.found)}"
    if not one.last_paragraph:
        yield f"lost: {one.label.last_paragraph}"
    if one.kept_tails:
        yield f"boilerplate kept: {one.kept_tails}"
    if one.label.byline and not one.byline:
        yield f"authors {one.article.authors} for {one.label.byline!r}"


def row(name: str, outcomes: tuple[Outcome, ...]) -> str:
    """A line of the table."""
    tails = sum(len(one.label.tail) for one in outcomes)
    kept = sum(len(one.kept_tails) for one in outcomes)
    figures = [
        str(len(outcomes)),
        str(sum(one.language for one in outcomes)),
        str(sum(one.sentence and one.doubted_or_short for one in outcomes)),
        str(sum(one.lead for one in outcomes)),
        str(sum(one.dateline_free for one in outcomes)),
        f"{sum(one.date == 'right' for one in outcomes)}/{sum(one.label.date is not None for one in outcomes)}",
        str(sum(one.date == "wrong" for one in outcomes)),
        f"{f1(outcomes):.2f}",
        str(sum(one.last_paragraph for one in outcomes)),
        f"{tails - kept}/{tails}",
        f"{sum(one.byline for one in outcomes)}/{sum(bool(one.label.byline) for one in outcomes)}",
    ]
    return f"{name:10}" + "".join(f"{figure:>11}" for figure in figures)


_HEADS = ("texts", "language", "sentence", "from lead", "no dateline", "date", "date wrong", "countries", "last par.", "tails cut", "bylines")  # fmt: skip # noqa: E501


def main(arguments: list[str]) -> None:
    """Print the table of both halves; with --show what is not as labelled, text by text."""
    lines = [f"{'':10}" + "".join(f"{head:>11}" for head in _HEADS)]
    for half in HALVES:
        everything: tuple[Outcome, ...] = ()
        for language in LANGUAGES:
            outcomes = measured(half, language)
            everything += outcomes
            lines.append(row(f"{half} {language}", outcomes))
            if "--show" in arguments:
                lines += [f"    {one.label.id}: {what}" for one in outcomes for what in complaints(one)]
        lines.append(row(half, everything))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
