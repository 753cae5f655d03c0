"""From a sentence to headlines: the news pruned until it fits, its attribution before or behind it."""

from collections.abc import Iterator

from msgspec import Struct

from site_gen.ingesting.headline.attribution import Attribution, attribution_of, part_tail
from site_gen.ingesting.headline.branches import is_closed, past_years
from site_gen.ingesting.headline.cut import cut_to
from site_gen.ingesting.headline.form import (
    Changes,
    backshifted,
    capitalised,
    in_present,
    is_plural,
    subject_of,
    written,
)
from site_gen.ingesting.headline.lexicon import HEDGES, OFFICES, PRONOUNS
from site_gen.ingesting.headline.names import Names
from site_gen.ingesting.headline.prune import prunings
from site_gen.ingesting.headline.speaker import speaker_name
from site_gen.ingesting.headline.statement import Statement, base_of, statement_of
from site_gen.ingesting.syntax import Tree, parse

FITS = 108
"""Characters that a headline may have before what the news needs is taken out of it."""
_COST = (0, 4, 0, 3, 3, 8, 12, 8, 8, 26, 30)
"""What a branch of each stage is worth, in characters; a name or a figure in it is worth so much more:"""
_NAME = 8
_LOST = 0.6
"""The part of the words that mean something whose loss makes a headline doubtful."""
LONGEST = 118
"""Characters; beyond, a headline is doubted."""
_TOO_MUCH = 25
"""Characters that are too much to lose for a headline that is only a little too long."""
_SLACK = 17
_COSTLY = 9
"""The stage of pruning from which the rest may mislead."""
_SHORTEST = 52
_COSTS, _ARTICLES = 5, 2
"""The stage from which what goes may be missed, and that of articles."""
_POINTING = frozenset(("this", "that", "these", "those", "one", "who"))


class Made(Struct, frozen=True):
    """A headline made of a sentence: its text, how far it had to be pruned, and what an editor should look at."""

    title: str
    stage: int
    doubts: tuple[str, ...] = ()


class _Frame(Struct, frozen=True):
    """What stands before and behind the news, what its words become, words that go in any case, and its capitals."""

    before: str
    behind: str
    changes: Changes
    gone: frozenset[int]
    capitals: frozenset[str]
    doubts: tuple[str, ...] = ()


def headlines(sentence: str, names: Names) -> Iterator[Made]:
    """The headlines that a sentence gives, best first; none where it states nothing."""
    news, attribution = part_tail(sentence, names)
    tree = parse(news)
    if not tree.words:
        return
    statement = statement_of(tree)
    clause = statement.clause
    if tree.words[clause].tag[:2] not in ("VB", "MD") or subject_of(tree, clause) is None:
        return
    doubts = ("the lead may set a scene",) if attribution is None and _is_general(tree, clause) else ()
    for frame in _frames(tree, statement, attribution, names):
        for made in _pruned(tree, clause, frame, names):
            yield Made(made.title, made.stage, made.doubts + doubts)


def _is_general(tree: Tree, clause: int) -> bool:
    """A present that reports nothing: no name, no figure, nothing that happened: "Talks are going in circles"."""
    verb = tree.words[clause]
    auxiliaries = {tree.lowered[at] for at in tree.children(clause) if tree.words[at].label in ("aux", "auxpass")}
    present = verb.tag in ("VBZ", "VBP") or (
        auxiliaries and auxiliaries <= {"do", "does", "is", "are", "can", "may", "ca"}
    )
    names = [at for at in tree.subtree(clause) if tree.words[at].tag in ("NNP", "NNPS", "CD") and at > 0]
    return bool(present) and not names


def _pruned(tree: Tree, clause: int, frame: _Frame, names: Names) -> Iterator[Made]:
    """The news at the length that fits, then as long as it is before a stage that may cost something."""
    keep = frozenset(tree.subtree(clause)) - frame.gone - _known_rest(tree, names)
    reached, whole = 0, keep
    ladder: list[tuple[int, str]] = []
    offered = prunings(tree, clause)
    for stage in (0, _ARTICLES):
        for branch in offered[stage]:
            keep -= branch
        whole = keep
    pool = [
        (stage, branch) for stage, branches in enumerate(offered) if stage not in (0, _ARTICLES) for branch in branches
    ]
    while (title := _title(tree, keep, frame)) and len(title) > FITS and pool:
        stage, branch = _best(tree, keep, frame, pool)
        left = len(_title(tree, keep - branch, frame))
        if (len(title) <= LONGEST and len(title) - left > _TOO_MUCH) or left < _SHORTEST or not branch & keep:
            continue
        ladder.append((reached, title))
        keep -= branch
        reached = max(reached, stage)
    keep -= _run_together(tree, keep, clause)
    keep = _without_loose_end(tree, keep)
    title = _title(tree, keep, frame)
    doubts = frame.doubts
    if reached >= _COSTLY or _much_is_lost(tree, whole, keep):
        doubts += ("much of the lead had to be left out",)
    if len(title) > LONGEST + _SLACK:
        room = LONGEST + _SLACK - len(frame.before) - len(frame.behind)
        title, doubts = _title(tree, keep, frame, room), (*doubts, "the lead is longer than a headline; it was cut")
    elif len(title) > LONGEST:
        doubts += ("it is longer than a headline",)
    yield Made(title, reached, doubts)
    for stage, longer in reversed(ladder):
        if stage < reached and len(longer) <= LONGEST:
            yield Made(longer, stage, frame.doubts)


