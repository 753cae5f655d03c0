"""Who says it: the attribution in the tree of a sentence, or split off its end before parsing."""

import re

from msgspec import Struct

from site_gen.extract.headline.form import subject_of, written
from site_gen.extract.headline.lexicon import SPEECH
from site_gen.extract.headline.names import Names
from site_gen.extract.headline.speaker import says, speaker_name
from site_gen.extract.headline.statement import Statement, base_of, is_media, is_neutral
from site_gen.extract.headline.verbs import verb_of
from site_gen.extract.syntax import Tree, parse

_MOST_WORDS = 16
_LEAST_NEWS = 25
_TAIL = re.compile(r"(?:(?<=[,”\"’])|(?<=,[”\"’]))\s+")
_MIDDLE = re.compile(
    r",\s((?!which|who|that|and|but)[^,“”\"]{3,90}\b(?:said|says|told [A-Z]\w+|announced|reported)(?: (?:on "
    r"|late )?[A-Z]\w+day)?),\s"
)
"""An attribution between commas, with more of the news after it."""
_APPOSED = re.compile(r",\s(?:has |have |had )?(?:said|says|say|announced|reported|warned|told|claimed)\b")
"""A comma before the verb: what is between commas before it says who the speaker is."""
_CITING = re.compile(r",? citing [^“”\"]{3,90}\.\Z")
_RECORDS = re.compile(
    r"((?:[\w’'-]+ ){0,3}?(?:documents|records|filings|data|emails|papers|results|figures|letters|images|photos))\b"
    r"(?: (?:released|published|issued|obtained)(?: (?:on )?(?:today|yesterday|[A-Z][a-z]+day))?)?"
    r"(?: (?!(?:not|never|no|may|might|could|would|fail|failed)\b)[\w’'-]+){0,5}?"
    r" (show|suggest|indicate|reveal)(?:s|ed|d)?(?: on [A-Z][a-z]+day)?\.?"
)
"""Records that show the news, where no person says it."""
_INVERTED = re.compile(r"(?:said|say|says) [^,]+\Z")
_NAMED = re.compile(r"(?:the |an? )?((?:[a-z-]+ ){0,2}[a-z]+)(?: (?:on |late )?[A-Z][a-z]+day)?")
"""The speaker after the verb: "say two reports"."""
_NO_TAIL = re.compile(r"\bthat\b|[“”\"]|^(?:and|but|or|including|which|who|whose)\b")


class Attribution(Struct, frozen=True):
    """A speaker's short name and the verb of saying in the present; `own_deed` where speakers report what they do."""

    name: str
    verb: str
    plural: bool = False
    neutral: bool = True
    own_deed: bool = False


_OWN_DEEDS = frozenset(("announce", "declare", "reveal", "pledge", "vow", "promise"))


def split_attribution(sentence: str, names: Names) -> tuple[str, Attribution | None]:
    """A sentence without the attribution at its end, and the attribution: "…, two officials said on Sunday".

    It is split at commas, because the parser often fails on two sentences in one.
    """
    sentence = _CITING.sub(".", sentence)
    middle = _MIDDLE.search(sentence)
    if middle is not None and middle.start() >= _LEAST_NEWS and len(middle[1].split()) <= _MOST_WORDS:
        attribution = _attribution_in_tail(parse(middle[1]), names) if _has_speech(middle[1]) else None
        if attribution is not None:
            return f"{sentence[: middle.start()]}, {sentence[middle.end() :]}", attribution
    for found in sorted(_TAIL.finditer(sentence), key=lambda found: not _INVERTED.match(sentence, found.end())):
        tail = sentence[found.end() :]
        if records := _RECORDS.fullmatch(tail):
            return sentence[: found.start()].rstrip(" ,") + ".", Attribution(records[1], records[2], plural=True)
        if (
            found.start() < _LEAST_NEWS
            or len(tail.split()) > _MOST_WORDS
            or _NO_TAIL.search(tail)
            or not _has_speech(tail)
        ):
            continue
        if "," in tail and not _APPOSED.search(tail):
            continue
        attribution = _attribution_in_tail(parse(tail), _with_capital(names, tail))
        if attribution is not None:
            news = sentence[: found.start()]
            return news.rstrip(" ,") + ("." if news[-1] == "," else ""), attribution
    return sentence, None


