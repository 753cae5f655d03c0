"""The text of a WordPress post as HTML: blocks, shortcodes, and lines that are paragraphs.

https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/ describes the comments of blocks,
https://developer.wordpress.org/reference/functions/wpautop/ the paragraphs.
"""

import html
import json
import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from site_gen.importing.item import Loss
from site_gen.text.references import unescape

_BLOCK = re.compile(r"<!--\s*(/?)wp:([a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s*(\{.*?\})?\s*(/?)-->", re.DOTALL)
_LEVEL = (
    "address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|"
    "main|nav|ol|p|pre|section|summary|table|caption|tbody|td|tfoot|th|thead|tr|ul"
)
_AFTER = re.compile(rf"(</?(?:{_LEVEL})\b[^<>]*>)\s*\n\s*", re.IGNORECASE)
_BEFORE = re.compile(rf"\s*\n\s*(?=</?(?:{_LEVEL})\b)", re.IGNORECASE)
_AS_IT_IS = re.compile(r"(<pre\b.*?</pre\s*>|<script\b.*?</script\s*>|<style\b.*?</style\s*>)", re.I | re.S)
_PAGE_BREAK = re.compile(r"<!--\s*nextpage\s*-->")
_ALONE = re.compile(r"^[ \t]*(https?://[^\s<>\"]+)[ \t]*$", re.MULTILINE)
_WRAPPED = re.compile(r"(<(p|div)\b[^<>]*>)\s*(https?://[^\s<>\"]+)\s*(?=</\2>)", re.I)
_KNOWN = "wp_caption|caption|gallery|embed|video|audio|playlist|youtube|vimeo|googlevideo"
_CAPTION = re.compile(r"(?<!\[)\[(wp_caption|caption)\b([^\]]*)\](.*?)\[/\1\]", re.S)
_PICTURE = re.compile(r"\A\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(.*)\Z", re.I | re.S)
_GALLERY = re.compile(r"(?<!\[)\[gallery\b([^\]]*)\](?!\])")
_MEDIA = re.compile(r"(?<!\[)\[(embed|video|audio|youtube|vimeo|googlevideo)\b([^\]]*)\](?:(.*?)\[/\1\])?", re.S)
_PLAYLIST = re.compile(r"(?<!\[)\[playlist\b([^\]]*)\]")
_OTHER = re.compile(
    r"(?<!\[)\[([a-z][\w-]{2,40})(?:\s+[\w-]+=[^\]]*)?/?\](?=.*\[/\1\])|\[[a-z][\w-]{2,40}\s+[\w-]+=[^\]]*\]", re.S
)
_ESCAPED = re.compile(rf"\[\[((?:{_KNOWN})\b[^\]]*)\]\]")
_VALUE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))|(\S+)")
_DYNAMIC = frozenset(
    ("archives", "calendar", "categories", "latest-comments", "latest-posts", "loginout", "page-list", "query", "rss",
     "search", "social-links", "tag-cloud", "navigation", "comments", "post-featured-image")
)  # fmt: skip


class Attached(Struct, frozen=True):
    """A picture or other file of the media library: its address, its description and caption."""

    url: str
    alt: str = ""
    caption: str = ""


class Rendered(Struct, frozen=True):
    """A text as HTML; `words` are the source's words without shortcodes."""

    html: str
    words: str
    losses: tuple[Loss, ...]


class Library(Struct, frozen=True):
    """What a text may refer to by number: files, reusable blocks, and the pictures that belong to this post."""

    files: Mapping[str, Attached]
    blocks: Mapping[str, str] = {}
    own: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()


def pages_in(text: str) -> int:
    """Of how many pages a text was by `<!--nextpage-->`."""
    return len(_PAGE_BREAK.findall(text)) + 1


def rendered(text: str, library: Library, footnotes: str = "") -> Rendered:
    """The text of a post; `footnotes` is the JSON list that its metadata has."""
    losses: list[Loss] = []
    pages = pages_in(text)
    if pages > 1:
        at = _PAGE_BREAK.search(text)
        losses.append(Loss(_line(text, at.start() if at else 0), f"its {pages} pages are one now"))
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    made = _paragraphs(source, library, losses)
    made = _shortcodes(made, library, losses, source)
    notes = _footnotes(footnotes)
    if notes:
        made = re.sub(r"href=([\"'])#(?=[\w-]+\1)", _note_link(notes), made)
        made += "<ol>" + "".join(f'<li id="footnote-{one}">{words}</li>' for one, words in notes.items()) + "</ol>"
    words = _bare(source) + "".join(f" {one}" for one in notes.values())
    return Rendered(made, words, tuple(losses))


def _paragraphs(text: str, library: Library, losses: list[Loss], depth: int = 0) -> str:
    """The text without the comments of blocks; outside of blocks empty lines separate paragraphs."""
    if not _BLOCK.search(text):
        return _autop(text)
    parts: list[str] = []
    level, at, free = 0, 0, False
    for match in _BLOCK.finditer(text):
        between = text[at : match.start()]
        parts.append(_autop(between) if level == 0 or free else between)
        at = match.end()
        closes, name, values, alone = match[1], match[2].removeprefix("core/"), match[3], match[4]
        if alone:
            parts.append(_dynamic(name, values, library, losses, _line(text, match.start()), depth))
        else:
            level = max(0, level + (-1 if closes else 1))
            free = not closes and name in ("freeform", "shortcode")
    rest = text[at:]
    return "".join([*parts, _autop(rest) if level == 0 else rest])


