"""A theme's published stylesheets: imports inlined, addresses of the theme's files replaced, minified."""

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

from site_gen.model.problem import Problem
from site_gen.model.theme import Stylesheet
from site_gen.text.did_you_mean import did_you_mean
from site_gen.theming.css import Token, minified, text_of, tokens, unbalanced
from site_gen.theming.theme import Theme, fingerprinted, is_part

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\?|$")
_MAY_HOLD_ADDRESS = re.compile(r"url\(|image-set\(|@import|\\", re.IGNORECASE)
_SAID_NOTHING = ("space", "comment")
_NOT_A_RULE = ("@layer", "@import", "@charset")
_SEMICOLON: Token = ("mark", ";", 0)


def bundled(theme: Theme) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The published stylesheets by path, without those that are parts of others; and all problems with them."""
    styles: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, sheet in theme.sheets.items():
        if not is_part(path):
            bundle = _Bundle(theme, path)
            text = minified(bundle.inlined(sheet, ()))
            styles[path] = ("" if text.isascii() else '@charset "utf-8";').encode() + text.encode()
            problems += bundle.problems
    return styles, tuple(dict.fromkeys(problems))


class _Bundle:
    """One published stylesheet with everything that it imports."""

    def __init__(self, theme: Theme, entry: str) -> None:
        self.theme, self.folder = theme, posixpath.dirname(entry)
        self.problems: list[Problem] = []
        self.has_rules = False

    def inlined(self, sheet: Stylesheet, trail: tuple[str, ...]) -> list[Token]:
        """The tokens of a stylesheet, with imports replaced by the tokens of the imported stylesheets."""
        found = tokens(sheet.text)
        if fault := unbalanced(found):
            what = f"This '{fault[0][1]}' {fault[1]}."
            self._problem_at(sheet, fault[0], what, "Fix the stylesheet.")
            return []
        out: list[Token] = []
        at = _imports_end(found)
        for statement in _statements(found[:at]):
            out += self._head(sheet, statement, (*trail, sheet.path))
        if any(kind not in _SAID_NOTHING for kind, _, _ in found[at:]):
            self.has_rules = True
        rules = found[at:]
        return out + (self._addressed(sheet, rules) if _MAY_HOLD_ADDRESS.search(sheet.text) else rules)

    def _head(self, sheet: Stylesheet, statement: list[Token], trail: tuple[str, ...]) -> list[Token]:
        """The replacement of one of the statements at the beginning of a stylesheet."""
        first = next((token for token in statement if token[0] == "at"), None)
        if first is None or first[1].lower() == "@layer":
            return statement
        if first[1].lower() == "@charset":
            return []
        address, conditions = _import(statement[statement.index(first) + 1 :])
        if address is None:
            self._problem_at(sheet, first, "This @import names no stylesheet.", 'Write @import "name.css";')
            return []
        reference = text_of(address)
        if _ELSEWHERE.match(reference):
            if self.has_rules:
                what = "An @import from elsewhere after other rules is ignored by browsers."
                self._problem_at(sheet, first, what, "Write it first in the stylesheet that is published.")
            return statement
        return self._imported(sheet, address, _joined(sheet.path, reference), conditions, trail)

    def _imported(
        self, sheet: Stylesheet, address: Token, path: str, conditions: list[Token], trail: tuple[str, ...]
    ) -> list[Token]:
        if path not in self.theme.sheets:
            hint = _suggestion(path, self.theme.sheets)
            self._problem_at(sheet, address, f"The theme has no stylesheet '{path}'.", hint)
            return []
        if path in trail:
            self._problem_at(sheet, address, f"The stylesheet '{path}' imports itself.", "Remove one of the imports.")
            return []
        opened = _wrappers(conditions)
        self.has_rules = self.has_rules or bool(opened)
        inner = self.inlined(self.theme.sheets[path], trail)
        last = next((text for kind, text, _ in reversed(inner) if kind not in _SAID_NOTHING), ";")
        closed = [] if last in ";}" else [_SEMICOLON]
        return [*opened, *inner, *closed, *[("mark", "}", 0) for token in opened if token[1] == "{"]]

    def _addressed(self, sheet: Stylesheet, found: list[Token]) -> list[Token]:
        """The tokens, with the published addresses of the theme's own files."""
        out: list[Token] = []
        around: list[str] = []  # the function of each open bracket
        word = ""
        for token in found:
            kind, text, _ = token
            if kind == "url" or (kind == "string" and around and around[-1] in ("url", "image-set")):
                token = self._published(sheet, token, around[-1] if kind == "string" else "")
            elif kind == "mark" and text == "(":
                around.append(word.lower().removeprefix("-webkit-"))
            elif kind == "mark" and text == ")" and around:
                around.pop()
            elif kind == "at" and text.lower() == "@import":
                what = "An @import after other rules is ignored by browsers."
                self._problem_at(sheet, token, what, "Write it above them.")
            elif kind == "bad_url":
                self._problem_at(
                    sheet, token, "This address contains a space, a quote or a bracket.", "Put it in quotes."
                )
            word = text if kind == "word" else ""
            out.append(token)
        return out

    def _published(self, sheet: Stylesheet, token: Token, within: str) -> Token:
        """An address relative to the published stylesheet; an external one stays unchanged."""
        reference = text_of(token)
        if _ELSEWHERE.match(reference):
            return token
        path, rest = re.fullmatch(r"([^?#]*)(.*)", reference, re.DOTALL).groups()  # type: ignore[union-attr]
        target = _joined(sheet.path, unquote(path))
        file = self.theme.static.get(target)
        if file is None:
            self._problem_at(
                sheet, token, f"The theme has no static file '{target}'.", _suggestion(target, self.theme.static)
            )
            return token
        published = posixpath.relpath(fingerprinted(file.path, file.digest), posixpath.join("assets", self.folder))
        address = quote(published) + quote(rest, safe="?#/=&%:,;@+~")
        return ("string", f'"{address}"', token[2]) if within else ("url", f"url({address})", token[2])

    def _problem_at(self, sheet: Stylesheet, token: Token, what: str, hint: str) -> None:
        line = sheet.text.count("\n", 0, token[2])
        column = token[2] - sheet.text.rfind("\n", 0, token[2])
        excerpt = sheet.text.split("\n")[line].rstrip()
        self.problems.append(Problem(sheet.shown, line + 1, column, what, hint, excerpt))


