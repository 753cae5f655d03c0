"""The subject of a sentence, shortened, and whether it is one or many."""

from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS, plain, word_set

Words = tuple[str, ...]

_FIRM = word_set(
    """
    inc corp co ltd plc llc ag sa s.a s.p.a corporation incorporated limited gmbh
    """
)
_ARTICLES = frozenset(("the", "a", "an"))
_OPENS = (
    PREPOSITIONS
    | SUBORDINATORS
    | word_set(
        """
    today yesterday earlier later meanwhile however separately speaking according last also then so often now once
    sometimes perhaps instead moreover furthermore nearly still yet but and here first second third next well
    """
    )
)
_COUNTRIES = frozenset(("philippines", "netherlands", "honduras", "cyprus", "laos", "reuters", "maldives", "mauritius"))
_PLURAL_NAMES = (
    "ans", "qis", "lis", "nis", "this", "members", "ministers", "officials", "rebels", "democrats",
    "republicans",
    "sailors", "cadets", "guards", "workers", "airstrikes", "ships", "chiefs", "groups", "leaders", "sources",
)  # fmt: skip
_MANY = word_set(
    """
    people police men women troops airmen guardsmen servicemen marines policemen forces soldiers
    """
)
_PARTS = frozenset(("unit", "division", "subsidiary", "group"))
_UNSURE = frozenset(("aircraft", "military", "crew", "team", "staff", "headquarters", "series", "spacecraft"))
_ONE = frozenset(("united states", "united nations", "general dynamics", "white house"))


def shortened(subject: Words, articles: bool = False) -> tuple[Words, ...]:
    """Ways to name the subject, fullest first; empty where what stands before the verb is no subject."""
    segments = _segments(subject)
    if (plain(segments[0][0]) in _OPENS and not _is_quantity(segments[0])) or (
        len(segments) > 1 and _is_participial(segments[0])
    ):
        segments = _after_opening(segments)
    if not segments:
        return ()
    head = segments[0]
    whole = _joined(segments) if len(segments) > 1 and plain(segments[-1][0]) in ("and", "or") else head
    if ship := _ship(head):
        head = ship if articles else head
    forms = [whole, head, _core(head)] if articles else [_trimmed(whole), _trimmed(head), _trimmed(_core(head)), ship]
    return tuple(form for place, form in enumerate(forms) if form and form not in forms[:place])


def is_firm(subject: Words) -> bool:
    """Whether a company speaks: "Fluor Corp", "Lockheed Martin Corporation"."""
    head = _segments(subject)[0]
    return plain(head[-1]) in _FIRM or (
        plain(head[-1]) in _PARTS and any(plain(word.replace("'s", "")) in _FIRM for word in head)
    )


def is_plural(subject: Words) -> bool | None:
    """True for many, False for one, None where the words do not tell."""
    low = [plain(word) for word in subject]
    if not low:
        return None
    if len(low) == 1 and low[0] in ("i", "we", "you", "they"):
        return True
    if low[0] in ("i", "we", "you", "they", "these", "those", "both", "several", "many"):
        return True
    core = _core(subject)
    names = [plain(word) for word in core]
    if "and" in names:
        return None if names[0] in ("department", "ministry", "office") or core[-1][:1].isupper() else True
    while "of" in names[1:]:
        names = names[: names.index("of", 1)]
    head, capital = names[-1], len(names) > 1 and subject[len(names) - 1][:1].isupper()
    if head in _UNSURE or (head.isdigit() and low[0] != "uss"):
        return None
    if head in _MANY or low[0].isdigit():
        return True
    if " ".join(names[-2:]) in _ONE or not head.endswith("s") or head.endswith(("ss", "us", "'s", "’s")) or "-" in head:
        return False
    return head not in _COUNTRIES if not capital else head.endswith(_PLURAL_NAMES)


def _is_quantity(words: Words) -> bool:
    """Whether it counts, as "at least 40 soldiers" does."""
    if plain(words[0]) not in ("at", "about", "around", "over", "under", "up", "some", "near"):
        return False
    second = plain(words[1]) if len(words) > 1 else ""
    return second in ("least", "half", "dozens", "hundreds", "thousands", "one", "two", "three") or second[:1].isdigit()


def _is_participial(words: Words) -> bool:
    """Whether it opens as "speaking to reporters" or "led by a general" does."""
    word = plain(words[0])
    return len(words) > 1 and bool(
        verb_of(word, "ing") or (verb_of(word, "participle") and plain(words[1]) in PREPOSITIONS)
    )


def _segments(words: Words) -> list[Words]:
    segments: list[list[str]] = [[]]
    for word in words:
        if word == ",":
            segments.append([])
        else:
            segments[-1].append(word)
    return [tuple(segment) for segment in segments if segment] or [words]


def opens(words: Words) -> bool:
    """Whether a sentence begins with something that is not its subject."""
    return (plain(words[0]) in _OPENS and not _is_quantity(words)) or _is_participial(words)


def _after_opening(segments: list[Words]) -> list[Words]:
    """Past "On Thursday, Dec. 15, ..." and "After talks in Paris, France, ..."."""
    rest = segments[1:]
    while len(rest) > 1 and (
        any(word[:1].isdigit() for word in rest[0][1:2]) or plain(rest[0][0]) in _OPENS or rest[0][0] == "and"
    ):
        rest = rest[1:]
    if (
        len(rest) > 1
        and len(rest[0]) == 1
        and plain(rest[1][0]) in _ARTICLES
        and rest[1][0].islower()
        and len(rest) == 2
    ):
        return rest
    return rest


def _joined(segments: list[Words]) -> Words:
    words: list[str] = []
    for segment in segments:
        words += [*((",",) if words else ()), *segment]
    return tuple(words)


_SHIPS = word_set(
    """
    USS USNS USCGC HMS HMCS HMAS HMNZS INS JS ROKS FS ITS RFA SS MV
    """
)


def _ship(words: Words) -> Words:
    """The ship alone, without its class and kind: "Ohio-class submarine USS Florida"."""
    for at, word in enumerate(words):
        if (
            word in _SHIPS
            and at
            and "and" not in words
            and not any(plain(before) in PREPOSITIONS for before in words[:at])
        ):
            return words[at:]
    return ()


def _core(words: Words) -> Words:
    """Without what hangs on the noun: "the group led by ...", "the squadron at ..."; "of" stays."""
    low = [plain(word) for word in words]
    for at in range(1, len(words)):
        word = low[at]
        hangs = word in RELATIVES or word in ("including", "aboard", "based", "worth")
        if word in PREPOSITIONS and word not in ("of", "for") and low[at - 1] not in ("more", "up", "at", "because"):
            hangs = True
        if (
            word.islower()
            and words[at].islower()
            and at + 1 < len(low)
            and low[at + 1] in PREPOSITIONS
            and verb_of(word, "participle")
        ):
            hangs = not verb_of(word, "base")
        if hangs:
            return words[:at]
    return words


def _trimmed(words: Words) -> Words:
    if len(words) > 1 and plain(words[0]) in _ARTICLES:
        words = words[1:]
    if len(words) > 2 and plain(words[0]) in ("honorable", "honourable"):
        words = words[1:]
    if len(words) > 1 and plain(words[-1]) == "here":
        words = words[:-1]
    while len(words) > 1 and plain(words[-1]) in _FIRM:
        words = words[:-1]
    return words if (words and plain(words[0]) not in DETERMINERS - _ARTICLES) or len(words) > 1 else ()
