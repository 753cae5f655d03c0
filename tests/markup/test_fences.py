import re

from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from site_gen.markup.fences import FencePattern

PATTERN: re.Pattern[str] = FencedBlockPreprocessor.FENCED_BLOCK_RE
LINES = st.sampled_from(
    [
        "```",
        "````",
        "~~~",
        "``` ",
        "```a",
        "``` {.a}",
        "```{a",
        '```a hl_lines="1" x"',
        "```a hl_lines='1'",
        " ```",
        "a",
        "",
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join), st.integers(0, 40))
def test_it_finds_what_the_pattern_finds(text: str, start: int) -> None:
    quick = FencePattern(PATTERN)
    at = min(start, len(text))
    while True:
        found, expected = quick.search(text, at), PATTERN.search(text, at)
        assert (found and found.span()) == (expected and expected.span())
        if found is None:
            break
        text = f"{text[: found.start()]}X{text[found.end() :]}"
        at = found.start() + 1