def _much_is_lost(tree: Tree, whole: frozenset[int], keep: frozenset[int]) -> bool:
    """Whether of the words that mean something most had to go."""
    meaning = [at for at in whole if tree.words[at].tag[:1] in "NVJC" and len(tree.words[at].text) > 2]
    return sum(at not in keep for at in meaning) > _LOST * len(meaning)


def _without_loose_end(tree: Tree, keep: frozenset[int]) -> frozenset[int]:
    """The words without a preposition or conjunction at the end whose object has gone."""
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
    """What only a comma joined to something that went: "a raid [in Rona district,] Vell province"."""
    gone: set[int] = set()
    places = sorted(keep)
    for before, at in zip(places, places[1:], strict=False):
        between = range(before + 1, at)
        if not any(
            tree.words[place].text == "," for place in between if place not in keep or tree.words[place].text == ","
        ):
            continue
        top = at
        while (
            tree.words[top].head >= 0
            and tree.words[top].head != clause
            and tree.left_edge(tree.words[top].head) > before
        ):
            top = tree.words[top].head
        if len(between) > 1 and tree.words[top].label in ("npadvmod", "appos", "dep", "oprd") and top != clause:
            gone.update(tree.subtree(top))
    return frozenset(gone)


def shortened(sentence: str, room: int) -> str:
    """A sentence without its asides and tails, where that makes it fit; else empty. Nothing else in it changes."""
    tree = parse(sentence)
    if not tree.words:
        return ""
    keep, root = frozenset(range(len(tree.words))), tree.root
    for stage, branches in enumerate(prunings(tree, root)[:_COSTS]):
        if stage == _ARTICLES:
            continue
        for branch in branches:
            text = written(tree, keep, {})
            if len(text) < room:
                return f"{capitalised(text)}."
            keep -= branch
    text = written(tree, keep, {})
    return f"{capitalised(text)}." if len(text) < room else ""


def _best(
    tree: Tree, keep: frozenset[int], frame: _Frame, pool: list[tuple[int, frozenset[int]]]
) -> tuple[int, frozenset[int]]:
    """The branch to take next, out of the pool: the one that leaves most of what fits; where none does, the cheapest."""
    worth = []
    for stage, branch in pool:
        length = len(_title(tree, keep - branch, frame))
        fits = _SHORTEST <= length <= FITS
        cost = _COST[stage] + _NAME * any(tree.words[at].tag in ("NNP", "NNPS", "CD") for at in branch)
        worth.append((fits, length - cost if fits else -cost))
    return pool.pop(worth.index(max(worth)))


def _known_rest(tree: Tree, names: Names) -> frozenset[int]:
    """What stands before the last name of people whom readers know by it: "President Donald" of "... Trump"."""
    found: set[int] = set()
    for word in tree.words:
        if word.tag == "NNP" and word.text in names.last and word.label != "compound":
            before = [at for at in tree.subtree(word.index) if at < word.index]
            labels = {tree.words[at].label for at in before}
            plain = not labels & {"conj", "cc", "case", "punct", "appos"} and before == list(
                range(word.index - len(before), word.index)
            )
            if "prep" in labels and not {tree.words[at].text for at in before if tree.words[at].label == "prep"} <= {
                "of"
            }:
                continue
            office = any(tree.words[at].text.lower() in OFFICES for at in before)
            limits = any(tree.words[at].text.lower() in HEDGES for at in before)
            if before and plain and not limits and (office or len(before) == 1):
                found.update(before)
    return frozenset(found)


def _title(tree: Tree, keep: frozenset[int], frame: _Frame, room: int = 0) -> str:
    news = written(tree, keep, _in_past(tree, keep, frame))
    news = cut_to(news, room) if room else news
    if not frame.before:
        news = _without_article(news)
    elif news and _is_lowered(tree, keep, frame):
        news = news[:1].lower() + news[1:]
    return capitalised(f"{frame.before}{news}{frame.behind}")


