"""The form of raw wire copy: slugs, priorities, advisories and end marks around the story."""

import re

from site_gen.extract.forms.sources import usual_source
from site_gen.extract.manuscript import Manuscript

_RULE = "wire slug"
_HEAD, _TAIL = 12, 6
"""Lines with text at the head and the tail that may be slugs."""
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
    """Recognise raw wire copy: its slugs at the head and tail are cut and give no title."""
    filled = [at for at, line in enumerate(manuscript.lines) if line.text]
    head, tail = filled[:_HEAD], filled[-_TAIL:]
    texts = [line.text for line in manuscript.lines]
    slugs = _head_slugs(head, texts)
    sure = any(_SURE.fullmatch(texts[at]) for at in slugs)
    end_marks = [at for at in tail if at not in slugs and _is_end(texts[at], sure)]
    taken = manuscript
    agency = next(
        (found["agency"] for at in end_marks if (found := _INITIALS.fullmatch(texts[at])) and found["agency"]), ""
    )
    taken = _without_update(taken, slugs)
    taken = taken.without((*slugs, *end_marks), _RULE) if slugs or end_marks else taken
    return taken.with_facts(source_name=usual_source(agency)) if agency else taken


def _head_slugs(head: list[int], texts: list[str]) -> list[int]:
    """The places of slugs at the head, up to the first prose; a priority counts only with a slug, or as first line."""
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
    """Whether a line at the tail is an end mark; "more" and editors' initials only where the head has slugs."""
    if text in ("NNNN", "ZCZC") or re.fullmatch(
        r"[A-Z]{2,4}-(?:WF|ES|NY|WX)-\d\d-\d\d-\d\d\s\d{4}(?:GMT|[A-Z]{3})<?", text
    ):
        return True
    initials = _INITIALS.fullmatch(text)
    return bool((initials and (wire or initials["agency"])) or (wire and _SURE.fullmatch(text)))


def _without_update(manuscript: Manuscript, slugs: list[int]) -> Manuscript:
    """The manuscript without "UPDATE 2-" at its first line and "(Adds quotes in para 5)" at its lead."""
    remaining = [at for at, line in enumerate(manuscript.lines) if line.text and at not in slugs][:3]
    for number, at in enumerate(remaining):
        text = manuscript.lines[at].text
        found = (_UPDATE.match(text) if not number else None) or _ADDS_INLINE.match(text)
        if found and text[found.end() :].strip():
            manuscript = manuscript.without_start(at, found.end(), _RULE)
    return manuscript
