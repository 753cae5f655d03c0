"""The branches of a sentence's tree that an editor could remove, by stage, so that it fits.

Each rule names the branches it removes, with an example that is its test. A branch that limits, negates or hedges the
rest is never removed, nor part of a quotation, nor half of a coordination.
"""

from site_gen.extract.headline.asides import in_brackets
from site_gen.extract.headline.branches import head_of, is_region, is_verbal, label_of, low
from site_gen.extract.headline.form import object_of, subject_of
from site_gen.extract.headline.lexicon import (
    ASKS_SOMEBODY,
    ASKS_TO,
    CONDITIONS,
    HEDGES,
    LIMITING,
    NOUNS_REQUIRE,
    PRAISE,
    SPEECH,
)
from site_gen.extract.headline.rules import LAST, rules_of
from site_gen.extract.headline.statement import base_of
from site_gen.extract.syntax import Tree


def prunings(tree: Tree, clause: int, only: frozenset[str] = frozenset()) -> tuple[tuple[frozenset[int], ...], ...]:
    """The branches of a clause that may be removed, by stage, the last first; by the rules in `only`, else by all."""
    quoted = _quoted(tree)
    found: list[list[frozenset[int]]] = [[] for _ in range(LAST + 1)]
    for at in reversed(tree.subtree(clause)):
        if at == clause:
            continue
        for stage in sorted(
            {
                rule.stage
                for rule in rules_of(label_of(tree, at))
                if (not only or rule.name in only) and rule.takes(tree, at)
            }
        ):
            if _is_removable(tree, at, quoted, stage):
                found[stage].append(_branch(tree, at))
    return tuple(map(tuple, found))


def _branch(tree: Tree, at: int) -> frozenset[int]:
    """A branch with the brackets or the conjunction that would be left over without it."""
    branch = set(tree.subtree(at))
    if in_brackets(tree, at):
        branch |= {min(branch) - 1, max(branch) + 1}
    if low(tree, at) in PRAISE and len(branch) == 1:
        beside = [place for place in (at - 1, at + 1) if 0 < place < len(tree.words) and tree.words[place].text == ","]
        branch |= set(beside[:1])
    while (
        len(branch) > 1
        and label_of(tree, max(branch)) in ("cc", "punct")
        and tree.words[max(branch)].text not in ')]”"'
    ):
        branch.discard(max(branch))
    if label_of(tree, at) == "conj":
        before = [child for child in tree.children(head_of(tree, at)) if child < at]
        joining = [child for child in before if label_of(tree, child) in ("cc", "preconj", "conj")]
        branch |= {link for link in joining[-1:] if label_of(tree, link) != "conj"}
    return frozenset(branch)


