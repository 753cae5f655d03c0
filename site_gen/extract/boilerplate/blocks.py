"""What surrounds the article: which lines go, by where they stand."""

import re
from bisect import bisect_left
from itertools import pairwise

from site_gen.extract.boilerplate.kinds import NUMBER, Named

Cuts = dict[int, str]  # place of a line -> name of the rule

_MARKS = frozenset(("menu", "edge", "body", "call", "anywhere", "end"))
_IN_HEAD = _MARKS - {"body"}
_RUN = 6  # so many marked lines in a row are a menu, wherever they stand; half of them must be words
_FOOTER = 8  # so many marked lines between two paragraphs part the article from the page's own text
_NEAR = 5  # lines in which an article's first paragraph has a second one near it
_LABEL = 24  # characters of a menu entry that no list knows
_COMMENT_MARKS = 3  # lines of a comment form from which what stands between them is what readers wrote
_TEASERS = 12  # lines that a list of other articles has after its heading
_STRAY = 4  # lines of a page, worded like no rule, between two marks
_LEAST_BEFORE_END = 3  # paragraphs that must precede a line that ends the article ...
_MOST_AFTER_END = 0.34  # ... and what may follow it, as a part of them
_WANTED = frozenset(
    ("post data", "author bio", "republished", "wire sign-off", "player")
)  # at the head they tell date and author
_LISTS = frozenset(("related list", "post navigation", "comment form", "other language", "read more"))
_ENTRY = 60  # characters of an entry of a list, at most
_ADDRESSES = re.compile(r"^[*•-] |\b(?:you|your|we|our|(?-i:us))\b", re.I)
_FORMS = frozenset(("comment form", "other language"))
_SURE = frozenset(("body", "anywhere"))  # kinds that need no company
# Short lines that no list of other articles has: items of a numbered list, sentences, captions.
_WANTED_SHORT = re.compile(
    r"^\(?\d{1,2}[.)] |\.[\"”»)]*$|"
    r"\b(?:pictured|file photo|seen (?:here|in|on)|photo(?:graph)?(?: by|:)|image:|in this (?:photo|image|picture)|"
    r"from left)|\((?:photo|image|left|right)|/(?:afp|ap|reuters|getty)\b",
    re.I,
)


def middle(named: list[Named], texts: list[str]) -> Cuts:
    """Lines that are boilerplate wherever they stand, the buttons next to a share bar, and long runs of menu words."""
    first_prose = _first_prose(named)
    cut = {
        place: line.rule
        for place, line in enumerate(named)
        if line.kind == "anywhere"
        or (line.kind == "call" and not _is_heading(named, texts, place))
        or (place > first_prose and (line.kind == "body" or _is_form(line, texts[place])))
    }
    for first, after in _runs(named):
        marks = [place for place in range(first, after) if named[place].kind in _MARKS]
        words = sum(named[place] != NUMBER for place in marks)
        if (len(marks) >= _RUN and 2 * words > len(marks)) or any(
            named[place].rule == "share widget" for place in marks
        ):
            cut.update((place, named[place].rule) for place in marks if named[place].kind == "menu")
        if first > first_prose and len(marks) > 1 and any(named[place].kind in _SURE for place in marks):
            cut.update((place, named[place].rule) for place in marks if named[place].kind in ("edge", "end"))
    return cut


def _is_heading(named: list[Named], texts: list[str], place: int) -> bool:
    """Whether a call heads what follows: words to the reader, the entries of a list, or the last line."""
    if named[place].kind != "call" or texts[place].isupper():
        return False
    following = next((at for at in range(place + 1, len(texts)) if texts[at]), None)
    if following is None:
        return _is_doubtful(named, place)
    if named[following].kind in _MARKS:
        return False
    if not any(texts[following + 1 :]):
        return True
    return len(texts[following]) < _ENTRY or _ADDRESSES.search(texts[following]) is not None


def _is_form(line: Named, text: str) -> bool:
    """Whether a line of more than one word invites comments, or readers of another language."""
    return line.kind == "end" and line.rule in _FORMS and " " in text


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
    marks = [place for place in filled if named[place].kind in _IN_HEAD and named[place].rule not in _WANTED]
    if len(marks) < 2 and not any(named[place].rule == "repeated line" for place in marks):
        return {}
    cut = {place: named[place].rule for place in marks}
    for at in range(3, len(filled) - 3):
        around = sum(filled[near] in cut for near in range(at - 3, at + 4))
        if around >= 5 and named[filled[at]].kind == "short" and len(texts[filled[at]]) <= _LABEL:
            cut[filled[at]] = "menu"
    return cut


def tail(named: list[Named], texts: list[str]) -> Cuts:
    """The marks after the article's last paragraph, and the lines of the page between them.

    A sentence stays, but for what readers wrote between the heading of their comments and the form for another. A
    caption and the rows of a table stay.
    """
    last = _last_prose(named)
    after = range(last + 1, len(named))
    marks = [place for place in after if named[place].kind in _MARKS and not _is_heading(named, texts, place)]
    if not marks or (len(marks) == 1 and _is_doubtful(named, marks[0])):
        return {}
    if last < 0:  # no sentence at all: a list, which may be the article
        return {place: named[place].rule for place in marks if named[place].kind != "menu" or len(marks) >= _RUN}
    cut = {place: named[place].rule for place in marks}
    for mark, following in pairwise((*marks, len(named))):
        cut.update(dict.fromkeys(_between(named, texts, mark, following), "tail block"))
    cut.update(dict.fromkeys(_reader_comments(named, marks), "comment form"))
    blanks = (place for place in range(marks[0], len(named)) if named[place].kind == "blank")
    kept = [place for place in range(marks[0], len(named)) if place not in cut and named[place].kind != "blank"]
    cut.update((place, "tail block") for place in blanks if not kept or place > kept[-1])
    return cut


def _is_doubtful(named: list[Named], mark: int) -> bool:
    """Whether a mark that is alone after the last paragraph may be the article's."""
    before = next((named[place] for place in range(mark - 1, -1, -1) if named[place].kind != "blank"), None)
    return named[mark].kind == "menu" or (named[mark].kind == "call" and before is not None and before.kind == "short")


def _between(named: list[Named], texts: list[str], mark: int, following: int) -> list[int]:
    """Lines of the page between two marks, or after the heading of a list that ends the seed."""
    places = [place for place in range(mark + 1, following) if named[place].kind != "blank"]
    heads_list = named[mark].rule in _LISTS
    if len(places) > (_TEASERS if heads_list else _STRAY) or (following == len(named) and not heads_list):
        return []
    if any(named[place].kind != "short" or _WANTED_SHORT.search(texts[place]) for place in places):
        return []
    return places


def _reader_comments(named: list[Named], marks: list[int]) -> list[int]:
    """What stands between the heading of the comments and the last line of their form."""
    form = [place for place in marks if named[place].rule == "comment form"]
    if len(form) < _COMMENT_MARKS:
        return []
    return [place for place in range(form[0] + 1, form[-1]) if named[place].kind in ("prose", "short")]


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
        if line.kind == "end" or line.rule == "related list":
            before = bisect_left(prose, place)
            if before >= _LEAST_BEFORE_END and len(prose) - before <= _MOST_AFTER_END * before:
                prose = prose[:before]
                break
    while len(prose) > _LEAST_BEFORE_END and _marks_between(named, prose[-2], prose[-1]) >= _FOOTER:
        prose.pop()
    return prose[-1] if prose else -1


def _marks_between(named: list[Named], first: int, last: int) -> int:
    return sum(named[place].kind in _MARKS for place in range(first + 1, last))
