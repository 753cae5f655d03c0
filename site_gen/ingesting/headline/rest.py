"""Where the rest of a clause may end and still be whole."""

from collections.abc import Iterator

from site_gen.ingesting.headline.verbs import verb_of
from site_gen.ingesting.headline.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    plain,
)

Words = tuple[str, ...]

_PARTICLES = frozenset(("out", "up", "off", "down", "back", "away", "over", "home", "in"))
# Verbs and nouns that go on with "to do"; without it they say something else.
_WANTS_TO = frozenset(
    (
        "able", "agree", "aim", "allow", "appeal", "appear", "ask", "attempt", "authorise", "authorize", "begin", "bid", "bill",
        "call", "commit", "continue", "convince", "decide", "decision", "decline", "direct", "due", "effort", "efforts", "enable",
        "encourage", "expect", "fail", "force", "have", "help", "hope", "intend", "invite", "like", "likely", "move", "need", "offer",
        "opt", "order", "permit", "persuade", "plan", "plans", "pledge", "prepare", "promise", "propose", "ready", "refuse", "remain",
        "require", "resolve", "say", "seek", "set", "start", "threaten", "tell", "try", "unable", "urge", "use", "vote", "vow", "want", "warn",
        "willing", "way", "work", "right",
    )
)  # fmt: skip
_LOOSE_END = (
    DETERMINERS | (PREPOSITIONS - _PARTICLES) | AUXILIARIES | CONJUNCTIONS | RELATIVES | SUBORDINATORS | PRONOUNS
    | frozenset(("to", "than", "more", "less", "very", "as", "its", "their", "least", "including", "such", "mln", "u.s", "-"))
)
_WITHOUT_OBJECT = frozenset(
    "die resign return arrive collapse reopen continue escape surrender retreat withdraw retire meet win fall rise flee erupt end begin".split()
)
_AFTER_COMMA = DETERMINERS | PREPOSITIONS | SUBORDINATORS | RELATIVES | CONJUNCTIONS | frozenset(("including", "one", "but", "part"))


def endings(verb: Words, rest: Words, passive: bool) -> Iterator[Words]:
    """The whole rest, and each shorter form that ends at a seam of its phrases."""
    low = [plain(word) for word in rest]
    if whole(rest) or not rest:
        yield rest
    main = _base(plain(verb[-1])) if verb else ""
    for at in range(1 if not passive and main not in _WITHOUT_OBJECT else 0, len(rest)):
        if _is_seam(rest, low, at, main) and (at == 0 or whole(rest[:at])):
            yield rest[:at]


def whole(words: Words) -> bool:
    """Whether nothing is left hanging at the end, and quotation marks and "between ... and" are closed."""
    if not words:
        return False
    low = [plain(word) for word in words]
    last = low[-1]
    if last in _LOOSE_END or words[-1] in (",", ";", ":"):
        return last in _PARTICLES and len(words) == 1 if last in PREPOSITIONS else False
    if words[-1].islower() and len(words) > 1 and _ends_in_verb(low, last):
        return False
    if "between" in low and "and" not in low[low.index("between") :]:
        return False
    if "both" in low and "and" not in low[low.index("both") :]:
        return False
    text = " ".join(words)
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _ends_in_verb(low: list[str], last: str) -> bool:
    past = verb_of(last, "past")
    if past and last != past.base:
        return True
    ing = verb_of(last, "ing")
    if ing and low[-2] in PREPOSITIONS | CONJUNCTIONS:
        return True
    base = verb_of(last, "base")
    return bool(base) and low[-2] == "to"


def _is_seam(words: Words, low: list[str], at: int, main: str) -> bool:
    word, before = low[at], low[at - 1] if at else ""
    following = low[at + 1] if at + 1 < len(words) else ""
    if words[at] == ",":
        return following in _AFTER_COMMA or verb_of(following, "ing") is not None
    if words[at] in (";", ":", "-"):
        return True
    if word == "to":
        wanted = before in _WANTS_TO or _base(before) in _WANTS_TO or (main in _WANTS_TO and "to" not in low[:at])
        return not wanted and at > 0
    if word in ("of", "than", "like") or before in ("more", "up", "such", "well", "not", "according"):
        return False
    if word in ("and", "but"):
        return verb_of(following, "past") is not None or following in AUXILIARIES or following in PRONOUNS
    if word in ("as", "at", "about", "around", "over", "up", "under") and following in ("least", "most", "many", "much", "well", "to"):
        return word == "as" and following == "well"
    if word in PREPOSITIONS or word in SUBORDINATORS or word in RELATIVES or word in ("including", "as"):
        return before not in PREPOSITIONS or word in SUBORDINATORS
    ing = verb_of(word, "ing")
    return ing is not None and at > 0 and words[at].islower() and before not in PREPOSITIONS | DETERMINERS and not verb_of(before, "ing") and before not in ("-",) and following in DETERMINERS | PREPOSITIONS


def _base(word: str) -> str:
    for form in ("past", "present", "participle", "ing"):
        verb = verb_of(word, form)  # type: ignore[arg-type]
        if verb:
            return verb.base
    return word
