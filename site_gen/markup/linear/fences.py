"""Finds fenced code in one pass over a text."""

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from site_gen.markup.fences import FencePattern


class FencedBlocks(FencedBlockPreprocessor):
    """As in Python-Markdown, with another search."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines without fenced code, which is stashed."""
        self.FENCED_BLOCK_RE = FencePattern(FencedBlockPreprocessor.FENCED_BLOCK_RE)  # type: ignore[misc, assignment]
        return super().run(lines)
