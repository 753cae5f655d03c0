"""Shortcodes of Hugo and tags of Liquid: what they say in Markdown, as far as they say it without their templates."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from msgspec import Struct

from site_gen.importing.html_body import described
from site_gen.importing.item import Loss

REF = "site-gen-ref:"
"""Begins the address of a link to another file of the source, by its path there."""

_HUGO = re.compile(r"\{\{([<%])\s*(?!/\*)(/?)\s*([\w][\w./-]*)((?:\"[^\"]*\"|`[^`]*`|[^\"`])*?)\s*/?[>%]\}\}")
_HUGO_SHOWN = re.compile(r"\{\{([<%])\s*/\*(.*?)\*/\s*([>%])\}\}", re.DOTALL)
_ZOLA = re.compile(r"\{[{%]-?\s*(?!/\*)()()(\w+)\(((?:\"[^\"]*\"|'[^']*'|`[^`]*`|[^\"'`)])*)\)\s*-?[}%]\}")
_ZOLA_END = re.compile(r"\{%-?\s*end\s*-?%\}")
_ZOLA_SHOWN = re.compile(r"\{([{%])\s*/\*(.*?)\*/\s*([}%])\}", re.DOTALL)
_LIQUID = re.compile(r"\{%-?\s*()(end)?(\w+)((?:\"[^\"]*\"|'[^']*'|[^\"'%]|%(?!\}))*?)-?%\}")
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}")
_ENDS_LINKS = re.compile(r"[\s<>()]")
_QUOTED_PATH = re.compile(r"[\"']([^\"']*)[\"']\s*\|\s*(?:relative_url|absolute_url|url|prepend.*|uri_escape|escape).*")
_NOTHING_MORE = re.compile(r"\s*(?:(?:escape|escape_once|xml_escape|strip|strip_html)\s*(?:\|\s*|$))*")
_ARGUMENT = re.compile(r"(?:([\w-]+)\s*=\s*)?(?:\"((?:\\.|[^\"\\])*)\"|'([^']*)'|`([^`]*)`|([^\s\"'`=]+))")
_IMAGE = re.compile(r"[^\s]+\.(?:jpe?g|png|gif|webp|svg)(?:\?\S*)?", re.IGNORECASE)
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "gist": "https://gist.github.com/",
    "instagram": "https://www.instagram.com/p/",
    "tweet": "https://x.com/i/status/",
    "twitter": "https://x.com/i/status/",
    "x": "https://x.com/i/status/",
}
_HELD_RAW = "\ue0f4"


class Said(Struct, frozen=True):
    """A text without macros, the words of the source that count, and what was lost."""

    text: str
    words: str
    losses: tuple[Loss, ...]


class _Macro(Struct, frozen=True):
    name: str
    values: dict[str, str]
    listed: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """All values, in no particular order."""
        return (*self.listed, *self.values.values())

    @property
    def prose(self) -> str:
        """Its values that are words for readers."""
        return " ".join(value for value in self.all if _is_prose(value))


def without_hugo(text: str) -> Said:
    """A text of Hugo. `{{</* a */>}}`, which shows a shortcode, becomes what it shows."""
    made, words, losses = _said(text, _HUGO, "the shortcode")
    shown = _HUGO_SHOWN.sub(lambda match: f"{{{{{match[1]}{match[2]}{match[3]}}}}}", made)
    return Said(shown, _HUGO_SHOWN.sub(r"\2", words), losses)


def without_zola(text: str) -> Said:
    """A text of Zola; `{{/* a() */}}`, which shows a shortcode, becomes what it shows."""
    made, words, losses = _said(text, _ZOLA, "the shortcode")
    shown = _ZOLA_SHOWN.sub(lambda match: f"{{{match[1]}{match[2]}{match[3]}}}", _ZOLA_END.sub("", made))
    return Said(shown, _ZOLA_SHOWN.sub(r"\2", _ZOLA_END.sub("", words)), losses)


def without_liquid(text: str, home: str, known: Mapping[str, str] = MappingProxyType({})) -> Said:
    """A text of Jekyll or Eleventy; `home` is the address of the site, `known` what settings say by dotted names."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[1])
        return f"{_HELD_RAW}{len(held) - 1}{_HELD_RAW}"

    text = _COMMENT.sub("", _RAW.sub(hold, text))
    made, words, losses = _said(text, _LIQUID, "the tag")
    found = list(losses)

    def output(match: re.Match[str]) -> str:
        value = match[1]
        if path := _QUOTED_PATH.fullmatch(value):
            return _ENDS_LINKS.sub(lambda one: quote(one[0]), path[1]) if path[1].startswith("/") else path[1]
        name = value.partition("|")[0].strip()
        if name in ("site.baseurl", "site.url", "site.github.url", "page.root"):
            return home if name == "site.url" else ""
        if name in known and _NOTHING_MORE.fullmatch(value.partition("|")[2]):
            return known[name]
        at = text.find(match[0])
        found.append(Loss(text.count("\n", 0, max(at, 0)) + 1, f"{match[0][:60]} is left out: a template fills it"))
        return ""

    made = _OUTPUT.sub(output, made)
    words = _OUTPUT.sub("", words)
    back = re.compile(f"{_HELD_RAW}(\\d+){_HELD_RAW}")
    restore: Callable[[re.Match[str]], str] = lambda match: held[int(match[1])]  # noqa: E731 - used twice
    return Said(back.sub(restore, made), back.sub(restore, words), tuple(found))


