"""Index and plan anew after an edit, from as much of those of the past as holds."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from site_gen.indexing.bodies import with_bodies
from site_gen.indexing.index import Indexed, index
from site_gen.indexing.published import Include
from site_gen.model.post import Said
from site_gen.model.problem import refuse
from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings
from site_gen.pages.bodies import with_bodies as with_bodies_shown
from site_gen.pages.plan import Plan, plan
from site_gen.pages.redirect import faults
from site_gen.picturing.derive import formats, maker
from site_gen.stages.anchors import anchor_problems
from site_gen.stages.excerpts import with_excerpts
from site_gen.stages.menu import menu_problems
from site_gen.stages.past import Past
from site_gen.stages.read import Sources
from site_gen.stages.rendering import Pressroom

Edited = Mapping[str, Said] | None


def indexed_anew(
    past: Past,
    edited: Edited,
    sources: Sources,
    settings: Settings,
    as_of: datetime,
    include: Include,
    redirects: tuple[Redirect, ...],
) -> Indexed:
    """The index; where texts alone were edited, that of the past with these texts."""
    if edited is not None and past.indexed is not None:
        return with_bodies(past.indexed, edited)
    return index(
        sources.posts,
        sources.pages,
        sources.tags,
        settings,
        as_of,
        include,
        past.ledger.beside,
        sources.pictures,
        formats() if sources.pictures else (),
        maker(),
        redirects,
        past.indexed,
    )


def planned_anew(
    root: Path, past: Past, edited: Edited, indexed: Indexed, sources: Sources, room: Pressroom | None
) -> Plan:
    """The plan; where texts alone were edited, that of the past with these texts.

    Without a `room` to render texts in, it is not found out whether links lead to headings that there are.
    """
    lost = anchor_problems(sources, indexed, room) if room else ()
    if edited is not None and past.plan.pages:
        refuse(with_excerpts(root, lost))
        return with_bodies_shown(past.plan, {path: said.body for path, said in edited.items()})
    static = tuple(file.path for file in sources.static)
    before = (past.indexed.site, past.plan) if past.indexed is not None else None
    made, collisions = plan(indexed.site, static, before)
    misled = faults(indexed.site, made.pages, static)
    dead = menu_problems(indexed.site, made.pages, static)
    refuse(with_excerpts(root, (*indexed.problems, *misled, *lost, *collisions, *dead)))
    return made
