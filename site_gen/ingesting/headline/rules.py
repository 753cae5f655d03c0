"""The branches that an editor takes out of a sentence: one rule a kind, each with an example that is its test."""

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from site_gen.ingesting.headline.branches import (
    after_comma,
    head_of,
    is_closed,
    is_described,
    is_free,
    is_past_year,
    is_region,
    is_verbal,
    label_of,
    low,
    spoken,
    tells_amount,
)
from site_gen.ingesting.headline.lexicon import (
    AROUND_DAYS,
    BACKGROUND,
    DAYS,
    FILLERS,
    GENERIC,
    LOCATIONS,
    MONTHS,
    OFFICES,
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


def _tells_day(tree: Tree, at: int) -> bool:
    """ "on Friday", "late Monday", "earlier this week", "in a statement on Sunday"."""
    words = spoken(tree, at)
    return (
        len(words) <= 9
        and not is_past_year(tree, at)
        and bool(TIMES & set(words))
        and not tells_amount(tree, at)
        and all(word in AROUND_DAYS or word in TIMES or not word.strip("0123456789:.thstndr-–") for word in words)
    )


def _is_day(tree: Tree, at: int) -> bool:
    return label_of(tree, at) in ("npadvmod", "tmod") and low(tree, head_of(tree, at)) != "ago" and _tells_day(tree, at)


def _is_day_phrase(tree: Tree, at: int) -> bool:
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in ("on", "at", "in", "during", "late", "earlier", "early")
        and (
            _tells_day(tree, at)
            and bool((DAYS | MONTHS | {"week", "month", "year", "weekend", "moment"}) & set(spoken(tree, at)))
        )
    )


def _is_day_adverb(tree: Tree, at: int) -> bool:
    return (
        label_of(tree, at) == "advmod"
        and is_verbal(tree, head_of(tree, at))
        and bool({*spoken(tree, at)} & (DAYS | {"earlier", "late", "later"}))
        and len(spoken(tree, at)) <= 4
    )


def _is_bare_participle(tree: Tree, at: int) -> bool:
    """A participle behind its noun of which only the day would be left: "the plan unveiled on Thursday"."""
    inside = tree.subtree(at)
    return (
        label_of(tree, at) == "acl"
        and tree.words[at].tag == "VBN"
        and len(inside) > 1
        and all(_is_day(tree, child) or _is_day_phrase(tree, child) for child in tree.children(at))
    )


def _is_filler(tree: Tree, at: int) -> bool:
    return label_of(tree, at) in ("advmod", "intj") and low(tree, at) in FILLERS and len(tree.subtree(at)) == 1