def _is_removable(tree: Tree, at: int, quoted: tuple[int, ...], stage: int) -> bool:
    branch = tree.subtree(at)
    if stage and (_is_part_of_name(tree, at) or _requires(tree, at) or _is_referred_to(tree, at)):
        return False
    if (label_of(tree, at) == "prep" and not tree.children(at)) or is_region(tree, at) or _has_relative(tree, branch):
        return False
    if _is_asked_to(tree, at):
        return False
    if label_of(tree, at) == "acl" and tree.words[at].tag == "VB" and low(tree, head_of(tree, at)) in ASKS_TO:
        return False
    after = branch[-1] + 1
    while after < len(tree.words) and tree.words[after].text == ",":
        after += 1
    if (
        label_of(tree, at) in ("advcl", "acl", "relcl")
        and after == branch[-1] + 1
        and _is_followed_by_verb(tree, at, after)
    ):
        return False  # its subject may be part of the branch: "the rules judges should follow"
    listing = after > branch[-1] + 1 and after < len(tree.words) and tree.words[after].tag in _NOMINAL
    if low(tree, at) in ("including", "like", "such") and listing:
        return False  # the list continues after the comma
    if (
        stage
        and after < len(tree.words)
        and label_of(tree, after) == "cc"
        and head_of(tree, after) < branch[0]
        and label_of(tree, at) != "conj"
    ):
        return False  # what "and" joins may belong to this branch
    before = tree.lowered[max(branch[0] - 2, 0) : branch[0]]
    if tree.lowered[branch[0]] in _SINCE and before[:1] == ("the",) and before[-1] in _SPANS:
        return False  # "in the days after the ban"
    if tree.lowered[branch[-1] + 1 : branch[-1] + 2] in _HOW_LONG:
        return False  # "from a year earlier"
    if tree.words[branch[-1]].tag in ("IN", "DT", "TO", "PRP$") and len(branch) > 1:
        return False  # it breaks off: what belongs to it was misread
    if stage and label_of(tree, at) in ("advcl", "xcomp", "acl") and tree.lowered[at] in _MADE_TO:
        return False
    if tree.lowered[at] in _REPUTED and label_of(tree, at) == "acl" and tree.lowered[at + 1 : at + 2] == ("to",):
        return False
    if stage and tree.lowered[branch[0]] == "as" and tree.lowered[at] in _FORESEEN:
        return False  # "if things go as planned"
    if stage and branch[-1] + 1 < len(tree.words) and _begins_clause(tree, branch[-1] + 1, branch):
        return False  # a clause after it may belong to it
    if any(quoted[place] != quoted[branch[0]] for place in branch) and not _whole_quotes(tree, branch):
        return False
    if quoted[at] and quoted[at] == quoted[head_of(tree, at)]:
        return False
    words = {low(tree, place) for place in branch[:3]} | {low(tree, at)}
    if stage and (words & CONDITIONS or not _UNSURE.isdisjoint(tree.lowered[place] for place in branch)):
        return False
    if stage and low(tree, at) in ("in", "for", "from") and (_is_sum(tree, head_of(tree, at)) or _is_sum(tree, at - 1)):
        return False  # a sum says nothing without its purpose: "$81 billion in aid"
    if len(branch) == 1:
        return low(tree, at) not in HEDGES
    return True


_SINCE = ("after", "before", "since", "following")
_SPANS = ("days", "hours", "weeks", "months", "years", "minutes")
_HOW_LONG = (("earlier",), ("ago",))
"""Words that end a length of time."""


def _is_asked_to(tree: Tree, at: int) -> bool:
    """What somebody is asked, told or allowed to do: "asks a committee to look into leaks"."""
    head = head_of(tree, at)
    if tree.words[at].tag != "VB" or label_of(tree, at) not in ("advcl", "xcomp", "acl") or head < 0:
        return False
    verb = head if tree.words[head].tag[:2] == "VB" else head_of(tree, head)  # the parser may attach it to the noun
    between = [child for child in tree.children(verb) if verb < child < at]
    if base_of(tree, verb) == "call" and any(low(tree, child) == "on" for child in between):
        return True
    object_between = any(label_of(tree, child) == "dobj" for child in between)
    return verb >= 0 and object_between and base_of(tree, verb) in ASKS_SOMEBODY


def _is_sum(tree: Tree, at: int) -> bool:
    return at >= 0 and (
        low(tree, at)
        in ("dlrs", "stg", "dollars", "euros", "pounds", "million", "billion", "mln", "bln", "$", "£", "€")
        or (
            label_of(tree, at) in ("dobj", "pobj")
            and any(tree.words[child].text in "$£€" for child in tree.children(at))
        )
    )


def _begins_clause(tree: Tree, at: int, branch: tuple[int, ...]) -> bool:
    """Whether "because", "when" ... at a place begins a clause outside a branch with a verb."""
    mark = label_of(tree, at) in ("mark", "advmod") and tree.lowered[at] in _MARKS
    return mark and head_of(tree, at) not in branch and any(tree.words[place].tag[:2] == "VB" for place in branch)


