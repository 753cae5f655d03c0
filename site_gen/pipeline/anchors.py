"""Links to headings of other texts, checked in the HTML of those, which the index does not have."""

from collections.abc import Mapping

from msgspec import Struct

from site_gen.indexing.index import Indexed
from site_gen.indexing.text_links import path_of
from site_gen.markup.text_links import fragment_of, heading_hint, ids_in
from site_gen.model.post import Body, TextLink
from site_gen.model.problem import Problem
from site_gen.pipeline.read import Sources
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext, Unreadable


class HeadingLinks(Struct, frozen=True):
    """Links to headings: what is wrong with them, and the files of the texts that they lead to."""

    problems: tuple[Problem, ...] = ()
    targets: frozenset[str] = frozenset()


def heading_links(sources: Sources, indexed: Indexed, markdown: MarkdownContext) -> HeadingLinks:
    """The links of published texts to headings, which their targets may not have."""
    published = frozenset[str]().union(*map(_published, indexed.every_edition))
    bodies = {body.path: body for body in sources.bodies if body.path in published}
    to_check = [(body.path, link) for body in bodies.values() for link in body.links if fragment_of(link.href)]
    if not to_check:
        return HeadingLinks()
    anchors = _Anchors(bodies, BodyRenderer(markdown))
    problems = tuple(problem for path, link in to_check if (problem := anchors.problem(path, link)))
    return HeadingLinks(problems, anchors.looked_at)


def _published(indexed: Indexed) -> set[str]:
    """The files of an edition's published texts."""
    published = {entry.source.path for entry in indexed.published}
    published |= {page.source.path for page in indexed.site.standing}
    return published | {term.entry.source.path for term in indexed.site.terms if term.entry}


class _Anchors:
    """The anchors of each text, looked for once."""

    def __init__(self, bodies: Mapping[str, Body], html_of: BodyRenderer) -> None:
        self._bodies, self._html_of = bodies, html_of
        self._ids_by_path: dict[str, frozenset[str] | None] = {}

    @property
    def looked_at(self) -> frozenset[str]:
        """The files of the texts that were asked for."""
        return frozenset(self._ids_by_path)

    def problem(self, path: str, link: TextLink) -> Problem | None:
        """What is wrong with a link, if anything is; a missing text is reported by the index."""
        own = link.href.startswith("#")
        wanted = path if own else path_of(link.href, path)
        if wanted not in self._ids_by_path:
            self._ids_by_path[wanted] = self._ids(wanted)
        ids, place = self._ids_by_path[wanted], fragment_of(link.href)
        if ids is None or place in ids:
            return None
        where = "this text" if own else f"'{link.href.partition('#')[0]}'"
        what = f"There is no heading '{place}' in {where}."
        column = link.column + link.href.index("#") + 1
        return Problem(path, link.line, column, what, heading_hint(place, ids))

    def _ids(self, path: str) -> frozenset[str] | None:
        body = self._bodies.get(path)
        if body is None:
            return None
        try:
            return ids_in(self._html_of(body))
        except Unreadable:
            return None  # it is reported when the page is rendered
