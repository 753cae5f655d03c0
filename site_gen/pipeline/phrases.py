"""i18n/*.yaml from disk: strings of the interface that a site or a theme says itself, and which ones are missing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from site_gen.model.language import Phrases
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.settings import Settings
from site_gen.parsing.phrases import FOLDER, read_phrases, spoken_tag, suggested_string
from site_gen.storage.files import read_source, walk
from site_gen.text.language.catalog import known_messages, translations_of
from site_gen.text.language.facts import tags_of
from site_gen.text.language.tags import canonical, own_name, tag_hint
from site_gen.theming.strings import messages_in
from site_gen.theming.theme import Theme

SETTINGS = "site.yaml"


def read_all_phrases(folder: Path, shown: str, home: Path) -> tuple[tuple[Phrases, ...], tuple[Problem, ...]]:
    """The strings of all files of a folder `i18n`, and what is wrong with them; `shown` is its name in messages.

    `home` is the folder that its links must stay in.
    """
    found: list[Phrases] = []
    problems: list[Problem] = []
    for name in sorted(name for name, _ in walk(folder, home=home)):
        path, tag = f"{shown}/{name}", spoken_tag(name)
        if not tag or canonical(tag) != tag:
            hint = tag_hint(tag) if tag else "Call it by its language, such as uk.yaml."
            problems.append(Problem(path, 0, 0, f"'{name}' is not named by a language.", hint))
            continue
        result = read_phrases(path, read_source(folder, name, home, path), tag)
        problems += result.problems
        if result.value is not None:
            found.append(result.value)
    return tuple(found), tuple(problems)


def unknown_strings(phrases: Iterable[Phrases], theme: Theme) -> Iterator[ValueProblem]:
    """Problems for strings that neither the program nor a template of the site or its theme has."""
    own = {message for one in theme.templates.values() for message, _ in messages_in(one.text)}
    for file in phrases:
        for phrase in file.phrases:
            if phrase.key not in known_messages() and phrase.key not in own:
                what = f"No page says '{phrase.key}'."
                yield ValueProblem(file.path, (phrase.key,), what, suggested_string(phrase.key), of_key=True)


def untranslated_templates(languages: Iterable[str], phrases: tuple[Phrases, ...], theme: Theme) -> Iterator[Problem]:
    """A warning for each string of the site's own templates that it does not say in a language of its own."""
    foreign = [language for language in languages if tags_of(language)[-1] != "en"]
    for template in theme.templates.values():
        if not template.path.startswith(theme.own):
            continue
        for message, line in messages_in(template.text):
            for language in foreign:
                said = any(one.key == message for file in of_language(language, phrases) for one in file.phrases)
                if message not in known_messages() and not said:
                    file = f"{FOLDER}/{tags_of(language)[-1]}.yaml"
                    what = f"'{message}' is shown in English: {file} does not say it in {own_name(language)}."
                    yield Problem(template.path, line, 1, what, f"Write it there as '{message}: ...'.")


def of_language(language: str, phrases: Iterable[Phrases]) -> tuple[Phrases, ...]:
    """The files that are for a language."""
    return tuple(file for file in phrases if file.language in tags_of(language))


def missing_strings(
    languages: Iterable[str], phrases: tuple[Phrases, ...], settings: Settings
) -> Iterator[Problem | ValueProblem]:
    """A warning for each language of the site in which strings of the interface are missing."""
    for language in languages:
        if tags_of(language)[-1] == "en" or translations_of(language) is not None:
            continue
        said = {phrase.key for file in of_language(language, phrases) for phrase in file.phrases}
        missing = [message for message in known_messages() if message not in said]
        if not missing:
            continue
        file = f"{FOLDER}/{tags_of(language)[-1]}.yaml"
        name = own_name(language)
        few = ", ".join(f"'{one}'" for one in missing[:3])
        if said:
            what = f"{len(missing)} of {len(known_messages())} strings are not in {name}: {few} ..."
            yield Problem(file, 0, 0, what, "Add them; pages say them in English. docs/reference/strings.md lists all.")
            continue
        what = (
            f"site-gen has no strings of the interface in '{language}' ({name}): {few} and all others are in English."
        )
        hint = f"Write them into {file}; docs/reference/strings.md lists all."
        keys = ("languages", language) if language in settings.languages else ("language",)
        yield ValueProblem(SETTINGS, keys, what, hint)
