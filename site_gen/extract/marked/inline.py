"""Reads the marked words of one block."""

import re
from collections.abc import Mapping

from markdown_it.token import Token
from msgspec import Struct

from site_gen.extract.clean import clean_characters
from site_gen.extract.text import Mark, Run
from site_gen.model.seed import Cut

_MARKS = {"strong": "strong", "em": "emphasis", "s": "struck"}
_KEPT_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)", re.IGNORECASE)
_NOTE = re.compile(r"\[\^([^\]\s^]{1,60})\](?!:)")
_BLANKS = re.compile(" {2,}")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Inline(Struct, frozen=True):
    """Marked words; the pictures among them, which are shown after the block; what was cut."""

    runs: tuple[Run, ...]
    pictures: tuple[Run, ...] = ()
    cuts: tuple[Cut, ...] = ()


class InlineReader:
    """Reads the tokens of blocks. Links to places outside the web lose their address, and foreign pictures go.

    `notes` are the names that posts have for footnotes, by the names that the text has for them.
    """

    def __init__(self, pictures: frozenset[str], notes: Mapping[str, str]) -> None:
        self._known, self._notes = pictures, notes

    def read(self, token: Token, number: int) -> Inline:
        """The words of a block that begins on the line with this number."""
        runs: list[Run] = []
        pictures: list[Run] = []
        cuts: list[Cut] = []
        marks: list[Mark] = []
        links: list[bool] = []
        for child in token.children or ():
            kind = child.type
            if kind in ("text", "softbreak", "text_special"):
                runs += self._text(" " if kind == "softbreak" else child.content, tuple(dict.fromkeys(marks)))
            elif kind == "hardbreak" or (kind == "html_inline" and _BREAK.fullmatch(child.content)):
                runs.append(Run(" ", (*dict.fromkeys(marks), Mark("break"))))
            elif kind == "code_inline":
                runs.append(Run(clean_characters(child.content), (*dict.fromkeys(marks), Mark("code"))))
            elif kind == "image":
                self._picture(child, number, pictures, cuts)
            elif kind == "link_open":
                url = str(child.attrs.get("href", ""))
                links.append(_KEPT_LINK.match(url) is not None)
                if links[-1]:
                    marks.append(Mark("link", url))
                elif url:
                    cuts.append(Cut(number, url, "link address"))
            elif kind == "link_close":
                if links.pop():
                    marks.pop()
            elif kind.endswith("_open"):
                marks.append(Mark(_MARKS[kind.removesuffix("_open")]))  # type: ignore[arg-type]
            elif kind.endswith("_close"):
                marks.pop()
        return Inline(_tidied(runs), tuple(pictures), tuple(cuts))

    def _text(self, text: str, marks: tuple[Mark, ...]) -> list[Run]:
        """The runs of some words, among which may be references to footnotes."""
        if not self._notes or "[^" not in text:
            return [Run(clean_characters(text), marks)]
        runs, at = [], 0
        for found in _NOTE.finditer(text):
            if name := self._notes.get(found[1]):
                runs += [Run(clean_characters(text[at : found.start()]), marks), Run("", (Mark("note", name),))]
                at = found.end()
        return [*runs, Run(clean_characters(text[at:]), marks)]

    def _picture(self, token: Token, number: int, pictures: list[Run], cuts: list[Cut]) -> None:
        """A picture that came with the text, or the address of another in the log."""
        name = str(token.attrs.get("src", ""))
        known = next((one for one in self._known if name == one or name.replace("%20", " ") == one), "")
        if known:
            pictures.append(Run(clean_characters(token.content), (Mark("picture", known),)))
        else:
            words = " ".join(filter(None, (name, token.content, str(token.attrs.get("title", "") or ""))))
            cuts.append(Cut(number, words, "picture"))


def _tidied(runs: list[Run]) -> tuple[Run, ...]:
    """The runs with single blanks between words and none at the edges; neighbours with the same marks are one."""
    tidy: list[Run] = []
    blank = True
    for run in runs:
        text = _BLANKS.sub(" ", run.text)
        if blank and text.startswith(" "):
            text = text[1:]
            if not text:
                continue
        if text:
            blank = text.endswith(" ")
        elif not run.marks or run.marks[-1].kind != "note":
            continue
        if tidy and text and tidy[-1].text and tidy[-1].marks == run.marks and not _is_break(run):
            tidy[-1] = Run(tidy[-1].text + text, run.marks)
        else:
            tidy.append(Run(text, run.marks))
    while tidy and tidy[-1].text and not tidy[-1].text.rstrip(" "):
        tidy.pop()
    if tidy and tidy[-1].text.endswith(" "):
        tidy[-1] = Run(tidy[-1].text.rstrip(" "), tidy[-1].marks)
    return tuple(tidy)


def _is_break(run: Run) -> bool:
    return any(mark.kind == "break" for mark in run.marks)
