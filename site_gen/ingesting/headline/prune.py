"""What an editor takes out of a sentence, branch by branch of its tree, from the outside in, until it fits.

Each rule names the branches it takes, with an example; its tests are the examples. A branch that limits, denies or
hedges the rest is never taken, nor a part of a quotation, nor half of a coordination of equals.
"""

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from site_gen.ingesting.headline.lexicon import (
    ASKS_TO,
    BACKGROUND,
    CONDITIONS,
    DAYS,
    FILLERS,
    GENERIC,
    HEDGES,
    LIMITING,
    LOCATIONS,
    MONTHS,
    NOUNS_REQUIRE,
    OFFICES,
    REQUIRED,
    TIMES,
    TITLES,
)
from site_gen.ingesting.headline.statement import base_of
from site_gen.ingesting.syntax import Tree

Test = Callable[[Tree, int], bool]


class Pruning(Struct, frozen=True):
    """One rule. `stage` 0 is taken always, the others only where the headline is too long, in their order.

    `example` is a sentence, and the words that go from it.
    """

    name: str
    stage: int
    takes: Test
    example: tuple[str, str]


def _low(tree: Tree, at: int) -> str:
    return tree.lowered[at]


def _spoken(tree: Tree, at: int) -> list[str]:
    return [tree.lowered[place] for place in tree.subtree(at)]


def _label(tree: Tree, at: int) -> str:
    return tree.words[at].label


def _head(tree: Tree, at: int) -> int:
    return tree.words[at].head


def _is_verbal(tree: Tree, at: int) -> bool:
    return at >= 0 and tree.words[at].tag[:2] in ("VB", "MD")


def _after_comma(tree: Tree, at: int) -> bool:
    first = tree.left_edge(at)
    return first > 0 and tree.words[first - 1].text in (",", "–", "—", "--", "-", "(")


def _tells_day(tree: Tree, at: int) -> bool:
    """ "on Friday", "late Monday", "earlier this week", "in a statement on Sunday"."""
    words = _spoken(tree, at)
    return (
        len(words) <= 9
        and not is_past_year(tree, at)
        and bool(TIMES & set(words))
        and not _tells_amount(tree, at)
        and all(word in _AROUND_DAYS or word in TIMES or not word.strip("0123456789:.thstndr-–") for word in words)
    )


_AROUND_DAYS = frozenset(
    [
        "on",
        "at",
        "in",
        "during",
        "late",
        "earlier",
        "early",
        "later",
        "this",
        "last",
        "next",
        "the",
        "of",
        ",",
        "–",
        "-",
        "a",
        "and",
        "from",
        "to",
        "past",
        "same",
        "that",
        "first",
        "second",
        "third",
        "mid",
        "a.m.",
        "p.m.",
        "am",
        "pm",
        "gmt",
        "est",
        "edt",
        "utc",
        "local",
        "time",
        "ago",
        "two",
        "three",
        "four",
        "few",
        "several",
        "couple",
    ]
)


def is_past_year(tree: Tree, at: int) -> bool:
    """A time so far back that the verb before it stays in the past: "last year", "in 2014", "two years ago"."""
    words = set(_spoken(tree, at))
    return (
        _label(tree, at) in ("npadvmod", "prep", "advmod")
        and len(words) <= 5
        and (
            (bool({"last", "previous"} & words) and bool({"year", "decade", "century"} & words))
            or ("ago" in words and bool({"year", "years", "decade", "decades"} & words))
            or (
                _low(tree, at) == "in"
                and any(len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() for word in words)
            )
        )
    )


_is_past_year = is_past_year


def past_years(tree: Tree) -> tuple[int, ...]:
    """Where such times stand."""
    return tuple(
        word.index
        for word in tree.words
        if word.label in ("npadvmod", "prep", "advmod") and is_past_year(tree, word.index)
    )


def _tells_amount(tree: Tree, at: int) -> bool:
    """A length of time is news ("for three years"), a day is not."""
    words = set(_spoken(tree, at))
    return bool(words & {"years", "months", "weeks", "days", "hours", "minutes", "decades"}) and not words & {
        "ago",
        "last",
    }


def _is_day(tree: Tree, at: int) -> bool:
    return _label(tree, at) in ("npadvmod", "tmod") and _low(tree, _head(tree, at)) != "ago" and _tells_day(tree, at)


