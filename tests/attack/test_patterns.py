"""Texts of any shape are rendered and taken in within seconds: no part of the program is quadratic in them."""

import time
from collections.abc import Callable
from functools import partial

import pytest

from site_gen.markup.engine import Engine, TooMuch, engine
from site_gen.model.settings import MarkdownSettings
from tests.attack.patterns import PATTERNS

LARGE = 60_000
SECONDS = 2.0
ENGINES: dict[str, Engine] = {name: engine(MarkdownSettings(engine=name)) for name in ("python-markdown", "commonmark")}


def seconds(work: Callable[[], object], enough: float) -> float:
    """The least time of the processor that work takes in three tries, or in the first that is quick enough."""
    least = float("inf")
    for _ in range(3):
        began = time.process_time()
        work()
        least = min(least, time.process_time() - began)
        if least < enough:
            break
    return least


def rendered(name: str, text: str, trusted: bool) -> None:
    try:
        ENGINES[name].render(text, trusted)
    except (TooMuch, RecursionError):
        pass  # a problem of the post, which tests/stages/test_rendering.py tells


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
    """At a quarter of the size, where what is quadratic takes a sixteenth of the time."""
    assert slow_engines(pattern, LARGE // 4, SECONDS / 8) == []


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_large_post_is_rendered_within_seconds(pattern: str) -> None:
    assert slow_engines(pattern, LARGE, SECONDS) == []
