"""PDFs: text in two columns, as pdflatex and LibreOffice set it."""

from datetime import UTC
from pathlib import Path
from textwrap import wrap

import pytest

from site_gen.conversion import convert
from site_gen.model.seed import Converted
from tests.conversion.words import OFFICE, has_canary, recall

COLUMNS = ("columns-latex.pdf", "columns-type3.pdf", "columns-writer.pdf", "restricted.pdf")
KNOWN = (OFFICE / "columns.txt").read_text(encoding="utf-8")
TITLE, *BODY = KNOWN.strip().split("\n\n")
HEADINGS = ("What was built", "Why it matters", "What comes next")


def converted(name: str) -> Converted:
    found = convert(".pdf", f"seeds/{name}", (OFFICE / name).read_bytes(), UTC)
    assert found.problems == ()
    assert found.value is not None
    (only,) = found.value
    return only


def problem(data: bytes) -> str:
    (found,) = convert(".pdf", "seeds/a.pdf", data, UTC).problems
    return f"{found.what} {found.hint}"


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_read_one_after_the_other_and_nothing_is_lost(name: str) -> None:
    found = converted(name)
    assert found.given.title == TITLE
    assert recall("\n\n".join(BODY), found.text) >= 0.98


@pytest.mark.parametrize("name", COLUMNS)
def test_paragraphs_and_headings_are_those_of_the_text(name: str) -> None:
    blocks = converted(name).text.split("\n\n")
    told = [f"## {one}" if one in HEADINGS else one for one in BODY]
    notes = [block for block in blocks if block.startswith("¹ ")]
    assert [block.replace("third.¹", "third.") for block in blocks if block not in notes] == told


@pytest.mark.parametrize("name", COLUMNS)
def test_words_broken_by_lines_columns_and_pages_are_whole_and_compounds_keep_their_hyphens(name: str) -> None:
    text = converted(name).text
    for word in (
        "Romania opened",
        "second-hand F-16 fighters",
        "twenty-four aircraft",
        "meeting whether the rotation of",
    ):
        assert word in text
    assert "- " not in text


@pytest.mark.parametrize(
    ("name", "furniture"),
    [
        ("columns-latex.pdf", {"Danube Defence Review", "May 2026", "1, 2"}),
        ("columns-writer.pdf", {"RunningHead Gazette", "Page 1, Page 2"}),
    ],
)
def test_running_heads_and_page_numbers_are_cut_and_logged(name: str, furniture: set[str]) -> None:
    found = converted(name)
    assert {note.value for note in found.notes if note.what == "cut"} == furniture
    assert not any(one in found.text for one in ("Danube Defence", "May 2026", "Gazette", "Page 1", "Page 2"))


def test_what_the_file_says_of_its_author_is_not_taken() -> None:
    for name in COLUMNS[:2]:
        assert has_canary((OFFICE / name).read_bytes()), "or this test shows nothing"
        assert not has_canary(repr(converted(name)).encode())


def test_a_footnote_does_not_interrupt_the_text() -> None:
    text = converted("columns-latex.pdf").text
    assert "the alliance paid a third.¹\n\nDefence Minister" in text
    assert text.endswith("\n\n¹ The figures are those of the ministry, in prices of 2025.")


def test_texts_from_right_to_left_are_in_their_order() -> None:
    known = (OFFICE / "right-to-left.txt").read_text(encoding="utf-8").strip()
    head, _, text = converted("right-to-left.pdf").text.partition("\n\n")
    assert (head, text) == ("RunningHead Gazette", known)


def test_a_byline_and_a_date_below_the_title_are_no_headings() -> None:
    text = "The navy has ordered three ships for its coast guard, and this is when they are due. " * 3
    head = ((24, 60, 700, "Three ships by 2029"), (14, 60, 670, "By Jane Doe"), (14, 60, 640, "March 3, 2026"))
    body = [(10, 60, 560 - 12 * at, text[at * 90 : at * 90 + 90]) for at in range(3)]
    found = convert(".pdf", "seeds/a.pdf", page(lines(*head, (14, 60, 600, "Why now"), *body)), UTC)
    assert found.value is not None
    assert found.value[0].given.title == "Three ships by 2029"
    assert found.value[0].text.startswith("By Jane Doe\n\nMarch 3, 2026\n\n## Why now\n\nThe navy has ordered")


