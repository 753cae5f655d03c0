"""Decides which lines around the article are cut, by their kind and place."""

import re
from bisect import bisect_left
from itertools import pairwise

from site_gen.extract.boilerplate.kinds import NUMBER, Named

Cuts = dict[int, str]  # place of a line -> name of the rule

_MARKS = frozenset(("menu", "edge", "body", "call", "anywhere", "end"))
_IN_HEAD = _MARKS - {"body"}
_RUN = 6  # so many marked lines in a row are a menu anywhere; half of them must be words
_FOOTER = 8  # so many marked lines between two paragraphs separate the article from text of the page
_NEAR = 5  # lines within which a second paragraph must follow the article's first one
_LONGEST_LABEL = 24  # characters of an unknown menu entry, at most
_COMMENT_MARKS = 3  # lines of a comment form from which on what is between them is readers' comments
_MOST_TEASERS = 12  # lines after the heading of a list of other articles, at most
_MOST_STRAY = 4  # lines without a rule between two marked ones, at most
_LEAST_BEFORE_END = 3  # paragraphs that must precede a line that ends the article ...
_MOST_AFTER_END = 0.34  # ... and how many may follow it, as a part of these
_KEPT_AT_HEAD = frozenset(
    ("post data", "author bio", "republished", "wire sign-off", "player")
)  # kept at the head: they give date and author
_LISTS = frozenset(("related list", "post navigation", "comment form", "other language", "read more"))
_LONGEST_ENTRY = 60  # characters of an entry of a list, at most
_ADDRESSES = re.compile(r"^[*•-] |\b(?:you|your|we|our|(?-i:us))\b", re.I)
_FORMS = frozenset(("comment form", "other language"))
_SURE = frozenset(("body", "anywhere"))  # kinds that are cut even alone
# Short lines that are never in a list of other articles: items of a numbered list, sentences, captions.
_KEPT_SHORT = re.compile(
    r"^\(?\d{1,2}[.)] |\.[\"”»)]*$|"
    r"\b(?:pictured|file photo|seen (?:here|in|on)|photo(?:graph)?(?: by|:)|image:|in this (?:photo|image|picture)|"
    r"from left)|\((?:photo|image|left|right)|/(?:afp|ap|reuters|getty)\b",
    re.I,
)


def middle(named: list[Named], texts: list[str]) -> Cuts:
    """Cuts of lines that are boilerplate anywhere, of buttons next to a share bar, and of long runs of menu words."""
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
    """Whether a call is the heading of what follows: words to the reader, the entries of a list, or the last line."""
    if named[place].kind != "call" or texts[place].isupper():
        return False
    following = next((at for at in range(place + 1, len(texts)) if texts[at]), None)
    if following is None:
        return _is_doubtful(named, place)
    if named[following].kind in _MARKS:
        return False
    if not any(texts[following + 1 :]):
        return True
    return len(texts[following]) < _LONGEST_ENTRY or _ADDRESSES.search(texts[following]) is not None


def _is_form(line: Named, text: str) -> bool:
    """Whether a line of more than one word invites comments, or readers of another language."""
    return line.kind == "end" and line.rule in _FORMS and " " in text


def _runs(named: list[Named]) -> list[tuple[int, int]]:
    """The runs of marked lines, with the blank lines between them, as pairs of first place and place after."""
    runs, first = [], -1
    for place, line in enumerate((*named, Named("prose"))):
        if line.kind in _MARKS:
            first = place if first < 0 else first
        elif first >= 0 and line.kind != "blank":
            runs.append((first, place))
            first = -1
    return runs


def head(named: list[Named], texts: list[str]) -> Cuts:
    """Cuts of menus and notices before the first paragraph; a headline, byline or date between them stays."""
    filled = [place for place in range(_first_prose(named)) if named[place].kind != "blank"]
    marks = [place for place in filled if named[place].kind in _IN_HEAD and named[place].rule not in _KEPT_AT_HEAD]
    if len(marks) < 2 and not any(named[place].rule == "repeated line" for place in marks):
        return {}
    cut = {place: named[place].rule for place in marks}
    for at in range(3, len(filled) - 3):
        cut_nearby = sum(filled[place] in cut for place in range(at - 3, at + 4))
        if cut_nearby >= 5 and named[filled[at]].kind == "short" and len(texts[filled[at]]) <= _LONGEST_LABEL:
            cut[filled[at]] = "menu"
    return cut


def tail(named: list[Named], texts: list[str]) -> Cuts:
    """Cuts of marked lines after the article's last paragraph, and of the page's lines between them.

    Sentences stay, except readers' comments between their heading and the comment form. Captions and table rows stay.
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
    """Whether a single mark after the last paragraph may belong to the article."""
    previous = next((named[place] for place in range(mark - 1, -1, -1) if named[place].kind != "blank"), None)
    return named[mark].kind == "menu" or (
        named[mark].kind == "call" and previous is not None and previous.kind == "short"
    )


def _between(named: list[Named], texts: list[str], mark: int, following: int) -> list[int]:
    """The places of the page's lines between two marks, or after the heading of a list that ends the seed."""
    places = [place for place in range(mark + 1, following) if named[place].kind != "blank"]
    heads_list = named[mark].rule in _LISTS
    if len(places) > (_MOST_TEASERS if heads_list else _MOST_STRAY) or (following == len(named) and not heads_list):
        return []
    if any(named[place].kind != "short" or _KEPT_SHORT.search(texts[place]) for place in places):
        return []
    return places


def _reader_comments(named: list[Named], marks: list[int]) -> list[int]:
    """The places between the heading of the comments and the last line of their form."""
    form = [place for place in marks if named[place].rule == "comment form"]
    if len(form) < _COMMENT_MARKS:
        return []
    return [place for place in range(form[0] + 1, form[-1]) if named[place].kind in ("prose", "short")]


def _prose(named: list[Named]) -> list[int]:
    return [place for place, line in enumerate(named) if line.kind == "prose"]


def _first_prose(named: list[Named]) -> int:
    """The place of the article's first paragraph; a single sentence among menus is not counted."""
    prose = _prose(named)
    for place, following in pairwise(prose):
        if sum(named[at].kind != "blank" for at in range(place + 1, following + 1)) <= _NEAR:
            return place
    return prose[0] if prose else 0


def _last_prose(named: list[Named]) -> int:
    """The place of the article's last paragraph; a little prose after an end mark or a long menu is the page's."""
    prose = _prose(named)
    for place, line in enumerate(named):
        if line.kind == "end" or line.rule == "related list":
            count = bisect_left(prose, place)
            if count >= _LEAST_BEFORE_END and len(prose) - count <= _MOST_AFTER_END * count:
                prose = prose[:count]
                break
    while len(prose) > _LEAST_BEFORE_END and _marks_between(named, prose[-2], prose[-1]) >= _FOOTER:
        prose.pop()
    return prose[-1] if prose else -1


def _marks_between(named: list[Named], first: int, last: int) -> int:
    return sum(named[place].kind in _MARKS for place in range(first + 1, last))
