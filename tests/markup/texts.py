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
TEXTS = st.lists(BLOCK, max_size=5).map("\n\n".join)
REAL = [
    path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    for path in sorted((ROOT / "content" / "posts").glob("*.md"))
]
REAL += [path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "seeds").glob("*.txt"))]
REAL += [
    path.read_bytes().decode("utf-8", "replace") for path in sorted((ROOT / "tests/ingesting/hostile").glob("*.seed"))
]
