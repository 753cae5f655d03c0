"""The catalogues in site_gen/locale: whole, with the right places and plural forms, compiled as they are written."""

import gettext
import io
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.text.language.catalog import known_messages, places, translations_of
from site_gen.text.language.facts import ENGLISH_FACTS, facts_of
from tests.support import ROOT

LOCALE = ROOT / "site_gen" / "locale"
FILES = sorted(LOCALE.glob("*/LC_MESSAGES/site_gen.mo"))
COUNTED = {"%(num)s", "%(span)s"}  # a form for one or two may say it in words


def entries(path: Path) -> dict[str, str]:
    """A compiled catalogue by its ids; forms and ids of plurals are separated by NUL, as in the file."""
    data = path.read_bytes()
    _, _, count, ids, strings = struct.unpack_from("<5I", data)

    def text(table: int, number: int) -> str:
        length, at = struct.unpack_from("<2I", data, table + 8 * number)
        return data[at : at + length].decode()

    return {text(ids, number): text(strings, number) for number in range(count)}


def strings_of_po(path: Path) -> int:
    return len(re.findall(r"^msgid ", path.read_text(encoding="utf-8"), re.M))


def test_the_languages_that_the_interface_speaks() -> None:
    spoken = {path.parent.parent.name for path in FILES}
    assert spoken == {"en", "uk", "ru", "de", "fr", "es", "pl", "tr", "ar", "he", "it", "pt"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.parent.name)
def test_every_string_is_translated_with_its_places_and_forms(path: Path) -> None:
    language = path.parent.parent.name
    facts = facts_of(language) or ENGLISH_FACTS
    found = entries(path)
    assert {one.split("\0")[0] for one in found} - {""} == set(known_messages())
    assert len(found) == strings_of_po(path.with_suffix(".po"))
    for message, translated in found.items():
        if not message:
            continue
        ids, forms = message.split("\0"), translated.split("\0")
        assert len(forms) == (len(facts.plurals) if len(ids) == 2 else 1), message
        assert all(form.strip() == form and form for form in forms), message
        for form in forms:
            assert places(form) <= places(ids[-1]), (message, form)
            assert {f"%({one})s" for one in places(ids[-1]) - places(form)} <= (COUNTED if len(ids) == 2 else set())
            assert len(re.findall("%", form)) == len(re.findall(r"%\(\w+\)s", form)), form


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.parent.name)
def test_no_string_is_left_in_english(path: Path) -> None:
    language = path.parent.parent.name
    same = {message for message, text in entries(path).items() if message and message == text}
    if language == "en":
        assert len(same) == len(known_messages())
        return
    assert same <= ALIKE.get(language, set()), same


# Words that a language has in common with English.
ALIKE = {
    "de": {"Feeds"},
    "fr": {"%(name)s, page %(number)s", "Opinion", "Organisations", "Page %(number)s"},
    "it": {"Home"},
    "pt": {"Feeds"},
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.parent.name)
def test_the_header_counts_as_the_facts_do(path: Path) -> None:
    facts = facts_of(path.parent.parent.name) or ENGLISH_FACTS
    translations = gettext.GNUTranslations(io.BytesIO(path.read_bytes()))
    index = gettext.c2py(facts.plural)
    plural: Callable[[int], int] = vars(translations)["plural"]
    assert all(plural(number) == index(number) for number in range(1200))
    assert translations.info()["plural-forms"] == f"nplurals={len(facts.plurals)}; plural={facts.plural};"


def test_regional_tags_use_the_language() -> None:
    assert translations_of("pt-BR") is not None and translations_of("pt-BR").gettext("Archive") == "Arquivo"  # type: ignore[union-attr]
    assert translations_of("nl") is None and translations_of("../uk") is None


def test_catalogues_are_up_to_date_with_templates_and_modules() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "messages", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stdout + done.stderr
