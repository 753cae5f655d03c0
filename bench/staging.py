"""Where the processor time of a cold build goes: what each step takes for a post, in one process.

A step is done for twenty posts at a time, and the least of several passes counts for each twenty: what another process
takes of a busy machine is left out, so that versions can be compared there. A page is written to a new folder.
"""

import argparse
import gc
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench import corpus
from bench.peers import site_gen
from site_gen.markup.engine import engine
from site_gen.model.feed import FeedView
from site_gen.model.page import Page, PostView
from site_gen.outdated import Change, Fingerprints
from site_gen.parsing.post import body_text, read_post
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext
from site_gen.pipeline.render_order import rounds_of
from site_gen.pipeline.render_pages import page_renderer
from site_gen.session import SiteRequest, SiteSession, Snapshot
from site_gen.storage.files import read_whole
from site_gen.storage.output import Output
from site_gen.storage.templates import prepare_templates
from site_gen.text.language.site_languages import site_languages

_AT_ONCE = 20


def main() -> None:
    """The whole command."""
    parser = argparse.ArgumentParser(prog="bench/stages", description=__doc__)
    parser.add_argument("--posts", type=int, default=3000, metavar="N", help="how many posts the site has (3000)")
    parser.add_argument("--of", type=int, default=400, metavar="N", help="how many of them are measured (400)")
    parser.add_argument("--passes", type=int, default=9, metavar="N", help="of which the least counts (9)")
    options = parser.parse_args()
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        posts = Path(folder) / "posts"
        corpus.write(options.posts, posts)
        for peer in (site_gen.plain(here=True), site_gen.full(here=True)):
            print(f"\n{peer.label}, microseconds:\n\n| step | of one |\n| --- | --- |")
            for step, items, fresh in _steps(peer.site(Path(folder) / peer.theme, posts)):
                print(f"| {step} | {_least(items[: options.of], fresh, options.passes) * 1e6:.1f} |", flush=True)


Fresh = Callable[[], Callable[[Any], object]]


def _least(items: Sequence[Any], fresh: Fresh, passes: int) -> float:
    """Seconds of this thread for one item; `fresh` makes what does it, a new one for each pass."""
    chunks = [items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE)]
    least = [float("inf")] * len(chunks)
    for _ in range(passes):
        work = fresh()
        gc.collect()
        for at, chunk in enumerate(chunks):
            began = time.thread_time()
            for item in chunk:
                work(item)
            least[at] = min(least[at], time.thread_time() - began)
    return sum(least) / len(items)


def _steps(root: Path) -> Iterable[tuple[str, Sequence[Any], Fresh]]:
    session = SiteSession(root, SiteRequest(jobs=1))
    snapshot = session.refresh(datetime.now(UTC))
    markdown, state = snapshot.context.markdown, snapshot.context.state
    entries = snapshot.sources.posts
    files = [(entry.source.path, read_whole(root / entry.source.path)) for entry in entries]
    yield "file opened and read", [root / path for path, _ in files], lambda: read_whole
    yield "post read from its bytes", files, partial(_reader, snapshot)
    yield "Markdown", [body_text(data)[0] for _, data in files], partial(_engine, markdown)
    yield "Markdown, with file and cache", [entry.body for entry in entries], partial(_new_renderer, markdown)
    posts, lists, feeds = _by_kind(snapshot)
    yield "value of a post's page digested", posts, lambda: Fingerprints().value
    templates = prepare_templates(state / "templates")
    bodies = BodyRenderer(markdown)
    pages = partial(page_renderer, snapshot.context, templates, bodies)
    for page in (*posts, *feeds):
        pages()(page)  # now all bodies are in the cache
    for name, kind in (("page of a post", posts), ("page of a list", lists), ("feed", feeds)):
        yield f"{name}, its texts from the cache", kind, pages
    made = [(page.path, pages()(page)) for page in posts[:2000]]
    yield "page of a post written", made, partial(_written, root)


def _reader(snapshot: Snapshot) -> Callable[[tuple[str, bytes]], object]:
    settings = snapshot.inputs.settings
    zone, languages = ZoneInfo(settings.timezone), site_languages(settings)
    return lambda file: read_post(file[0], file[1], zone, False, languages)


def _engine(markdown: MarkdownContext) -> Callable[[str], str]:
    made = engine(markdown.settings)
    return lambda text: made.render(text, trusted=False)


def _new_renderer(markdown: MarkdownContext) -> BodyRenderer:
    shutil.rmtree(markdown.folder, ignore_errors=True)
    return BodyRenderer(markdown)


def _by_kind(snapshot: Snapshot) -> tuple[list[Page], list[Page], list[Page]]:
    """The pages in the order in which they are rendered: posts, others, feeds."""
    first, feeds, _ = rounds_of(Change(page, ()) for page in snapshot.plan.pages)
    posts = [change.page for change in first if isinstance(change.page.view, PostView)]
    lists = [change.page for change in first if not isinstance(change.page.view, PostView)]
    return posts, lists, [change.page for change in feeds if isinstance(change.page.view, FeedView)]


def _written(root: Path) -> Callable[[tuple[str, bytes]], object]:
    folder = Path(tempfile.mkdtemp(dir=root))
    os.sync()
    output = Output(folder, fresh=True)
    return lambda file: output.stage(*file)
