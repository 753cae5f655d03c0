"""What surrounds the article: which lines go, by where they stand."""

from site_gen.ingesting.boilerplate.kinds import Named

_MARKS = frozenset(("menu", "edge", "anywhere", "end"))
_RUN = 6
_MOST_AFTER_END = 0.34


def middle(named: list[Named]) -> dict[int, str]:
    """Lines that are boilerplate wherever they stand, the buttons next to a share bar, and long runs of menu words."""
    cut = {place: line.rule for place, line in enumerate(named) if line.kind == "anywhere"}
    for first, after in _runs(named):
        marks = [place for place in range(first, after) if named[place].kind in _MARKS]
        if len(marks) >= _RUN or any(named[place].rule == "share widget" for place in marks):
            cut.update((place, named[place].rule) for place in marks if named[place].kind == "menu")
    return cut


def _runs(named: list[Named]) -> list[tuple[int, int]]:
    """Stretches of marked lines and blanks."""
    runs, first = [], -1
    for place, line in enumerate((*named, Named("prose"))):
        if line.kind in _MARKS or (line.kind == "blank" and first >= 0):
            first = place if first < 0 else first
        elif first >= 0:
            runs.append((first, place))
            first = -1
    return runs


def head(named: list[Named]) -> dict[int, str]:
    """Menus and notices before the first paragraph; a headline, byline or date between them stays."""
    first = next((place for place, line in enumerate(named) if line.kind == "prose"), 0)
    marks = [place for place in range(first) if named[place].kind in _MARKS]
    if len(marks) < 2:
        return {}
    return {place: named[place].rule for place in marks if not (named[place].kind == "edge" and named[place].rule in _DATA)}


_DATA = frozenset(("post data", "author bio"))  # at the head they may hold the date and the author, which are wanted


def tail(named: list[Named]) -> dict[int, str]:
    """Everything from the first mark after the article's last paragraph, or from a line that says it is over."""
    last = _last_prose(named)
    marks = [place for place in range(last + 1, len(named)) if named[place].kind in _MARKS]
    if not marks or (len(marks) == 1 and named[marks[0]].kind == "menu"):
        return {}
    if last < 0:  # no sentence at all: a list, which may be the article
        return {place: named[place].rule for place in marks if named[place].kind != "menu" or len(marks) >= _RUN}
    return {place: named[place].rule or "tail block" for place in range(marks[0], len(named))}


def _last_prose(named: list[Named]) -> int:
    """Where the article's last paragraph stands: before the line that ends it, if little prose follows that."""
    prose = [place for place, line in enumerate(named) if line.kind == "prose"]
    for place, line in enumerate(named):
        if line.kind == "end":
            before = sum(1 for at in prose if at < place)
            if before >= 3 and len(prose) - before <= _MOST_AFTER_END * before:
                return prose[before - 1]
    return prose[-1] if prose else -1
