"""A limit to how much a text may grow by naming the same definitions again and again."""

from markdown import Markdown

from site_gen.markup.engine import TooMuch

_MOST = 1_000_000  # characters


class Budget:
    """How many characters the definitions of a text may add to it in total."""

    def __init__(self, parser: Markdown) -> None:
        self._parser = parser
        parser.registerExtension(self)  # type: ignore[arg-type]
        self.reset()

    def reset(self) -> None:
        """Start the next text."""
        self._left = _MOST

    def spend(self, count: int) -> None:
        """Count so many added characters; raises `TooMuch` beyond the limit."""
        self._left -= count
        if self._left < 0:
            what = "The text names its definitions so often that its page would become huge."
            raise TooMuch(what, "Shorten the definitions, or name them less often.")