_NOMINAL = ("DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "JJ")
_FINITE = ("MD", "VBD", "VBZ", "VBP")


def _is_followed_by_verb(tree: Tree, at: int, after: int) -> bool:
    """Whether a branch is followed by a verb whose subject is not before the branch."""
    if at < head_of(tree, at) or after >= len(tree.words) or tree.words[after].tag not in _FINITE:
        return False
    if label_of(tree, at) == "relcl" and base_of(tree, after - 1) not in SPEECH:
        return False
    verb = after if tree.words[after].label not in ("aux", "auxpass") else head_of(tree, after)
    subject = subject_of(tree, verb)
    return subject is None or at not in tree.subtree(subject)


_UNSURE = frozenset(
    ("alleged", "apparent", "suspected", "purported", "fake", "hoax", "unconfirmed", "attempted", "event", "pending")
)
"""Words without which the rest may be false."""
_MADE_TO = frozenset(("be", "become", "serve", "head", "lead", "run", "succeed", "replace", "join"))
"""What somebody is named, chosen or asked to do: the news itself."""
_PLACES = frozenset(
    (
        "city",
        "town",
        "village",
        "district",
        "province",
        "region",
        "state",
        "island",
        "islands",
        "port",
        "capital",
        "suburb",
    )
)
"""Nouns whose name follows: "the port city of Rona"."""
_FORESEEN = frozenset(("planned", "expected", "scheduled", "promised", "foreseen", "hoped"))
_REPUTED = frozenset(("said", "believed", "thought", "reported", "alleged", "suspected", "understood"))
"""Participles before "to be" that make a statement uncertain."""
_MARKS = frozenset(
    ("because", "when", "where", "if", "unless", "although", "though", "while", "as", "since", "until", "so", "that")
)


def _has_relative(tree: Tree, branch: tuple[int, ...]) -> bool:
    """Whether a clause in a branch belongs to a noun before it: "lenders in the region that refuse transfers"."""
    return any(
        tree.words[at].label == "relcl"
        and tree.words[at].tag == "VBP"
        and tree.words[tree.words[at].head].tag in ("NN", "NNP")
        and any(tree.lowered[child] in ("that", "which", "who") for child in tree.children(at))
        for at in branch
    )


def _is_part_of_name(tree: Tree, at: int) -> bool:
    """Whether a phrase is part of a name, or the name itself: "House of Representatives", "the city of Rona"."""
    head = head_of(tree, at)
    if label_of(tree, at) != "prep" or head < 0 or low(tree, at) not in ("of", "for"):
        return False
    noun = object_of(tree, at)
    proper = noun is not None and tree.words[noun].tag in ("NNP", "NNPS")
    return proper and (tree.words[head].tag in ("NNP", "NNPS") or low(tree, head) in _PLACES)


def _requires(tree: Tree, at: int) -> bool:
    """Whether the noun needs the phrase: "dependence on oil", "a sale to Romania"."""
    return label_of(tree, at) == "prep" and (low(tree, head_of(tree, at)), low(tree, at)) in NOUNS_REQUIRE


def _is_referred_to(tree: Tree, at: int) -> bool:
    """What a word such as "first", "only" or "largest" refers to."""
    head = head_of(tree, at)
    if label_of(tree, at) not in ("prep", "acl", "relcl") or head < 0:
        return False
    nouns = (
        [head]
        if not is_verbal(tree, head)
        else [
            child
            for child in tree.children(head)
            if head < child < at and label_of(tree, child) in ("dobj", "attr", "oprd")
        ]
    )
    return any(
        low(tree, child) in LIMITING or tree.words[child].tag in ("JJS", "RBS")
        for noun in nouns
        for child in tree.children(noun)
    )


def _whole_quotes(tree: Tree, branch: tuple[int, ...]) -> bool:
    marks = [tree.words[at].text for at in branch if tree.words[at].text in '“”"']
    return len(marks) % 2 == 0 and marks.count("“") == marks.count("”")


def _quoted(tree: Tree) -> tuple[int, ...]:
    """For each word the number of its quotation, 0 outside; quotation marks belong to theirs."""
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
