"""Bodies to HTML: from the cache of rendered bodies, or from their files through the Markdown engine."""

import hashlib
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from site_gen.markup.engine import Engine, TooMuch, engine
from site_gen.markup.paragraphs import shorter_paragraphs
from site_gen.model.post import Body
from site_gen.model.problem import Problem
from site_gen.model.settings import MarkdownSettings
from site_gen.parsing.post import body_text
from site_gen.pipeline.unrenderable import LONGEST, problem_of, too_long
from site_gen.storage.bodies import Bodies
from site_gen.storage.files import read_whole
from site_gen.storage.handles import remove_tree
from site_gen.storage.kept_pages import drop_kept_pages
from site_gen.storage.program import program_digest
from site_gen.text.digest import digest
from site_gen.text.out_of_memory import is_out_of_memory
from site_gen.text.typography import unbroken


class MarkdownContext(Struct, frozen=True):
    """Where bodies are rendered and how: the site's root, the folder of the cache, the settings, and their digest."""

    root: Path
    folder: Path
    settings: MarkdownSettings
    kind: str

    def cache(self) -> Bodies:
        """The rendered bodies of earlier builds, and of other processes of this one."""
        return Bodies(self.folder, self.kind)


def markdown_context(root: Path, state: Path, settings: MarkdownSettings, clean: bool) -> MarkdownContext:
    """The Markdown context of a site; `state` is the folder of ledger and caches.

    `clean` deletes its bodies, and the kept pages that show them.
    """
    if clean:
        remove_tree(state, "bodies")
        drop_kept_pages(state)
    kind = digest(msgspec.json.encode(settings) + program_digest().encode())[:16]
    return MarkdownContext(root, state / "bodies", settings, kind)


class Unreadable(Exception):
    """A body that cannot be rendered; carries its `Problem`."""


class BodyRenderer:
    """Gives a body's HTML, from the cache if it is there."""

    def __init__(self, markdown: MarkdownContext) -> None:
        self._root, self._bodies = markdown.root, markdown.cache()
        self._engine: Engine = engine(markdown.settings)
        self._settings = markdown.settings

    def __call__(self, body: Body) -> str:
        """The HTML; `Unreadable` where there is none."""
        key = body_key(body)
        html = self._bodies.html(key)
        if html is None:
            html = self._render(body)
            self._bodies.put_html(key, html)
        return html

    def text(self, body: Body) -> str:
        """The text as it was written; `Unreadable` where it is not what was scanned."""
        return self._read(body)[0]

    def _read(self, body: Body) -> tuple[str, int]:
        """The text, and how many lines of its file are above it."""
        try:
            data = read_whole(f"{self._root}/{body.path}")
        except OSError:
            data = b""
        text, first_line = body_text(data)
        if digest(text.encode()) != body.digest:
            raise Unreadable(Problem(body.path, 0, 0, "The file changed while the site was built.", "Build again."))
        return text, first_line - 1

    def _render(self, body: Body) -> str:
        text, lines_above = self._read(body)
        if len(text) > LONGEST:
            raise Unreadable(too_long(body.path, text))
        render = partial(self._engine.render, trusted=body.trusted, bare_links=not body.seeded, language=body.language)
        try:
            html = render(text)
        except (RecursionError, MemoryError, SystemError, TooMuch) as error:
            if isinstance(error, SystemError) and not is_out_of_memory(error):
                raise
            raise Unreadable(problem_of(error, body.path, text, lines_above, render)) from None
        if self._settings.longest_paragraph:
            html = shorter_paragraphs(html, self._settings.longest_paragraph)
        return unbroken(html) if self._settings.typography else html


def body_key(body: Body) -> bytes:
    """The name of a rendered body: its text, its language, and whether raw HTML and bare links were let through."""
    name = f"{body.digest} {body.trusted} {body.seeded} {body.language}"
    return hashlib.blake2b(name.encode(), digest_size=16).digest()


def forget_bodies(markdown: MarkdownContext, used: tuple[Body, ...]) -> None:
    """Drop rendered bodies that no page shows any more, once they are many."""
    bodies = markdown.cache()
    if bodies.is_crowded(len(used)):
        with suppress(OSError):  # a cache that cannot be tidied is no reason to fail
            bodies.compact(frozenset(map(body_key, used)))
            bodies.close()
