from pathlib import Path

import pytest

from site_gen.extract import clean
from site_gen.ingest import IngestCache, IngestOptions, ingest
from site_gen.pipeline.settings import load_settings
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
