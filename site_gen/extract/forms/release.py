"""The form of press releases: marks, numbers, contacts and embargo at the head, "About ..." at the tail."""

import re

from msgspec.structs import replace

from site_gen.extract.forms.contacts import Contacts, find_contacts
from site_gen.extract.forms.date_line import Moment, read_moment
from site_gen.extract.forms.dateline import split_dateline
from site_gen.extract.forms.release_tail import about_places, end_mark
from site_gen.extract.manuscript import Genre, Manuscript
from site_gen.model.seed import Decision, Doubt

_HEAD = 16
"""The first lines with text, where a release says that it is one."""
_MARK = re.compile(
    r"\W*(?:(?:for )?immediate release|press (?:release|statement|notice|note)|news release|media (?:release"
    r"|advisory|statement)"
    r"|for release(?: (?:on|at))?[: ].{3,60}|for immediate (?:distribution|use)|press information"
    r"|(?:press|news|media) release\W+for immediate release|for immediate release\W+(?:press|news|media) release"
    r"|not for release.{0,80}|not for distribution.{0,80}|for immediate release[:,–—-].{0,80})\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\W*(?:(?:press |news |media )?release|transmittal|contract|reference|ref|notice|pr|nr|doc(?:ument)?|case)\s?"
    r"(?:no|number|nr|#|№|id)?\s?[.:#№]*\s*(?:no\.?\s)?[A-Z]{0,5}[ /-]?\d[\w./-]{0,14}",
    re.IGNORECASE,
)
_TRANSMITTAL = re.compile(r"\W*transmittal\b", re.IGNORECASE)
_SHORT = re.compile(r"(?:no|nr|#|№)[.:\s]*[A-Z]{0,5}[ /-]?\d[\w./-]{0,14}", re.IGNORECASE)
_EMBARGO = re.compile(
    r"\W*(?:strictly )?(?:under )?(?:embargo(?:ed)?(?: for release)?|not for (?:publication|release) before"
    r"|hold for release)"
    r"(?:\s(?:until|till|to|for|on))?\s?[:–—-]?\s*(?P<until>.{0,80}?)\W*",
    re.IGNORECASE,
)
_COMPANY_NEWS = (
    "today announced",
    "today reported",
    "today unveiled",
    "announced today",
    "(NYSE",
    "(NASDAQ",
    "(Nasdaq",
)
"""What companies write in their leads."""


def take_release(manuscript: Manuscript) -> Manuscript:
    """Recognise a press release or a notice; a text without their marks stays as it is."""
    texts = [line.text for line in manuscript.lines]
    head = [at for at, text in enumerate(texts) if text][:_HEAD]
    story = _story_at(texts, head)
    above = [at for at in head if at < story]
    rules = {at: "release" for at in above if _is_mark(texts[at])}
    if rules:
        rules |= {at: "release" for at in above if _SHORT.fullmatch(texts[at])}
    unmarked = ["" if at in rules else text for at, text in enumerate(texts)]
    contacts = find_contacts(unmarked, 0, story) if above else Contacts()
    marked = bool(rules) or bool(contacts.places) or any(_embargo(texts[at]) for at in above)
    if not marked and not _is_company_news(texts, head) and end_mark(texts) is None:
        return manuscript
    tail = find_contacts(texts, story, len(texts))
    rules |= dict.fromkeys(contacts.places + tail.places, "contact")
    rules |= {at: rule for at, rule in about_places(texts, story).items() if at not in rules}
    manuscript, rules = _embargoed(manuscript, above, rules)
    if not rules:
        return manuscript
    people = tuple(dict.fromkeys(manuscript.contacts + contacts.people + tail.people))
    note = Decision("form", "press release", "its marks, contacts or boilerplate were taken off")
    genre: Genre = "notice" if any(_TRANSMITTAL.match(texts[at]) for at in above) else "release"
    taken = manuscript.without_each(rules)
    return replace(taken, genre=manuscript.genre or genre, contacts=people, notes=(*manuscript.notes, note))


def _is_mark(text: str) -> bool:
    return len(text) <= 120 and bool(_MARK.fullmatch(text) or _NUMBER.fullmatch(text) or _both(text))


def _both(text: str) -> bool:
    """Whether a line is several marks and numbers: "PRESS RELEASE | No. 25-41"."""
    pieces = [piece for piece in re.split(r"\s*[|•·]\s*|\s[-–—]\s", text) if piece]
    return len(pieces) > 1 and all(
        any(shape.fullmatch(piece) for shape in (_MARK, _NUMBER, _SHORT)) for piece in pieces
    )


def _story_at(texts: list[str], head: list[int]) -> int:
    """The place of the first paragraph of prose: with a dateline, or long and with a full stop."""
    for at in head:
        text = texts[at]
        if split_dateline(text).raw or (text.count(" ") >= 11 and text[-1] in '.”"' and not _is_mark(text)):
            return at
    return head[-1] + 1 if head else 0


def _is_company_news(texts: list[str], head: list[int]) -> bool:
    """Whether the lead is worded like a company's release, so that its tail may be cut."""
    return any(word in texts[at][:1200] for at in head[:6] for word in _COMPANY_NEWS)


def _embargoed(manuscript: Manuscript, above: list[int], rules: dict[int, str]) -> tuple[Manuscript, dict[int, str]]:
    """The manuscript dated by its embargo, with a doubt, and the rules: the post must not be published before."""
    for at in above:
        found = _embargo(manuscript.lines[at].text)
        if found is None or at in rules:
            continue
        rules = {**rules, at: "release"}
        moment = _moment(found["until"])
        until = found["until"].strip() or "a time that it does not say"
        doubt = Doubt("date", f"the text is under embargo until {until}")
        if moment is not None and manuscript.given.date is None:
            given = replace(manuscript.given, date=moment.when, timed=moment.timed, date_source="text")
            manuscript = replace(manuscript, given=given)
        manuscript = manuscript.with_doubt(doubt)
    return manuscript, rules


def _embargo(text: str) -> re.Match[str] | None:
    return _EMBARGO.fullmatch(text) if len(text) <= 160 else None


def _moment(text: str) -> Moment | None:
    return read_moment(re.sub(r"\bhours?\b|,?\s*\bnoon\b", "", text).strip(" ,.:"))
