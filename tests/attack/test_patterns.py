"""Texts of any shape are rendered and taken in within seconds: no part of the program is quadratic in them."""

import gc
import time
from collections.abc import Callable
from datetime import UTC
from functools import partial
from pathlib import Path

import pytest

from site_gen.extract.compose import compose
from site_gen.ingest.derive import prepare_derive
from site_gen.ingest.probe import probe_files
from site_gen.ingest.seed_files import seed_files
from site_gen.ingest.traits import TraitStore
from site_gen.markup.engine import Engine, TooMuch, engine
from site_gen.model.settings import MarkdownSettings, Settings
from site_gen.parsing.post import body_text, read_post
from tests.attack.patterns import PATTERNS
from tests.support import write

LARGE = 60_000
SECONDS = 2.0
DERIVE = prepare_derive(Settings(), frozenset(), alternatives=False)
ENGINES: dict[str, Engine] = {name: engine(MarkdownSettings(engine=name)) for name in ("python-markdown", "commonmark")}


def seconds(work: Callable[[], object], enough: float) -> float:
    """The least time of the processor that work takes in three tries, or in the first that is quick enough."""
    least = float("inf")
    gc.disable()  # what other tests left in memory would be looked through again and again
    try:
        for _ in range(3):
            began = time.process_time()
            work()
            least = min(least, time.process_time() - began)
            if least < enough:
                break
    finally:
        gc.enable()
    return least


def rendered(name: str, text: str, trusted: bool) -> None:
    try:
        ENGINES[name].render(text, trusted)
    except (TooMuch, RecursionError):
        pass  # a problem of the post, which tests/pipeline/test_render_bodies.py tells


def slow_engines(pattern: str, size: int, enough: float) -> list[tuple[str, bool, float]]:
    """The engines, each for texts of strangers and of the house, that take longer than is enough.

    A machine that is busy is given more time, as long as twice the text takes twice the time.
    """
    half, whole = (f"{PATTERNS[pattern](one)}\n\nNATO\n" for one in (size // 2, size))
    slow = []
    for name in ENGINES:
        for trusted in (False, True):
            rendered(name, "*a* [b](c) `d` NATO", trusted)  # what is loaded once
            taken = seconds(partial(rendered, name, whole, trusted), enough)
            if taken >= enough and taken >= 3 * seconds(partial(rendered, name, half, trusted), 0):
                slow.append((name, trusted, taken))
    return slow


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_post_is_rendered_within_seconds(pattern: str) -> None:
    """At a sixth of the size, where what is quadratic takes a thirty-sixth of the time."""
    assert slow_engines(pattern, LARGE // 6, SECONDS / 10) == []


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_large_post_is_rendered_within_seconds(pattern: str) -> None:
    assert slow_engines(pattern, LARGE, SECONDS) == []


STORY = "KYIV (Reuters) - The navy said on Monday that the frigate would sail to Norway.\n\n"
PLACES = {"alone": "{}", "below a story": STORY + "{}", "above one": "{}\n\n" + STORY}


def slow_steps(pattern: str, place: str, size: int, enough: float, folder: Path) -> list[tuple[str, float]]:
    """The steps from a seed to a page that take longer than is enough, for the seed and for half of it."""
    taken: dict[str, list[float]] = {}
    for number, length in enumerate((size, size // 2)):
        text = PLACES[place].replace("{}", PATTERNS[pattern](length))
        root = write(folder / str(number), {"seeds/a.txt": text.encode("utf-8", "surrogatepass")})
        (seed,) = seed_files(root).files
        probe = partial(probe_files, (seed,), {}, TraitStore(is_lean=True), 1, lambda *_: None)
        taken.setdefault("probe", []).append(seconds(probe, enough))
        (derived,) = DERIVE((seed,))
        taken.setdefault("derive", []).append(seconds(partial(DERIVE, (seed,)), enough))
        if derived.article is None:
            continue
        data = compose(derived.article).encode()
        taken.setdefault("read", []).append(seconds(partial(read_post, "content/posts/a.md", data, UTC, False), enough))
        for name in ENGINES:
            taken.setdefault(name, []).append(seconds(partial(rendered, name, body_text(data)[0], False), enough))
    return [(step, one[0]) for step, one in taken.items() if one[0] >= enough and one[0] >= 3 * one[-1]]


@pytest.mark.parametrize("pattern", sorted(PATTERNS)[::5])
def test_a_seed_is_taken_in_within_seconds(pattern: str, tmp_path: Path) -> None:
    """A fifth of the patterns, small; all of them with --slow."""
    assert slow_steps(pattern, "below a story", LARGE // 10, SECONDS / 4, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_large_seed_is_taken_in_within_seconds(pattern: str, place: str, tmp_path: Path) -> None:
    assert slow_steps(pattern, place, LARGE, SECONDS, tmp_path) == []
