"""Which sentence has the news: the first that is not a scene, a question, a note or the like."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.headline.acronyms import shortened_names, with_acronyms
from site_gen.extract.headline.days import without_days
from site_gen.extract.headline.opening import without_aside
from site_gen.extract.telex import in_print, small_words, without_false_capitals
from site_gen.extract.text import Paragraph
from site_gen.text.sentences import sentences, without_quotations

_ASIDES = re.compile(
    r"\s*\S*@\w+|\s*\([^()]{0,80}\)|\s*\[[^\[\]]{0,24}\]|\s*<[A-Z][\w.]{0,12}>|(?<=\s)\([^()]*$", re.ASCII
)
"""Brackets: an acronym, a hull number, a note; also an unclosed one."""
_FIRM = re.compile(r"<([A-Z][\w .,&'-]{2,50})>")
"""The name of a firm in old telexes: "<Holm Plc>"."""
_AFTER_STOP = re.compile(
    r"(?<=\bU\.S\. )(?:Not|To|And|In|Of|Is|Was|Are|Said|Has|Had|For|With|On|At|By|Will|Would|From|Over)\b"
)
"""A function word that a telex capitalised after "U.S."."""
_LABEL = re.compile(
    r"^(?:(?:Answer|ANSWER|A):\s+|[*•·▪■●►–—-]\s+|(?:EXCLUSIVE|BREAKING(?: NEWS)?|WATCH|UPDATED?|FIRST ON FOX"
    r"|JUST IN|LIVE|VIDEO|ANALYSIS"
    r"|OPINION|NEWS)\s?[:|–—-]\s*"
    r"|.{0,200}©.{0,60}?[a-z](?=(?:The|A|An|In|On|At|US|Israeli|Russian|President)\s))+"
)
_SCENE_OF_SPEECH = re.compile(
    r"\b(said|says|announced|warned|claimed|added|stressed|argued|confirmed|declared|stated|insisted)(?=\s)"
    r"(?:(?:\s(?:on|late|early))?\s[A-Z][a-z]+day(?:\s(?:morning|evening|night|afternoon))?)?"
    r"(?:,?\s(?:during|in|at|on)\s(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}|(?:[\w’'-]+\s){1,6}?(?:statement|interview"
    r"|conference|briefing|speech|meeting|address|visit|hearing|tweet|post|letter|ceremony|event|forum|summit|rally|function"
    r"|remarks|television|radio|seminar|programme|program)"
    r"(?:\s(?:in|with|to|at|of|by|for|on)\s[\w’' -]{3,40}?)?))?,?\sthat\s"
)
"""When and where it was said, between "said" and "that": it is not news, and misleads the parser."""
_VERDICT = re.compile(
    r"(?<=[a-z\d”\"’]), (?:a|an|the (?:first|latest|biggest|largest|most)) (?:[a-z-]+ ){0,4}[a-z-]+ (?:that|in|of"
    r"|to|from|for|which|with|by)\b"
    r"(?![^“”\"]*(?:\b(?:said|says|told|confirmed|claimed|reported|alleged|added|wrote|testified|announced|warned|argued"
    r"|stated|suggested|estimated|insisted|admitted|denied|say|if|unless"
    r"|show(?:s|ed)?|indicate[sd]?)\b|, but\b))[^“”\"]*\.\Z"
)
_BELIEVED = re.compile(r", (?:believed|thought|understood|presumed) to (?:be|have been) [^,“”\"]{3,50},(?= [a-z])")
_WHO = re.compile(r", (?:who|which) [^,“”\"]{5,130},(?= and (?:[\w’'-]+ ){1,6}(?:are|were|have|will)\b)")
"""Asides within the subject, which the parser misreads."""
_NAMED_BODY = re.compile(
    r"(?<=[a-z]{4}), the [A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){0,4},(?= (?:is|are|was|were|has|have|had|will)\b)"
)
"""A name that repeats the noun before it: "its spy agency, the Vell Service, has"."""
_OR_SHORT = re.compile(r", or [A-Z][A-Za-z]{0,4}[A-Z]s?, ")
_DASHED = re.compile(
    r"(?<=[A-Za-z\d]) (?:-|--|–|—) [^–—“”\"]{3,70}? (?:-|--|–|—) "
    r"(?=(?:has|have|had|is|was|were|are|will|said|says|[a-z]+ed|[a-z]+s)\b)"
)
_AFTER_DASH = re.compile(
    r"(?<=[a-z\d]{3})(?:—|–| (?:--|–|—)) ?(?!and\b|or\b|but\b|if\b|unless\b|not\b|because\b)"
    r"(?:[a-z][\w’'-]*|[A-Z][\w’'-]+)(?![^“”\"]*(?:\b(?:said|says?|told|not|unless)\b|—|–| - | -- ))[^“”\"]{8,}\.\Z"
)
"""What a dash adds at the end."""
_DASHED_NOUN = re.compile(r"(?<=[A-Za-z\d]) (?:-|--|–|—) (?:a|an|the) [^–—“”\",]{3,60}? (?:-|--|–|—) (?=[a-z])")
"""An aside between dashes that says what something is."""
_FROM_TO = re.compile(r"\b([Aa]ir|[Ss]urface|[Gg]round|[Ss]ea|[Ss]hip) to (air|surface|ground|sea|ship)\b")
_RUN_ON = re.compile(r"(?<=[a-z]{3})\. [a-z]+\.(?:org|com) .*\Z", re.DOTALL)
"""A next sentence that begins with the name of a site, and so in lower case."""
_ANNOUNCES = re.compile(
    r"\b(is|are) (?:very )?(?:pleased|proud|excited|delighted|thrilled|honou?red) to (announce|report|present|unveil)\b"
)
"""The phrase before the real verb in press releases."""
_AWARDED = re.compile(r"\b(?:is|are|was|were|has been|have been) (?:being )?awarded\b")
_GIVER = re.compile(
    r",? the (?:(?:U\.S\. )?(?:Defen[sc]e Department|(?:Department|Ministry) of Defen[sc]e|Navy|Army|Air Force)"
    r"|Pentagon|ministry) (?:said|announced)\.?(?: reuter)?\Z"
)
_ADDS_TO = re.compile(
    r"\b(?:contract )?(modification|increment)(?: of funds)? (?:to|finalizing) (?:an?|the)(?: previously awarded)?"
    r" ((?:[A-Z]\w+ )*)contract for"
)
_TWICE = re.compile(r"\b(\w+ \w+) \1\b")
_AS_PER = re.compile(r"\b[Aa]s per\b")
_SINGLE_QUOTED = re.compile(r"['‘](?=[A-Z])([^'‘’]*(?:['’](?=[a-z])[^'‘’]*)*)([,.?!])['’](?=\s)")
_LEAST_NEWS = 50
_CONSIDERED = 5
_REST = 10
"""Paragraphs, and sentences after a lead, that show what it is about."""
_SHORTEST = 25
_SCENE = re.compile(
    r"(?:Imagine|Picture|Consider|Welcome|Hello|Hi|Dear|Once upon|What if|Ever since I|Let(?:’|')s|It (?:was"
    r"|is) (?:a|an|the) "
    r"(?:cold|warm|sunny|quiet|beautiful|dark|typical|hot|early|late)|There (?:is|are|was|were) (?:few|many|times"
    r"|moments|something|nothing) )\b"
)


_NOTE = re.compile(
    r"(?:Attribution is|Editor(?:’|')?s(?:’|')? [Nn]ote|Note to|The (?:opinions|views) expressed|Reuters has not"
    r"|The following (?:statements?|is|are|was|were)\b)"
)
_FIRST_PERSON = re.compile(r"\bI(?: |['’])(?=[a-z])|^(?:We|Our|My)\b")
_CAPTION = re.compile(
    r"(?:.{0,60}\b(?:correspondent|contributor|anchor|host|reporter|fellow|expert|panelist)s?\b.{0,60}"
    r"|.{0,30}\bNews(?:’|')? [A-Z].{0,30}|(?:Gen|Lt|Sen|Rep)\..{0,40})"
    r"\b(?:joins?|joined|reports? (?:on|from)|discuss(?:es)?|breaks? down|weighs? in|reacts? to|has the latest"
    r"|voices? concerns?|shares?)\b"
    r"(?=.{0,200}(?:['‘“\"][A-Z]|latest|$))|.{0,80}\((?:Credit|Photo|Image|Video)\b"
)


_HEARSAY = re.compile(
    r"(?:(?:Recent|Some|Several|Various) )?(?:[Mm]edia|[Pp]ress|[Nn]ews) reports? (?:have |has )?(?:recently )?"
    r"(?:speculat|suggest|claim)"
)
"""The rumours that a statement answers, which are not its news."""
_COMMENTS = re.compile(r"(?P<who>[^,.“”\"]{3,80}?) (?:has )?(?:comments|commented) on (?=[^“”\"]*\.?\Z)")
"""The speaker and topic of a comment, before the comment itself."""
_AS_SAID = re.compile(
    r"^As (?:we|I) (?:have )?(?:\w+ly )?(?:made clear|said|stated|noted|announced)[^,.]{0,60}, (?=\w)"
)


class Lead(Struct, frozen=True):
    """A sentence to make a headline of, why it was chosen, doubts, and the sentences after it."""

    text: str
    why: str
    doubts: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def leads(paragraphs: tuple[Paragraph, ...], known: frozenset[str] = frozenset()) -> Iterator[Lead]:
    """The sentences to make a headline of, best first; `known` are words that are written with a capital."""
    text = tuple(sentence for paragraph in paragraphs[:_REST] for sentence in sentences(paragraph.text[:1500]))
    small = small_words(" ".join(text))
    # Lazily: more than the first is seldom needed.
    plain = (
        _cleaned(without_false_capitals(shortened_names(sentence, text[at + 1 :], known), small), known)
        for at, sentence in enumerate(text[:_CONSIDERED])
    )
    skipped: list[tuple[int, str, str]] = []
    for number, sentence in enumerate(plain):
        rest = text[number + 1 : number + 1 + _REST]
        reason = _reason_to_skip(sentence)
        if reason:
            skipped.append((number, sentence, reason))
            continue
        yield replace(_lead(number, _with_speaker(sentence, text[0]) if number else sentence, skipped), rest=rest)
    for number, sentence, reason in skipped:
        yield Lead(
            sentence,
            f"sentence {number + 1} of the text, though {reason}",
            (f"the sentence {reason}",),
            text[number + 1 : number + 1 + _REST],
        )


def _with_speaker(sentence: str, first: str) -> str:
    """A sentence with the speaker that the first sentence names: "Minister Ada Berg comments on the raid."."""
    who = _COMMENTS.match(first)
    quoted = sentence.startswith(("“", '"')) or _SPEAKS.search(sentence)
    return sentence if who is None or quoted else f"{sentence.rstrip(' .')}, {who['who']} said."


_SPEAKS = re.compile(r"\b(?:said|says|told|added)\b|:\Z")


def _cleaned(sentence: str, known: frozenset[str]) -> str:
    """A sentence without brackets, labels, bullets and picture credits before it; a quotation in double marks."""
    text = _FIRM.sub(r"\1", _ASIDES.sub("", with_acronyms(in_print(sentence), known)))
    text = _TWICE.sub(r"\1", text)
    text = _DASHED_NOUN.sub(" ", _DASHED.sub(" ", text))
    text = _RUN_ON.sub(".", _FROM_TO.sub(r"\1-to-\2", _OR_SHORT.sub(" ", text)))
    text = _AFTER_STOP.sub(lambda found: found[0].lower(), text)
    text = _AS_PER.sub(lambda found: f"{found[0][0]}ccording to", _AS_SAID.sub("", _LABEL.sub("", text.strip())))
    text = _ANNOUNCES.sub(lambda found: found[2] + "s" * (found[1] == "is"), text)
    text = without_aside(without_days(_SCENE_OF_SPEECH.sub(r"\1 that ", text)))
    text = without_verdict(_AFTER_DASH.sub(".", text))
    text = _NAMED_BODY.sub("", _without_giver(_WHO.sub("", _BELIEVED.sub("", text))))
    quoted = _SINGLE_QUOTED.match(text)
    return f"“{quoted[1]}{quoted[2]}”{text[quoted.end() :]}" if quoted else text


def _without_giver(text: str) -> str:
    """The award of a contract, without the ministry that announces it and the contract that it modifies."""
    if not _AWARDED.search(text):
        return text
    text = _GIVER.sub(".", text)
    text = _ADDS_TO.sub(lambda found: f"{found[2] or ''}contract {found[1]} for", text)
    return text.replace("work related to", "work on")


def without_verdict(text: str) -> str:
    """A sentence without the verdict on its news at its end: ", a sign that both remain close"."""
    found = _VERDICT.search(text, _LEAST_NEWS)
    return text[: found.start()] + "." if found else text


def _lead(number: int, sentence: str, skipped: list[tuple[int, str, str]]) -> Lead:
    if not number:
        return Lead(sentence, "the lead, shortened")
    reason = f"the lead {skipped[0][2]}" if skipped else "the lead gives no whole clause"
    return Lead(sentence, f"sentence {number + 1} of the text; {reason}", (f"not from the lead: {reason}",))


def _reason_to_skip(sentence: str) -> str:
    if len(sentence) < _SHORTEST:
        return "is very short"
    if _FIRST_PERSON.search(without_quotations(sentence)):
        return "speaks in the first person"
    if sentence.rstrip("\"”’' ").endswith("?"):
        return "is a question"
    if _SCENE.match(sentence):
        return "sets a scene"
    if _NOTE.match(sentence):
        return "is a note"
    if _HEARSAY.match(sentence):
        return "only says what is commented on"
    if _CAPTION.match(sentence):
        return "is a picture's caption"
    if not re.search(r"[.!…][\"”’')\]]*$", sentence) and len(sentence) < 60:
        return "is no full sentence"
    return ""