def _said(text: str, pattern: re.Pattern[str], kind: str) -> tuple[str, str, tuple[Loss, ...]]:
    losses: list[Loss] = []
    counted: list[str] = []
    closing = {match[3] for match in pattern.finditer(text) if match[2]}

    def one(match: re.Match[str]) -> str:
        name, macro = match[3], _macro(match[3], match[4])
        line = text.count("\n", 0, match.start()) + 1
        if name == "highlight":
            return "\n```\n" if match[2] else f"\n```{''.join(macro.listed[:1])}\n"
        if match[2] or (kind == "the tag" and name.startswith("end")):
            return ""
        if name in ("ref", "relref", "post_url", "link"):
            path = next(iter(macro.all), "")
            return f"{REF}_posts/{path}" if name == "post_url" else REF + path
        made, is_known = _made(macro)
        counted.append(macro.prose)
        if not is_known:
            words = "its words stay" if macro.prose or name in closing else "it has no words"
            losses.append(Loss(line, f"{kind} '{name}' is left out; {words}"))
            made += " " if made and text[match.end() : match.end() + 1].strip() else ""
        return made

    return pattern.sub(one, text), pattern.sub(" ", text) + " " + " ".join(counted), tuple(losses)


def _macro(name: str, text: str) -> _Macro:
    values: dict[str, str] = {}
    listed: list[str] = []
    for key, double, single, tick, bare in _ARGUMENT.findall(text):
        value = double.replace('\\"', '"') or single or tick or bare.strip(",")
        if key:
            values.setdefault(key, value)
        elif value:
            listed.append(value)
    return _Macro(name, values, tuple(listed))


def _made(macro: _Macro) -> tuple[str, bool]:
    """What a macro is in Markdown, and whether that is all of it."""
    if url := _video(macro):
        return f"[{macro.values.get('title') or url}]({url})", True
    named = (macro.values.get(key, "") for key in ("src", "image", "path", "url", "file"))
    src = next((value for value in (*named, *macro.all) if _IMAGE.fullmatch(value)), "")
    return (_picture(macro, src), True) if src else (macro.prose, False)


def _video(macro: _Macro) -> str:
    """The address of what a service shows; "" for other macros."""
    name = macro.listed[0] if macro.name == "include" and macro.listed else macro.name
    name = name.rpartition("/")[2].partition(".")[0]
    kind = next((known for known in _VIDEOS if name in (known, f"{known}_simple", f"{known}-embed")), "")
    number = macro.values.get("id") or "".join(macro.listed[-1:])
    if not kind or not number or number.endswith(".html"):
        return ""
    last = "/".join(macro.listed) if kind == "gist" else number
    return last if last.startswith("http") else _VIDEOS[kind] + last


def _picture(macro: _Macro, src: str) -> str:
    texts = [value for value in macro.listed if value != src and _is_prose(value)]
    caption = " ".join(
        filter(None, (macro.values.get("title", ""), macro.values.get("caption", ""), macro.values.get("attr", "")))
    )
    alt = (
        macro.values.get("alt")
        or macro.values.get("alt_text")
        or (texts[0] if texts else "")
        or caption
        or described(src)
    )
    others = [
        value for value in (*texts[1:], *macro.values.values()) if _is_prose(value) and value not in alt + caption
    ]
    title = " ".join(filter(None, (caption, *others))).replace('"', "&quot;").replace("|", "&#124;").replace("\n", " ")
    alt = " ".join(alt.replace("[", "\\[").replace("]", "\\]").split())
    target = f"<{src}>" if " " in src else src
    return f"![{alt}]({target}" + (f' "{title}")' if title else ")")


def _is_prose(value: str) -> bool:
    return " " in value.strip() and not value.startswith(("http://", "https://", "/"))
