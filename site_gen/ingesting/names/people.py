"""People by how prose presents them: a title or role before, a given name first, an office or a verb of speech after."""

from collections.abc import Container

from site_gen.ingesting.names.titles import ABBREVIATED, CALLS, PARTICLES, ROLES, SPEECH, TITLES
from site_gen.ingesting.names.vocabulary import NOT_NAMES, ORGANISATION_WORDS

_LONGEST = 8
_QUOTES = frozenset("\"“”'")


def person_end(words: list[str], start: int, first_names: Container[str], known: Container[str]) -> int:
    """The end of a person's name that begins at `start`, or `start` where none does.

    `known` holds words that begin a name of the gazetteer; alone after a title they are no surname.
    """
    if not _may_be_name(words[start]):
        return start
    end, parts = _name_end(words, start)
    if parts == 0 or words[end - 1] in ORGANISATION_WORDS:
        return start
    titled = is_titled(words, start)
    if parts == 1:
        return end if titled and words[start] not in known and len(words[start]) > 2 else start
    if words[start] in known and not (words[start] in first_names and words[start + 1] not in known):
        return end if titled and words[start] in first_names else start
    if titled or words[start] in first_names or _is_presented(words, end):
        return end
    return start


def is_titled(words: list[str], start: int) -> bool:
    """True where a title or a role stands right before `start`: "Gen. ", "spokesman ", "Prime Minister-designate, "."""
    before = start - 1
    if before >= 1 and (words[before] == "." and words[before - 1] in ABBREVIATED and words[before - 1] in TITLES):
        return True
    if before >= 1 and words[before] == "," and words[before - 1] in CALLS:
        return False
    return before >= 0 and (words[before] in CALLS or words[before] in ROLES)


def _may_be_name(word: str) -> bool:
    return (
        word[0].isupper()
        and word not in NOT_NAMES
        and word not in TITLES
        and (len(word) > 1 or word[0].isupper())
        and not any(map(str.isdigit, word))
        and (not word.isupper() or len(word) <= 1 or "." in word)
    )


def _name_end(words: list[str], start: int) -> tuple[int, int]:
    """Where the name ends, and of how many full words it is made (initials and particles aside)."""
    at, end, parts, last = start, start, 0, min(len(words), start + _LONGEST)
    while at < last:
        word = words[at]
        if len(word) == 1 and word.isupper() and at + 1 < last and words[at + 1] == ".":
            at += 2
            continue
        if at > start and (word in PARTICLES or (word in _QUOTES and at + 2 < last and words[at + 2] in _QUOTES)):
            at += 3 if word in _QUOTES else 1
            continue
        if "." in word and word[0].isupper() and at > start:
            at += 1
            continue
        if not (word[0].isupper() or _is_joined_particle(word)) or not _may_be_name(word.partition("-")[2] or word):
            break
        if parts and word in ORGANISATION_WORDS:
            break
        at += 1
        end, parts = at, parts + 1
    return end, parts


def _is_joined_particle(word: str) -> bool:
    """"al-Abadi", "el-Sisi"."""
    return word[:3] in ("al-", "el-", "as-", "ash", "an-", "ad-", "ar-", "ul-") and "-" in word


def _is_presented(words: list[str], end: int) -> bool:
    """True where what follows can only follow a person: "said", ", 42,", ", commander of", ", the Special Advisor"."""
    after = words[end : end + 6]
    if not after:
        return False
    if after[0] in SPEECH:
        return True
    if after[0] != "," or len(after) < 3:
        return False
    if after[1].isdigit() and len(after[1]) == 2 and after[2] in (",", "."):
        return True
    return any(word in CALLS or word in ROLES for word in after[1:5])
