"""Pages and pictures rendered by a cluster: their texts and pictures go there, their bytes come back."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.ledger import PageFact
from site_gen.model.picture import DrawnIconView, PictureView
from site_gen.model.problem import Problem, SiteError
from site_gen.outdated import Change, Fingerprints, Value
from site_gen.pages.bodies import bodies_of
from site_gen.pipeline.made_pictures import MadePictures
from site_gen.pipeline.render_pages import RenderContext, RenderedFile, failed, page_renderer, staged
from site_gen.remote import Needed, Remote, WorkFolder
from site_gen.storage.output import Output


class RenderedFar(Struct, frozen=True):
    """What comes back: the bytes of a file and the value of its page, or a problem."""

    value: Value
    data: bytes
    problem: Problem | None = None


def far_renderer(context: RenderContext, output: Output, facts: dict[str, PageFact]) -> Remote[Change, RenderedFile]:
    """How a cluster renders pages of a site, and what is done with them here; `facts` are those of the last build."""
    return Remote(
        root=context.root,
        needs=partial(_needs, context.root),
        prepare=partial(_prepare, context),
        receive=partial(_receive, context.state, output, facts),
        lost=_lost,
    )


def _needs(root: Path, change: Change) -> Iterator[Needed]:
    view = change.page.view
    paths = [view.source] if isinstance(view, PictureView) else [body.path for body in bodies_of(change.page)]
    return (Needed(path, f"{root}/{path}") for path in dict.fromkeys(paths))


def _prepare(context: RenderContext, folder: WorkFolder) -> Callable[[Change], RenderedFar]:
    """The function that a worker calls, with caches of its own."""
    from site_gen.storage.templates import prepare_templates

    markdown = replace(context.markdown, root=folder.root, folder=folder.state / "bodies")
    here = replace(context, root=folder.root, state=folder.state, markdown=markdown)
    bytes_of = page_renderer(here, prepare_templates(folder.state / "templates"))
    fingerprints = Fingerprints()

    def render_one(change: Change) -> RenderedFar:
        value = change.value or fingerprints.value(change.page)
        try:
            return RenderedFar(value, bytes_of(change.page))
        except SiteError as error:
            return RenderedFar(value, b"", error.problems[0])

    return render_one


def _receive(
    state: Path, output: Output, facts: dict[str, PageFact], change: Change, rendered: RenderedFar
) -> RenderedFile:
    page = change.page
    if rendered.problem is not None:
        return failed(rendered.problem)
    if isinstance(page.view, PictureView):
        MadePictures(state).save(page.view, rendered.data)
    return staged(page.path, rendered.value, rendered.data, facts.get(page.path), output)


def _lost(change: Change, what: str) -> RenderedFile:
    """A page that kills whoever renders it."""
    page = change.page
    hint = "Look at the logs of the workers; give them more memory or time, or take this out of the site."
    source = page.view.source if isinstance(page.view, PictureView) else page.source
    return failed(Problem(source, 0, 0, f"{page.info.url or page.path} cannot be made. {what}", hint))


def divided(changes: Sequence[Change], state: Path) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What a cluster renders, and what is rendered here: pictures that are made already, or stay as they are."""
    is_made = MadePictures(state).is_made()
    far: list[Change] = []
    near: list[Change] = []
    for change in changes:
        view = change.page.view
        is_near = isinstance(view, DrawnIconView) or (
            isinstance(view, PictureView) and (not view.form or is_made(view))
        )
        (near if is_near else far).append(change)
    return tuple(far), tuple(near)
