"""From a sentence to headlines: the news pruned until it fits, with its attribution before or after it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.headline.attribution import split_attribution
from site_gen.extract.headline.branches import past_years
from site_gen.extract.headline.choose import Branch, Choice, Limits, choices
from site_gen.extract.headline.costs import extra_cost, office_of
from site_gen.extract.headline.cut import cut_to
from site_gen.extract.headline.form import (
    Changes,
    capitalised,
    subject_of,
    written,
)
from site_gen.extract.headline.frames import Frame, frames_of
from site_gen.extract.headline.lead import without_verdict
from site_gen.extract.headline.lexicon import HEDGES, OFFICES, REQUIRED, SPEECH
from site_gen.extract.headline.names import Names
from site_gen.extract.headline.prune import prunings
from site_gen.extract.headline.report import is_general, is_misread, is_timeless, is_verdict
from site_gen.extract.headline.seams import has_lost_noun, has_lost_verb, seam_cost
from site_gen.extract.headline.statement import base_of, statement_of
from site_gen.extract.headline.telling import Repeats, importance_of
from site_gen.extract.syntax import Tree, parse

FITS = 96
"""Characters that a headline may have before length costs anything."""
_KEPT = 0.4
"""The share of the importance of the news below which a headline is doubtful."""
_OTHERS = 3
_SCORED = 12
"""Choices whose seams are scored."""
LONGEST = 118
"""Characters; a longer headline is doubtful."""
_SLACK, _WHOLE = 17, 27
"""Characters beyond that: what a cut headline may have, and what a headline may have uncut."""
_COSTLY = 5
"""The stage of pruning from which branches say what the news is about."""
_LIMITS = Limits(fits=FITS, long=109, longest=LONGEST, shortest=45)
_SHORTEST_POINT = 32
"""The least length of an explanation in characters."""
_OFFICE = 4
"""The stage of an office that its owner can replace."""
_ARTICLES = 2
"""The stage of articles, which are always removed."""
_ASIDES = frozenset(("apposition", "aside", "brackets", "tail", "background", "scene"))
"""The rules that leave a complete sentence, as a text would have it."""


_LOOSE = re.compile(r"(?:,? (?:and|or|but|that|which|who|the|a|an|of|to|by|in|on|for|with|from|including))+,?\Z")
"""Words that a cut leaves at the end without what belongs to them."""
_COMMA_WITHIN = re.compile(r",([”\"’])\Z")
"""A comma within a quotation, before the comma of the attribution."""
_SECOND_THAT = re.compile(r"\b(and|but) that(?= [a-z]+ [a-z]+ (?:should|would|will|could|is|are|has|have|was|were)\b)")
"""What joins a second statement to one whose "that" was removed."""
_OFFICE_NAMED = re.compile(
    r"\b(Minister|President|Premier|Governor-General|Chancellor|Attorney-General|Commissioner|Mayor), "
    r"([A-Z][a-z]+ [A-Z][a-z]+)(?=$| (?!say)[a-z])"
)
"""An office and its holder, with a comma that a headline does not have."""
_STATES = re.compile(r"\b(?:the )?United States\b(?! of |[’'])")
"""A name that headlines abbreviate."""
_TODAY = re.compile(r"^(?:[Tt]oday|[Yy]esterday),? (?=\w)")
_RELATIVE = re.compile(r"(?<=[a-z\d)]), (?:which|who|whose|where) [^,“”\";]{5,140}\.?\Z")
_MEANWHILE = re.compile(
    r"(?<=[a-z\d)]{2})(?<=.{60}), (?:(?:even |just )?as|while|amid) (?!if\b|of\b)[^“”\"]{12,180}\.?\Z"
)
"""Circumstances at the same time."""
_OPENING = re.compile(r"(?:With|In|On|At|Amid|During|After|Under|By|From|For|Following) [^,“”\"]{3,140}, (?=[a-zA-Z])")
"""A phrase before the subject, which the parser may misread."""


class Candidate(Struct, frozen=True):
    """A headline made of a sentence, and doubts for an editor."""

    title: str
    doubts: tuple[str, ...] = ()


def headlines(sentence: str, names: Names, repeats: Repeats, retries: int = 1) -> Iterator[Candidate]:
    """The headlines that a sentence gives, best first; none where it makes no statement.

    `retries` is how often to retry without the phrase at its beginning.
    """
    news, attribution = split_attribution(sentence, names)
    tree = _parsed(without_verdict(news) if attribution is not None else news)
    if not tree.words:
        return
    spliced = _first_of_two(tree) if retries else ""
    if spliced:
        yield from headlines(spliced, names, repeats, retries - 1)
        return
    statement = statement_of(tree)
    clause = statement.clause
    if tree.words[clause].tag[:2] not in ("VB", "MD") or subject_of(tree, clause) is None:
        if retries and (opening := _OPENING.match(sentence)):
            yield from headlines(capitalised(sentence[opening.end() :]), names, repeats, retries - 1)
        return
    verdict = statement.speaker is None and is_verdict(tree, clause)
    scene = attribution is None and (is_general(tree, clause) or verdict)
    doubts: tuple[str, ...] = ("the lead may set a scene",) if scene else ()
    if is_misread(tree, clause) or tree.words[tree.root].tag[:2] not in ("VB", "MD"):
        doubts += ("the lead may have been misread",)
    explains = attribution is None and statement.speaker is None and is_timeless(tree, clause)
    for frame in frames_of(tree, statement, attribution, names):
        frame = replace(frame, explains=explains)
        for candidate in _pruned(tree, clause, frame, names, repeats):
            yield Candidate(candidate.title, candidate.doubts + doubts)


def _parsed(news: str) -> Tree:
    """The tree of the news, without a clause at its end that misleads the parser, if the rest is complete."""
    short = _RELATIVE.sub(".", news)
    if short == news and len(news) > _LIMITS.longest:
        short = _MEANWHILE.sub(".", news)
    if short != news and len(short) >= _SHORTEST_POINT:
        tree = parse(short)
        if tree.words and tree.words[tree.root].tag[:2] in ("VB", "MD") and subject_of(tree, tree.root) is not None:
            return tree
    return parse(news)


def _first_of_two(tree: Tree) -> str:
    """The first of two sentences that only a comma joins; empty where there is only one."""
    root = tree.root
    if base_of(tree, root) in SPEECH or tree.words[root].tag[:2] not in ("VB", "MD"):
        return ""
    subject = subject_of(tree, root)
    first = next((at for at in tree.children(root) if tree.words[at].label == "ccomp" and at < root), None)
    if first is None or subject is None or subject < first or subject_of(tree, first) is None:
        return ""
    if not any(tree.words[at].label in ("dobj", "prep", "attr", "acomp", "xcomp") for at in tree.children(root)):
        return ""  # an attribution with an unknown verb of saying
    end = tree.subtree(first)[-1]
    quoted = any(word.text in '“”"‘' for word in tree.words[: root + 1])
    comma = end + 1 < len(tree.words) and tree.words[end + 1].text in (",", ";")
    return f"{written(tree, frozenset(range(end + 1)), {})}." if comma and not quoted else ""


def _pruned(tree: Tree, clause: int, frame: Frame, names: Names, repeats: Repeats) -> Iterator[Candidate]:
    """The candidates that fit and keep the most important words of the news, best first."""
    keep = frozenset(tree.subtree(clause)) - frame.removed - _words_before_known_name(tree, names)
    offered = prunings(tree, clause)
    if frame.short and len(_title(tree, keep, frame)) > FITS:
        frame = replace(frame, suffix=frame.short)
    for stage in (0,) if frame.explains else (0, _ARTICLES):
        for branch in offered[stage]:
            keep -= branch
    whole = keep
    for branch in offered[1] if frame.explains else ():
        if len(_title(tree, keep - branch, frame)) >= _SHORTEST_POINT:
            keep -= branch
    pool = tuple(
        Branch(stage, branch, extra_cost(tree, clause, branch))
        for stage, branches in enumerate(offered)
        if stage not in (0, _ARTICLES)
        for branch in branches
    )
    if office := office_of(tree, clause):
        pool = (*pool, Branch(_OFFICE, office, -sum(importance_of(tree, repeats)[at] for at in office)))
    length = len(_title(tree, keep, frame))
    importance = importance_of(tree, repeats)
    found = choices(tree, keep, length, pool, importance, _LIMITS)[:_SCORED]
    for choice in sorted(found, key=lambda choice: choice.cost + seam_cost(tree, keep, choice.keep))[: 1 + _OTHERS]:
        yield _candidate(tree, clause, frame, choice, sum(importance[at] for at in whole), importance)


def _candidate(
    tree: Tree, clause: int, frame: Frame, choice: Choice, whole: float, importance: tuple[float, ...]
) -> Candidate:
    """A choice as a headline, with its doubts; `whole` is the total importance of the words of the news."""
    keep = choice.keep - _run_together(tree, choice.keep, clause) - _stray_comma(tree, choice.keep, clause)
    keep -= _comma_before_rest(tree, keep)
    keep = _without_loose_end(tree, keep)
    title = _title(tree, keep, frame)
    doubts = frame.doubts
    if any(branch.stage >= _COSTLY for branch in choice.removed) or sum(importance[at] for at in keep) < _KEPT * whole:
        doubts += ("much of the lead had to be left out",)
    if has_lost_noun(tree, frozenset(tree.subtree(clause)), keep):
        doubts += ("a pronoun stands for what was left out",)
    if has_lost_verb(tree, frozenset(tree.subtree(clause)), keep):
        doubts += ("a verb of the lead was left out",)
    if len(title) > LONGEST + _WHOLE:
        room = max(LONGEST + _SLACK - len(frame.prefix) - len(frame.suffix), _SHORTEST_POINT)
        return Candidate(_title(tree, keep, frame, room), (*doubts, "the lead is longer than a headline; it was cut"))
    return Candidate(title, (*doubts, "it is longer than a headline") if len(title) > LONGEST else doubts)


def _stray_comma(tree: Tree, keep: frozenset[int], clause: int) -> frozenset[int]:
    """The one comma between a subject and its verb, where it closes nothing."""
    subject = subject_of(tree, clause)
    if subject is None or subject > clause:
        return frozenset()
    commas = [at for at in range(tree.left_edge(subject), clause) if at in keep and tree.words[at].text == ","]
    alone = len(commas) == 1 and commas[0] > subject
    between = range(commas[0] + 1, clause) if alone else ()
    verbal = all(at not in keep or tree.words[at].label in ("aux", "auxpass", "advmod", "neg") for at in between)
    names = [tree.words[at].tag == "NNP" for at in between if at in keep and not tree.words[at].label.startswith("aux")]
    named = len(names) == 2 and all(names) and tree.words[commas[0] - 1].tag == "NNP"  # "Secretary, Ada Berg says"
    return frozenset(commas) if alone and (verbal or named) else frozenset()


def _comma_before_rest(tree: Tree, keep: frozenset[int]) -> frozenset[int]:
    """The only comma, where it splits a verb from its object or a noun from a last phrase with "for", "of" or "to"."""
    kept = [at for at in sorted(keep) if tree.words[at].tag != "."]
    commas = [place for place, at in enumerate(kept) if tree.words[at].text == ","]
    if len(commas) != 1 or not 0 < commas[0] < len(kept) - 1:
        return frozenset()
    comma, following = kept[commas[0]], tree.words[kept[commas[0] + 1]]
    before = kept[commas[0] - 1]
    parts_object = following.label in ("dobj", "ccomp") and following.head == before
    top = following
    while top.head > comma:
        top = tree.words[top.head]
    parts_object |= top.label == "dobj" and top.head == before and top.tag[:1] == "N"
    ends = following.label == "prep" and set(kept[commas[0] + 1 :]) <= set(tree.subtree(following.index))
    loose = ends and tree.lowered[following.index] in ("for", "of", "to") and tree.words[before].tag[:1] == "N"
    return frozenset((comma,)) if parts_object or loose else frozenset()


def _without_loose_end(tree: Tree, keep: frozenset[int]) -> frozenset[int]:
    """The words without a preposition or conjunction at the end whose object was removed."""
    while keep:
        last = max(keep)
        word = tree.words[last]
        loose = tree.lowered[last] in ("the", "a", "an") or (
            word.tag in ("IN", "TO", "CC", "DT", "PRP$", "WDT")
            and (word.label in ("cc", "det", "mark", "poss") or bool(tree.children(last)))
        )
        if word.tag in (",", ":", ".") or loose:
            keep -= {last}
        else:
            return keep
    return keep


def _run_together(tree: Tree, keep: frozenset[int], clause: int) -> frozenset[int]:
    """Words that only a comma joined to something removed: "a raid [in Rona district,] Vell province"."""
    removed: set[int] = set()
    for before, at in pairwise(sorted(keep)):
        between = range(before + 1, at)
        if not any(tree.words[place].text == "," for place in between):
            continue
        top = at
        while (
            tree.words[top].head >= 0
            and tree.words[top].head != clause
            and tree.left_edge(tree.words[top].head) > before
        ):
            top = tree.words[top].head
        if len(between) > 1 and tree.words[top].label in ("npadvmod", "appos", "dep", "oprd") and top != clause:
            removed.update(tree.subtree(top))
    return frozenset(removed)


def shortened(sentence: str, room: int) -> str:
    """A sentence without its asides and tails, if that makes it fit; else empty. The rest is unchanged."""
    tree = parse(sentence)
    if not tree.words:
        return ""
    keep, root = frozenset(range(len(tree.words))), tree.root
    for branches in prunings(tree, root, _ASIDES):
        for branch in branches:
            text = written(tree, keep, {})
            if len(text) < room and 0 in keep:
                return f"{capitalised(text)}."
            keep -= branch
    text = written(tree, keep, {})
    return f"{capitalised(text)}." if len(text) < room and 0 in keep else ""


def _words_before_known_name(tree: Tree, names: Names) -> frozenset[int]:
    """The words before a last name that readers know alone: "President Donald" of "... Trump"."""
    found: set[int] = set()
    for last in tree.words:
        if last.tag != "NNP" or last.text not in names.last or last.label == "compound":
            continue
        before = [tree.words[at] for at in tree.subtree(last.index) if at < last.index]
        if not before or before[0].index != last.index - len(before):
            continue
        low = {word.text.lower() for word in before}
        plain = not {word.label for word in before} & {"conj", "cc", "case", "punct", "appos"}
        plain = plain and all(word.text == "of" for word in before if word.label == "prep") and not low & HEDGES
        known = names.is_known(before[-1].text, last.text) or before[-1].label == "pobj"
        if plain and known and (low & OFFICES or len(before) == 1):
            found.update(word.index for word in before)
    return frozenset(found)


def _title(tree: Tree, keep: frozenset[int], frame: Frame, room: int = 0) -> str:
    news = _TODAY.sub("", written(tree, keep, _in_past(tree, keep, frame)))
    if room and len(news) > room:
        news = _cut_news(tree, keep, frame, _LOOSE.sub("", cut_to(news, room)), room)
    if not frame.prefix and not frame.explains:
        news = _without_article(news)
    elif news and _is_lowered(tree, keep, frame):
        news = news[:1].lower() + news[1:]
    if frame.prefix:
        news = news.removeprefix("a ").removeprefix("an ").removeprefix("the ")
    if frame.suffix:
        news = _SECOND_THAT.sub(r"\1", news)
        news = _COMMA_WITHIN.sub(r"\1", news)
    title = capitalised(f"{frame.prefix}{news}{frame.suffix}")
    title = _OFFICE_NAMED.sub(r"\1 \2", title)
    return _STATES.sub("U.S." if "U.S." in title else "US", title)


def _cut_news(tree: Tree, keep: frozenset[int], frame: Frame, cut: str, room: int) -> str:
    """The news cut at a branch, unless `cut`, which was made by words alone, is complete and much longer."""
    by_tree = _cut_at_branch(tree, keep, frame, room)
    end = cut.rstrip("…").rsplit(" ", 1)[-1]
    last = next((word for word in reversed(tree.words) if word.text == end), None)
    whole = last is not None and last.tag[:2] != "JJ" and not cut.endswith("…") and last.index > tree.root
    return cut if not by_tree or (whole and len(by_tree) < len(cut) - _MOST_LOST) else by_tree


_MOST_LOST = 20
"""Characters by which a cut at a branch may be shorter than one at a word."""


def _cut_at_branch(tree: Tree, keep: frozenset[int], frame: Frame, room: int) -> str:
    """The news up to the last place within `room` where a clause can end: only optional branches follow."""
    changes = _in_past(tree, keep, frame)
    kept = sorted(keep)
    for place in range(len(kept) - 1, 0, -1):
        last = kept[place - 1]
        crossing = [at for at in kept[place:] if tree.words[at].head <= last]
        begun = [at for at in kept[:place] if tree.words[at].head > last]
        if begun or any(tree.words[at].label not in _FOLLOWS or _is_needed_of(tree, at) for at in crossing):
            continue
        if tree.words[last].label in ("conj", "advcl", "relcl") and any(tree.words[at].head == last for at in crossing):
            continue  # a second verb without what belongs to it
        text = written(tree, frozenset(kept[:place]), changes)
        if len(text) <= room:
            return text if len(text) >= _SHORTEST_POINT and tree.words[last].tag[:2] not in _OPEN_TAGS else ""
    return ""


def _is_needed_of(tree: Tree, at: int) -> bool:
    """A phrase that its verb or noun requires: "accuses firms of failing"."""
    head = tree.words[at].head
    return tree.lowered[at] == "of" or (head >= 0 and (base_of(tree, head), tree.lowered[at]) in REQUIRED)


_FOLLOWS = frozenset(("prep", "advcl", "relcl", "acl", "appos", "npadvmod", "advmod", "punct"))
_OPEN_TAGS = ("IN", "TO", "CC", "DT")


def _verb_above(tree: Tree, at: int) -> int:
    """The verb to whose clause a word belongs."""
    while at >= 0 and tree.words[at].tag[:2] not in ("VB", "MD"):
        at = tree.words[at].head
    return at


def _in_past(tree: Tree, keep: frozenset[int], frame: Frame) -> Changes:
    """The changes, except for verbs that stay in the past with a kept year."""
    past = {_verb_above(tree, at) for at in past_years(tree) if at in keep}
    return {at: text for at, text in frame.changes.items() if at not in past} if past else frame.changes


def _is_lowered(tree: Tree, keep: frozenset[int], frame: Frame) -> bool:
    """Whether the first kept word has its capital only because it began the sentence."""
    first = next((at for at in sorted(keep) if tree.words[at].text[0].isalnum() and frame.changes.get(at, "x")), 0)
    word = tree.words[first]
    return (
        first <= 1
        and word.tag not in ("NNP", "NNPS")
        and word.text != "I"
        and word.text not in frame.capitals
        and (word.text[1:].islower() or word.text == "A")
    )


def _without_article(text: str) -> str:
    for article in ("The ", "A ", "An ", "the ", "a ", "an "):
        if text.startswith(article):
            return text[len(article) :]
    return text
