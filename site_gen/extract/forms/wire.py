"""The form of wire copy as agencies send it: slugs, priorities, advisories and end marks around the story."""

import re

from site_gen.extract.forms.sources import usual_source
from site_gen.extract.manuscript import Manuscript

_RULE = "wire slug"
_HEAD, _TAIL = 12, 6
"""Lines with text at either end among which slugs stand."""
_VERSION = r"(?:\d{1,2}(?:st|nd|rd|th)\s?-?)?(?:Ld|Lead|Writethru|Add|Take|Sub|Urgent|Advisory|Budget)s?(?:-\w+)*"
_SURE = re.compile(
    r"ZCZC\b.{0,40}"
    r"|[a-z](?: [a-z]){0,3} (?:BC|AM|PM)-{1,2}[\w.,'’-]{2,60}(?:\s[\w.,:/'’-]{1,24}){0,6}"
    # "BC-Norland-Miners, 2nd Ld,0310": it ends with its version, day or number of words; "US-Norland talks" does not.
    rf"|(?:BC|AM|PM|AS|US|EU|ML|AF|LA)-{{1,2}}[A-Z][\w'’]*(?:-{{1,2}}[\w'’.]+)*(?:,?\s?(?:{_VERSION}|\d\d-\d\d"
    rf"|\d{{3,4}})\b)+"
    r"|[A-Z]{0,3}-?[a-z]?\d{4}\s?-{3,}"
    r"|[A-Z]{2,4}-(?:WF|ES|NY|WX)-\d\d-\d\d-\d\d\s\d{4}(?:GMT|[A-Z]{3})<?"
    r"|[A-Z]{3}\d{2,4}\s\d\s[A-Z]{2,4}\s.{0,60}"
    r"|(?:NNNN|\(?more\)?|\(?MORE\)?|-?\s?30\s?-?|END OF (?:STORY|TAKE|TEXT)|ENDS?)"
    r"|(?:Eds|EDS|EDITORS):.{0,300}"
)
_PRIORITY = re.compile(
    r"(?:URGENT|BULLETIN|FLASH|ALERT|NEWS ?ALERT|SNAP|LEAD|RUSH|ADVISORY|TOP ?WRAP|WRAPUP|RPT"
    r"|REPEAT)[\s\d:.-]{0,6}|\*{3,}"
)
_TAKE = re.compile(r"\((?:\w+ ){0,2}\d{1,5}\s?(?:words|wds)\)", re.IGNORECASE)
_ADDS = re.compile(
    r"\((?:adds?|updates?|recasts?|corrects?|correcting|refiles?|removes?|fixes|clarifies|repeats?|releads?"
    r"|embargo|with|new throughout"
    r"|eds|drops|changes|writes through|incorporates|subs|rewrites)\b[^()]{3,300}\)",
    re.IGNORECASE,
)
_ADDS_INLINE = re.compile(
    r"\((?:adds?|updates?|recasts?|corrects?|refiles?|repeats?|releads?)\b[^().]{3,200}\)\s"
    r"|\(\((?:this\b.{0,40}\bcorrected|adds?|updates?|recasts?|corrects?|refiles?)\b[^()]{3,300}\)\)\s",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|REPEAT|FACTBOX|TIMELINE|EXCLUSIVE|ANALYSIS|LEAD|URGENT"
    r"|BREAKING)"
    r"\s?\d{0,2}\s?-\s?(?=[A-Z\"“'‘])){1,3}"
)
_INITIALS = re.compile(
    r"(?P<agency>PTI|ANI|IANS|UNI|AFP|AP|UPI)(?:\s(?:[A-Z]{2,4}|[a-z]{2,3}(?:/[a-z]{2,3})+)){1,5}"
    r"|[a-z]{2,3}(?:/[a-z]{2,3}){1,3}"
)


def take_wire(manuscript: Manuscript) -> Manuscript:
    """The form of wire copy: its slugs go, wherever they stand at its head or tail; a slug's words are no title."""
    filled = [at for at, line in enumerate(manuscript.lines) if line.text]
    head, tail = filled[:_HEAD], filled[-_TAIL:]
    texts = [line.text for line in manuscript.lines]
    gone = _run(head, texts)
    sure = any(_SURE.fullmatch(texts[at]) for at in gone)
    below = [at for at in tail if at not in gone and _is_end(texts[at], sure)]
    taken = manuscript
    agency = next(
        (found["agency"] for at in below if (found := _INITIALS.fullmatch(texts[at])) and found["agency"]), ""
    )
    taken = _without_update(taken, gone)
    taken = taken.without((*gone, *below), _RULE) if gone or below else taken
    return taken.saying(source_name=usual_source(agency)) if agency else taken


def _run(head: list[int], texts: list[str]) -> list[int]:
    """The slugs at the head, down to the first line of prose; a priority alone is one only beside another slug."""
    slugs: list[int] = []
    priorities: list[int] = []
    for at in head:
        text = texts[at]
        if _SURE.fullmatch(text) or _TAKE.fullmatch(text) or (_ADDS.fullmatch(text)):
            slugs.append(at)
        elif _PRIORITY.fullmatch(text):
            priorities.append(at)
        elif len(text.split()) >= 25:
            break
    return sorted(slugs + priorities) if slugs or (priorities and priorities[0] == head[0]) else []


def _is_end(text: str, wire: bool) -> bool:
    """Whether a line at the tail is an end mark; "more" and the editors' initials only where the head was a wire's."""
    if text in ("NNNN", "ZCZC") or re.fullmatch(
        r"[A-Z]{2,4}-(?:WF|ES|NY|WX)-\d\d-\d\d-\d\d\s\d{4}(?:GMT|[A-Z]{3})<?", text
    ):
        return True
    initials = _INITIALS.fullmatch(text)
    return bool((initials and (wire or initials["agency"])) or (wire and _SURE.fullmatch(text)))


def _without_update(manuscript: Manuscript, gone: list[int]) -> Manuscript:
    """The first line that is no slug without "UPDATE 2-", and a lead without "(Adds quotes in para 5)"."""
    left = [at for at, line in enumerate(manuscript.lines) if line.text and at not in gone][:3]
    for number, at in enumerate(left):
        text = manuscript.lines[at].text
        found = (_UPDATE.match(text) if not number else None) or _ADDS_INLINE.match(text)
        if found and text[found.end() :].strip():
            manuscript = manuscript.without_beginning(at, found.end(), _RULE)
    return manuscript
