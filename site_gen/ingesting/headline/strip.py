"""What a headline leaves out of a sentence before its grammar is looked at: brackets, asides, days, attribution."""

import re

from site_gen.ingesting.calendar import MONTH
from site_gen.ingesting.headline.words import word_set

_TICKER = re.compile(r"\s*[<\[(](?:NYSE|NASDAQ|Nasdaq|LSE|OTC|TSX|Euronext)?:?\s?[A-Z]{1,6}(?:\.[A-Z]{1,3})?[>\])]")
_ANGLES = re.compile(r"<([^<>]{3,60})>")
_FIRST_BRACKET = re.compile(r"^\(((?:[^()]|\([^()]{0,40}\)){3,60})\)")
_BRACKET = re.compile(r"\s*\([^()]{0,300}\)|\s*\[[^\[\]]{0,300}\]")
_ASIDE = re.compile(r"\s+(?:--|[–—])\s+[^–—]{3,160}?\s+(?:--|[–—])\s+|\s?—[^—]{3,160}—\s?")
_DASHED_TAIL = re.compile(r"(?:\s+(?:--|[-–—])\s+(?!\d)|—).*$")
_INCLUDING = re.compile(r",? including (?:[^,]{2,60},){1,4}(?= (?:for|to|in|on|after|with|as|that|at|over)\b)")
_LABEL = re.compile(
    r"^(?:To clarify|In short|Question|Answer|Q|A|QUESTION|ANSWER|Background|Note|UPDATE|Update|BREAKING|Breaking):\s+"
)
_KIND_OF_PLACE = re.compile(
    r"\bthe (?:(?:north|south|east|west|central|port|capital)\w*[ -]){0,2}(?:city|town|village)s? of (?=[A-Z])"
)

_DAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH_DAY = (
    rf"(?:{MONTH}\s?[0-3]?\d(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and"
    rf"|through)\s?(?:{MONTH}\s)?[0-3]?\d(?!\d))?(?:,?\s(?:19|20)\d\d)?"
    rf"|[0-3]?\d(?:st|nd|rd|th)?(?:\s?[-–]\s?[0-3]?\d)?\s{MONTH}(?![a-z])(?:,?\s(?:19|20)\d\d)?)"
)
_MOMENT = (
    rf"(?:{_DAY_NAME}(?:\s(?:morning|afternoon|evening|night))?,?\s(?:on\s)?{_MONTH_DAY}|{_MONTH_DAY}"
    rf"|{_DAY_NAME}(?:\s(?:morning|afternoon|evening|night))?"
    r"|(?:earlier\s|later\s|late\s|early\s)?(?:today|yesterday|tonight|this\s(?:morning|afternoon|evening|week|month)"
    r"|last\s(?:night|week|month|year|\w+day)|earlier\sthis\s(?:week|month|year)))"
)
_WHEN = re.compile(
    rf",?(?:(?<=\s)|(?<=^)|(?<=,)|\s)(?:(?:on|from|between|late|early|late\son|early\son|by|in)\s)?(?:late\s"
    rf"|early\s)?{_MOMENT}"
    r"(?![\w’'-])(?=(?P<next>\s\w+|[^\w\s]|\s*$))(?:,(?=\s))?"
)
_LOOSELY = re.compile(r"\s(?:recently|currently|reportedly|separately|meanwhile|also)\b(?!,)")
_BEFORE_NOUN = word_set(
    """
    the a an their its his her this of since until before after
    """
)
_NEXT_OK = re.compile(
    r"\s*$|[,;:.)—–-]|\s(?:in|on|at|to|for|from|with|by|after|before|as|and|or|but|that|of|over|near|during"
    r"|following|amid|when|"
    r"while|where|which|under|against|about|\w+ed|aboard|through|into|would|had|has|have|was|were|will|is|are|it"
    r"|its|he|she|they|the|a|an)\b"
)

_SAY = r"(?:said|says|say|announced|reported|confirmed|told|added|stated|warned|disclosed)"
_SAID_AT_END = re.compile(
    rf",[”\"’']?\s(?:[^,;\"“”]{{3,110}}|[^,;\"“”]{{3,70}},[^,;\"“”]{{3,70}},)\s{_SAY}(?:\s[^,;\"“”]{{1,60}})?$"
)
_SAYS_AT_END = re.compile(rf",[”\"’']?\s{_SAY}\s[A-Z][^\"“”;]{{3,160}}$")
_ACCORDING = re.compile(r",?\saccording to\s[^\"“”;]{3,160}$|,\s(?:quoting|citing)\s[^\"“”;]{3,120}$")
_ACCORDING_FIRST = re.compile(r"^According to [^,;]{3,80}(?:, [^,;]{3,60},|,)\s")


_FIRM_AFTER_COMMA = re.compile(r",\s(?:Inc|LLC|Ltd|Corp|L\.L\.C|Co|LP|PLC)\b\.?(?:,(?=\s))?")


# Some wires write a capital after every stop: "the U.S. To".
_AFTER_US = re.compile(
    r"(?<=\bU\.S\. )(?:To|Not|And|Or|But|Was|Is|Has|Had|Will|Would|Could|For|In|On|By|With|From|As|At)\b"
)


def without_brackets(sentence: str) -> str:
    """No brackets, no ticker codes, no asides between dashes; a name in angle or round brackets at the head stays."""
    text = _KIND_OF_PLACE.sub("", _LABEL.sub("", sentence))
    text = _AFTER_US.sub(lambda found: found.group().lower(), text)
    text = _FIRST_BRACKET.sub(r"\1", text)
    text = _ANGLES.sub(r"\1", _TICKER.sub("", text))
    text = _BRACKET.sub("", text)
    if "(" in text:
        text = _BRACKET.sub("", text)
    text = _INCLUDING.sub("", _FIRM_AFTER_COMMA.sub("", _ASIDE.sub(" ", text)))
    return " ".join(_DASHED_TAIL.sub("", text).split())


def without_days(sentence: str) -> str:
    """No words for the day of the event; a day that qualifies a noun ("the March 19 test", "today's vote") stays."""

    def drop(found: re.Match[str]) -> str:
        before = sentence[: found.start()].rsplit(None, 1)[-1:] or [""]
        following = sentence[found.end() :]
        bare = found.group().strip(" ,")
        if before[0].lower() in _BEFORE_NOUN:
            return found.group()
        commas = found.group().endswith(",") and found.group().startswith(",")
        if bare[:2].lower() not in ("on", "to", "ye") and not (
            found.group().endswith(",") or _NEXT_OK.match(following)
        ):
            return found.group()
        return "," if found.group().endswith(",") and found.start() and not commas else ""

    return " ".join(_LOOSELY.sub("", _WHEN.sub(drop, sentence)).split())


def without_source(sentence: str) -> str:
    """No ", officials said" or "according to ..." around what was said."""
    text = _ACCORDING_FIRST.sub("", sentence)
    for shape in (_SAYS_AT_END, _SAID_AT_END, _ACCORDING):
        found = shape.search(text)
        if found and found.start() >= 20:
            return text[: found.start()]
    return text
