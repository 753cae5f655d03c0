"""Make a seed's text plain, line by line: mojibake, HTML left-overs, invisible characters, runs of blanks."""

import re
import unicodedata

from site_gen.text.references import unescape

# What UTF-8 looks like that was read as Windows-1252 or Windows-1251. A quick filter: ftfy decides, and is slow.
_MOJIBAKE = re.compile(
    r"[ÃÂâÐÑðï][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?:[РС][\x80-\xbfЀ-Џѐ-џ‘-„†-…‰€™]){2}|[\x80-\x84\x86-\x9f]"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AMPERSANDS = re.compile(r"&(?:(?:amp|AMP|#0{0,4}38|#[xX]0{0,4}26);)+")
_COMMENT = re.compile(r"<!--[^<-]*(?:(?:<(?!!--)|-(?!->))[^<-]*)*-->")
_SCRIPT = re.compile(r"<(script|style)\b[^<>\n]{0,2000}>[^<\n]*(?:<(?!/?(?:script|style)\b)[^<\n]*)*</\1\s{0,9}>", re.I)
_TAG = re.compile(
    r"<(?:/?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]{0,2000})?\s?/?|!doctype[^<>]{0,200})>|<!\[CDATA\[|\]\]>", re.I
)


def _names(row: str) -> frozenset[str]:
    return frozenset(row.split())


# Inline tags do not separate words; block tags do. Names that HTML does not have (`<someone@...>`) are text.
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong "
    "sub sup time tt u var wbr"
)
_BLOCK = _names(
    "address applet area article aside audio base blockquote body br button canvas caption center col colgroup dd "
    "details dialog div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hr html iframe img input label legend li link main map math menu meta nav noscript object ol optgroup "
    "option output p param picture pre progress script section select source style summary svg table tbody td "
    "template textarea tfoot th thead title tr track ul video"
)
_BLANKS = re.compile(r" {2,}")
_ASCII = bytes(range(0x80))
_CONTROLS = bytes((*range(0x0A), *range(0x0B, 0x20), 0x7F))
_MOST_PASSES = 6
_JOINERS = frozenset("\u200c\u200d")
# A joiner next to an ASCII character has no effect; in Persian and Indic text and in emoji it has.
_IDLE_JOINER = re.compile(r"(?<![^\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f])")

# Between letters of scripts with blanks between words, after a plural's s before a small word, and before a decade.
_WRONG_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_\u3040-\u9fff\uac00-\ud7a3])[‘´`′‛](?=[^\W\d_\u3040-\u9fff\uac00-\ud7a3])"
    r"|[‘´`‛](?=\d0s\b)|(?<=[^\W\d_]s)[‘´](?= [a-z])(?![^’\n]{0,200}’)"
)
_TEX_QUOTES = re.compile(r"``(?=\S)([^`'\n]{1,600}(?:'(?!')[^`'\n]{1,600}){0,20})''")
_ACUTE_QUOTES = re.compile(r"(?:``|´´)(?=\S)([^`´\n]{1,600})´´")
_DOUBLED = re.compile(r"(?<![\w'])''(?=[^\s'])([^'\n]{1,600}(?:'(?!')[^'\n]{1,600}){0,20})''(?!')")


def _replacements() -> dict[int, str | None]:
    """What replaces each invisible or misleading character: a blank where it separates words, else nothing."""
    table: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
    del table[0x0A]
    table.update(dict.fromkeys((0x09, 0x0B, 0x0C, 0x85, 0x2028, 0x2029), " "))
    table.update(dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "))
    table.update(
        dict.fromkeys(
            (
                0xAD,
                0x034F,
                0x061C,
                0x115F,
                0x1160,
                0x17B4,
                0x17B5,
                0x180E,
                0x200B,
                0x200E,
                0x200F,
                0x3164,
                0xFEFF,
                0xFFA0,
            )
        )
    )
    table.update(dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070))))
    table.update(dict.fromkeys((*range(0xFFF0, 0xFFFD), 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0))))
    table.update(dict.fromkeys(range(0xE0000, 0xE0080)))
    table.update(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))  # ligatures
    table.update(dict.fromkeys(range(0xE000, 0xF900)))  # private use: icon fonts
    table.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
    return table


