"""Texts that repeat what a parser may search for again and again: each is made at any size."""

from collections.abc import Callable

Pattern = Callable[[int], str]

# Repeated side by side until the text has its size.
_REPEATED = {
    "brackets": "[",
    "brackets closed": "]",
    "brackets escaped": "\\[",
    "brackets escaped and closed": "\\[\\]",
    "brackets nested": "[]",
    "link half": "[a][b",
    "link pointed": "[a](<",
    "link unclosed": "[a](b ",
    "link quoted": '[a](b "',
    "link pointed and quoted": '[a](<b> "',
    "link parentheses": "[a](((",
    "link whole": "[a](b) ",
    "link whole pointed": "[a](<b>) ",
    "reference whole": "[a][b] ",
    "reference colon": "[a]: ",
    "image half": "![a][b",
    "image unclosed": "![a](b ",
    "images": "![",
    "image whole": "![a](b) ",
    "image within link": "[![a](b",
    "footnote marks": "[^1]",
    "footnote half": "[^1",
    "contents": "[TOC]",
    "wiki links": "[[a",
    "stars": "*",
    "stars apart": "* ",
    "stars with words": "*a ",
    "stars in pairs": "**a ",
    "stars of three": "***a ",
    "stars closing": "a* ",
    "stars both": "*a* ",
    "stars mixed": "*a **b ",
    "stars ambiguous": "a*b**c",
    "underscores": "_",
    "underscores with words": "_a ",
    "underscores within words": "a_b",
    "underscores of two": "__a ",
    "emphasis mixed": "*a _b ",
    "emphasis turned": "*a_ _b* ",
    "backticks": "`",
    "backticks with words": "`a ",
    "backticks of two": "``a` ",
    "backticks escaped": "\\`",
    "backslashes": "\\",
    "tildes": "~",
    "angles": "<",
    "angles closed": ">",
    "tags": "<b>",
    "tags unclosed": "<a href='",
    "tags closed": "</b>",
    "tags with attributes": "<a b=c ",
    "comments": "<!--",
    "comments closed": "<!-- a --> ",
    "instructions": "<?",
    "declarations": "<!A ",
    "cdata": "<![CDATA[",
    "scripts": "<script>",
    "addresses pointed": "<http://a",
    "mail pointed": "<a@b",
    "addresses": "http://a.b/c ",
    "mail": "a@b.c ",
    "addresses joined": "http://a.b/",
    "entities": "&amp;",
    "entities numbered": "&#60;",
    "entities open": "&#",
    "ampersands": "&",
    "ampersands with letters": "&a",
    "braces": "{",
    "attributes": "{: .a ",
    "attributes after emphasis": "*a*{: .a ",
    "pipes": "|",
    "pipes with words": "a | ",
    "quotes": '"',
    "quotes with words": '"a ',
    "apostrophes": "'",
    "apostrophes with words": "'a ",
    "quotes mixed": "\"'a ",
    "quotes curled": "“a ",
    "commas": "a, ",
    "semicolons": "a; ",
    "stops": "a. ",
    "stops and capitals": "A. B. ",
    "initials": "A.",
    "dots": ".",
    "dashes": "-",
    "dashes apart": "- - ",
    "dashes long": "a — ",
    "hyphens": "a-",
    "equals": "=",
    "pluses": "+ ",
    "colons": "a: ",
    "signs of questions": "a? ",
    "parentheses": "(",
    "parentheses with words": "(a ",
    "parentheses closed": "(a) ",
    "slashes": "/",
    "slashes with words": "a/b ",
    "percents": "1% ",
    "digits": "1",
    "numbers": "1,000 ",
    "amounts": "$1.5 million ",
    "dates": "5 January 2026 ",
    "dates of digits": "01/02/03 ",
    "times": "10:30 ",
    "datelines": "KYIV (Reuters) - ",
    "datelines of places": "KYIV, Ukraine, Jan. 5 (AP) — ",
    "words": "word ",
    "capitals": "NATO ",
    "names": "John Smith ",
    "names linked": "Ministry of Defence of ",
    "said": "he said that ",
    "that": "that ",
    "and": "Army and Navy and ",
    "of the": "of the ",
    "apart": "a  ",
    "letters": "a",
    "letters in capitals": "A",
    "letters with marks": "e\u0301",
    "marks alone": "\u0301",
    "letters of Hebrew": "\u05d0",
    "emoji joined": "\U0001f469\u200d",
    "spaces": " ",
    "spaces hard": "\u00a0",
    "spaces and a letter": " " * 199 + "a",
    "spaces of zero width": "\u200b",
    "hyphens soft": "\u00ad",
    "tabs": "\t",
    "turned": "\u202e",
    "byte marks": "\ufeff",
    "mojibake": "â€™",
    "copyright": "© 2026 ",
    "hashtags": "#NATO ",
    "handles": "@navy ",
    "breaks of HTML": "<br>",
    "paragraphs of HTML": "<p>",
    "divisions of HTML": "<div>",
    "divisions in Markdown": '<div markdown="1">',
    "cells of HTML": "<table><tr><td>",
    "links of HTML": '<a href="b">',
}
# Repeated line after line.
_LINES = {
    "headings": "# a",
    "headings of many levels": "###### a",
    "headings closed": "# a #",
    "headings empty": "#",
    "headings underlined": "a\n===",
    "headings apart": "# a\n",
    "quotations": "> a",
    "quotations open": ">",
    "quotations after text": "a\n> b\n",
    "items": "- a",
    "items numbered": "1. a",
    "items apart": "- a\n",
    "items numbered apart": "1. a\n",
    "items empty": "-",
    "items empty and numbered": "1.",
    "items of letters": "a) b",
    "items in quotations": "> - a",
    "code indented": "    a",
    "code apart": "    a\n",
    "fences": "```",
    "fences of tildes": "~~~",
    "fences with names": "```a",
    "fences whole": "```\na\n```",
    "fences with attributes": "``` {.a",
    "fences lighted": '``` hl_lines="',
    "rules": "---",
    "rules of stars": "* * *",
    "rules after text": "a\n\n---\n",
    "abbreviations": "*[A]: b",
    "abbreviations open": "*[A",
    "definitions of links": "[a]: b",
    "definitions over lines": "[a]:\nb",
    "definitions open": "[a",
    "footnotes": "[^1]: a",
    "footnotes open": "[^1",
    "footnotes apart": "[^1]: a\n",
    "terms": "a\n: b",
    "terms apart": "a\n\n: b\n",
    "rows": "| a | b |",
    "rows without bars": "a | b",
    "rows of rules": "|---|---|",
    "front matter": "---\ntitle: a",
    "keys": "Title: a",
    "keys of mail": "From: a@b.c",
    "labels": "Source: Reuters",
    "bylines": "By John Smith",
    "places": "KYIV, Jan. 5 -",
    "breaks": "a  ",
    "breaks of backslashes": "a\\",
    "comments of lines": "<!--",
    "tags of lines": "<div>",
    "tags within lines": "<div>a",
    "calls": "Read more: a",
    "copyrights": "(c) 2026 Reuters. All rights reserved.",
    "short lines": "a",
    "short lines of capitals": "NATO",
    "empty lines": "",
    "lines of spaces": "   ",
    "lines hyphenated": "counter-",
    "questions and answers": "Q: a?\nA: b",
    "digests": "* a: b",
    "forms feeds": "a\x0c",
    "returns": "a\r",
    "sections": "SECTION A",
    "dates of lines": "5 January 2026",
    "addresses of lines": "https://a.b/c",
    "contacts": "Contact: John Smith, a@b.c, +1 555 0100",
}


