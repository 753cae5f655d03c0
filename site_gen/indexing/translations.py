"""Which texts are translations of each other: by `translation_of`, or by the names of their files."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from site_gen.model.post import Entry, PageEntry, Translation
from site_gen.model.problem import ValueProblem
from site_gen.model.settings import Settings
from site_gen.text.did_you_mean import did_you_mean
from site_gen.text.language.site_languages import site_languages
from site_gen.text.language.tags import own_name

Text = Entry | PageEntry
_ENDING = ".md"


class Group(Struct, frozen=True):
    """The files of one text in several languages, with the tag of each, and the file of the original."""

    languages: dict[str, str]
    original: str


Published = Mapping[str, tuple[str, str]]  # address and title by file


def translations_by_file(
    texts: Sequence[Text], published: Published, settings: Settings
) -> tuple[dict[str, tuple[Translation, ...]], tuple[ValueProblem, ...]]:
    """By file, all published languages of a text that has two or more; and what is wrong with the names of originals.

    The site's languages come first, in their order.
    """
    groups, problems = groups_of(texts, settings)
    order = (settings.language, *settings.languages)
    found: dict[str, tuple[Translation, ...]] = {}
    for group in groups:
        of_group = _published_of(group, published, order)
        found |= dict.fromkeys(group.languages, of_group)
    return found, problems


def groups_of(texts: Sequence[Text], settings: Settings) -> tuple[tuple[Group, ...], tuple[ValueProblem, ...]]:
    """The groups of two texts or more, and what is wrong with the names of originals."""
    naming = {text.source.path: text for text in texts if text.front.translation_of}
    named = dict(_named_originals(texts, settings))
    if not named and not naming:
        return (), ()
    languages = {text.source.path: text.language or settings.language for text in texts}
    problems: list[ValueProblem] = []
    for path, text in naming.items():
        original = _file_of(text.front.translation_of, path)
        if original in languages:
            named[path] = original
        else:
            problems.append(_missing(text, texts))
    members: dict[str, list[str]] = {}
    for path in languages:
        root = _root(path, named)
        if root is None:
            problems.append(_circular(path))
        else:
            members.setdefault(root, []).append(path)
    groups = []
    for root, files in members.items():
        if len(files) > 1:
            group, clashes = _group(root, files, languages)
            groups.append(group)
            problems += [_twice(path, other, languages[path], path in naming) for path, other in clashes]
    return tuple(groups), tuple(problems)


def _group(root: str, files: Sequence[str], languages: Mapping[str, str]) -> tuple[Group, list[tuple[str, str]]]:
    """The group of an original, and its files in a language that another has, each with that other."""
    by_tag: dict[str, str] = {}
    clashes = []
    for path in sorted(files, key=lambda path: (path != root, path)):
        first = by_tag.setdefault(languages[path], path)
        if first != path:
            clashes.append((path, first))
    return Group({path: tag for tag, path in by_tag.items()}, root), clashes


def _published_of(group: Group, published: Published, order: Sequence[str]) -> tuple[Translation, ...]:
    """The published texts of a group; none where fewer than two are published."""
    found = [
        Translation(tag, *published[path], original=path == group.original)
        for path, tag in group.languages.items()
        if path in published
    ]
    found.sort(key=lambda one: (order.index(one.language) if one.language in order else len(order), one.language))
    return tuple(found) if len(found) > 1 else ()


def _named_originals(texts: Iterable[Text], settings: Settings) -> Iterator[tuple[str, str]]:
    """By file: the original that the names of files in the same folder say: `talks.uk.md` beside `talks.md`.

    Without a `talks.md`, the original is that in the site's own language, or else the first.
    """
    languages = site_languages(settings)
    if not languages.others:
        return
    families: dict[str, list[str]] = {}
    for text in texts:
        path = text.source.path
        families.setdefault(languages.named(path.removesuffix(_ENDING))[0] + _ENDING, []).append(path)
    for plain, members in families.items():
        if len(members) > 1:
            own = f"{plain.removesuffix(_ENDING)}.{settings.language}{_ENDING}"
            first = next((path for path in (plain, own) if path in members), min(members))
            yield from ((path, first) for path in members if path != first)


def _file_of(written: str, path: str) -> str:
    """The file that `translation_of` names, as seen from the text's own; its ending may be left out."""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
    return found if found.endswith(_ENDING) else found + _ENDING


def _root(path: str, named: Mapping[str, str]) -> str | None:
    """The original at the end of a chain of translations; None where the chain is a circle."""
    seen = {path}
    while (original := named.get(path)) is not None:
        if original in seen:
            return None
        seen.add(original)
        path = original
    return path


def _missing(text: Text, texts: Iterable[Text]) -> ValueProblem:
    written, folder = text.front.translation_of, posixpath.dirname(text.source.path)
    names = {posixpath.relpath(one.source.path, folder): one for one in texts if one is not text}
    wanted = written.strip("/").rpartition("/")[2]  # of an address or a slug
    by_slug = [name for name, one in names.items() if wanted and wanted == _slug_of(one)]
    if by_slug:
        hint = f"Did you mean '{min(by_slug)}'?"
    else:
        hint = did_you_mean(written, sorted(names), "Give the name of a file, as seen from this one.")
    return ValueProblem(text.source.path, ("translation_of",), f"There is no text '{written}'.", hint)


def _slug_of(text: Text) -> str:
    return text.slug if isinstance(text, Entry) else text.url.rstrip("/").rpartition("/")[2]


def _circular(path: str) -> ValueProblem:
    what = "This is, by way of others, a translation of itself."
    return ValueProblem(path, ("translation_of",), what, "Remove 'translation_of' from the original.")


def _twice(path: str, other: str, tag: str, naming: bool) -> ValueProblem:
    what = f"'{other}' is in the same language, {own_name(tag)} ('{tag}'), and belongs to the same original."
    hint = "Give one of them another 'language', or remove one."
    return ValueProblem(path, ("translation_of",) if naming else ("language",), what, hint)