def _verb_above(tree: Tree, at: int) -> int:
    """The verb to whose clause a word belongs."""
    while at >= 0 and tree.words[at].tag[:2] not in ("VB", "MD"):
        at = tree.words[at].head
    return at


def _in_past(tree: Tree, keep: frozenset[int], frame: _Frame) -> Changes:
    """The changes; a verb whose past year is kept with it stays in the past."""
    past = {_verb_above(tree, at) for at in past_years(tree) if at in keep}
    return {at: text for at, text in frame.changes.items() if at not in past} if past else frame.changes


def _is_lowered(tree: Tree, keep: frozenset[int], frame: _Frame) -> bool:
    """Whether the first word kept has its capital only because the sentence began with it."""
    first = next((at for at in sorted(keep) if tree.words[at].text[0].isalnum() and frame.changes.get(at, "x")), 0)
    word = tree.words[first]
    return (
        first <= 1
        and word.tag not in ("NNP", "NNPS")
        and word.text != "I"
        and word.text not in frame.capitals
        and word.text[1:].islower()
    )


def _without_article(text: str) -> str:
    for article in ("The ", "A ", "An ", "the ", "a ", "an "):
        if text.startswith(article):
            return text[len(article) :]
    return text


def _frames(tree: Tree, statement: Statement, parted: Attribution | None, names: Names) -> Iterator[_Frame]:
    clause = statement.clause
    said = attribution_of(tree, statement, names)
    gone = _leading_mark(tree, clause) | _words_of_speech(tree, statement) | _false_subject(tree, clause)
    gone |= _false_equal(tree, clause)
    plural = is_plural(tree, clause)
    attribution = said or parted
    if attribution is not None and attribution.neutral and said is None and _tells_itself(tree, clause, attribution):
        attribution = None
    if attribution is None:
        changes = {**_tenses(tree, clause, plural, reported=False), **_antecedent(tree, clause, names)}
        yield _Frame("", "", changes, gone, names.capitals)
        return
    name, verb = attribution.name, attribution.verb
    reported = said is not None
    if not name:
        doubts = ("who says it is not named in the sentence",)
        yield _Frame("", "", _tenses(tree, clause, plural, reported), gone, names.capitals, doubts)
        return
    subject = subject_of(tree, clause)
    first = _pronoun(tree, subject)
    if attribution.own_deed and subject is not None and first in ("it", "they", "he", "she"):
        yield _Frame(
            "", "", {**_tenses(tree, clause, attribution.plural, reported), subject: name}, gone, names.capitals
        )
        return
    front = _Frame(f"{name} {verb} ", "", backshifted(tree, clause, plural) if reported else {}, gone, names.capitals)
    tail = _Frame("", f", {name} {verb}", _tenses(tree, clause, plural, reported), gone, names.capitals)
    opening = _pronoun(tree, tree.left_edge(subject)) if subject is not None else ""
    if (
        {first, opening} & (PRONOUNS - _POINTING)
        or not attribution.neutral
        or _points_out(tree, clause, subject, gone, name[:1].isupper() and " " not in name)
    ):
        yield front
    else:
        yield tail
        yield front


def _false_equal(tree: Tree, clause: int) -> frozenset[int]:
    """A deed joined to what was suffered, without a subject: "two were injured and vowed revenge" is another's vow."""
    passive = any(tree.words[at].label in ("auxpass", "nsubjpass") for at in tree.children(clause))
    for child in tree.children(clause) if passive else ():
        labels = {tree.words[at].label for at in tree.children(child)}
        if (
            tree.words[child].label == "conj"
            and tree.words[child].tag in ("VBD", "VBZ", "VBP")
            and not labels & {"nsubj", "nsubjpass", "auxpass"}
        ):
            links = [at for at in tree.children(clause) if tree.words[at].label == "cc" and at < child]
            return frozenset((*tree.subtree(child), *links[-1:]))
    return frozenset()


def _antecedent(tree: Tree, clause: int, names: Names) -> Changes:
    """The name of what a pronoun stands for, where it is the subject of a clause before: "As Kiev waits, it ..."."""
    subject = subject_of(tree, clause)
    if subject is None or tree.lowered[subject] not in ("it", "he", "she", "they"):
        return {}
    if base_of(tree, clause) in ("appear", "seem", "be", "look", "turn", "emerge", "take", "remain", "become"):
        return {}  # "it" stands for nothing there
    before = [at for at in tree.children(clause) if at < subject and tree.words[at].label in ("advcl", "prep")]
    nouns = [at for front in before for at in tree.subtree(front) if tree.words[at].label in ("nsubj", "nsubjpass")]
    if len(nouns) != 1 or tree.words[nouns[0]].tag not in ("NNP", "NNPS", "NNS", "NN"):
        return {}
    return {subject: speaker_name(tree, nouns[0], names)}