def _repeated(unit: str) -> Pattern:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _deep(unit: str) -> Pattern:
    """Lines that are nested deeper and deeper."""

    def made(size: int) -> str:
        depth = max(1, int((2 * size / len(unit)) ** 0.5))
        return "\n".join(unit * number + "a" for number in range(1, depth))[:size]

    return made


def _indented(mark: str) -> Pattern:
    def made(size: int) -> str:
        depth = max(1, int((size / 2) ** 0.5))
        return "\n".join("    " * number + mark + " a" for number in range(depth))[:size]

    return made


def _numbered(form: str) -> Pattern:
    """Lines that each name something of their own."""
    return lambda size: "\n".join(form.format(n=number) for number in range(size // (len(form) + 2)))[:size]


def _between(before: str, unit: str, after: str) -> Pattern:
    return lambda size: before + (unit * (size // len(unit) + 1))[: max(0, size - len(before + after))] + after


def _runs(sign: str) -> Pattern:
    """Runs of a sign, each of another length."""
    return lambda size: " ".join(sign * number for number in range(1, int((2 * size) ** 0.5)))[:size]


_OTHERS: dict[str, Pattern] = {
    "quotations nested": _deep("> "),
    "quotations nested at once": _between("", ">", " a"),
    "items nested": _indented("-"),
    "items nested and numbered": _indented("1."),
    "items nested at once": _between("", "- ", "a"),
    "runs of backticks": _runs("`"),
    "runs of stars": _runs("*"),
    "runs of hashes": _runs("#"),
    "runs of spaces": lambda size: "a".join(" " * number for number in range(1, int((2 * size) ** 0.5)))[:size],
    "abbreviations of many": _numbered("*[A{n}]: b"),
    "abbreviations used": lambda size: _numbered("*[A{n}]: b")(size // 2) + "\n\n" + ("A1 " * size)[: size // 2],
    "definitions of many": _numbered("[a{n}]: b"),
    "definitions used": lambda size: (
        _numbered("[a{n}]: b")(size // 2) + "\n\n" + _numbered("[a][a{n}]")(size // 2).replace("\n", " ")
    ),
    "footnotes of many": _numbered("[^{n}]: a"),
    "footnotes used": lambda size: (
        _numbered("a[^{n}]")(size // 2).replace("\n", " ") + "\n\n" + _numbered("[^{n}]: a")(size // 2)
    ),
    "footnotes used again": lambda size: ("a[^1] " * size)[: size - 12] + "\n\n[^1]: a",
    "brackets nested deep": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "brackets nested deep and empty": lambda size: "[" * (size // 4) + "][]" * (size // 4),
    "definition long and used": lambda size: f"[a]: /{'b' * (size // 2)}\n\n" + ("[a] " * size)[: size // 2],
    "abbreviation long and used": lambda size: f"*[A]: {'b' * (size // 2)}\n\n" + ("A " * size)[: size // 2],
    "headings of one name": lambda size: "\n\n".join(["## a"] * (size // 6)),
    "headings of numbers": lambda size: "\n\n".join(["## 1"] * (size // 6)),
    "headings of many names": lambda size: "\n\n".join(f"## a{number}" for number in range(size // 10)),
    "table wide": lambda size: "\n".join([("a|" * size)[: size // 3], ("-|" * size)[: size // 3], "a|b"]),
    "table wide and long": lambda size: "\n".join(
        [("a|" * size)[: size // 3], ("-|" * size)[: size // 3], ("a\n" * size)[: size // 3]]
    ),
    "table wide and long with bars": lambda size: "\n".join(
        [
            *(("|" + unit * size)[: size // 9 * 3] + "|" for unit in ("a |", "-- |")),
            ("|a|\n" * size)[: size // 3].strip(),
        ]
    ),
    "table long": lambda size: "| a | b |\n|---|---|\n" + ("| a | b |\n" * size)[: size - 20],
    "table of code": lambda size: "a|b\n-|-\n" + ("`a|` " * size)[: size - 8],
    "table of backticks": lambda size: "a|b\n-|-\n" + ("`|" * size)[: size - 8],
    "link of many words": _between("[", "a ", "](b)"),
    "link of long address": _between("[a](", "b", ")"),
    "link of parentheses": _between("[a](", "(b)", ")"),
    "emphasis of many words": _between("*", "a ", "a*"),
    "emphasis nested": lambda size: "*a " * (size // 6) + "a* " * (size // 6),
    "emphasis of both nested": lambda size: "*a _b " * (size // 12) + "a_ b* " * (size // 12),
    "links nested": lambda size: "[" * (size // 5) + "a" + "](b)" * (size // 5),
    "images nested": lambda size: "![" * (size // 6) + "a" + "](b)" * (size // 6),
    "tags nested": lambda size: "<div>" * (size // 11) + "a" + "</div>" * (size // 11),
    "tags nested in Markdown": lambda size: '<div markdown="1">\n' * (size // 26) + "a" + "\n</div>" * (size // 26),
    "tag of many attributes": _between("<a ", "b='c' ", ">d</a>"),
    "code of many words": _between("`", "a ", "`"),
    "quotes nested": lambda size: '"a ' * (size // 6) + 'a" ' * (size // 6),
    "one sentence": _between("The navy said ", "that the ship, which sailed, ", "sank."),
    "title of many words": lambda size: (
        _between("Title: ", "Navy ", "")(size // 2) + "\n\n" + ("The navy sails. " * size)[: size // 2]
    ),
    "JSON nested": lambda size: '{"a":' * (size // 5),
    "lists of JSON": _repeated("["),
    "words without end": lambda size: "\n\n".join(["counterintelligence" * 100] * (size // 1902)),
}

PATTERNS: dict[str, Pattern] = {
    **{name: _repeated(unit) for name, unit in _REPEATED.items()},
    **{name: _repeated(unit + "\n") for name, unit in _LINES.items()},
    **_OTHERS,
}
