"""The form of Telegram posts: channel and handle, the forwarding source, views, and the channel's footer."""

import re

from msgspec.structs import replace

from site_gen.extract.forms.headline_line import begins_story, without_emoji
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line
from site_gen.model.seed import Cut, Decision

_RULE = "channel"
_HEAD, _TAIL = 8, 6
_LONGEST = 160
_FORWARDED = re.compile(
    r"(?:forwarded (?:from|message from)|переслано (?:от|из)|via)\s?:?\s*(?P<whom>.{2,60})", re.IGNORECASE
)
_HANDLE = re.compile(r"(?:(?:t\.me|telegram\.me)/\S+|https?://t\.me/\S+|@\w{3,32})", re.IGNORECASE)
_VIEWS = re.compile(
    r"(?:👁\s*)?\d[\d.,\s]*[KkMmкК]?\s?(?:views?|просмотр\w*|👁)(?:[\s·•,|]+(?:edited\s)?\d{1,2}:\d\d(?:\s?[AaPp][Mm])?)?"
    r"|👁\s*\d[\d.,]*[KkMm]?(?:[\s·•,|]+(?:edited\s)?\d{1,2}:\d\d)?|edited\s\d{1,2}:\d\d|\d{1,2}:\d\d(?:\s?[AaPp][Mm])?"
)
_SUBSCRIBE = re.compile(
    r"(?:subscribe|join|follow|подписаться|подпишись|підписатися|boost)(?:\s(?:to|us|our|the|channel|now|here"
    r"|on telegram|telegram"
    r"|to our (?:telegram )?channel|the channel))*\s*[:|!.➡👉→-]*\s*(?:(?:https?://)?t\.me/\S+|@\w{3,32})?"
    r"(?:\s*[|·•/]\s*[\w\s@./:-]{2,40}){0,5}",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d[\d.,\s]*[KkMm]?\s?(?:subscribers|members|followers|подписчик\w*)", re.IGNORECASE)
_REACTIONS = re.compile(r"(?:\W{1,4}\s?\d{1,3}(?:[.,]\d)?[KkMm]?\s?)+")


def take_telegram(manuscript: Manuscript) -> Manuscript:
    """Recognise a channel's post: its furniture and the emoji before its lines are cut, its words stay."""
    texts = [without_emoji(line.text) for line in manuscript.lines]
    filled = [at for at, line in enumerate(manuscript.lines) if line.text]
    head, tail = filled[:_HEAD], filled[-_TAIL:]
    furniture = {at for at in (*head, *tail) if _is_furniture(texts[at], manuscript.lines[at].text)}
    if not any(_is_sure(texts[at], manuscript.lines[at].text) for at in furniture):
        return manuscript
    furniture |= _channel_name(head, texts, furniture)
    channel = _source(head, texts)
    stripped = _without_emoji(manuscript, furniture)
    note = Decision("form", "channel post", "its channel, handles, views and signs were taken off")
    taken = replace(stripped, notes=(*stripped.notes, note)).without(furniture, _RULE)
    return taken.with_facts(source_name=channel)


def _is_furniture(text: str, whole: str) -> bool:
    """Whether a line belongs to the channel: handles, views, calls to subscribe, reactions."""
    if len(whole) > _LONGEST:
        return False
    return (
        _is_sure(text, whole)
        or any(shape.fullmatch(text) for shape in (_VIEWS, _SUBSCRIBE, _COUNT))
        or (
            len(whole) <= 80
            and bool(re.search(r"\d", whole))
            and _REACTIONS.fullmatch(whole) is not None
            and not whole[0].isalnum()
        )
    )


def _is_sure(text: str, whole: str) -> bool:
    """Whether a line occurs only in a channel's post."""
    if (
        re.match(r"(?:forwarded from|переслано)", text, re.IGNORECASE)
        and _FORWARDED.fullmatch(text)
        and not text.endswith(".")
    ):
        return True
    handles = _HANDLE.findall(text)
    rest = _HANDLE.sub(" ", text)
    if handles and len(re.findall(r"\w+", rest)) <= 5 and not rest.strip().endswith("."):
        return bool(re.search(r"t\.me/", text)) or bool(_SUBSCRIBE.match(text)) or not re.search(r"\w", rest)
    return (
        bool(_COUNT.fullmatch(text))
        or ("👁" in whole and _VIEWS.fullmatch(whole.strip()) is not None)
        or (
            re.fullmatch(r"\d[\d.,\s]*[KkMm]?\s?views?[\s·•,|]+(?:edited\s)?\d{1,2}:\d\d(?:\s?[AaPp][Mm])?", text)
            is not None
        )
    )


def _channel_name(head: list[int], texts: list[str], furniture: set[int]) -> set[int]:
    """The place of the channel's name: the first line, where the channel's furniture is right under it."""
    if len(head) < 2 or head[0] in furniture or head[1] not in furniture:
        return set()
    text = texts[head[0]]
    return {head[0]} if len(text.split()) <= 5 and not begins_story(text) and text[-1:] not in ".!?" else set()


def _source(head: list[int], texts: list[str]) -> str:
    """The channel that the post was forwarded from."""
    for at in head:
        found = _FORWARDED.fullmatch(texts[at])
        if found and texts[at].lower().startswith(("forwarded", "переслано")):
            return without_emoji(found["whom"]).strip()
    return ""


def _without_emoji(manuscript: Manuscript, furniture: set[int]) -> Manuscript:
    """The lines without the emoji before their words, which are logged."""
    lines: list[Line] = []
    cuts: list[Cut] = []
    for at, line in enumerate(manuscript.lines):
        text = without_emoji(line.text)
        if at in furniture or text == line.text or not text:
            lines.append(line)
            continue
        cuts.append(Cut(line.number, line.text[: len(line.text) - len(text)].strip(), "sign"))
        lines.append(replace(line, text=text))
    return replace(manuscript, lines=tuple(lines), cuts=(*manuscript.cuts, *cuts))
