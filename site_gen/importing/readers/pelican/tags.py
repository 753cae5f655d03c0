"""Tags of the plugin `liquid_tags` of Pelican: pictures and videos; what it reads from other files is reported."""

import re

from site_gen.importing.item import Loss
from site_gen.importing.readers.macros import Said
from site_gen.importing.readers.python_settings import PythonSettings

_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.M | re.S)
_TAG = re.compile(r"\{%[ \t]*(\w+)[ \t]+([^\n]*?)[ \t]*%\}")
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "gist": "https://gist.github.com/",
}
_PICTURES = frozenset(("img", "photo", "illus", "figure", "image", "b64img", "giphy", "thumbnail"))
_OTHERS = frozenset(
    ("notebook", "include_code", "video", "audio", "flickr", "soundcloud", "speakerdeck", "graphviz", "gram")
)
_SIZE = re.compile(r"\d{1,5}(?:px|%)?")


def has_tags(settings: PythonSettings) -> bool:
    """Whether a site has the plugin, or plugins of which that cannot be seen."""
    plugins = settings.values.get("PLUGINS")
    listed = plugins if isinstance(plugins, list) else []
    return any(one is None or "liquid" in str(one) for one in listed)


def without_tags(text: str) -> Said:
    """The text with what its tags show. Tags in code stay."""
    made: list[str] = []
    words: list[str] = []
    losses: list[Loss] = []
    at = 0
    spans = [found.span() for found in _CODE.finditer(text)]
    for found in _TAG.finditer(text):
        if any(start <= found.start() < end for start, end in spans):
            continue
        line = text.count("\n", 0, found.start()) + 1
        shown, said, loss = _shown(found)
        losses += [Loss(line, loss)] if loss else []
        made += [text[at : found.start()], shown]
        words += [text[at : found.start()], said]
        at = found.end()
    return Said("".join((*made, text[at:])), "".join((*words, text[at:])), tuple(losses))


def _shown(tag: re.Match[str]) -> tuple[str, str, str]:
    """What a tag is in Markdown, the words of it that count, and what is lost."""
    name, parts = tag[1], tag[2].split()
    if name in _VIDEOS and parts:
        url = _VIDEOS[name] + parts[0].strip("\"'")
        return f"[{url}]({url})", "", ""
    if name in _PICTURES:
        return _picture(parts)
    if name in _OTHERS:
        return "", "", f"the tag '{name}' is left out: it shows {tag[2][:100]}"
    return tag[0], tag[0], ""


def _picture(parts: list[str]) -> tuple[str, str, str]:
    """A picture: its classes, its address, its size, and then its words."""
    at = next((number for number, part in enumerate(parts) if re.search(r"[/.]", part)), None)
    if at is None:
        return "", " ".join(parts), "a picture without an address is left out"
    rest = parts[at + 1 :]
    while rest and _SIZE.fullmatch(rest[0]):
        rest.pop(0)
    words = " ".join(rest)
    quoted = [one[0] or one[1] for one in re.findall(r"\"([^\"]*)\"|'([^']*)'", words)]
    words = " ".join(dict.fromkeys(quoted)) if quoted and words[:1] in "\"'" else words
    alt = words.replace("[", "\\[").replace("]", "\\]")
    return f"![{alt}]({parts[at]})", words, ""
