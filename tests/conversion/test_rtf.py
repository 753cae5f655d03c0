"""What Rich Text is made of, one thing at a time."""

from datetime import UTC

import pytest

from site_gen.conversion import convert
from site_gen.model.seed import Converted


def converted(body: str | bytes) -> Converted:
    data = body.encode("latin-1") if isinstance(body, str) else body
    found = convert(".rtf", "seeds/a.rtf", b"{\\rtf1\\ansi\\ansicpg1252 " + data + b"}", UTC)
    assert found.problems == ()
    assert found.value is not None
    (only,) = found.value
    assert "canary" not in repr(only).lower()
    return only


CASES = {
    "paragraphs": ("One.\\par Two\\line three.\\par", "One.\n\nTwo three."),
    "bytes of the code page": ("Z\\'fcrich\\'92s", "Zürich’s"),
    "bytes of a font's code page": (
        "{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 canary;}}{\\f1 \\'d0\\'ee\\'f1\\'f1\\'e8\\'ff}",
        "Россия",
    ),
    "bytes of two that are one letter": ("{\\fonttbl{\\f1\\fcharset128 A;}}{\\f1 \\'93\\'fa\\'96\\'7b}", "日本"),
    "unicode with what to skip": ("Z\\u252\\'fcrich \\uc0\\u8211 x\\uc2\\u8212\\'20\\'20y", "Zürich –x—y"),
    "a letter of two": ("\\u-10179?\\u-8704?", "😀"),
    "signs": ("a\\~b\\-c\\_d \\{e\\} \\emdash \\lquote f\\rquote", "a bc‑d {e} —‘f’"),
    "deleted and inserted": ("One{\\deleted\\revauthdel1 canary}{\\revised  two}.", "One two."),
    "a deletion that is switched off again": ("One\\deleted canary\\deleted0  two.", "One two."),
    "hidden": ("One{\\v canary}.", "One."),
    "plain ends hidden": ("One\\v canary\\plain  two.", "One two."),
    "properties and annotations": (
        "{\\info{\\author canary}{\\title canary}}One{\\*\\atnid canary}{\\*\\annotation canary}.",
        "One.",
    ),
    "headers and footers": ("{\\header canary}{\\footerf canary}One.", "One."),
    "groups that nobody knows": ("{\\*\\unknown canary}One.", "One."),
    "a link": ('{\\field{\\*\\fldinst HYPERLINK "https://canary.example"}{\\fldrslt here}}.', "here."),
    "a list": ("{\\listtext\\pard \\bullet\\tab}a\\par{\\listtext\\bullet\\tab}b\\par", "- a\n- b"),
    "a numbered list": ("{\\listtext 1.\\tab}a\\par{\\listtext 2.\\tab}b\\par", "1. a\n2. b"),
    "a table": (
        "\\trowd\\intbl a\\cell b\\cell\\row\\trowd\\intbl c\\cell d\\cell\\row\\pard e",
        "| a | b |\n| --- | --- |\n| c | d |\n\ne",
    ),
    "headings": ("One.\\par\\pard\\outlinelevel0 A\\par\\pard\\outlinelevel1 B\\par", "One.\n\n## A\n\n### B"),
    "a note": ("One{\\super\\chftn{\\footnote\\pard A note.}}.", "One¹.\n\n¹ A note."),
    "bytes that are no letters": ("One{\\*\\blob\\bin6 }{}}{}}.", "One."),
    "braces that do not match": ("One.}}} two", "One. two"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_read_as_its_readers_see_it(name: str) -> None:
    body, text = CASES[name]
    assert converted(body).text.replace("\\{", "{") == text


def test_title_and_subtitle_are_by_style() -> None:
    found = converted(
        "{\\stylesheet{\\s0 Normal;}{\\s1 Title;}{\\s2\\sbasedon0 Subtitle;}}"
        "\\pard\\s1 The title\\par\\pard\\s2 The deck\\par\\pard\\s0 One.\\par"
    )
    assert (found.given.title, found.given.summary, found.text) == ("The title", "The deck", "One.")


def test_a_picture_comes_along() -> None:
    found = converted("One.{\\*\\shppict{\\pict\\pngblip\n89504e47\n0d0a}}{\\nonshppict{\\pict\\wmetafile8 00}}")
    assert [(one.name, one.data) for one in found.pictures] == [("picture-1.png", b"\x89PNG\r\n")]


def test_what_is_no_rtf_or_empty_or_too_deep_is_a_problem() -> None:
    def problem(data: bytes) -> str:
        (found,) = convert(".rtf", "a.rtf", data, UTC).problems
        return found.what

    assert problem(b"Plain text.") == "This file is no RTF document."
    assert problem(b"{\\rtf1 {\\v canary}}") == "This document has no text."
    assert problem(b"{\\rtf1 " + b"{" * 5000) == "The structure of this document is too deep."
