"""Atom 0.3, as Blogger and Movable Type wrote it until 2006: its elements become those of Atom 1.0.

https://web.archive.org/web/2006/http://www.mnot.net/drafts/draft-nottingham-atom-format-02.html describes it.
"""

import re
from base64 import b64decode
from xml.etree.ElementTree import Element

from site_gen.conversion.feed_elements import ATOM

_OLD = "{http://purl.org/atom/ns#}"
_NAMES = {"issued": "published", "modified": "updated", "tagline": "subtitle"}
_TEXTS = frozenset(("title", "content", "summary", "tagline", "info", "copyright"))


def begin_as_atom(element: Element) -> None:
    """Give an element of Atom 0.3 the name and the type that it has in Atom 1.0; others are unchanged."""
    if not element.tag.startswith(_OLD):
        return
    name = element.tag.removeprefix(_OLD)
    element.tag = ATOM + _NAMES.get(name, name)
    if name in _TEXTS:
        element.set("type", _type(element.get("type", "text/plain").strip().lower(), element.get("mode", "xml")))


def end_as_atom(element: Element) -> None:
    """Decode the text of an element of Atom 0.3 that is in base64."""
    if element.get("mode") == "base64" and element.tag.startswith(ATOM):
        try:
            element.text = b64decode("".join(element.itertext())).decode("utf-8", "replace")
        except ValueError:
            return


def _type(media_type: str, mode: str) -> str:
    """The type of a text in Atom 1.0: escaped it is HTML or plain, else the elements within are its own."""
    is_html = bool(re.search(r"html|xml", media_type))
    return ("html" if mode.strip() in ("escaped", "base64") else "xhtml") if is_html else "text"
