"""A tokenizer and minifier of stylesheets by the rules of CSS.

Only comments, white space and last semicolons are removed: shortening a value or a query could drop support for some
browsers that the theme wants.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

Token = tuple[str, str, int]  # kind, text, offset; a plain tuple, because a stylesheet has thousands
_TOKEN = re.compile(  # the most frequent first
    r"""
      (?P<space>\s+)
    | (?P<url>[uU][rR][lL]\(\s*(?:[^\s"'()\\]|\\.)+\s*\))
    | (?P<bad_url>[uU][rR][lL]\((?!\s*["')])(?:[^)\\]|\\.)*\))
    | (?P<word>(?:[^\s{}()\[\];:,"'/@!>\\]+|\\.)+)
    | (?P<mark>[{}()\[\];:,!>])
    | (?P<comment>/\*.*?\*/)
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<at>@(?:[-\w]|\\.)+)
    | (?P<unclosed>/\*|["'])
    | (?P<odd>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\n|(.))", re.DOTALL)
_FREE_AFTER = frozenset("{};,([>!:")  # marks after which white space has no meaning
_FREE_BEFORE = frozenset("{};,)]>!")
_OPENING = frozenset("([{")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def tokens(text: str) -> list[Token]:
    """The tokens of a stylesheet; together their texts are the stylesheet."""
    return list(_tokens(text))


@lru_cache(maxsize=64)
def _tokens(text: str) -> tuple[Token, ...]:
    """The same, kept: a part is imported by several stylesheets."""
    return tuple([(match.lastgroup or "", match.group(), match.start()) for match in _TOKEN.finditer(text)])


def unbalanced(found: Iterable[Token]) -> tuple[Token, str] | None:
    """The first token that is never closed or closes nothing, and which of the two."""
    waiting: list[Token] = []
    for token in found:
        kind, text, _ = token
        if kind == "unclosed":
            return token, "is never closed"
        if kind != "mark":
            continue
        if text in _OPENING:
            waiting.append(token)
        elif text in _PAIRS and (not waiting or waiting.pop()[1] != _PAIRS[text]):
            return token, "closes nothing"
    return (waiting[-1], "is never closed") if waiting else None


def text_of(token: Token) -> str:
    """The value of a string or an unquoted `url(...)`, with its escapes resolved."""
    inner = token[1][1:-1] if token[0] == "string" else token[1][4:-1].strip()
    return _ESCAPE.sub(lambda match: _character(match[1]) if match[1] else match[2] or "", inner)


def _character(code: str) -> str:
    number = int(code, 16)
    return "\ufffd" if number == 0 or number > 0x10FFFF or 0xD800 <= number < 0xE000 else chr(number)


def minified(found: Iterable[Token]) -> str:
    """The tokens as minified text; a comment that begins with `!`, a licence, stays where a rule could be."""
    out: list[str] = []
    last = "}"  # the last mark written, "" for anything else
    spaced = parted = False
    for kind, text, _ in found:
        if kind == "space":
            spaced = True
            continue
        if kind == "comment":
            if text.startswith("/*!") and last and last in "{};":
                out.append(text)
            else:
                parted = True
            continue
        mark = text if kind == "mark" else ""
        if mark == "}" and out and out[-1] == ";":
            out.pop()
        elif (spaced or parted) and not _is_free(last, mark):
            out.append(" " if spaced else "/**/")
        out.append(text)
        last = mark
        spaced = parted = False
    return "".join(out)


def _is_free(last: str, mark: str) -> bool:
    """Whether two tokens mean the same with nothing between them."""
    if last == ":" and mark and mark in ";}":
        return False  # the value of `--x: ;` is empty; some browsers require the space
    return last in _FREE_AFTER or mark in _FREE_BEFORE
