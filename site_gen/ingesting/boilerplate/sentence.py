"""Whether a line is a sentence with its own subject and verb.

A careful guess without a parser: it would rather call a notice a sentence than a sentence a notice.
"""

import re
from collections.abc import Callable

IsSentence = Callable[[str], bool]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LEAST_WORDS = 3  # "Talks have failed." is the shortest that is taken for one
_LONG_WITHOUT_STOP = 12  # words from which a verb makes a sentence without its full stop

# Verbs in a form that needs a subject. What may also be a noun or a participle is left out.
_ENGLISH = frozenset(
    "is are was were isn't aren't wasn't weren't has hasn't had hadn't have haven't will won't would wouldn't can can't cannot "
    "could couldn't may might must should shouldn't did didn't does doesn't said says told tells added adds began became "
    "came went took gave got made found knew thought saw grew rose fell flew drove broke chose spoke wrote stood held kept "
    "left lost met paid sent sold won fought brought bought built caught led sank struck shot withdrew warned denied "
    "remains remained remain appears seems expects wants plans carries carried showed shows stays begins killed wounded "
    "destroyed announced confirmed reported claimed accused threatened called asked urged agreed ordered signed launched".split()
)
# Words before a verb that do not make them subject and verb of the whole line.
_NO_SUBJECT = frozenset("you i we that which who what whom whose to if when where not never as please and or".split())
_ASKS = frozenset(
    "subscribe follow join click tap sign read see watch share like download get support donate become enter type visit "
    "check stay keep listen tune register log continue view please contact email send submit write help consider install "
    "enable allow accept scroll skip turn add find discover explore don't never tweet print save connect buy try use "
    "choose make unlock start leave post comment have want were".split()
)
_SPEECH = re.compile(
    r"[,\"'”’»] ?(?:(?:he|she|they|it|[\w.'-]+(?: [\w.'-]+){0,5}) )?(?:said|says|told|added|warned|wrote|insisted|argued)\b|"
    r"[»”\"],? (?:a |hat |ha |dijo|sagte|déclaré|afirmó|disse|ha detto|powiedzia)",
    re.I,
)
_OTHER = frozenset(
    "a est ont sont sera seront était étaient avait avaient doit doivent peut peuvent fait va vont annonce fut "
    "ist sind hat haben wurde wurden wird werden war waren soll sollen kann können muss müssen hatte hatten sagte bleibt "
    "ha han es son fue fueron será serán está están había habían puede pueden dijo anunció quiere "
    "è sono hanno era erano sarà può possono detto "
    "é são foi foram tem têm "
    "jest są był była było byli został została zostały ma mają "
    "is zijn heeft hebben werd werden wordt worden zal kan "
    "är var har blev ska er blir har vil".split()
)
_OTHER_SIGNS = frozenset(
    "le la les des du de et dans pour une un sur avec der die das den dem und im von mit für el los las del en por con "
    "il lo gli che di nel o os da do em um uma w na z i do het een van og av på til och".split()
)
_ENGLISH_SIGNS = frozenset("the of and to in for with on at by this our your you from".split())
_CYRILLIC = re.compile("[а-яёіїєґ]", re.I)
_CYRILLIC_VERB = re.compile(
    r"\w+(?:[аиіїеяоу]в|[аиыеяуі]л|[аиыеяуіо]л[аои]|[аиіїяуо]ли|[аиіїяуов]л[аои]ся|л[аои]сь|вся|лся|[аеиіую]ть|[аеёиу]ет|[иея]т|[ую]т|ается|ються|ється|є|ить)",
    re.I,
)
_CYRILLIC_ASKS = re.compile(r"(?:\w+(?:йте|йтесь|ите|итесь|іть|іться|йтеся)|читайте|див[иі]ться)$", re.I)


def looks_like_sentence(text: str) -> bool:
    """Whether a line has a subject and a finite verb of its own, in English and nine languages more."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return False
    if _SPEECH.search(text):
        return True
    if _END.search(text) is None and len(words) < _LONG_WITHOUT_STOP:
        return False
    if _CYRILLIC.search(text):
        return not _CYRILLIC_ASKS.match(words[0]) and any(_CYRILLIC_VERB.fullmatch(word) for word in words[1:])
    return _english(words) or _other(words)


def _english(words: list[str]) -> bool:
    asks = words[0] in _ASKS
    for before, word in zip(words, words[1:], strict=False):
        if word in _ENGLISH or (word.endswith("ed") and not asks and len(word) > 4):
            if before not in _NO_SUBJECT:
                return True
        if word in ("that", "if", "unless", "because", "when", "who", "which") and asks:
            return False
    return not asks and words[0] in ("he", "she", "it", "they", "we", "i", "you", "this", "there", "that") and any(
        word in _ENGLISH for word in words
    )


def _other(words: list[str]) -> bool:
    foreign = sum(word in _OTHER_SIGNS for word in words)
    english = sum(word in _ENGLISH_SIGNS for word in words)
    return foreign > english and any(word in _OTHER for word in words[1:])