def _is_day_phrase(tree: Tree, at: int) -> bool:
    return (
        _label(tree, at) == "prep"
        and _low(tree, at) in ("on", "at", "in", "during", "late", "earlier", "early")
        and (
            _tells_day(tree, at)
            and bool((DAYS | MONTHS | {"week", "month", "year", "weekend", "moment"}) & set(_spoken(tree, at)))
        )
    )


def _is_day_adverb(tree: Tree, at: int) -> bool:
    return (
        _label(tree, at) == "advmod"
        and _is_verbal(tree, _head(tree, at))
        and bool({*_spoken(tree, at)} & (DAYS | {"earlier", "late", "later"}))
        and len(_spoken(tree, at)) <= 4
    )


def _is_bare_participle(tree: Tree, at: int) -> bool:
    """A participle behind its noun of which only the day would be left: "the plan unveiled on Thursday"."""
    inside = tree.subtree(at)
    return (
        _label(tree, at) == "acl"
        and tree.words[at].tag == "VBN"
        and len(inside) > 1
        and all(_is_day(tree, child) or _is_day_phrase(tree, child) for child in tree.children(at))
    )


def _is_filler(tree: Tree, at: int) -> bool:
    return _label(tree, at) in ("advmod", "intj") and _low(tree, at) in FILLERS and len(tree.subtree(at)) == 1


