"""The text before and after the news in a headline, and the changes to its words: attribution, tense, pronouns."""

import re
from collections.abc import Iterator

from msgspec import Struct

from site_gen.extract.headline.attribution import Attribution, attribution_of
from site_gen.extract.headline.branches import is_closed, is_passive
from site_gen.extract.headline.form import Changes, in_present, is_plural, subject_of, unshifted, written
from site_gen.extract.headline.lexicon import CONDITIONS, FIRMS, NAMELESS, OFFICES, PRONOUNS
from site_gen.extract.headline.names import Names
from site_gen.extract.headline.speaker import speaker_name
from site_gen.extract.headline.statement import Statement, base_of
from site_gen.extract.syntax import Tree

_POINTING = frozenset(("this", "that", "these", "those", "one", "who"))


_OTHERS = frozenset(("him", "her", "them", "us", "its", "his", "their", "our", "me", "my"))


_ENOUGH = frozenset(("officials", "sources", "witnesses"))
"""Speakers that a headline need not describe."""
_HELD = re.compile(
    r"(?P<office>chairman|chairwoman|chair|head|chief|director|president|member|secretary general) of (?:the )?"
    r"[A-Z][^,]*"
    r" (?P<body>Committee|Agency|Council|Commission|Bank|Board|Court|Institute|Association|Group|Department|Panel)"
)
"""An office in a body: "chairman of the Senate Foreign Relations Committee"."""
_LONG_NAME = 42
_UNREAL = frozenset(("fake", "hoax", "satire", "satirical", "unverified", "unconfirmed", "alleged", "allegedly"))
_AT_ONCE = frozenset(("as", "when", "while", "if", "unless", "until"))
"""Conjunctions of clauses that have the tense of the news."""


class Frame(Struct, frozen=True):
    """The text before and after the news, the changes to its words, the words to remove, and words with a capital."""

    prefix: str
    suffix: str
    changes: Changes
    removed: frozenset[int]
    capitals: frozenset[str]
    doubts: tuple[str, ...] = ()
    short: str = ""
    explains: bool = False


def frames_of(tree: Tree, statement: Statement, detached: Attribution | None, names: Names) -> Iterator[Frame]:
    """The frames for a statement, best first; `detached` is an attribution that was split off before parsing."""
    clause = statement.clause
    own = attribution_of(tree, statement, names)
    removed = _leading_mark(tree, clause) | _words_of_speech(tree, statement) | _false_subject(tree, clause)
    removed |= _false_equal(tree, clause)
    plural = is_plural(tree, clause)
    attribution = own or detached
    if attribution is not None and attribution.neutral and own is None and _is_own_news(tree, clause, attribution):
        attribution = None
    if attribution is None:
        firm = _named_firm(tree, clause)
        if firm is not None:
            removed |= frozenset(tree.subtree(firm[0])) - {firm[0]}
        changes = {**_tenses(tree, clause, plural, reported=False), **_antecedent(tree, clause, names)}
        changes |= dict([firm]) if firm else {}
        yield Frame("", "", changes, removed, names.capitals)
        return
    name, verb = attribution.name, attribution.verb
    limited = _limits(tree, statement)
    reported = own is not None
    if not name:
        doubts = ("who says it is not named in the sentence",)
        yield Frame("", "", _tenses(tree, clause, plural, reported), removed, names.capitals, doubts)
        return
    subject = subject_of(tree, clause)
    subject_pronoun = _pronoun(tree, subject)
    if (
        (attribution.own_deed or _is_business(tree, clause, name))
        and subject is not None
        and subject_pronoun in ("it", "they", "he", "she")
    ):
        possessives = {
            at: "its" for at in tree.subtree(clause) if tree.lowered[at] == "their" and not attribution.plural
        }
        changes = {**_tenses(tree, clause, attribution.plural, reported), **possessives, subject: name}
        yield Frame("", "", changes, removed, names.capitals)
        return
    front = Frame(
        f"{name} {verb} ", "", unshifted(tree, clause, plural) if reported else {}, removed, names.capitals, limited
    )
    tail = Frame(
        "",
        f", {name} {verb}",
        _tenses(tree, clause, plural, reported),
        removed,
        names.capitals,
        limited,
        _short(name, verb),
    )
    opening = _pronoun(tree, tree.left_edge(subject)) if subject is not None else ""
    if (
        {subject_pronoun, opening} & (PRONOUNS - _POINTING)
        or not attribution.neutral
        or _points_out(tree, clause, subject, removed, _is_body(name, names))
    ):
        yield front
    else:
        yield tail
        yield front


