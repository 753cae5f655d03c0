from pathlib import Path

import pytest

from site_gen.extract import clean
from site_gen.ingest import IngestCache, IngestOptions, cache, ingest
from site_gen.pipeline.settings import load_settings
from site_gen.storage.state_file import Damaged, Sections, damaged_files
from tests.ingest.test_ingest import article, site, take_in
from tests.support import write


def test_a_reused_cache_still_reports_ignored_files(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    settings, known = load_settings(tmp_path), IngestCache(tmp_path)
    assert ingest(tmp_path, settings, IngestOptions(jobs=1), cache=known).ignored == ()
    write(tmp_path, {"seeds/b.xlsx": b"p"})
    known.update((), ["seeds/b.xlsx"])
    assert [one.path for one in ingest(tmp_path, settings, IngestOptions(jobs=1), cache=known).ignored] == [
        "seeds/b.xlsx"
    ]
    (tmp_path / "seeds/b.xlsx").unlink()
    known.update((), ["seeds/b.xlsx"])
    assert ingest(tmp_path, settings, IngestOptions(jobs=1), cache=known).ignored == ()


def test_an_ingest_of_one_seed_keeps_the_probes_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, a=article(1), b=article(2))
    take_in(tmp_path)
    take_in(tmp_path, "seeds/a.txt")
    monkeypatch.setattr(clean, "clean", lambda text: pytest.fail("a seed is read again"))
    assert take_in(tmp_path).kept == 2


def test_what_is_known_of_a_seed_that_changed_is_forgotten_and_the_file_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(tmp_path, a=article(1), b=article(2))
    take_in(tmp_path)
    opened, forgotten = list[Sections](), list[int]()

    def noting(path: Path, purpose: str) -> Sections:
        opened.append(Sections(path, purpose))
        return opened[-1]

    monkeypatch.setattr(cache, "open_sections", noting)
    known = IngestCache(tmp_path)
    known.warm()
    (sections,) = opened
    with pytest.raises(Damaged):
        sections[0]
    assert damaged_files() == (str(tmp_path / ".site_gen" / "seeds.cache"),)
    number = known.previous_facts()["seeds/a.txt"].seeds[0].number
    monkeypatch.setattr(known.store, "forget", forgotten.extend)
    write(tmp_path, {"seeds/a.txt": article(3)})
    known.update((), ["seeds/a.txt"])
    ingest(tmp_path, load_settings(tmp_path), IngestOptions(jobs=1), cache=known)
    assert forgotten == [number]
