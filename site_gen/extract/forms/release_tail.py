"""The tail of a press release: end marks, "About the company", and legal notices."""

import re

_END = re.compile(
    r"\W*(?:#(?:\s?#){1,4}|-+\s?ends?\s?-+|[–—]\s?ends?\s?[–—]?|\bends\b|-\s?30\s?-|\*(?:\s?\*){2,4})\W*", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:about|who is)\s(?:the\s)?(?P<whom>[A-Z0-9][^.:!?]{1,70}?)\s?:?", re.IGNORECASE)
_ABOUT_INLINE = re.compile(r"About\s(?:the\s)?(?P<whom>[A-Z0-9][\w&.’' -]{1,60}?)(?::\s|\s[-–—]\s|\s(?=(?P=whom)\b))")
_LEGAL_HEADING = re.compile(
    r"\W*(?:(?:cautionary|safe[- ]harbou?r|forward[- ]looking|legal|important)\s?)+"
    r"(?:(?:statements?|notes?|notices?|language|disclaimers?|information|regarding|on|about|concerning|and|under"
    r"|the)\s?)*"
    r"(?:(?:forward[- ]looking)\s?(?:statements?|information)\s?)?(?:private securities.{0,40})?\W*|disclaimer\W*",
    re.IGNORECASE,
)
_LEGAL_TEXT = re.compile(
    r"(?:this|certain|some|the|except for|statements?)\b[^.]{0,160}\bforward[- ]looking\b"
    r"|forward[- ]looking statements\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?:is|are) (?:a|an|the|one of the)\b[^.]{0,80}\b(?:compan(?:y|ies)|providers?|leaders?|leading"
    r"|manufacturers?|suppliers?"
    r"|contractors?|firms?|agency|organi[sz]ation|group|developers?|builders?|makers?|integrators?)\b"
    r"|(?:designs?|builds?|develops?|makes?|manufactures?|provides?|delivers?|supplies|employs?|headquartered"
    r"|based|founded)\b",
    re.IGNORECASE,
)
_END_LONGEST = 24
_HEADING_MOST = 9
_MOST_ABOUT, _MOST_LEGAL = 3, 12
"""Most paragraphs under such a heading; what follows them belongs to the story."""


def end_mark(texts: list[str]) -> int | None:
    """The place of a release's end mark; None where it is in the first half of the text."""
    marks = [at for at, text in enumerate(texts) if 0 < len(text) <= _END_LONGEST and _END.fullmatch(text)]
    if not marks:
        return None
    filled = sum(1 for text in texts if text)
    for at in marks:
        before = sum(1 for text in texts[:at] if text)
        if before >= 1 and before * 2 >= filled - 1:
            return at
    return None


def about_places(texts: list[str], story: int) -> dict[int, str]:
    """The places of the lines of a release's tail that are not the story, each with its rule."""
    rules: dict[int, str] = {}
    end = end_mark(texts)
    if end is not None:
        rules[end] = "about"
    kind, remaining = "", 0
    for at in range(story + 1, len(texts)):
        text = texts[at]
        if not text or at in rules:
            continue
        opened = _opened(texts, at)
        if opened:
            kind, remaining = opened, _MOST_ABOUT if opened == "about" else _MOST_LEGAL
        elif kind and (_is_heading(text) or not remaining):
            kind = ""
        elif kind:
            remaining -= 1
        if kind:
            rules[at] = kind
        elif end is not None and at > end and _describes_company(text, texts[story : story + 1]):
            rules[at] = "about"
    return rules


def _opened(texts: list[str], at: int) -> str:
    """The rule of the block that a line opens: a heading "About X" with X below it, or a legal heading."""
    text = texts[at]
    if len(text) <= 120 and _LEGAL_HEADING.fullmatch(text):
        return "forward-looking statements"
    if _LEGAL_TEXT.match(text) and "forward" in text.lower()[:220]:
        return "forward-looking statements"
    if _ABOUT_INLINE.match(text):
        return "about"
    about = _ABOUT.fullmatch(text) if len(text.split()) <= _HEADING_MOST else None
    below = next((line for line in texts[at + 1 :] if line), "")
    if about and _is_about(below, about["whom"]):
        return "about"
    return ""


def _is_about(paragraph: str, whom: str) -> bool:
    """Whether the paragraph under "About X" begins with X, "we" or "the company"."""
    head = paragraph[:160].casefold()
    first = whom.casefold().split()[0].strip(",")
    return first in head or head.startswith(
        ("we ", "the company", "founded", "with ", "based ", "headquartered", "our ")
    )


def _describes_company(text: str, lead: list[str]) -> bool:
    """Whether a paragraph under the end mark describes the company in the lead: "Northgate builds ..."."""
    words = re.findall(r"[A-Z][\w&-]+", text[:60])
    named = bool(words) and bool(lead) and words[0] in lead[0]
    return named and _COMPANY.search(text[:260]) is not None


def _is_heading(text: str) -> bool:
    words = text.split()
    return len(words) <= _HEADING_MOST and text[-1] not in ".,;" and not re.search(r"@|https?:|www\.|\d{3}", text)
