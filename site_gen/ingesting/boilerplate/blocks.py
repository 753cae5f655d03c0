"""What surrounds the article: which lines go, by where they stand."""

from bisect import bisect_left
from itertools import pairwise

from site_gen.ingesting.boilerplate.kinds import Named

Cuts = dict[int, str]  # place of a line -> name of the rule

_MARKS = frozenset(("menu", "edge", "anywhere", "end"))
_RUN = 6  # so many marked lines in a row are a menu, wherever they stand
_FOOTER = 8  # so many marked lines between two paragraphs part the article from the page's own text
_NEAR = 5  # lines in which an article's first paragraph has a second one near it
_LABEL = 24  # characters of a menu entry that no list knows
_LEAST_BEFORE_END = 3  # paragraphs that must precede a line that ends the article ...
_MOST_AFTER_END = 0.34  # ... and what may follow it, as a part of them
_WANTED = frozenset(
    ("post data", "author bio", "republished", "wire sign-off")
)  # at the head they tell date and author


def middle(named: list[Named]) -> Cuts:
    """Lines that are boilerplate wherever they stand, the buttons next to a share bar, and long runs of menu words."""
    cut = {place: line.rule for place, line in enumerate(named) if line.kind == "anywhere"}
    for first, after in _runs(named):
        marks = [place for place in range(first, after) if named[place].kind in _MARKS]
        if len(marks) >= _RUN or any(named[place].rule == "share widget" for place in marks):
            cut.update((place, named[place].rule) for place in marks if named[place].kind == "menu")
    return cut


def _runs(named: list[Named]) -> list[tuple[int, int]]:
    """Stretches of marked lines and the blanks between them."""
    runs, first = [], -1
    for place, line in enumerate((*named, Named("prose"))):
        if line.kind in _MARKS:
            first = place if first < 0 else first
        elif first >= 0 and line.kind != "blank":
            runs.append((first, place))
            first = -1
    return runs


def head(named: list[Named], texts: list[str]) -> Cuts:
    """Menus and notices before the first paragraph; a headline, byline or date between them stays."""
    filled = [place for place in range(_first_prose(named)) if named[place].kind != "blank"]
    marks = [place for place in filled if named[place].kind in _MARKS and named[place].rule not in _WANTED]
    if len(marks) < 2 and not any(named[place].rule == "repeated line" for place in marks):
        return {}
    cut = {place: named[place].rule for place in marks}
    for at in range(3, len(filled) - 3):
        around = sum(filled[near] in cut for near in range(at - 3, at + 4))
        if around >= 5 and named[filled[at]].kind == "short" and len(texts[filled[at]]) <= _LABEL:
            cut[filled[at]] = "menu"
    return cut


def tail(named: list[Named]) -> Cuts:
    """Everything from the first mark after the article's last paragraph, or from a line that says it is over."""
    last = _last_prose(named)
    marks = [place for place in range(last + 1, len(named)) if named[place].kind in _MARKS]
    if not marks or (len(marks) == 1 and named[marks[0]].kind == "menu"):
        return {}
    if last < 0:  # no sentence at all: a list, which may be the article
        return {place: named[place].rule for place in marks if named[place].kind != "menu" or len(marks) >= _RUN}
    return {place: named[place].rule or "tail block" for place in range(marks[0], len(named))}


def _prose(named: list[Named]) -> list[int]:
    return [place for place, line in enumerate(named) if line.kind == "prose"]


def _first_prose(named: list[Named]) -> int:
    """Where the article's first paragraph stands: a lone sentence among menus is not yet it."""
    prose = _prose(named)
    for place, following in pairwise(prose):
        if sum(named[at].kind != "blank" for at in range(place + 1, following + 1)) <= _NEAR:
            return place
    return prose[0] if prose else 0


def _last_prose(named: list[Named]) -> int:
    """Where the article's last paragraph stands; what little prose follows an end mark or a long menu is the page's."""
    prose = _prose(named)
    for place, line in enumerate(named):
        if line.kind == "end":
            before = bisect_left(prose, place)
            if before >= _LEAST_BEFORE_END and len(prose) - before <= _MOST_AFTER_END * before:
                prose = prose[:before]
                break
    while len(prose) > _LEAST_BEFORE_END and _marks_between(named, prose[-2], prose[-1]) >= _FOOTER:
        prose.pop()
    return prose[-1] if prose else -1


def _marks_between(named: list[Named], first: int, last: int) -> int:
    return sum(named[place].kind in _MARKS for place in range(first + 1, last))
