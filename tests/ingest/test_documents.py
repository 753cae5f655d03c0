"""Documents and mails from file to page: what their readers were not to see is nowhere but in the seeds themselves."""

import json
import shutil
from datetime import tzinfo
from pathlib import Path

import pytest

from site_gen.ingest.confined import convert_file
from site_gen.model.problem import Result
from site_gen.model.seed import Converted
from site_gen.text.extras import how_to_install
from tests.conversion.words import OFFICE, has_canary
from tests.ingest.test_ingest import locked, take_in
from tests.support import run, started, write

SEEDS = (
    *("tracked.docx", "tracked.odt", "tracked.rtf", "tracked.doc", "columns-latex.pdf", "columns-writer.pdf"),
    *("gmail.eml", "outlook.eml", "apple.eml", "thunderbird.eml", "locked.pdf"),
)
SITE = "title: Desk\nlanguage: en\nimages: {credit: optional}\n"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_readers_were_not_to_see_is_nowhere(seed: str, tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": SITE})
    (tmp_path / "seeds").mkdir()
    shutil.copy(OFFICE / seed, tmp_path / "seeds" / seed)
    told = []
    for command in (
        ("ingest", "--dry-run"),
        ("ingest", "--dry-run", "--json"),
        ("ingest", "-v"),
        ("review",),
        ("review", "--json"),
        ("build", "--explain"),
        ("list", "--json"),
    ):
        done = run(*command, root=tmp_path)
        told.append(done.stdout + done.stderr)
    is_post = seed not in ("tracked.doc", "locked.pdf")
    assert len(list((tmp_path / "content/posts").glob("*.md"))) == is_post, told
    assert any(has_canary(text.encode()) for text in told) is False
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.parent != tmp_path / "seeds":
            assert not has_canary(path.read_bytes()), path


def test_several_forms_of_one_story_are_one_post(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": SITE})
    (tmp_path / "seeds").mkdir()
    for seed in ("tracked.docx", "tracked.odt", "tracked.rtf", "columns-latex.pdf", "columns-writer.pdf"):
        shutil.copy(OFFICE / seed, tmp_path / "seeds" / seed)
    done = take_in(tmp_path)
    assert (len(done.new), done.problems) == (2, ())
    assert sum(bool(one.duplicate_of) for one in locked(tmp_path).seeds.values()) == 3


def test_a_document_is_converted_once_for_its_probe_and_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"site.yaml": SITE + "timezone: Asia/Tokyo\n"})
    (tmp_path / "seeds").mkdir()
    shutil.copy(OFFICE / "columns-latex.pdf", tmp_path / "seeds")
    asked = []

    def counted(form: str, name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
        asked.append(name)
        return convert_file(form, name, data, zone)

    monkeypatch.setattr("site_gen.ingest.seed_texts.convert_file", counted)
    assert take_in(tmp_path).problems == ()
    assert asked == ["seeds/columns-latex.pdf"]


def test_pictures_land_beside_the_post_and_on_its_page(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": SITE})
    (tmp_path / "seeds").mkdir()
    shutil.copy(OFFICE / "outlook.eml", tmp_path / "seeds")
    assert take_in(tmp_path).problems == ()
    post = (tmp_path / locked(tmp_path).seeds["seeds/outlook.eml"].post).read_text()
    assert "![A model of the patrol ship](" in post
    assert run("build", root=tmp_path).returncode == 0
    pages = [
        path for path in (tmp_path / "output").rglob("index.html") if "A model of the patrol ship" in path.read_text()
    ]
    assert pages


def test_without_the_extra_each_file_is_a_problem_with_the_command(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"site.yaml": SITE, "hidden/mammoth.py": "raise ImportError\n", "hidden/pypdfium2.py": "raise ImportError\n"},
    )
    (tmp_path / "seeds").mkdir()
    for seed in ("tracked.docx", "columns-latex.pdf", "tracked.odt", "gmail.eml"):
        shutil.copy(OFFICE / seed, tmp_path / "seeds" / seed)
    done = started("ingest", "--json", root=tmp_path, env={"PYTHONPATH": f"{tmp_path / 'hidden'}:{Path.cwd()}"})
    problems = {one["path"]: (one["what"], one["hint"]) for one in json.loads(done.stdout)["problems"]}
    for path, form in (("seeds/tracked.docx", ".docx"), ("seeds/columns-latex.pdf", ".pdf")):
        what, hint = problems.pop(path)
        assert what == f"{form} files are not read without the extra 'documents'."
        assert hint == f"Install it: {how_to_install('documents')}. The file waits until then."
    assert problems == {}