def _is_leading_link(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "cc" and at == 0


def _in_brackets(tree: Tree, at: int) -> bool:
    first, last = tree.subtree(at)[0], tree.subtree(at)[-1]
    return (
        first > 0
        and last + 1 < len(tree.words)
        and tree.words[first - 1].text in "(["
        and tree.words[last + 1].text in ")]"
    )


def _is_apposition(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "appos" and _after_comma(tree, at) and is_closed(tree, at) and not _is_region(tree, at)


def _is_region(tree: Tree, at: int) -> bool:
    """The state or province that says which town is meant: "Lebanon, Pennsylvania"."""
    inside = tree.subtree(at)
    before = [tree.words[place] for place in range(max(0, inside[0] - 2), inside[0])]
    return (
        len(before) == 2
        and before[0].tag == "NNP"
        and before[1].text == ","
        and len(inside) <= 3
        and all(tree.words[place].tag in ("NNP", ".", ",") for place in inside)
        and is_closed(tree, at)
    )


def _is_aside(tree: Tree, at: int) -> bool:
    return _label(tree, at) in ("relcl", "acl") and _after_comma(tree, at) and is_closed(tree, at)


def _is_loose_noun(tree: Tree, at: int) -> bool:
    """A noun behind a comma that nothing but the comma joins: the region after a town, a verdict at the end."""
    word = tree.words[at]
    if word.label not in ("npadvmod", "dep", "appos", "oprd") or not _after_comma(tree, at) or word.tag[:1] != "N":
        return False
    if _is_region(tree, at):
        return False
    last = tree.subtree(at)[-1] >= len(tree.words) - 2
    return word.label == "npadvmod" or (last and tree.words[tree.left_edge(at)].text.lower() in ("a", "an", "the"))


def is_closed(tree: Tree, at: int) -> bool:
    """Whether what began behind a comma ends before one, or ends the sentence: else it is no aside."""
    after = tree.subtree(at)[-1] + 1
    return (
        after >= len(tree.words)
        or tree.words[after].tag in (",", ".", ":", "-RRB-", "''", "HYPH")
        or not tree.words[after].text[0].isalnum()
    )


def _is_scene(tree: Tree, at: int) -> bool:
    """ "in a statement", "in an interview with the BBC", "at a news conference", "during a visit"."""
    words = set(_spoken(tree, at))
    places = {
        "statement",
        "interview",
        "conference",
        "speech",
        "tweet",
        "post",
        "briefing",
        "remarks",
        "release",
        "letter",
        "visit",
    }
    return (
        _label(tree, at) == "prep"
        and _low(tree, at) in ("in", "at", "during", "on", "via", "through")
        and bool(places & words)
        and (_is_verbal(tree, _head(tree, at)) and base_of(tree, _head(tree, at)) in _UTTERANCE)
    )


_UTTERANCE = frozenset(["say", "tell", "announce", "warn", "claim", "add", "state", "note", "confirm", "reveal"])


def _is_tail(tree: Tree, at: int) -> bool:
    """A clause after the news: "…, opposing a plan that …", "… as its troops withdrew"; not where the verb says nothing."""
    if base_of(tree, _head(tree, at)) in ("come", "occur", "happen", "follow", "arise", "take", "remain", "be"):
        return False
    return _label(tree, at) == "advcl" and at > _head(tree, at) and not _is_purpose(tree, at)


def _is_front(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "advcl" and at < _head(tree, at)


def _is_purpose(tree: Tree, at: int) -> bool:
    first = tree.subtree(at)
    return tree.words[at].tag == "VB" and any(tree.words[place].tag == "TO" for place in first[:3])


def _is_late_purpose(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "advcl" and _is_purpose(tree, at)


def _is_second_clause(tree: Tree, at: int) -> bool:
    """ "… and said it would …": the second thing that the subject does."""
    return (
        _label(tree, at) == "conj"
        and _is_verbal(tree, at)
        and _label(tree, _head(tree, at)) in ("ROOT", "ccomp")
        and (
            any(
                _low(tree, child) in ("and", ";") and _label(tree, child) in ("cc", "punct")
                for child in tree.children(_head(tree, at))
            )
        )
    )


def _is_background(tree: Tree, at: int) -> bool:
    return (
        _label(tree, at) == "prep" and _low(tree, at) in BACKGROUND and (_is_free(tree, at) or _after_comma(tree, at))
    )


def _is_outer_place(tree: Tree, at: int) -> bool:
    """Where it happened, when the verb does not ask for it."""
    return (
        _label(tree, at) == "prep"
        and _low(tree, at) in LOCATIONS
        and _is_free(tree, at)
        and any(tree.words[place].tag in ("NNP", "NNPS") for place in tree.subtree(at))
    )


def _is_direction(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "advmod" and _low(tree, at) in _DIRECTIONS and len(tree.subtree(at)) > 1


_DIRECTIONS = frozenset(
    [
        "east",
        "west",
        "north",
        "south",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "outside",
        "close",
        "away",
        "near",
    ]
)


def _is_free(tree: Tree, at: int) -> bool:
    """A phrase of a verb that stands without it: not the first one behind a verb that asks for it."""
    head = _head(tree, at)
    if not _is_verbal(tree, head) or at == head + 1:
        return False
    if (base_of(tree, head), _low(tree, at)) in REQUIRED:
        return False
    before = {_label(tree, other) for other in tree.children(head) if head < other < at}
    if "prep" in before:
        return True
    if _low(tree, at) not in BACKGROUND and not before & {
        "dobj",
        "attr",
        "acomp",
        "xcomp",
        "ccomp",
        "agent",
        "dative",
        "oprd",
    }:
        return _is_passive(tree, head) and _low(tree, at) in LOCATIONS
    return True


def _is_passive(tree: Tree, verb: int) -> bool:
    return any(_label(tree, child) in ("auxpass", "nsubjpass") for child in tree.children(verb))


def _is_fronted(tree: Tree, at: int) -> bool:
    """A phrase before the subject, set off by a comma."""
    head = _head(tree, at)
    last = tree.subtree(at)[-1]
    return (
        _label(tree, at) == "prep"
        and _is_verbal(tree, head)
        and at < head
        and last + 1 < head
        and tree.words[last + 1].text == ","
    )


def _is_described(tree: Tree, noun: int) -> bool:
    """A noun that says enough alone: a name, or one with an adjective, a number, a possessor before it."""
    return tree.words[noun].tag in ("NNP", "NNPS") or any(
        child < noun and _label(tree, child) in ("compound", "amod", "poss", "nummod") for child in tree.children(noun)
    )


def _is_inner_phrase(tree: Tree, at: int) -> bool:
    head = _head(tree, at)
    return (
        _label(tree, at) == "prep"
        and not _is_verbal(tree, head)
        and head >= 0
        and _low(tree, at) not in ("of", "to", "than", "as", "like")
        and (tree.words[head].tag[:1] == "N" and _low(tree, head) not in GENERIC and _is_described(tree, head))
    )


def _is_any_phrase(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "prep" and _is_free(tree, at) and _low(tree, at) not in ("to", "of", "by", "as", "into")


def _is_late_clause(tree: Tree, at: int) -> bool:
    """A clause or participle on a noun that others describe already."""
    head = _head(tree, at)
    return (
        _label(tree, at) == "acl"
        and tree.words[at].tag in ("VBN", "VBG")
        and head >= 0
        and _low(tree, head) not in GENERIC
        and any(
            _label(tree, child) in ("compound", "amod", "poss") or tree.words[head].tag == "NNP"
            for child in tree.children(head)
        )
        and _label(tree, head) not in ("nsubj", "nsubjpass")
    )


def _is_deep_of(tree: Tree, at: int) -> bool:
    head = _head(tree, at)
    return (
        _label(tree, at) == "prep"
        and _low(tree, at) in ("of", "to")
        and head >= 0
        and _label(tree, head) == "pobj"
        and (tree.words[head].tag[:1] == "N" and _is_described(tree, head) and _low(tree, head) not in GENERIC)
    )


def _is_courtesy(tree: Tree, at: int) -> bool:
    return _label(tree, at) == "compound" and _low(tree, at) in TITLES


def _is_first_name(tree: Tree, at: int) -> bool:
    """The first name between an office and a last name: "Prime Minister Jacques Chirac"."""
    word = tree.words[at]
    if word.label != "compound" or word.tag != "NNP" or at == 0 or word.head != _end_of_name(tree, at):
        return False
    before = _low(tree, at - 1)
    return before in OFFICES and tree.words[word.head].tag == "NNP" and not tree.words[word.head].text.isupper()


def _end_of_name(tree: Tree, at: int) -> int:
    return at + 1 if at + 1 < len(tree.words) and tree.words[at + 1].text[1:] != "." else at + 2


def _is_restrictive(tree: Tree, at: int) -> bool:
    head = _head(tree, at)
    return (
        _label(tree, at) in ("relcl", "acl")
        and head >= 0
        and _low(tree, head) not in GENERIC
        and _is_described(tree, head)
    )


def _is_minor(tree: Tree, at: int) -> bool:
    """The second of two that belongs to the first: "arms makers and their suppliers"."""
    return _label(tree, at) == "conj" and tree.words[at].tag[:1] == "N" and at > _head(tree, at) and any(
        tree.words[child].tag == "PRP$" for child in tree.children(at)
    )


def _is_result(tree: Tree, at: int) -> bool:
    return (
        _label(tree, at) == "advcl"
        and _is_purpose(tree, at)
        and at > _head(tree, at)
        and any(_label(tree, child) == "dobj" for child in tree.children(_head(tree, at)))
    )


def _is_last_resort(tree: Tree, at: int) -> bool:
    """Whatever a clause can be cut by without breaking it."""
    head = _head(tree, at)
    if head < 0 or at < head:
        return False
    label = _label(tree, at)
    if label in ("relcl", "advcl", "acl", "npadvmod", "appos") or (label == "advmod" and len(tree.subtree(at)) > 1):
        return _low(tree, head) not in GENERIC
    return label == "prep" and (
        _is_free(tree, at) if _is_verbal(tree, head) else _low(tree, head) not in GENERIC and _low(tree, at) != "of"
    )


def _is_article(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    if word.label != "det" or word.text not in ("the", "a", "an") or len(tree.subtree(at)) > 1:
        return False
    after = tree.words[at + 1].text.lower() if at + 1 < len(tree.words) else ""
    return after not in ("same", "half", "third", "quarter", "fifth", "tenth", "dozen", "hundred", "thousand", "million", "billion", "few", "little", "lot", "number", "most", "other")


RULES: tuple[Pruning, ...] = (
    Pruning("past year", 3, _is_past_year, ("Trade fell by a tenth last year.", "last year")),
    Pruning("day", 0, _is_day, ("Officials met Tuesday in Oslo.", "Tuesday")),
    Pruning("day", 0, _is_day_phrase, ("The navy sank a boat on Friday.", "on Friday")),
    Pruning("day", 0, _is_day_adverb, ("Troops left earlier today.", "earlier today")),
    Pruning("dated", 0, _is_bare_participle, ("The plan unveiled on Friday angered allies.", "unveiled on Friday")),
    Pruning("filler", 0, _is_filler, ("The army also sent tanks.", "also")),
    Pruning("link", 0, _is_leading_link, ("And the army sent tanks.", "And")),
    Pruning("brackets", 0, _in_brackets, ("The agency (known as NAA) fined two banks.", "known as NAA")),
    Pruning("apposition", 0, _is_apposition, ("Ada Berg, the Danish minister, resigned.", "the Danish minister")),
    Pruning("loose noun", 0, _is_loose_noun, ("Berlin closed the port, a blow to trade.", "a blow to trade")),
    Pruning("aside", 0, _is_aside, ("The ship, which sank in May, was raised.", "which sank in May")),
    Pruning("scene", 0, _is_scene, ("He warned in a speech that troops may leave.", "in a speech")),
    Pruning("courtesy", 0, _is_courtesy, ("Ministers met Sir Alan Brook.", "Sir")),
    Pruning("first name", 1, _is_first_name, ("Talks opened with President Jorge Lima.", "Jorge")),
    Pruning("tail", 1, _is_tail, ("The army sent tanks, hoping to hold the town.", "hoping to hold the town")),
    Pruning("front", 1, _is_front, ("Hoping to hold the town, the army sent tanks.", "Hoping to hold the town")),
    Pruning("fronted", 1, _is_fronted, ("With an eye on costs, Berlin sent tanks.", "With an eye on costs")),
    Pruning("background", 1, _is_background, ("Berlin sent aid amid protests.", "amid protests")),
    Pruning("second", 1, _is_second_clause, ("The army sent tanks and called up men.", "called up men")),
    Pruning("article", 2, _is_article, ("The navy bought a ship.", "a")),
    Pruning("direction", 3, _is_direction, ("The army holds a hill east of the town.", "east of the town")),
    Pruning("place", 3, _is_outer_place, ("Police arrested a man in the port of Ostend.", "in the port of Ostend")),
    Pruning("detail", 4, _is_inner_phrase, ("Berlin ordered tanks with new engines.", "with new engines")),
    Pruning("clause", 5, _is_late_clause, ("Berlin ordered Leopard tanks built in Kassel.", "built in Kassel")),
    Pruning("purpose", 6, _is_late_purpose, ("Berlin sent ships to guard the strait.", "to guard the strait")),
    Pruning("phrase", 7, _is_any_phrase, ("Berlin ordered tanks for the new brigade.", "for the new brigade")),
    Pruning("minor", 5, _is_minor, ("Berlin fined makers and their suppliers.", "their suppliers")),
    Pruning("of", 8, _is_deep_of, ("Police searched the house of a friend of the suspect.", "of the suspect")),
    Pruning("which", 9, _is_restrictive, ("Berlin ordered new tanks that climb walls.", "that climb walls")),
    Pruning("last resort", 10, _is_last_resort, ("Berlin ordered tanks that climb walls.", "that climb walls")),
    Pruning("result", 9, _is_result, ("Berlin asked four states to send tanks.", "to send tanks")),
)
LAST = max(rule.stage for rule in RULES)
_LABELS: dict[str, str] = {
    "day": "npadvmod tmod prep advmod",
    "past year": "npadvmod prep advmod",
    "dated": "acl",
    "filler": "advmod intj",
    "link": "cc",
    "apposition": "appos",
    "loose noun": "npadvmod dep appos oprd",
    "aside": "relcl acl",
    "scene": "prep",
    "courtesy": "compound",
    "first name": "compound",
    "tail": "advcl",
    "front": "advcl",
    "fronted": "prep",
    "background": "prep",
    "second": "conj",
    "article": "det",
    "direction": "advmod",
    "place": "prep",
    "detail": "prep",
    "clause": "acl",
    "purpose": "advcl",
    "phrase": "prep",
    "of": "prep",
    "which": "relcl acl",
    "result": "advcl",
    "last resort": "relcl advcl acl npadvmod appos advmod prep",
}
"""The labels that a rule looks at; none means all."""


@cache
def _rules_of(label: str) -> tuple[Pruning, ...]:
    return tuple(rule for rule in RULES if rule.name not in _LABELS or label in _LABELS[rule.name].split())


def prunings(tree: Tree, clause: int) -> tuple[tuple[frozenset[int], ...], ...]:
    """The branches of a clause that may go, by stage, from its end on."""
    quoted = _quoted(tree)
    found: list[list[frozenset[int]]] = [[] for _ in range(LAST + 1)]
    for at in reversed(tree.subtree(clause)):
        if at == clause:
            continue
        for stage in sorted({rule.stage for rule in _rules_of(_label(tree, at)) if rule.takes(tree, at)}):
            if _may_go(tree, at, quoted, stage):
                found[stage].append(_branch(tree, at))
    return tuple(map(tuple, found))


def _branch(tree: Tree, at: int) -> frozenset[int]:
    """A branch with the brackets or the conjunction that would stand alone without it."""
    branch = set(tree.subtree(at))
    first, last = min(branch), max(branch)
    if (
        first > 0
        and last + 1 < len(tree.words)
        and tree.words[first - 1].text in "(["
        and tree.words[last + 1].text in ")]"
    ):
        branch |= {first - 1, last + 1}
    while len(branch) > 1 and _label(tree, max(branch)) in ("cc", "punct") and tree.words[max(branch)].text not in ")]”\"":
        branch.discard(max(branch))
    if _label(tree, at) == "conj":
        links = [
            child for child in tree.children(_head(tree, at)) if _label(tree, child) in ("cc", "preconj") and child < at
        ]
        branch |= set(links[-1:])
    return frozenset(branch)


def _may_go(tree: Tree, at: int, quoted: tuple[int, ...], stage: int) -> bool:
    branch = tree.subtree(at)
    if stage and (_is_part_of_name(tree, at) or (stage < 10 and _is_asked_for(tree, at))):
        return False
    if _label(tree, at) == "prep" and not tree.children(at):
        return False
    if _label(tree, at) == "acl" and tree.words[at].tag == "VB" and _low(tree, _head(tree, at)) in ASKS_TO:
        return False
    after = branch[-1] + 1
    while after < len(tree.words) and tree.words[after].text == ",":
        after += 1
    if (
        stage
        and after < len(tree.words)
        and _label(tree, after) == "cc"
        and _head(tree, after) < branch[0]
        and _label(tree, at) != "conj"
    ):
        return False  # what "and" joins may well belong to this branch
    if any(quoted[place] != quoted[branch[0]] for place in branch) and not _whole_quotes(tree, branch):
        return False
    if quoted[at] and quoted[at] == quoted[_head(tree, at)]:
        return False
    words = {_low(tree, place) for place in branch[:3]} | {_low(tree, at)}
    if stage and words & CONDITIONS:
        return False
    if len(branch) == 1:
        return _low(tree, at) not in HEDGES
    return True


def _is_part_of_name(tree: Tree, at: int) -> bool:
    """ "House of Representatives", "Ministry for Foreign Affairs"."""
    head = _head(tree, at)
    if _label(tree, at) != "prep" or head < 0 or _low(tree, at) not in ("of", "for"):
        return False
    noun = next((child for child in tree.children(at) if _label(tree, child) == "pobj"), head)
    return noun != head and tree.words[noun].tag in ("NNP", "NNPS") and tree.words[head].tag in ("NNP", "NNPS")


def _is_asked_for(tree: Tree, at: int) -> bool:
    """What says of which the first, the only or the largest is one."""
    head = _head(tree, at)
    if _label(tree, at) not in ("prep", "acl", "relcl") or head < 0:
        return False
    if (_low(tree, head), _low(tree, at)) in NOUNS_REQUIRE:
        return True
    nouns = (
        [head]
        if not _is_verbal(tree, head)
        else [
            child
            for child in tree.children(head)
            if head < child < at and _label(tree, child) in ("dobj", "attr", "oprd")
        ]
    )
    return any(
        _low(tree, child) in LIMITING or tree.words[child].tag in ("JJS", "RBS")
        for noun in nouns
        for child in tree.children(noun)
    )


def _whole_quotes(tree: Tree, branch: tuple[int, ...]) -> bool:
    marks = [tree.words[at].text for at in branch if tree.words[at].text in '“”"']
    return len(marks) % 2 == 0 and marks.count("“") == marks.count("”")


def _quoted(tree: Tree) -> tuple[int, ...]:
    """For each word the number of the quotation it stands in, 0 outside; marks belong to theirs."""
    found, number, inside = [], 0, False
    for word in tree.words:
        if word.text in ("“", '"', "”"):
            opening = word.text == "“" or (word.text == '"' and not inside)
            number += opening
            found.append(number)
            inside = opening
        else:
            found.append(number if inside else 0)
    return tuple(found) if not inside else (0,) * len(tree.words)
