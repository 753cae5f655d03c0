"""The form of newsletters: greeting and contents before the first story, and a footer."""

import re

from msgspec.structs import replace

from site_gen.extract.forms.headline_line import begins_story
from site_gen.extract.manuscript import Manuscript
from site_gen.model.seed import Decision

_RULE = "newsletter"
_HEAD, _TAIL = 20, 10
_SURE = re.compile(
    r"\W*(?:view (?:this )?(?:e-?mail |message |newsletter )?(?:in|on) (?:your |a |the )?(?:web )?browser"
    r"|view (?:it )?online|view (?:as|on) (?:a )?web ?(?:page)?"
    r"|(?:having )?trouble (?:viewing|reading) this (?:e-?mail|message)\??.{0,60}"
    r"|(?:was this (?:e-?mail )?)?forwarded (?:this e-?mail|to you)\??.{0,60}|did someone forward you this.{0,60}"
    r"|you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|message|newsletter).{0,160}"
    r"|read (?:this )?(?:online|in browser|in the app)"
    r"|unsubscribe(?: here| from this list)?|manage (?:your )?(?:e-?mail )?preferences|update (?:your )?preferences"
    r"|(?:unsubscribe|manage preferences|privacy policy|view in browser|contact us|advertise)(?:\s*["
    r"|·•/-]\s*[\w ]{3,40}){1,5})\W*",
    re.IGNORECASE,
)
_CONTENTS_HEADING = re.compile(
    r"\W*(?:in (?:today['’]?s|this|this week['’]?s) (?:edition|issue|newsletter|briefing|email)|(?:today"
    r"|this week) in (?:brief|this edition)"
    r"|here['’]s what['’]s inside|what['’]s inside|inside this (?:issue|edition)|contents)\s?:?\W*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening)|hello|hi|hey|happy \w+day)(?:\s(?:all|everyone|there|again|readers?"
    r"|friends|\w+))?"
    r"(?:[,.!]|\s?[–—]|\sand welcome\b|\sfrom\b|\Z).{0,80}"
    r"|dear (?:readers?|subscribers?|friends|all|colleagues|members|\w+)\s?[,:!]"
    r"|(?:hello and )?welcome(?: back)? to (?:the |our )?[A-Z][\w’' ]{2,40}[.!,]?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-*+•·‣▪–—▶➤✓✔]|\(?\d{1,2}[.)])\s*\S.*")
_MOST_ITEM_WORDS = 16


def take_newsletter(manuscript: Manuscript) -> Manuscript:
    """Recognise a newsletter: greeting, contents and mail links are cut and logged; its stories stay."""
    filled = [at for at, line in enumerate(manuscript.lines) if line.text]
    head, tail = filled[:_HEAD], filled[-_TAIL:]
    texts = [line.text for line in manuscript.lines]
    sure = {at for at in (*head, *tail) if len(texts[at]) <= 240 and _SURE.fullmatch(texts[at])}
    heading = next((at for at in head if _CONTENTS_HEADING.fullmatch(texts[at])), None)
    greeting = {at for at in head[:6] if _is_greeting(texts[at])}
    if not sure and not (heading is not None and greeting):
        return manuscript
    cut = set(sure) | greeting
    if heading is not None:
        items = [line.kind == "item" or _ITEM.fullmatch(line.text) is not None for line in manuscript.lines]
        cut |= _contents(filled, texts, items, heading)
    note = Decision("form", "newsletter", "its greeting, contents and links were taken off")
    return replace(manuscript.without(cut, _RULE), notes=(*manuscript.notes, note))


def _is_greeting(text: str) -> bool:
    return len(text.split()) <= 14 and _GREETING.fullmatch(text) is not None and "“" not in text and '"' not in text


def _contents(filled: list[int], texts: list[str], items: list[bool], heading: int) -> set[int]:
    """The heading "In today's edition" and the short items under it, up to the first line that is not one."""
    cut = {heading}
    for at in filled[filled.index(heading) + 1 :]:
        if (
            not items[at]
            or len(texts[at].split()) > _MOST_ITEM_WORDS
            or begins_story(texts[at].lstrip("-*+•·‣▪–—▶➤✓✔ "))
        ):
            break
        cut.add(at)
    return cut if len(cut) > 1 else set()