def _with_capital(names: Names, tail: str) -> Names:
    """The names with the first word of the tail: within a sentence, its capital is part of the name."""
    first = tail.split(" ", 1)[0]
    return Names(names.last, names.capitals | {first}) if first[:1].isupper() else names


def _has_speech(tail: str) -> bool:
    words = re.findall(r"[a-z]+", tail.lower())
    return words[:2] == ["according", "to"] or any(
        word in SPEECH or ((verb := verb_of(word, form)) is not None and verb.base in SPEECH)
        for word in words
        for form in ("past", "present")
    )


def _attribution_in_tail(tree: Tree, names: Names) -> Attribution | None:
    words = tree.words
    if words[0].text.lower() == "according":
        noun = next((word.index for word in words if word.label == "pobj"), None)
        return _attribution(tree, noun, 0, names) if noun is not None else None
    if words[0].text in ("say", "says", "said") and (
        named := _NAMED.fullmatch(written(tree, frozenset(range(1, len(words))), {}))
    ):
        plural = words[0].text == "say" or named[1].endswith("s")
        return Attribution(named[1], "say" if plural else "says", plural=plural)
    if (
        any(word.label in ("ccomp", "xcomp") for word in words)
        or sum(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in words) > 1
    ):
        return None
    for word in words:
        if word.tag[:2] == "VB" and base_of(tree, word.index) in SPEECH:
            speaker = subject_of(tree, word.index)
            if speaker is None and word.index == 0:  # "said two officials"
                speaker = next((one.index for one in words[1:] if one.label in ("nsubj", "dobj", "ROOT")), None)
            if speaker is None or (word.index and tree.left_edge(speaker)):
                return _attribution_of_several(tree, word.index)
            before = words[: word.index]
            if any(one.tag == "CC" for one in before) and not any(one.label == "conj" for one in before):
                return _attribution_of_several(tree, word.index) or _attribution(tree, speaker, word.index, names)
            return _attribution(tree, speaker, word.index, names)
    return None


def _attribution_of_several(tree: Tree, verb: int) -> Attribution | None:
    """The attribution of several speakers, which the parser misreads: "Democrats and some tax experts say"."""
    before = tree.words[:verb]
    nominal = all(word.tag in _NOMINAL for word in before) and any(word.tag == "CC" for word in before)
    if not nominal or before[-1].tag[:2] != "NN" or tree.lowered[0] in ("and", "or", "but"):
        return None
    name = written(tree, frozenset(at for at in range(verb) if tree.lowered[at] not in _ARTICLES), {})
    return Attribution(name, base_of(tree, verb), plural=True, neutral=is_neutral(tree, verb))


_ARTICLES = ("the", "a", "an", "some")
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC", "CD", "PRP$", "POS"))


def attribution_of(tree: Tree, statement: Statement, names: Names) -> Attribution | None:
    """The attribution of a statement in its own tree."""
    if statement.speaker is None or statement.speech is None:
        return None
    subject = subject_of(tree, statement.clause)
    if subject is not None and _is_same(tree, subject, statement.speaker):
        return None
    return _attribution(tree, statement.speaker, statement.speech, names)


def _is_same(tree: Tree, subject: int, speaker: int) -> bool:
    """Whether both words are the same name, and not two courts or ministries."""
    one, other = tree.words[subject], tree.words[speaker]
    alone = len(tree.subtree(subject)) == len(tree.subtree(speaker)) == 1
    return one.text == other.text and (one.tag in ("NNP", "PRP") and alone)


def _attribution(tree: Tree, speaker: int, speech: int, names: Names) -> Attribution:
    base = base_of(tree, speech)
    verb = says(tree, speech, speaker, names)
    return Attribution(
        speaker_name(tree, speaker, names),
        verb,
        plural=verb in ("say", base),
        neutral=is_neutral(tree, speech) or is_media(tree, speaker),
        own_deed=base in _OWN_DEEDS,
    )