def _is_business(tree: Tree, clause: int, speaker: str) -> bool:
    """Whether a firm reports finished business of its own: "Holm Corp says it won a contract"."""
    words = {tree.lowered[at] for at in tree.children(clause)}
    done = tree.words[clause].tag in ("VBD", "VBN") and not words & {
        "not",
        "never",
        "n't",
        "n’t",
        "may",
        "could",
        "would",
    }
    firm = any(word.lower().rstrip(".") in FIRMS for word in speaker.split())
    return done and firm and base_of(tree, clause) in _BUSINESS


_BUSINESS = frozenset(
    ("receive", "win", "sign", "acquire", "buy", "deliver", "complete", "finalize", "sell", "award", "agree")
)


def _limits(tree: Tree, statement: Statement) -> tuple[str, ...]:
    """A doubt where the verb of saying has a condition, or a word such as "fake"."""
    words = {tree.lowered[at] for at in _words_of_speech(tree, statement)}
    return ("a condition or limit of the lead was left out",) if words & (CONDITIONS | _UNREAL) else ()


def _short(name: str, verb: str) -> str:
    """A shorter attribution, if it says enough: its last word, or an office with the kind of its body; else empty."""
    held = _HELD.fullmatch(name)
    if held is not None and len(name) > _LONG_NAME:
        return f", {held['body'].lower()} {held['office']} {verb}"
    last = name.rsplit(" ", 1)[-1]
    return f", {last} {verb}" if last in _ENOUGH and last != name else ""


def _false_equal(tree: Tree, clause: int) -> frozenset[int]:
    """An active verb joined to a passive, with another subject: "two were injured and vowed revenge"."""
    for child in tree.children(clause) if is_passive(tree, clause) else ():
        labels = {tree.words[at].label for at in tree.children(child)}
        if (
            tree.words[child].label == "conj"
            and tree.words[child].tag in ("VBD", "VBZ", "VBP")
            and not labels & {"nsubj", "nsubjpass", "auxpass"}
        ):
            before = [at for at in tree.children(clause) if at < child and tree.words[at].label in ("cc", "conj")]
            if before and tree.words[before[-1]].label == "cc":
                return frozenset((*tree.subtree(child), before[-1]))
    return frozenset()


def _antecedent(tree: Tree, clause: int, names: Names) -> Changes:
    """The change of a pronoun to its antecedent, the subject of a clause before: "As Kiev waits, it ..."."""
    subject = subject_of(tree, clause)
    if subject is None or tree.lowered[subject] not in ("it", "he", "she", "they"):
        return {}
    if base_of(tree, clause) in ("appear", "seem", "be", "look", "turn", "emerge", "take", "remain", "become"):
        return {}  # "it" refers to nothing there
    before = [at for at in tree.children(clause) if at < subject and tree.words[at].label in ("advcl", "prep")]
    nouns = [at for front in before for at in tree.subtree(front) if tree.words[at].label in ("nsubj", "nsubjpass")]
    if tree.lowered[subject] == "it" and any(
        tree.lowered[at] in OFFICES for noun in nouns for at in tree.subtree(noun)
    ):
        return {}  # nobody says "it" of a president
    if len(nouns) != 1 or tree.words[nouns[0]].tag not in ("NNP", "NNPS", "NNS", "NN"):
        return {}
    return {subject: speaker_name(tree, nouns[0], names)}


def _false_subject(tree: Tree, clause: int) -> frozenset[int]:
    """A place that was parsed as the subject: "In Rona district, Vell province, a patrol found arms".

    The real subject is then an apposition that no comma closes.
    """
    subject = subject_of(tree, clause)
    if subject is None or tree.words[0].tag != "IN":
        return frozenset()
    for child in tree.children(subject):
        edge = tree.left_edge(child)
        apart = edge > 0 and tree.words[edge - 1].text == "," and tree.lowered[edge] in ("a", "an", "the")
        aside = tree.words[child].label == "appos" and subject < child < clause
        if apart and aside and not is_closed(tree, child):
            return frozenset(range(edge))
    return frozenset()


