"""The protocol of Markdown engines, and the choice of the one that a site uses."""

from typing import Protocol

from site_gen.model.settings import MarkdownSettings


class TooMuch(Exception):
    """A text that would take too long to render, or become a huge page: what is wrong, what to do, and where."""

    def __init__(self, what: str, hint: str, at: int = -1) -> None:
        super().__init__(what, hint, at)
        self.what, self.hint, self.at = what, hint, at


class Engine(Protocol):
    """Renders a body. `trusted` text may hold raw HTML; other text may not, and its links are http, https,
    mailto, tel or sms. With `bare_links`, addresses without any markup become links. The typography is that of the
    `language`, "" for English.

    Headings of the result begin at `h2` and never skip a level.
    """

    def render(self, text: str, trusted: bool, bare_links: bool = True, language: str = "") -> str:
        """The HTML of a Markdown text."""
        ...


def engine(settings: MarkdownSettings) -> Engine:
    """The engine that the settings ask for; `OutsideError` where it is not installed."""
    if settings.acronyms.explain:
        from site_gen.markup.acronyms import AcronymMarker
        from site_gen.markup.defence_acronyms import ACRONYMS

        return AcronymMarker(_plain_engine(settings), ACRONYMS | settings.acronyms.names)
    return _plain_engine(settings)


def _plain_engine(settings: MarkdownSettings) -> Engine:
    if settings.engine == "commonmark":
        from site_gen.markup.commonmark import CommonMark

        return CommonMark(settings)
    from site_gen.markup.python_markdown import PythonMarkdown

    return PythonMarkdown(settings)
