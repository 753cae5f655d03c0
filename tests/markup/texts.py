"""Markdown texts to try engines on: assembled from pieces, and real ones."""

from hypothesis import strategies as st

from tests.support import ROOT

WORDS = [
    "The",
    "frigate",
    "sailed",
    "at",
    "dawn,",
    "2026",
    "12",
    "(again)",
    '"quoted"',
    "it's",
    "Émile",
    "日本",
    "wait...",
    "A",
    "e.g.",
]
SIGNS = [
    "*a*",
    "**b**",
    "`c`",
    "[d](/e/)",
    "[f](https://x.org/?a=1#b)",
    "![g](h.png)",
    "<b>",
    "&amp;",
    "&",
    "<",
    "\\*",
    "_i_",
    "snake_case",
]
SIGNS += [
    "[j][k]",
    "[^1]",
    "HTML",
    "**",
    "*",
    "`",
    "{: .x }",
    "http://x.org",
    "<http://x.org>",
    "|",
    "~",
    "a*b*c",
    "__k__",
    "[",
    "](",
    "![]()",
    "~~s~~",
    "~~",
    "https://x.org/a_b?c=1&d",
    "(https://x.org/)",
    "www.x.org",
    "a@x.org",
    "[s](/a b/)",
    "[t](tel:+1)",
    "C#",
]
STARTS = [
    "",
    "",
    "",
    "",
    "# ",
    "## ",
    "###",
    "> ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "    ",
    "\t",
    "=== ",
    "--- ",
    ": ",
    "[^1]: ",
    "[k]: ",
    "*[HTML]: ",
    " ",
    "  - ",
    "   - ",
    "      * ",
    "  ",
    "- [x] ",
    "> - ",
    ">   - ",
    "#",
    "2. ",
]
LINE = st.tuples(
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(WORDS + SIGNS), max_size=6).map(" ".join),
    st.sampled_from(["", "", "", " ", "  "]),
)
PROSE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
RICH = st.lists(st.sampled_from(WORDS + SIGNS[:5]), min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    PROSE,
    RICH,
    st.lists(PROSE, min_size=2, max_size=3).map("\n".join),
    st.lists(LINE.map("".join), min_size=1, max_size=3).map("\n".join),
    st.sampled_from(
        ["", "---", "```\ncode *x*\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "<div>\nraw\n</div>", "Heading\n---"]
    ),
)
TABLE = st.lists(st.tuples(PROSE, RICH), min_size=1, max_size=3).map(
    lambda rows: "\n".join(["| a | b |", "|:--|--:|", *(f"| {a} | {b} |" for a, b in rows)])
)
SPANS = [*SIGNS[:5], "_i_", "__k k__", "snake_case", "<https://x.org/a_b>", "![g](h.png)", "[l *m*](../n)"]
SPANS += [
    "[`c`](#d)",
    "[x][r]",
    "[^1]",
    "[sic]",
    "&mdash;",
    "& so",
    "2 > 1",
    '[t](u "v")',
    "a  \nb",
    "< b",
    "\\*",
    "\\$",
    "E&I",
    "{{ x }}",
    "(",
    ")",
    "https://x.org/a,",
    "http://x.org/?b=c.",
    "(https://x.org)",
    "https://x.org/a_b",
    "https://x_y.org",
    "www.x.org",
    "a@x.org",
    "@navy",
    "~~s~~",
    "~5",
    "\\~",
    "[t](sms:1)",
]
PHRASE = st.lists(st.sampled_from([*WORDS, *SPANS]), min_size=1, max_size=6).map(" ".join)
GLUED = st.lists(st.sampled_from(["a", " ", "\n", ".", *SPANS]), min_size=1, max_size=7).map("".join)
WORDED = st.one_of(PHRASE, PHRASE, GLUED)
MARKS = st.sampled_from(["- ", "* ", "-   ", "1. ", "7. "])
LIST = st.tuples(MARKS, st.lists(WORDED, min_size=1, max_size=3)).map(
    lambda made: "\n".join(made[0] + item for item in made[1])
)
FENCE = st.tuples(
    st.sampled_from(["```", "~~~", "```python", "``` x"]), st.text(alphabet="a<&\"' \n`", max_size=12)
).map(lambda made: f"{made[0]}\n{made[1]}\n{made[0][:3]}")
KINDS = [WORDED, LIST, TABLE, FENCE, WORDED.map("# {}".format), WORDED.map("## {}".format)]
KINDS += [st.lists(st.one_of(WORDED, LIST), min_size=1, max_size=2).map(lambda inner: "> " + "\n>\n> ".join(inner))]
ODD = ["---", "    code", "Heading\n---", "<div>\nraw", "</div>", "Term\n: what", ": what", "- a\n    - b", "  ", ""]
ODD += ["    - c", "***a***", "[^1]: A *note*.", "[r]: /s", "# A {: #a }", "> a\n> # b", "a\n> b", "```", "*[HTML]: x"]
ODD += ["Title *t*\n===", "# Same\n- a", "## Same", "Same\n---\nProse", "   - a", "a:\n- b\n- c", "\\# a", "[t]: /u"]
ODD += [
    "a:\n- b\n  - c",
    "- a\n\n  b",
    "- a\n\n      b",
    "> a:\n> - b\n>   - c",
    "1) a\n2) b",
    "- a\n1. b",
    "#a b",
    "## C#",
]
ODD += [
    "- [x] a\n- [ ] b",
    "  - a\n  - b",
    "1. a\n   - b\n\n   c",
    "- it was\n  1990. b",
    "   - a\n    - b",
    "## a ##\nb",
]
PLAIN = st.tuples(
    st.lists(st.one_of(*KINDS, *KINDS, st.sampled_from(ODD)), min_size=1, max_size=6),
    st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n"]),
    st.sampled_from(["", "", "\n\n[^1]: A note.", "\n\n[r]: /s", "\n\n[r]: https://x.org/\n[s]: t\n\n[^1]: Note."]),
).map(lambda made: made[1].join(made[0]) + made[2])
TEXTS = st.lists(BLOCK, max_size=5).map("\n\n".join)
REAL = [
    path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    for path in sorted((ROOT / "content" / "posts").glob("*.md"))
]
REAL += [path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "seeds").glob("*.txt"))]
REAL += [
    path.read_bytes().decode("utf-8", "replace")[:3000]  # one repeats a bracket, on which the library takes seconds
    for path in sorted((ROOT / "tests/extract/hostile").glob("*.seed"))
]


def _damaged(made: tuple[str, list[tuple[str, int, int, str]]]) -> str:
    """A text with lines and characters removed, moved or inserted."""
    text, changes = made
    for kind, one, other, sign in changes:
        lines = text.split("\n")
        one, other = one % len(lines), other % len(lines)
        if kind == "drop":
            del lines[one]
        elif kind == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif kind == "line":
            lines.insert(one, sign)
        else:
            at = other * 7 % (len(lines[one]) + 1)
            lines[one] = lines[one][:at] + (sign if kind == "sign" else "") + lines[one][at + (kind == "cut") :]
        text = "\n".join(lines)
    return text


CHANGE = st.tuples(
    st.sampled_from(["drop", "swap", "line", "sign", "cut"]),
    st.integers(0, 200),
    st.integers(0, 200),
    st.sampled_from(
        [*"*_`[]()<>#-+.:|&!\\{} \t", "", "- ", "1. ", "> ", "    ", "```", "---", "**", "  ", "[^1]", "|-|-|"]
    ),
)
MUTATED = st.tuples(
    st.one_of(st.sampled_from([text[:1500] for text in REAL]), PLAIN), st.lists(CHANGE, min_size=1, max_size=4)
).map(_damaged)