def _named_firm(tree: Tree, clause: int) -> tuple[int, str] | None:
    """The place of a subject and its name, which follows between commas: "The biggest yard, Holm Marine, ..."."""
    subject = subject_of(tree, clause)
    if subject is None or subject > clause or tree.lowered[subject] not in NAMELESS:
        return None
    named = [at for at in tree.children(subject) if tree.words[at].label == "appos" and subject < at < clause]
    if len(named) != 1 or not is_closed(tree, named[0]):
        return None
    name = tree.subtree(named[0])
    apart = tree.words[name[0] - 1].text == tree.words[name[-1] + 1].text == ","
    proper = all(tree.words[at].tag in ("NNP", "NNPS") for at in name)
    return (subject, written(tree, frozenset(name), {})) if apart and proper else None


def _is_own_news(tree: Tree, clause: int, attribution: Attribution) -> bool:
    """Whether the speaker is the subject: "Northgate sells its yard, Northgate says"."""
    subject = subject_of(tree, clause)
    if subject is None:
        return False
    whose = " ".join(tree.words[at].text for at in tree.subtree(subject) if tree.words[at].tag != "DT")
    itself = attribution.name == tree.lowered[subject] or tree.words[subject].tag == "NNP"
    if attribution.name.lower() in _ITSELF and itself and _is_planned(tree, clause):
        return True
    last = attribution.name.rsplit(" ", 1)[-1]
    if not last[:1].isupper():
        return False
    speaks_for = tree.words[subject].tag[:3] == "NNP" and attribution.name.startswith(f"{whose} ")
    return speaks_for or any(tree.words[at].text == last for at in tree.subtree(subject) if at >= subject)


_ITSELF = frozenset(
    ("panel", "company", "committee", "firm", "agency", "airline", "group", "bank", "carmaker", "court")
)
"""Speakers named by their kind that the news is probably about."""


def _is_planned(tree: Tree, clause: int) -> bool:
    """Whether a clause is about something planned or due."""
    return any(tree.lowered[at] in ("will", "due") for at in tree.children(clause))


def _points_out(tree: Tree, clause: int, subject: int | None, removed: frozenset[int], body: bool) -> bool:
    """Whether "him" or "its" in the news may refer to the speaker, who then must come first.

    `body` is true where the speaker is a state or the like.
    """
    edge = tree.subtree(subject)[-1] if subject is not None else 0
    plural = is_plural(tree, clause)
    owns = {"their", "them"} if plural else {"his", "her"} if body else {"its", "his", "her"}
    return any(
        tree.lowered[at] in _OTHERS and (tree.lowered[at] not in owns or tree.lowered[at] in ("him", "us"))
        for at in tree.subtree(clause)
        if at > edge and at not in removed and not _in_relative(tree, at, clause)
    )


def _is_body(name: str, names: Names) -> bool:
    """Whether a speaker is a state or the like, to which "its" may refer: "Moscow", but not "Peskov"."""
    return name[:1].isupper() and " " not in name and name not in names.last


def _in_relative(tree: Tree, at: int, clause: int) -> bool:
    while at not in (-1, clause):
        if tree.words[at].label == "relcl":
            return True
        at = tree.words[at].head
    return False


def _pronoun(tree: Tree, at: int | None) -> str:
    """The word at a place in lower case; empty for "US", which is not a pronoun."""
    return tree.lowered[at] if at is not None and tree.words[at].text != "US" else ""


def _words_of_speech(tree: Tree, statement: Statement) -> frozenset[int]:
    """The words of the attribution within the tree of the news."""
    if statement.speech is None or statement.speaker is None:
        return frozenset()
    news = frozenset(tree.subtree(statement.clause))
    speech = frozenset(tree.subtree(statement.speech))
    return speech - news if news <= speech else speech


def _tenses(tree: Tree, clause: int, plural: bool, reported: bool) -> Changes:
    """Headline tense for the main verb and for those joined to it that have its subject."""
    changes = in_present(tree, clause, plural, reported)
    for child in tree.children(clause):
        marks = {tree.lowered[at] for at in tree.children(child) if tree.words[at].label in ("mark", "advmod")}
        own = subject_of(tree, child) is not None
        if tree.words[child].label == "advcl" and own and marks & _AT_ONCE and tree.words[child].tag[:2] == "VB":
            within = in_present(tree, child, is_plural(tree, child), reported)
            changes = {**changes, **({} if "to" in within.values() else within)}  # "if he will", not "if he to"
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
