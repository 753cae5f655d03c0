"""The form of interviews: questions and answers in turn."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Decision

_ASKED = re.compile(r"(?:Q|Question)(?:\s?\d{1,2})?\s?[:.]\s*(?=\S)")
_ANSWERED = re.compile(r"(?:A|Answer)(?:\s?\d{1,2})?\s?[:.]\s*(?=\S)")
_NAMED = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin)){0,4}): +(?=\S)")
_NO_SPEAKER = frozenset(
    """
    note source photo update read watch related contact date time place subject background summary analysis comment
    editor media location address phone email website published author tags category sources notes
    """.split()  # noqa: SIM905 - a list of words is read more easily
)
_QUESTION = re.compile(r"\?[\"'”’)]*\Z")
_LEAST_TURNS = 4
_MOST_SPEAKERS = 4
_SHARE = 0.4  # of a text's paragraphs that open a turn


def take_interview(manuscript: Manuscript) -> Manuscript:
    """Recognise an interview, which stays as it is; its headline is doubtful, and its summary has no questions."""
    texts = [line.text for line in manuscript.lines if line.kind == "text" and line.text]
    if not _is_interview(texts):
        return manuscript
    note = Decision("form", "interview", "questions and answers stand by turns")
    taken = replace(manuscript, genre="interview", notes=(*manuscript.notes, note))
    return taken.with_headline_doubt("this is an interview; its news may stand in any answer.")


def answers(prose: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of an interview that are not questions, without the speakers' names before them."""
    speakers = _speakers([paragraph.text for paragraph in prose])
    kept = []
    for paragraph in prose:
        asked = _ASKED.match(paragraph.text)
        label = asked or _ANSWERED.match(paragraph.text) or _NAMED.match(paragraph.text)
        if label is not None and label.re is _NAMED and label["name"] not in speakers:
            label = None
        if asked is None and not (label and _QUESTION.search(paragraph.text)):
            text = paragraph.text[label.end() :] if label else paragraph.text
            kept.append(Paragraph(text, paragraph.line, paragraph.kind))
    return tuple(kept) or prose


def _is_interview(texts: list[str]) -> bool:
    marked = [text for text in texts if ":" in text[:60] or text[:2] in ("Q.", "A.")]
    if len(marked) < _LEAST_TURNS:
        return False
    asked, answered = (sum(pattern.match(text) is not None for text in marked) for pattern in (_ASKED, _ANSWERED))
    if asked >= 2 and answered >= 2:
        return True
    if asked >= 3:  # answers without a label
        return True
    turns = _speakers(texts)
    return sum(turns.values()) >= max(_LEAST_TURNS, _SHARE * len(texts)) and any(map(_QUESTION.search, texts))


def _speakers(texts: Iterable[str]) -> Counter[str]:
    """How many turns each speaker has; empty where there are too many names before colons, or only one."""
    names = Counter(match["name"] for text in texts if (match := _NAMED.match(text)))
    turns = Counter({name: count for name, count in names.items() if count >= 2 and name.casefold() not in _NO_SPEAKER})
    return turns if 2 <= len(turns) <= _MOST_SPEAKERS else Counter()
