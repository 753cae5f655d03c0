"""Fenced code, found in one pass over a text."""

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from site_gen.markup.fences import FencePattern


class FencedBlocks(FencedBlockPreprocessor):
    """Python-Markdown's own, but for the search."""

    def run(self, lines: list[str]) -> list[str]:
        """Take fenced code out of the text."""
        self.FENCED_BLOCK_RE = FencePattern(FencedBlockPreprocessor.FENCED_BLOCK_RE)  # type: ignore[misc, assignment]
        return super().run(lines)
