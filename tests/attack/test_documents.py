"""Hostile documents and mails are problems of their own file, in bounded time and memory."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from site_gen.ingest import confined
from site_gen.ingest.confined import convert_file
from tests.attack.documents import HOSTILE
from tests.attack.forked import Reader
from tests.conversion.words import OFFICE
from tests.ingest.test_ingest import take_in
from tests.support import write

UTC = ZoneInfo("UTC")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    one = Reader()
    yield one
    one.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_problem_or_a_text_in_bounded_time_and_memory(
    name: str, reader: Reader, tmp_path: Path
) -> None:
    form, data = HOSTILE[name]()
    code, said, complained = reader.read(form, data, tmp_path)
    assert (code, complained) == (0, ""), said[-500:]
    *problems, texts = said.strip().split("\n")
    assert bool(problems) != (texts == "texts 1")
    assert all(line.startswith("seeds/a: ") and line.endswith(".") and len(line) < 400 for line in problems)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("zip bomb", "word/document.xml in this document is too large: 400 MB when unpacked."),
        ("zip bomb that lies", "word/document.xml in this document is damaged."),
        ("an archive of many parts", "This document has 20,001 parts, more than 10,000."),
        ("a billion laughs in .docx", "word/document.xml in this document is damaged, or declares entities."),
        ("an entity from outside", "word/document.xml in this document is damaged, or declares entities."),
        ("pages without end", "This PDF has 100,000 pages; at most 400 are read."),
        ("groups within groups", "The structure of this document is too deep."),
        ("a mail of many parts", "This mail has too many parts."),
    ],
)
def test_the_problem_says_what_is_wrong(name: str, what: str) -> None:
    form, data = HOSTILE[name]()
    (problem,) = convert_file(form, "seeds/a", data, UTC).problems
    assert problem.what == what


def test_a_library_that_crashes_or_never_ends_is_a_problem_of_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pdf = (OFFICE / "columns-latex.pdf").read_bytes()
    for body in ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "while True: pass", "x = [0] * 10**10"):
        (tmp_path / "pypdfium2.py").write_text(body)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        monkeypatch.setattr(confined, "SECONDS", 1)
        began = time.monotonic()
        (problem,) = convert_file(".pdf", "seeds/a.pdf", pdf, UTC).problems
        assert problem.what.startswith("This file could not be read within 1 seconds and 2 GB of memory.")
        assert time.monotonic() - began < 40


def test_a_hostile_file_keeps_no_other_from_being_ingested(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"site.yaml": "title: T\n", "seeds/b.txt": "The navy said on Tuesday that ten ships would be built.\n" * 3},
    )
    for name in ("zip bomb", "pages in a circle"):
        form, data = HOSTILE[name]()
        (tmp_path / f"seeds/{name.replace(' ', '-')}{form}").write_bytes(data)
    done = take_in(tmp_path)
    assert sorted(one.path for one in done.problems) == ["seeds/pages-in-a-circle.pdf", "seeds/zip-bomb.docx"]
    assert len(done.new) == 1


def test_a_file_of_500_mb_is_not_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"site.yaml": "title: T\n", "seeds/b.txt": "The navy said on Tuesday that ten ships would be built.\n"},
    )
    for name in ("a.pdf", "a.docx", "a.eml", "a.rtf", "a.odt", "a.doc"):
        with (tmp_path / f"seeds/{name}").open("wb") as file:
            file.truncate(500_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = take_in(tmp_path)
    assert len(done.problems) == 6
    assert all(one.what == "This file has 500 MB; at most 128 MB are read." for one in done.problems)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
