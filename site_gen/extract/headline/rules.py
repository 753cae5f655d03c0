"""The kinds of branches that an editor removes from a sentence: one rule each, with an example that is its test."""

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from site_gen.extract.headline.asides import (
    in_brackets,
    is_apposition,
    is_article,
    is_aside,
    is_background,
    is_courtesy,
    is_filler,
    is_first_name,
    is_front,
    is_fronted,
    is_leading_link,
    is_loose_noun,
    is_praise,
    is_scene,
    is_second_clause,
    is_second_sentence,
    is_tail,
)
from site_gen.extract.headline.branches import is_past_year
from site_gen.extract.headline.details import (
    is_any_phrase,
    is_deep_of,
    is_description,
    is_direction,
    is_inner_phrase,
    is_last_resort,
    is_late_clause,
    is_late_purpose,
    is_minor,
    is_outer_place,
    is_restrictive,
    is_result,
)
from site_gen.extract.headline.times import (
    is_bare_participle,
    is_day,
    is_day_adverb,
    is_day_phrase,
    is_here,
    is_planned_time,
)
from site_gen.extract.syntax import Tree

Test = Callable[[Tree, int], bool]


class Pruning(Struct, frozen=True):
    """One rule. Stage 0 always applies, the others only where the headline is too long, in order.

    `example` is a sentence and the words that the rule removes from it.
    """

    name: str
    stage: int
    takes: Test
    example: tuple[str, str]


RULES: tuple[Pruning, ...] = (
    Pruning("past year", 3, is_past_year, ("Exports of grain fell last year.", "last year")),
    Pruning("day", 0, is_day, ("Officials met Tuesday in Oslo.", "Tuesday")),
    Pruning("day", 0, is_day_phrase, ("The navy sank a boat on Friday.", "on Friday")),
    Pruning("planned", 1, is_planned_time, ("The yard will open in May.", "in May")),
    Pruning("hour", 0, is_day_adverb, ("The convoy arrived later on Friday.", "later")),
    Pruning("here", 0, is_here, ("Ministers signed the pact here.", "here")),
    Pruning("dated", 0, is_bare_participle, ("The plan released on Friday angered allies.", "released on Friday")),
    Pruning("filler", 0, is_filler, ("The army also sent tanks.", "also")),
    Pruning("link", 0, is_leading_link, ("And the army sent tanks.", "And")),
    Pruning("brackets", 0, in_brackets, ("The agency (known as NAA) fined two banks.", "known as NAA")),
    Pruning(
        "apposition",
        0,
        is_apposition,
        ("Ada Berg, the Danish foreign minister, resigned on Monday.", "the Danish foreign minister"),
    ),
    Pruning("loose noun", 0, is_loose_noun, ("Berlin closed the port, a blow to trade.", "a blow to trade")),
    Pruning("aside", 0, is_aside, ("The ship, which sank in May, was raised.", "which sank in May")),
    Pruning("scene", 0, is_scene, ("The minister announced the deal in a speech.", "in a speech")),
    Pruning(
        "two sentences",
        0,
        is_second_sentence,
        ("The navy has advised us to wait, the fleet now has nine ships.", "the fleet now has nine ships"),
    ),
    Pruning("courtesy", 0, is_courtesy, ("Ministers met Sir Alan Brook.", "Sir")),
    Pruning("first name", 1, is_first_name, ("Talks opened with President Jorge Lima.", "Jorge")),
    Pruning("tail", 1, is_tail, ("The army sent tanks, hoping to hold the town.", "hoping to hold the town")),
    Pruning("front", 1, is_front, ("Hoping to hold the town, the army sent tanks.", "Hoping to hold the town")),
    Pruning("fronted", 1, is_fronted, ("With an eye on costs, Berlin sent tanks.", "With an eye on costs")),
    Pruning("background", 1, is_background, ("Berlin sent aid amid protests.", "amid protests")),
    Pruning("second", 1, is_second_clause, ("The army sent tanks and called up men.", "called up men")),
    Pruning("article", 2, is_article, ("The navy bought a ship.", "a")),
    Pruning("praise", 3, is_praise, ("Holm Marine launched a groundbreaking boat.", "groundbreaking")),
    Pruning("direction", 3, is_direction, ("The patrol stopped east of the town.", "east of the town")),
    Pruning("place", 3, is_outer_place, ("The navy rescued 40 sailors off Cape Rona.", "off Cape Rona")),
    Pruning("detail", 4, is_inner_phrase, ("The ministry published a long report on the crash.", "on the crash")),
    Pruning("clause", 5, is_late_clause, ("Berlin ordered Leopard tanks built in Kassel.", "built in Kassel")),
    Pruning("purpose", 6, is_late_purpose, ("Berlin sent ships to guard the strait.", "to guard the strait")),
    Pruning("phrase", 7, is_any_phrase, ("Berlin ordered tanks for the new brigade.", "for the new brigade")),
    Pruning("description", 4, is_description, ("Berlin named former banker Ada Berg.", "former banker")),
    Pruning("minor", 5, is_minor, ("Berlin fined makers and their suppliers.", "their suppliers")),
    Pruning("of", 8, is_deep_of, ("He joined the board of the largest maker of tanks.", "of tanks")),
    Pruning("which", 9, is_restrictive, ("Berlin ordered new tanks that climb walls.", "that climb walls")),
    Pruning("last resort", 10, is_last_resort, ("Berlin ordered tanks that climb walls.", "that climb walls")),
    Pruning("result", 9, is_result, ("The navy sent two ships to guard the strait.", "to guard the strait")),
)
LAST = max(rule.stage for rule in RULES)
_LABELS: dict[str, str] = {
    "day": "npadvmod tmod prep poss",
    "planned": "prep",
    "hour": "advmod",
    "here": "advmod",
    "past year": "npadvmod prep advmod",
    "dated": "acl",
    "filler": "advmod intj",
    "link": "cc",
    "apposition": "appos",
    "loose noun": "npadvmod dep appos oprd",
    "aside": "relcl acl",
    "scene": "prep",
    "two sentences": "conj",
    "courtesy": "compound",
    "first name": "compound",
    "tail": "advcl",
    "front": "advcl",
    "fronted": "prep",
    "background": "prep",
    "second": "conj",
    "article": "det",
    "praise": "amod advmod compound",
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
"""The labels of the branches that a rule applies to; a rule without an entry applies to all."""


@cache
def rules_of(label: str) -> tuple[Pruning, ...]:
    """The rules that apply to branches with this label."""
    return tuple(rule for rule in RULES if rule.name not in _LABELS or label in _LABELS[rule.name].split())
