"""Flags texts that are hardly an article: logs, lists of values, source code, spaced letters, endless lines."""

import re
from collections import Counter

from site_gen.extract.manuscript import Manuscript
from site_gen.model.seed import Doubt

_LOG = re.compile(
    r"^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\[?\d\d:\d\d:\d\d(?:[.,]\d{3})?\]?\s"
    r"|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d\s|\S+\s\S+\s\S+\s\[\d\d/[A-Z][a-z]{2}/\d{4}:)"
)
_CODE_END = re.compile(
    r"[;{}]$|^\s*(?:#include\b|def \w+\(|class \w+[(:]|import [\w.]+$|from \w[\w.]* import |//|/\*|\*/)"
)
_CODE_RUN = re.compile(r"(?:\b(?:var|let|const|function|return|if)\b[^\n]{0,40}[;{(=]|[\w.#-]+\{[\w-]+:)")
_SEPARATORS = {",": re.compile(r",(?!\s|\d{3}\b)"), ";": re.compile(r";(?!\s)")}  # "1,000" is one value
_LEAST_LINES = 5
_MOST = 0.7
_LONGEST_LINE = 20_000
# Three single letters in a row that are no words; a capital separated from its word.
_SPACED = re.compile(r"(?<![^\s(\"“])(?:[^\W\d_] ){3,}[^\W\d_](?![^\s,.;:!?)\"”])")
_STRAY_CAPITAL = re.compile(r"(?<![^\s(\"“'‘])[B-HJ-Z] [a-z]{1,12}\b")
_SINGLE_LETTER = re.compile(r"\s[^\W\dAIaio_](?=\s)")  # a quick check for single letters
_LABELLED = frozenset(
    """
    and or of was is in to the for has had would will on at as with by from that which may
    """.split()  # noqa: SIM905 - a list of words is read more easily
)
_LEAST_STRAY = 3
_WORDS_A_STRAY = 60


def flag_no_prose(manuscript: Manuscript) -> Manuscript:
    """Flag a text that is no prose with a doubt; it stays as it is."""
    texts = [line.text for line in manuscript.lines if line.text]
    why = _other_content(texts) or _spaced_letters(texts)
    return manuscript.with_doubt(Doubt("text", why)) if why else manuscript


def flag_other_content(manuscript: Manuscript) -> Manuscript:
    """As `flag_no_prose`, but for letters that stand apart, which are words in some languages."""
    why = _other_content([line.text for line in manuscript.lines if line.text])
    return manuscript.with_doubt(Doubt("text", why)) if why else manuscript


def _other_content(texts: list[str]) -> str:
    longest = max(map(len, texts), default=0)
    if longest > _LONGEST_LINE:
        return f"one line has {longest:,} characters; its paragraphs seem to be lost."
    joined = "".join(texts)
    if "{" in joined and joined.count("{") >= 3 and joined.count(";") >= 6 and len(_CODE_RUN.findall(joined)) >= 3:
        return "this looks like source code, not prose."
    if len(texts) < _LEAST_LINES:
        return ""
    if _share(texts, _LOG) >= _MOST:
        return "this looks like a log file, not prose."
    if _share(texts, _CODE_END) >= _MOST:
        return "this looks like source code, not prose."
    if _is_separated(texts):
        return "this looks like a list of values (CSV), not prose."
    return ""


def _share(texts: list[str], pattern: re.Pattern[str]) -> float:
    """The part of the lines that have the pattern; 0 where none of the first lines has it, for speed."""
    if not any(pattern.search(text[:400]) for text in texts[:3]):
        return 0.0
    return sum(pattern.search(text[:400]) is not None for text in texts) / len(texts)


def _is_separated(texts: list[str]) -> bool:
    """Whether nearly every line has the same number of values, separated by commas or semicolons without a blank."""
    for separator in (",", ";"):
        if sum(separator in text for text in texts) < _MOST * len(texts):
            continue
        counts = Counter(len(_SEPARATORS[separator].findall(text)) for text in texts)
        number, lines = counts.most_common(1)[0]
        if number >= 2 and lines >= _MOST * len(texts):
            return True
    return False


def _spaced_letters(texts: list[str]) -> str:
    """The doubt where a scanner separated the letters of words ("T he brigade", "m i s s i l e"), else ""."""
    joined = "\n".join(texts)
    if len(_SINGLE_LETTER.findall(joined)) < _LEAST_STRAY:
        return ""
    words = joined.count(" ") + 1
    spaced = sum(1 for _ in _SPACED.finditer(joined))
    stray = {match[0] for match in _STRAY_CAPITAL.finditer(joined) if match[0][2:] not in _LABELLED}
    if spaced >= 2 or len(stray) >= max(_LEAST_STRAY, words // _WORDS_A_STRAY):
        example = (_SPACED.search(joined) or _STRAY_CAPITAL.search(joined) or [""])[0]
        return f"letters stand apart from their words ({example!r}): read it against the scanned page."
    return ""