def _dynamic(name: str, values: str | None, library: Library, losses: list[Loss], line: int, depth: int) -> str:
    """What a block without content of its own shows: a reusable block's text, or nothing that can be known."""
    if name == "block" and depth < 5:
        try:
            number = str(json.loads(values or "{}").get("ref", ""))
        except (ValueError, AttributeError):
            number = ""
        if number in library.blocks:
            return _paragraphs(library.blocks[number], library, losses, depth + 1)
        losses.append(Loss(line, f"the reusable block {number} is not in the export"))
    elif name in _DYNAMIC or "/" in name:
        losses.append(Loss(line, f"the block '{name}' is left out: WordPress makes its content on each visit"))
    return ""


def _autop(text: str) -> str:
    """Line ends as WordPress shows them: one is a line break, two end a paragraph, none counts beside a block."""
    if not text.strip():
        return text
    parts = _AS_IT_IS.split(text)
    return "".join(part if number % 2 else _broken(part) for number, part in enumerate(parts))


def _broken(text: str) -> str:
    text = _ALONE.sub(r'\n\n<a href="\1">\1</a>\n\n', text)
    text = re.sub(r"<!--.*?-->", "\n\n", text, flags=re.S)
    text = re.sub(r"<[^<>]*>", lambda match: match[0].replace("\n", " "), text)
    text = _BEFORE.sub("", _AFTER.sub(r"\1", text))
    text = re.sub(r"\n[ \t\xa0]*\n\s*", "<br><br>", text)
    return text.replace("\n", "<br>")


def _shortcodes(text: str, library: Library, losses: list[Loss], source: str) -> str:
    """The text with the shortcodes of WordPress itself as HTML; those of plugins stay as they are written."""

    def gallery(match: re.Match[str]) -> str:
        values = _values(match[1])
        named = values.get("ids") or values.get("include", "")
        chosen = re.findall(r"\d+", named) or list(library.own)
        found = [library.files[one] for one in chosen if one in library.files]
        if len(found) < len(chosen) or not chosen:
            what = f"{len(chosen) - len(found) or 'all'} pictures of the gallery are not in the export"
            losses.append(Loss(_line_of(source, match[0]), what))
        return f"<gallery>{''.join(map(_figure, found))}</gallery>" if found else ""

    def media(match: re.Match[str]) -> str:
        values = _values(match[2])
        url = (match[3] or "").strip() or values.get("src", "") or values.get("", "")
        url = url or next((value for value in values.values() if value.startswith("http")), "")
        url = re.sub(r"<[^<>]*>", "", unescape(url)).strip()
        if not url:
            losses.append(Loss(_line_of(source, match[0]), f"[{match[1]}] has no address and is left out"))
            return match[3] or ""
        return f'<p><a href="{html.escape(url)}">{html.escape(url)}</a></p>'

    def playlist(match: re.Match[str]) -> str:
        files = [
            library.files[one] for one in re.findall(r"\d+", _values(match[1]).get("ids", "")) if one in library.files
        ]
        losses.append(Loss(_line_of(source, match[0]), "the playlist is a list of links now"))
        items = "".join(f'<li><a href="{html.escape(one.url)}">{html.escape(one.url)}</a></li>' for one in files)
        return f"<ul>{items}</ul>" if items else ""

    text = _CAPTION.sub(_captioned, text)
    text = _PLAYLIST.sub(playlist, _MEDIA.sub(media, _GALLERY.sub(gallery, text)))
    for other in _OTHER.finditer(text):
        what = f"the shortcode {other[0][:60]} stays as text: no plugin reads it"
        losses += [Loss(_line_of(source, other[0]), what)]
    text = _WRAPPED.sub(r'\1<a href="\3">\3</a>', text)
    return _ESCAPED.sub(r"[\1]", text)


def _captioned(match: re.Match[str]) -> str:
    """A picture with its caption: as an attribute (2.6), as the text after it (3.4), or around other markup."""
    inner = match[3]
    found = _PICTURE.match(inner)
    caption = _values(match[2]).get("caption", "")
    if found is None:
        return inner + (f"<p>{caption}</p>" if caption else "")
    words = caption or re.sub(r"<br\s*/?>", " ", found[2]).strip()
    rest = found[2].strip() if caption and found[2].strip() else ""
    return f"<figure>{found[1]}<figcaption>{words}</figcaption></figure>{rest}"


def _figure(file: Attached) -> str:
    caption = f"<figcaption>{html.escape(file.caption)}</figcaption>" if file.caption else ""
    image = f'<img src="{html.escape(file.url)}" alt="{html.escape(file.alt or file.caption)}">'
    return f"<figure>{image}{caption}</figure>"


def _values(text: str) -> dict[str, str]:
    """The attributes of a shortcode; the first without a name has the name ""."""
    found: dict[str, str] = {}
    for name, double, single, bare, alone in _VALUE.findall(unescape(text).replace("”", '"').replace("″", '"')):
        found.setdefault(name, (double or single or bare) if name else alone.strip("\"'="))
    return found


def _footnotes(text: str) -> dict[str, str]:
    """The notes of a post by their ids."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return {}
    notes = found if isinstance(found, list) else []
    return {str(one["id"]): str(one.get("content", "")) for one in notes if isinstance(one, dict) and one.get("id")}


def _note_link(notes: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def replaced(match: re.Match[str]) -> str:
        rest = match.string[match.end() : match.end() + 80].partition(match[1])[0]
        return f"href={match[1]}#{'footnote-' if rest in notes else ''}"

    return replaced


def _bare(text: str) -> str:
    """The source's text without the marks of shortcodes that are read, but with the captions in them."""

    def words(match: re.Match[str]) -> str:
        values = _values(match[0][1:-1])
        return " " + values.get("caption", "") + " "

    return re.sub(rf"(?<!\[)\[/?(?:{_KNOWN})\b[^\]]*\]", words, text)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _line_of(text: str, needle: str) -> int:
    at = text.find(needle.partition("<br>")[0][:60])
    return _line(text, at) if at >= 0 else 0