def _imports_end(found: list[Token]) -> int:
    """The index where the rules begin, after the statements that may precede an import."""
    end, opened = 0, ""
    for number, (kind, text, _) in enumerate(found):
        if opened:
            if (kind, text) == ("mark", "{"):
                return end
            if (kind, text) == ("mark", ";"):
                end, opened = number + 1, ""
        elif kind == "at" and text.lower() in _NOT_A_RULE:
            opened = text.lower()
        elif kind not in _SAID_NOTHING:
            return end
    return len(found)


def _statements(found: Iterable[Token]) -> list[list[Token]]:
    """The tokens, split after each semicolon."""
    statements: list[list[Token]] = [[]]
    for token in found:
        statements[-1].append(token)
        if token[:2] == ("mark", ";"):
            statements.append([])
    return statements


def _import(found: list[Token]) -> tuple[Token | None, list[Token]]:
    """The address of an import, and its conditions."""
    parts = [token for token in found if token[0] != "comment" and token[:2] != ("mark", ";")]
    while parts and parts[0][0] == "space":
        parts.pop(0)
    if parts and parts[0][0] in ("string", "url"):
        return parts[0], parts[1:]
    words = [token for token in parts if token[0] != "space"]
    if len(words) > 3 and words[0][1].lower() == "url" and words[1][1] == "(" and words[2][0] == "string":
        return words[2], parts[parts.index(words[3]) + 1 :]
    return None, []


def _wrappers(conditions: list[Token]) -> list[Token]:
    """The rules that must wrap what is imported under conditions: media, then supports, then layer."""
    layer, rest = _condition("layer", conditions)
    supports, media = _condition("supports", rest)
    rules = (("@media", media), ("@supports", supports[1:]), ("@layer", layer[2:-1] if len(layer) > 1 else layer[1:]))
    opened: list[Token] = []
    for (name, condition), wanted in zip(rules, (media, supports, layer), strict=True):
        if wanted:
            opened += [("at", name, 0), ("space", " ", 0), *condition, ("mark", "{", 0)]
    return opened


def _condition(name: str, found: list[Token]) -> tuple[list[Token], list[Token]]:
    """The condition of that name with its brackets, if it comes next; and the remaining tokens."""
    while found and found[0][0] == "space":
        found = found[1:]
    if not found or found[0][1].lower() != name:
        return [], found
    depth = 0
    for number, (kind, text, _) in enumerate(found[1:], 1):
        depth += {"(": 1, ")": -1}.get(text, 0) if kind == "mark" else 0
        if not depth:
            return (found[: number + 1], found[number + 1 :]) if text == ")" else (found[:1], found[1:])
    return found, []


def _joined(sheet: str, reference: str) -> str:
    """A path below static/ from an address in a stylesheet there."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet), reference))


def _suggestion(name: str, names: Iterable[str]) -> str:
    names = sorted(names)
    return did_you_mean(name, names, f"Known: {', '.join(names) or 'none'}.")
