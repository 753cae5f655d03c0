"""The text of a post of Ghost, from whichever of its forms the export has."""

import json
import re
from typing import Any

from msgspec import Struct

from site_gen.importing.item import Loss
from site_gen.importing.readers.ghost.cards import Cards, text_of, with_space
from site_gen.importing.readers.ghost.lexical import lexical_blocks
from site_gen.importing.readers.ghost.markup import plain_cards
from site_gen.importing.readers.ghost.mobiledoc import mobiledoc_blocks, only_markdown
from site_gen.importing.recall import text_of_html

_HOME = re.compile(r"__GHOST_URL__(\\?/)?")
_SIZED = re.compile(r"(/content/images)/size/w\d+(?:h\d+)?(?:/format/\w+)?(?=/)")
_SHOWN = re.compile(r"<(?:img|iframe|video|audio|embed|object)\b", re.IGNORECASE)
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_FORMS = (("lexical", lexical_blocks), ("mobiledoc", mobiledoc_blocks))


class Text(Struct, frozen=True):
    """A text as HTML, or with `html` None as Markdown; `words` are those that readers saw, `body` counts its lines."""

    html: str | None
    markdown: str
    words: str
    body: str
    losses: tuple[Loss, ...] = ()


def at_home(text: str) -> str:
    """A text with addresses of its own site from the home of it, and those of pictures without a size."""
    text = _HOME.sub(lambda match: match[1] or "/", text)
    return _SIZED.sub(r"\1", text)


def text_of_post(row: dict[str, Any]) -> Text:
    """The text of a row of the table of posts: Lexical, Mobiledoc, Markdown, or the HTML that was made of it.

    The words that were on the site are those of its HTML, where the export has that too.
    """
    seen, unseen = plain_cards(at_home(text_of(row, "html")))
    losses: list[Loss] = []
    for form, blocks_of in _FORMS:
        if not (source := text_of(row, form).strip()):
            continue
        cards = Cards()
        try:
            root = json.loads(at_home(source))
            alone = only_markdown(root) if form == "mobiledoc" else None
            blocks = [] if alone is not None else list(blocks_of(root, cards))
        except _BROKEN:
            losses.append(Loss(0, f"its {form} is damaged: the HTML of the export is used"))
            continue
        if alone is not None:
            return _markdown(alone)
        made = "\n".join(blocks)
        if _SHOWN.search(made) or text_of_html(made).strip() or not seen.strip():
            body = "\n".join(block.replace("\n", " ") for block in blocks)
            return Text(made, "", seen if text_of_html(seen).strip() else made, body, (*losses, *cards.losses))
    if text_of(row, "markdown").strip():
        return _markdown(at_home(text_of(row, "markdown")))
    return Text(seen, "", seen, seen, (*losses, *unseen))


def _markdown(text: str) -> Text:
    made = with_space(text.replace("\r\n", "\n"))
    return Text(None, made, made, made)
