"""Make a seed's text plain, line by line: mojibake, HTML left-overs, invisible characters, runs of blanks."""

import html
import re
import unicodedata

# Signs of UTF-8 that was read as Windows-1252 or Windows-1251 somewhere on its way; ftfy decides, it is slow to ask.
_MOJIBAKE = re.compile(
    r"[ÃÂâÐÑðï][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?:[РС][\x80-\xbfЀ-Џѐ-џ‘-„†-…‰€™]){2}|[\x80-\x84\x86-\x9f]"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AMPERSANDS = re.compile(r"&(?:(?:amp|AMP|#0{0,4}38|#[xX]0{0,4}26);)+")
_COMMENT = re.compile(r"<!--[^<-]*(?:(?:<(?!!--)|-(?!->))[^<-]*)*-->")
_SCRIPT = re.compile(r"<(script|style)\b[^<>\n]{0,2000}>[^<\n]*(?:<(?!/?(?:script|style)\b)[^<\n]*)*</\1\s{0,9}>", re.I)
_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|"
    "time|tt|u|var|wbr"
)
_BLOCK = (
    "address|applet|area|article|aside|audio|base|blockquote|body|br|button|canvas|caption|center|col|colgroup|dd|details|"
    "dialog|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|img|"
    "input|label|legend|li|link|main|map|math|menu|meta|nav|noscript|object|ol|optgroup|option|output|p|param|picture|pre|"
    "progress|script|section|select|source|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|"
    "track|ul|video"
)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]{{0,2000}})?\s?/?>", re.I)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]{{0,2000}})?\s?/?>|<!doctype[^<>]{{0,2000}}>|<!\[CDATA\[|\]\]>", re.I)
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_ASCII_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
# A joiner between two ASCII signs (or none) says nothing; in Persian, Indic text and emoji it does.
_IDLE_JOINER = re.compile(r"(?<![^\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f])")


def _signs() -> dict[int, str | None]:
    """What each sign that shows nothing, or misleads, becomes: a blank where it parts words, else nothing."""
    table: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
    del table[0x0A]
    table.update(dict.fromkeys((0x09, 0x0B, 0x0C, 0x85, 0x2028, 0x2029), " "))
    table.update(dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "))
    table.update(dict.fromkeys((0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F, 0x3164, 0xFEFF, 0xFFA0)))
    table.update(dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070))))
    table.update(dict.fromkeys((*range(0xFFF0, 0xFFFD), 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0))))
    table.update(dict.fromkeys(range(0xE0000, 0xE0080)))
    table.update(dict.fromkeys(range(0xE000, 0xF900)))  # private use: icon fonts
    table.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
    return table


_SIGNS = _signs()


def clean(text: str) -> str:
    """The same lines (as many, in order) as plain text: what a reader of the page would have seen."""
    if not text.isascii() and _MOJIBAKE.search(text):
        text = _mend(text)
    text = _drop_html(text)
    if not text.isascii():
        text = _IDLE_JOINER.sub("", text.translate(_SIGNS))
        text = unicodedata.normalize("NFC", text)
    elif _ASCII_CONTROLS.search(text):
        text = text.translate(_SIGNS)
    if _BLANKS.search(text):
        text = _BLANKS.sub(" ", text)
    if " \n" in text or "\n " in text:
        text = text.replace(" \n", "\n").replace("\n ", "\n")
    return text.strip(" ")


def _mend(text: str) -> str:
    from ftfy import fix_encoding  # slow to import and to run; few seeds need it

    return "\n".join(fix_encoding(line).replace("\n", " ") if _MOJIBAKE.search(line) else line for line in text.split("\n"))


def _drop_html(text: str) -> str:
    """Without tags and entities. Feeds escape their HTML once or twice, so it is done until nothing changes."""
    for _ in range(8):
        before = text
        if "&" in text and _ENTITY.search(text):
            text = _ENTITY.sub(_sign, _AMPERSANDS.sub("&", text))
        if "<" in text:
            text = _drop_tags(text)
        if text == before:
            break
    return text


def _sign(match: re.Match[str]) -> str:
    return html.unescape(match[0]).replace("\n", " ").replace("\r", " ")


def _drop_tags(text: str) -> str:
    text = _COMMENT.sub(_line_breaks, text)
    text = _SCRIPT.sub(" ", text)
    text = _BLOCK_TAG.sub(_gap, text)
    return _INLINE_TAG.sub(_line_breaks, text)


def _line_breaks(match: re.Match[str]) -> str:
    """What is left of a tag: its line breaks, so that lines keep their numbers."""
    return "\n" * match[0].count("\n")


def _gap(match: re.Match[str]) -> str:
    return _line_breaks(match) or " "