def test_pages_that_all_say_the_same_are_not_cut_to_nothing() -> None:
    same = page(lines((12, 60, 700, "Notice of the ministry of defence to all who sail in these waters")))
    twice = same.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 3 0 R] /Count 2")
    found = convert(".pdf", "seeds/a.pdf", twice, UTC)
    assert found.value is not None
    assert found.value[0].text.count("Notice of the ministry") == 2


def test_words_that_two_pages_have_at_one_height_are_no_running_head() -> None:
    text = "The navy has ordered three ships for its coast guard in the north"
    first = lines((10, 40, 700, "In"), (10, 60, 700, text), (10, 40, 640, text))
    both = page(first).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 6 0 R] /Count 2")
    other = lines(
        (10, 40, 700, "In"),
        (10, 60, 700, "other waters nothing was seen on that day, it said"),
        (10, 40, 640, "The end."),
    )
    more = b"6 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 7 0 R /Resources << /Font << /F 4 0 R >> >> >>\nendobj\n"
    more += b"7 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(other), other)
    found = convert(".pdf", "seeds/a.pdf", both.replace(b"xref\n", more + b"xref\n", 1), UTC)
    assert found.value is not None
    assert found.value[0].text.count("In ") == 2


def test_a_locked_file_is_a_problem() -> None:
    assert problem((OFFICE / "locked.pdf").read_bytes()) == (
        "This PDF is protected by a password. Save it without a password, then ingest again."
    )


def page(content: bytes, fonts: str = "/Font << /F 4 0 R >>") -> bytes:
    """A PDF of one page."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << %s >> >>" % fonts.encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    )
    body = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return body + end % (table, len(body))


def test_a_scan_without_text_is_a_problem_that_says_so() -> None:
    scan = page(b"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q")
    assert problem(scan).startswith("This PDF has no text, only pictures of its pages. Have its text recognised first")


def test_damaged_files_are_problems(tmp_path: Path) -> None:
    assert problem(b"%PDF-1.4 and nothing else") == (
        "This PDF is damaged. Open it, and print it into a new PDF, or save its text."
    )
    assert problem((OFFICE / "columns-latex.pdf").read_bytes()[:3000]).startswith("This PDF is damaged.")


def lines(*texts: tuple[int, int, int, str]) -> bytes:
    return (
        b"BT "
        + b" ".join(f"/F {size} Tf 1 0 0 1 {left} {base} Tm ({text}) Tj".encode() for size, left, base, text in texts)
        + b" ET"
    )


def test_three_columns_are_read_one_after_the_other() -> None:
    known = " ".join(BODY[1:4]).encode("ascii", "ignore").decode().replace("(", "").replace(")", "")
    rows = wrap(known, 32)
    high = -(-len(rows) // 3)
    placed = [(10, 40 + 180 * (at // high), 700 - 12 * (at % high), row) for at, row in enumerate(rows)]
    heading = (20, 40, 740, "A title that goes across all of the columns")
    found = convert(".pdf", "seeds/a.pdf", page(lines(heading, *placed[::-1])), UTC)
    assert found.value is not None
    assert found.value[0].given.title == heading[3]
    assert recall(known, found.value[0].text) >= 0.98


def test_a_table_is_one_and_lists_are_lists() -> None:
    rows = (
        ("Ship", "Year", "Tonnes"),
        ("Alpha", "2027", "3000"),
        ("Bravo", "2028", "3100"),
        ("Charlie", "2029", "3200"),
    )
    table = [
        (11, 60 + 150 * column, 600 - 16 * row, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    text = "The navy has ordered three ships for its coast guard, and this is when they are due at sea"
    items = [(11, 60, 500 - 16 * at, f"\\225 {word} of the fleet") for at, word in enumerate(("First", "Second"))]
    found = convert(
        ".pdf",
        "seeds/a.pdf",
        page(lines((20, 60, 700, "Three ships by 2029"), (11, 60, 660, text), *table, *items)),
        UTC,
    )
    assert found.value is not None
    assert found.value[0].given.title == "Three ships by 2029"
    assert "| Ship | Year | Tonnes |\n| --- | --- | --- |\n| Alpha | 2027 | 3000 |" in found.value[0].text
    assert found.value[0].text.endswith("- First of the fleet\n- Second of the fleet")
