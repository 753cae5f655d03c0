"""How much a text may grow by naming the same definition again and again."""

from markdown import Markdown

from site_gen.markup.engine import TooMuch

_LEAST = 1_000_000  # characters


class Budget:
    """What the definitions of a text may add to it in all."""

    def __init__(self, parser: Markdown) -> None:
        self._parser = parser
        parser.registerExtension(self)  # type: ignore[arg-type]
        self.reset()

    def reset(self) -> None:
        """Begin with the next text."""
        self._left = _LEAST

    def spend(self, count: int) -> None:
        """Add so many characters; `TooMuch` where the text has grown too far."""
        self._left -= count
        if self._left < 0:
            what = "The text names its definitions so often that its page would become huge."
            raise TooMuch(what, "Shorten the definitions, or name them less often.")