_REPLACEMENTS = _replacements()


def clean(text: str) -> str:
    """The same lines, in number and order, as plain text: what a reader of the page would have seen."""
    for _ in range(_MOST_PASSES):
        previous, text = text, _clean_once(text)
        if text == previous or not _needs_another_pass(text):
            break
    return text


def clean_characters(text: str) -> str:
    """A part of a line whose tags and entities are known to be words: without invisible characters, blanks kept."""
    if text.isascii() and not _has_controls(text):
        return text.replace("\n", " ")
    non_ascii = _non_ascii(text)
    if _MOJIBAKE.search(non_ascii):
        text = _fix_mojibake(text)
    return _without_invisible(text, set(_non_ascii(text))).replace("\n", " ")


def _needs_another_pass(text: str) -> bool:
    """Whether the result may need another pass: a tag, an entity or mojibake may have been escaped twice."""
    return "<" in text or "&" in text or _MOJIBAKE.search(_non_ascii(text)) is not None


def _clean_once(text: str) -> str:
    non_ascii = _non_ascii(text)
    if non_ascii and _MOJIBAKE.search(non_ascii):
        text = _fix_mojibake(text)
    if "<" in text or "&" in text:
        text = _drop_html(text)
    text = _without_invisible(text, set(_non_ascii(text)))
    text = _with_right_quotes(text)
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    if " \n" in text or "\n " in text:
        text = text.replace(" \n", "\n").replace("\n ", "\n")
    return text.strip(" ")


def _non_ascii(text: str) -> str:
    """The text without its ASCII characters, order kept; most seeds have a handful of others."""
    if text.isascii():
        return ""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _without_invisible(text: str, non_ascii: set[str]) -> str:
    """Without invisible and misleading characters; letters composed (NFC)."""
    if _has_controls(text) or any(ord(character) in _REPLACEMENTS for character in non_ascii):
        text = text.translate(_REPLACEMENTS)
    if not non_ascii:
        return text
    if not _JOINERS.isdisjoint(non_ascii):
        text = _IDLE_JOINER.sub("", text)
    return unicodedata.normalize("NFC", text)


def _with_right_quotes(text: str) -> str:
    """With apostrophes for look-alikes ("Trump‘s", "don`t"), and “this” for ``this''."""
    if "‘" in text or "´" in text or "`" in text or "′" in text or "‛" in text:
        text = _WRONG_APOSTROPHE.sub("’", text)
        if "``" in text:
            text = _TEX_QUOTES.sub(r"“\1”", text)
        if "´´" in text:
            text = _ACUTE_QUOTES.sub(r"“\1”", text)
    return _DOUBLED.sub(r'"\1"', text) if "''" in text else text


def _has_controls(text: str) -> bool:
    raw = text.encode("utf-8", "surrogatepass")
    return len(raw.translate(None, _CONTROLS)) < len(raw)


def _fix_mojibake(text: str) -> str:
    from ftfy import fix_encoding  # slow to import and to run; few seeds need it

    return "\n".join(
        fix_encoding(line).replace("\n", " ") if _MOJIBAKE.search(line) else line for line in text.split("\n")
    )


def _drop_html(text: str) -> str:
    """Without tags and entities. Feeds escape HTML once or twice, so this repeats until nothing changes."""
    for _ in range(8):
        previous = text
        if "&" in text and _ENTITY.search(text):
            text = _ENTITY.sub(_unescaped, _AMPERSANDS.sub("&", text))
        if "<" in text:
            text = _drop_tags(text)
        if text == previous:
            break
    return text


def _unescaped(match: re.Match[str]) -> str:
    return unescape(match[0]).replace("\n", " ").replace("\r", " ")


def _drop_tags(text: str) -> str:
    if "<!--" in text:
        text = _COMMENT.sub(_line_breaks, text)
    return _TAG.sub(_without_tag, _SCRIPT.sub(" ", text))


def _without_tag(match: re.Match[str]) -> str:
    """What replaces a tag: a blank where it separated words, and its line breaks, so that lines keep their numbers."""
    name = (match[1] or "br").lower()
    if name in _INLINE:
        return _line_breaks(match)
    return _line_breaks(match) or " " if name in _BLOCK else match[0]


def _line_breaks(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