def _false_subject(tree: Tree, clause: int) -> frozenset[int]:
    """A place before the subject that was taken for it: "In Rona district, Vell province, a patrol found arms".

    The real subject then stands as an apposition that no comma closes.
    """
    subject = subject_of(tree, clause)
    for child in tree.children(subject) if subject is not None else ():
        word = tree.words[child]
        edge = tree.left_edge(child)
        apart = (
            tree.words[0].tag == "IN"
            and edge > 0
            and tree.words[edge - 1].text == ","
            and tree.lowered[edge] in ("a", "an", "the")
        )
        if (
            word.label == "appos"
            and subject is not None
            and subject < child < clause
            and apart
            and not is_closed(tree, child)
        ):
            return frozenset(range(tree.left_edge(child)))
    return frozenset()


def _tells_itself(tree: Tree, clause: int, attribution: Attribution) -> bool:
    """Whether the speaker is the subject: "Northgate sells its yard, Northgate says"."""
    subject = subject_of(tree, clause)
    last = attribution.name.rsplit(" ", 1)[-1]
    return (
        subject is not None and last[:1].isupper() and any(tree.words[at].text == last for at in tree.subtree(subject))
    )


def _points_out(tree: Tree, clause: int, subject: int | None, gone: frozenset[int], body: bool) -> bool:
    """Whether "him" or "its" in the news may stand for the speaker, who then must come first. `body`: a state or the like."""
    edge = tree.subtree(subject)[-1] if subject is not None else 0
    plural = is_plural(tree, clause)
    owns = {"their", "them"} if plural else {"his", "her"} if body else {"its", "his", "her"}
    return any(
        tree.lowered[at] in _OTHERS and (tree.lowered[at] not in owns or tree.lowered[at] in ("him", "us"))
        for at in tree.subtree(clause)
        if at > edge and at not in gone and not _in_relative(tree, at, clause)
    )


def _in_relative(tree: Tree, at: int, clause: int) -> bool:
    while at not in (-1, clause):
        if tree.words[at].label == "relcl":
            return True
        at = tree.words[at].head
    return False


_OTHERS = frozenset(("him", "her", "them", "us", "its", "his", "their", "our", "me", "my"))


def _pronoun(tree: Tree, at: int | None) -> str:
    """The word at a place in small letters; nothing where it is "US", which is no pronoun."""
    return tree.lowered[at] if at is not None and tree.words[at].text != "US" else ""


def _words_of_speech(tree: Tree, statement: Statement) -> frozenset[int]:
    """The words of the attribution within the tree of the news."""
    if statement.speech is None or statement.speaker is None:
        return frozenset()
    news = frozenset(tree.subtree(statement.clause))
    speech = frozenset(tree.subtree(statement.speech))
    return speech - news if news <= speech else speech


_AT_ONCE = frozenset(("as", "when", "while", "if", "unless", "until"))
"""Conjunctions of what happens with the news, and so in its tense."""


def _tenses(tree: Tree, clause: int, plural: bool, reported: bool) -> Changes:
    """Headline tense for the main verb and for those joined to it that have its subject."""
    changes = in_present(tree, clause, plural, reported)
    for child in tree.children(clause):
        marks = {tree.lowered[at] for at in tree.children(child) if tree.words[at].label in ("mark", "advmod")}
        if tree.words[child].label == "advcl" and marks & _AT_ONCE and tree.words[child].tag[:2] == "VB":
            changes = {**changes, **in_present(tree, child, is_plural(tree, child), reported)}
    for child in tree.children(clause):
        word = tree.words[child]
        own = any(tree.words[at].label in ("nsubj", "nsubjpass") for at in tree.children(child))
        same = word.tag == "VBN" and any(tree.words[at].label == "auxpass" for at in tree.children(clause))
        bare = not any(tree.words[at].label in ("aux", "auxpass") for at in tree.children(child))
        perfect = any(tree.words[at].text.lower() in ("has", "have", "had") for at in tree.children(clause))
        if (
            word.label == "conj"
            and word.tag[:2] in ("VB", "MD")
            and not (bare and (same or (word.tag == "VBN" and not perfect)))
        ):
            changes = {**changes, **in_present(tree, child, is_plural(tree, child) if own else plural, reported)}
    return changes


def _leading_mark(tree: Tree, clause: int) -> frozenset[int]:
    return frozenset(
        at for at in tree.children(clause) if tree.words[at].label == "mark" and tree.words[at].text.lower() == "that"
    )