def _is_leading_link(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "cc" and at == 0


def _in_brackets(tree: Tree, at: int) -> bool:
    first, last = tree.subtree(at)[0], tree.subtree(at)[-1]
    return (
        first > 0
        and last + 1 < len(tree.words)
        and tree.words[first - 1].text in "(["
        and tree.words[last + 1].text in ")]"
    )


def _is_apposition(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "appos" and after_comma(tree, at) and is_closed(tree, at) and not is_region(tree, at)


def _is_aside(tree: Tree, at: int) -> bool:
    return label_of(tree, at) in ("relcl", "acl") and after_comma(tree, at) and is_closed(tree, at)


def _is_loose_noun(tree: Tree, at: int) -> bool:
    """A noun behind a comma that nothing but the comma joins: the region after a town, a verdict at the end."""
    word = tree.words[at]
    if word.label not in ("npadvmod", "dep", "appos", "oprd") or not after_comma(tree, at) or word.tag[:1] != "N":
        return False
    if is_region(tree, at):
        return False
    last = tree.subtree(at)[-1] >= len(tree.words) - 2
    return word.label == "npadvmod" or (last and tree.words[tree.left_edge(at)].text.lower() in ("a", "an", "the"))


def _is_scene(tree: Tree, at: int) -> bool:
    """ "in a statement", "in an interview with the BBC", "at a news conference", "during a visit"."""
    words = set(spoken(tree, at))
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
        label_of(tree, at) == "prep"
        and low(tree, at) in ("in", "at", "during", "on", "via", "through")
        and bool(places & words)
        and (is_verbal(tree, head_of(tree, at)) and base_of(tree, head_of(tree, at)) in _UTTERANCE)
    )


_UTTERANCE = frozenset(["say", "tell", "announce", "warn", "claim", "add", "state", "note", "confirm", "reveal"])


def _is_tail(tree: Tree, at: int) -> bool:
    """A clause after the news: "…, opposing a plan that …", "… as its troops withdrew"; not where the verb says nothing."""
    if base_of(tree, head_of(tree, at)) in ("come", "occur", "happen", "follow", "arise", "take", "remain", "be"):
        return False
    return label_of(tree, at) == "advcl" and at > head_of(tree, at) and not _is_purpose(tree, at)


def _is_front(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "advcl" and at < head_of(tree, at)


def _is_purpose(tree: Tree, at: int) -> bool:
    first = tree.subtree(at)
    return tree.words[at].tag == "VB" and any(tree.words[place].tag == "TO" for place in first[:3])


def _is_late_purpose(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "advcl" and _is_purpose(tree, at)


def _is_second_clause(tree: Tree, at: int) -> bool:
    """ "… and said it would …": the second thing that the subject does."""
    return (
        label_of(tree, at) == "conj"
        and is_verbal(tree, at)
        and label_of(tree, head_of(tree, at)) in ("ROOT", "ccomp")
        and (
            any(
                low(tree, child) in ("and", ";") and label_of(tree, child) in ("cc", "punct")
                for child in tree.children(head_of(tree, at))
            )
        )
    )


def _is_background(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "prep" and low(tree, at) in BACKGROUND and (is_free(tree, at) or after_comma(tree, at))


def _is_outer_place(tree: Tree, at: int) -> bool:
    """Where it happened, when the verb does not ask for it."""
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in LOCATIONS
        and is_free(tree, at)
        and any(tree.words[place].tag in ("NNP", "NNPS") for place in tree.subtree(at))
    )


def _is_direction(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "advmod" and low(tree, at) in _DIRECTIONS and len(tree.subtree(at)) > 1


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


def _is_fronted(tree: Tree, at: int) -> bool:
    """A phrase before the subject, set off by a comma."""
    head = head_of(tree, at)
    last = tree.subtree(at)[-1]
    return (
        label_of(tree, at) == "prep"
        and is_verbal(tree, head)
        and at < head
        and last + 1 < head
        and tree.words[last + 1].text == ","
    )


def _is_inner_phrase(tree: Tree, at: int) -> bool:
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "prep"
        and not is_verbal(tree, head)
        and head >= 0
        and low(tree, at) not in ("of", "to", "than", "as", "like")
        and (tree.words[head].tag[:1] == "N" and low(tree, head) not in GENERIC and is_described(tree, head))
    )


def _is_any_phrase(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "prep" and is_free(tree, at) and low(tree, at) not in ("to", "of", "by", "as", "into")


def _is_late_clause(tree: Tree, at: int) -> bool:
    """A clause or participle on a noun that others describe already."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "acl"
        and tree.words[at].tag in ("VBN", "VBG")
        and head >= 0
        and low(tree, head) not in GENERIC
        and any(
            label_of(tree, child) in ("compound", "amod", "poss") or tree.words[head].tag == "NNP"
            for child in tree.children(head)
        )
        and label_of(tree, head) not in ("nsubj", "nsubjpass")
    )


def _is_deep_of(tree: Tree, at: int) -> bool:
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in ("of", "to")
        and head >= 0
        and label_of(tree, head) == "pobj"
        and (tree.words[head].tag[:1] == "N" and is_described(tree, head) and low(tree, head) not in GENERIC)
    )


def _is_courtesy(tree: Tree, at: int) -> bool:
    return label_of(tree, at) == "compound" and low(tree, at) in TITLES


def _is_first_name(tree: Tree, at: int) -> bool:
    """The first name between an office and a last name: "Prime Minister Jacques Chirac"."""
    word = tree.words[at]
    if word.label != "compound" or word.tag != "NNP" or at == 0 or word.head != _end_of_name(tree, at):
        return False
    before = low(tree, at - 1)
    return before in OFFICES and tree.words[word.head].tag == "NNP" and not tree.words[word.head].text.isupper()


def _end_of_name(tree: Tree, at: int) -> int:
    return at + 1 if at + 1 < len(tree.words) and tree.words[at + 1].text[1:] != "." else at + 2


def _is_restrictive(tree: Tree, at: int) -> bool:
    head = head_of(tree, at)
    return (
        label_of(tree, at) in ("relcl", "acl")
        and head >= 0
        and low(tree, head) not in GENERIC
        and is_described(tree, head)
    )


def _is_minor(tree: Tree, at: int) -> bool:
    """The second of two that belongs to the first: "arms makers and their suppliers"."""
    return (
        label_of(tree, at) == "conj"
        and tree.words[at].tag[:1] == "N"
        and at > head_of(tree, at)
        and any(tree.words[child].tag == "PRP$" for child in tree.children(at))
    )


def _is_description(tree: Tree, at: int) -> bool:
    """What a person is, before the full name: "former executive and lobbyist Alex Azar"."""
    word = tree.words[at]
    return (
        word.label in ("compound", "nmod")
        and word.tag in ("NN", "NNS")
        and tree.words[word.head].tag == "NNP"
        and at + 1 < word.head
        and tree.words[word.head - 1].tag == "NNP"
        and word.text.islower()
    )


def _is_result(tree: Tree, at: int) -> bool:
    return (
        label_of(tree, at) == "advcl"
        and _is_purpose(tree, at)
        and at > head_of(tree, at)
        and any(label_of(tree, child) == "dobj" for child in tree.children(head_of(tree, at)))
    )


def _is_last_resort(tree: Tree, at: int) -> bool:
    """Whatever a clause can be cut by without breaking it."""
    head = head_of(tree, at)
    if head < 0 or at < head:
        return False
    label = label_of(tree, at)
    if label in ("relcl", "advcl", "acl", "npadvmod", "appos") or (label == "advmod" and len(tree.subtree(at)) > 1):
        return low(tree, head) not in GENERIC
    return label == "prep" and (
        is_free(tree, at) if is_verbal(tree, head) else low(tree, head) not in GENERIC and low(tree, at) != "of"
    )


def _is_article(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    if word.label != "det" or word.text not in ("the", "a", "an") or len(tree.subtree(at)) > 1:
        return False
    after = tree.words[at + 1].text.lower() if at + 1 < len(tree.words) else ""
    return after not in (
        "same",
        "half",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
        "few",
        "little",
        "lot",
        "number",
        "most",
        "other",
    )


RULES: tuple[Pruning, ...] = (
    Pruning("past year", 3, is_past_year, ("Exports of grain fell last year.", "last year")),
    Pruning("day", 0, _is_day, ("Officials met Tuesday in Oslo.", "Tuesday")),
    Pruning("day", 0, _is_day_phrase, ("The navy sank a boat on Friday.", "on Friday")),
    Pruning("hour", 0, _is_day_adverb, ("The convoy arrived later on Friday.", "later")),
    Pruning("dated", 0, _is_bare_participle, ("The plan released on Friday angered allies.", "released on Friday")),
    Pruning("filler", 0, _is_filler, ("The army also sent tanks.", "also")),
    Pruning("link", 0, _is_leading_link, ("And the army sent tanks.", "And")),
    Pruning("brackets", 0, _in_brackets, ("The agency (known as NAA) fined two banks.", "known as NAA")),
    Pruning(
        "apposition",
        0,
        _is_apposition,
        ("Ada Berg, the Danish foreign minister, resigned on Monday.", "the Danish foreign minister"),
    ),
    Pruning("loose noun", 0, _is_loose_noun, ("Berlin closed the port, a blow to trade.", "a blow to trade")),
    Pruning("aside", 0, _is_aside, ("The ship, which sank in May, was raised.", "which sank in May")),
    Pruning("scene", 0, _is_scene, ("The minister announced the deal in a speech.", "in a speech")),
    Pruning("courtesy", 0, _is_courtesy, ("Ministers met Sir Alan Brook.", "Sir")),
    Pruning("first name", 1, _is_first_name, ("Talks opened with President Jorge Lima.", "Jorge")),
    Pruning("tail", 1, _is_tail, ("The army sent tanks, hoping to hold the town.", "hoping to hold the town")),
    Pruning("front", 1, _is_front, ("Hoping to hold the town, the army sent tanks.", "Hoping to hold the town")),
    Pruning("fronted", 1, _is_fronted, ("With an eye on costs, Berlin sent tanks.", "With an eye on costs")),
    Pruning("background", 1, _is_background, ("Berlin sent aid amid protests.", "amid protests")),
    Pruning("second", 1, _is_second_clause, ("The army sent tanks and called up men.", "called up men")),
    Pruning("article", 2, _is_article, ("The navy bought a ship.", "a")),
    Pruning("direction", 3, _is_direction, ("The patrol stopped east of the town.", "east of the town")),
    Pruning("place", 3, _is_outer_place, ("The navy rescued 40 sailors off Cape Rona.", "off Cape Rona")),
    Pruning("detail", 4, _is_inner_phrase, ("The ministry published a long report on the crash.", "on the crash")),
    Pruning("clause", 5, _is_late_clause, ("Berlin ordered Leopard tanks built in Kassel.", "built in Kassel")),
    Pruning("purpose", 6, _is_late_purpose, ("Berlin sent ships to guard the strait.", "to guard the strait")),
    Pruning("phrase", 7, _is_any_phrase, ("Berlin ordered tanks for the new brigade.", "for the new brigade")),
    Pruning("description", 4, _is_description, ("Berlin named former banker Ada Berg.", "former banker")),
    Pruning("minor", 5, _is_minor, ("Berlin fined makers and their suppliers.", "their suppliers")),
    Pruning("of", 8, _is_deep_of, ("He joined the board of the largest maker of tanks.", "of tanks")),
    Pruning("which", 9, _is_restrictive, ("Berlin ordered new tanks that climb walls.", "that climb walls")),
    Pruning("last resort", 10, _is_last_resort, ("Berlin ordered tanks that climb walls.", "that climb walls")),
    Pruning("result", 9, _is_result, ("The navy sent two ships to guard the strait.", "to guard the strait")),
)
LAST = max(rule.stage for rule in RULES)
_LABELS: dict[str, str] = {
    "day": "npadvmod tmod prep",
    "hour": "advmod",
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
def rules_of(label: str) -> tuple[Pruning, ...]:
    return tuple(rule for rule in RULES if rule.name not in _LABELS or label in _LABELS[rule.name].split())
