"""The words and signs of a language that rules of ingest go by: one value a language, read from its file.

Each class is a section of the file, each field a key of it; docs/ingest.md says how a file is written. A phrase may
have `*` for any words, or for any letters at the end or the beginning of a word.
"""

from typing import Literal

from msgspec import Struct

Phrases = tuple[str, ...]
Order = Literal["day", "month", "year"]


class Sentences(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """How sentences end. `stops` are the characters that end one.

    `spaced`: a sentence ends only where a space follows its stop. `cased`: a sentence begins with a capital.
    `abbreviations` never end a sentence ("z. B."); `units` end one only where the next begins with a capital and no
    digit ("12 км."). `ordinals`: a stop after a number makes it an ordinal ("12. November"). `quotes` are pairs.
    `continuations` are words after a quotation's end that go on with its sentence (と, 的).
    """

    stops: str
    spaced: bool
    cased: bool
    abbreviations: Phrases
    units: Phrases
    ordinals: bool
    quotes: Phrases
    continuations: Phrases = ()


class Dates(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """How dates are written. `months` and `weekdays` (from Monday) have every form of each name.

    `patterns` are dates in words, of `{day}`, `{month}` (a name), `{number}` (of a month), `{year}`; `figures` is the
    part that comes first in 05/03/2026; with `short_years`, 5.3.26 is a date. `published`, `updated` stand before the
    date of a text, `fillers` around its parts ("at", "o'clock"), `afternoon` beside a time of day after noon. `today`,
    `yesterday`, `tomorrow` are days that depend on when a text was written, `decades` the words by which a number is no
    day ("80-х", "80er").

    `solar_months` are those of the calendar of Iran and Afghanistan; with them a year like 1405 is one of it. `eras`
    count years from another one, as `{era}` in patterns: 1911 for 民國, whose 115th year is 2026.
    """

    months: tuple[Phrases, ...]
    weekdays: tuple[Phrases, ...]
    patterns: Phrases
    figures: Order
    published: Phrases
    updated: Phrases
    fillers: Phrases
    today: Phrases
    yesterday: Phrases
    tomorrow: Phrases
    decades: Phrases
    afternoon: Phrases = ()
    short_years: bool = False
    solar_months: tuple[Phrases, ...] = ()
    eras: dict[str, int] = {}


class Datelines(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """The words of datelines: `agencies` that send them, `particles` in lower case within places ("de", "am").

    `towns` open a text without an agency or a day, before a dash; in languages with capitals, the capital cities of the
    language's names are added when the file is read. `shapes` are datelines of which no signs keep the
    parts apart, of `{agency}`, `{place}`, `{date}` and `{names}` (of reporters): "{agency}{place}{date}电".
    """

    agencies: Phrases
    particles: Phrases
    towns: Phrases = ()
    shapes: Phrases = ()


class Bylines(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """The words of bylines: `labels` before a colon and a name ("Автор"), `openings` right before a name ("Von");
    after one that ends with `*`, a place comes before the name ("Z *": "Z Brukseli Jan Nowak").

    `credits` are labels of pictures and editing, whose names are no authors; `roles` follow a name ("Korrespondent").
    `joins` are words between two names ("und"). `desks` stand where a name would, and are no person ("Redaktion").
    """

    labels: Phrases
    openings: Phrases
    credits: Phrases
    roles: Phrases
    joins: Phrases
    desks: Phrases = ()


class Boilerplate(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Lines that are no part of an article, as phrases that the whole line must fit.

    `read_also` points to other articles; short lines may follow it. `sections` are labels above a headline. A whole
    sentence that fits one of `cookies` is cut only with one of `consent` ("we use", "this site"), else it is news.
    """

    read_also: Phrases
    subscribe: Phrases
    share: Phrases
    comments: Phrases
    cookies: Phrases
    copyright: Phrases
    notices: Phrases
    sections: Phrases
    consent: Phrases = ()


class Clauses(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """The words by which a clause is told. After a comma, one of these begins the next clause.

    `attribution` says who said it (", сообщил"); `contrast` begins a clause with its own statement (", aber"),
    `relative` one about a noun, `reason` one that adds a reason, a time or an aim (not a condition: without it, the
    rest is false). `additions` begin such words even without a comma ("après avoir"). `verbs` are finite verbs,
    `negation` denies; `leaning` are first words of sentences that only the sentence before explains ("Er", "Это").
    `complements` begin what is said or known ("dass"): after one, a beginning needs a verb of its own.
    `open_ends` are last words of a beginning that is no statement without what follows ("表示", "مشيرا إلى أن").
    `tails` end a sentence with who says it, where verbs come last; what is before them is a statement ("と発表した").
    """

    attribution: Phrases
    contrast: Phrases
    relative: Phrases
    reason: Phrases
    additions: Phrases
    verbs: Phrases
    negation: Phrases
    leaning: Phrases
    complements: Phrases = ()
    open_ends: Phrases = ()
    tails: Phrases = ()


class Table(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """The file of a language: its name in English and by its own speakers, its script, its most frequent words.

    `sources` are labels and phrases of lines that name the source of a text ("Quelle", "За даними *").
    """

    name: str
    own_name: str
    script: str
    frequent: Phrases
    sources: Phrases
    sentences: Sentences
    dates: Dates
    datelines: Datelines
    bylines: Bylines
    boilerplate: Boilerplate
    clauses: Clauses


class Language(Struct, frozen=True, eq=False):
    """The language of a text: its code (ISO 639-1) and table. English has none, but rules of its own."""

    code: str
    table: Table | None = None


ENGLISH = Language("en")
