"""Which addresses change when a text is edited: the site is planned again with the text marked, and compared."""

from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from site_gen.model.post import Entry, PageEntry, TagEntry
from site_gen.pages.plan import Plan
from site_gen.pipeline.read import Sources
from site_gen.text.digest import digest
from site_gen.urls import address_of

_MARK = "\u2060"  # changes a text, whatever it is
_Text = TypeVar("_Text", Entry, PageEntry, TagEntry)


def with_mark(sources: Sources, path: str) -> Sources | None:
    """The sources with other words in one text: title, summary and body; None where there is no such text."""
    posts, pages, tags = _marked(sources.posts, path), _marked(sources.pages, path), _marked(sources.tags, path)
    marked = replace(sources, posts=posts, pages=pages, tags=tags)
    return None if (posts, pages, tags) == (sources.posts, sources.pages, sources.tags) else marked


def _marked(texts: tuple[_Text, ...], path: str) -> tuple[_Text, ...]:
    return tuple(_with_other_words(one) if one.source.path == path else one for one in texts)


def _with_other_words(text: _Text) -> _Text:
    front = replace(text.front, title=text.front.title + _MARK, summary=text.front.summary + _MARK)
    body = replace(text.body, digest=digest((text.body.digest + _MARK).encode()), words=text.body.words + 1)
    marked = replace(text, front=front, body=body)
    return marked if isinstance(marked, TagEntry) else replace(marked, excerpt=marked.excerpt + _MARK)


def changed_between(before: Plan, after: Plan) -> tuple[str, ...]:
    """The addresses of pages that differ between two plans, in order."""
    old = {page.path: page for page in before.pages}
    new = {page.path: page for page in after.pages}
    paths = (path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    return tuple(sorted(map(address_of, paths)))


def content_path(root: Path, file: str) -> str:
    """A file as the site names it, whether it is given from the site's folder or from where the user is."""
    place = Path(file)
    here = place if place.is_absolute() else Path.cwd() / place
    if (root / file).is_file() or not here.is_file():
        return place.as_posix()
    try:
        return here.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return place.as_posix()
