from datetime import UTC

from site_gen.conversion import convert
from site_gen.model.seed import Converted


def converted(data: bytes) -> Converted:
    ((one,),) = (convert(".md", "seeds/a.md", data, UTC).or_raise(),)
    return one


def test_lines_have_the_numbers_that_they_have_in_the_file() -> None:
    one = converted(b"---\ntitle: A\n---\n\n# Text\n\nMore *words*.\n")
    assert one.text == "\n\n\n\n# Text\n\nMore *words*.\n"
    assert (one.given.title, one.part, one.source) == ("A", "", "")


def test_it_may_have_any_encoding_and_line_ends() -> None:
    assert converted("---\r\ntitle: Größe\r\n---\r\nÜber".encode("utf-16")).given.title == "Größe"
    assert converted("Tr\u00e8s *bien*, dit-il \u00e0 Gen\u00e8ve.".encode("cp1252")).text.startswith("Très")


def test_what_is_no_text_is_a_problem() -> None:
    for data in (b"", b"---\ntitle: A\n---\n", b"\x89PNG\r\n\x1a\n\0\0\0\0"):
        assert convert(".md", "seeds/a.md", data, UTC).value is None
