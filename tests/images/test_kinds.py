import pytest

from site_gen.images.kinds import HEAD, is_markup, is_picture, kind_of
from tests.attack.pictures import PUBLISHED, REFUSED


def test_a_name_says_nothing() -> None:
    assert {name for name, data in PUBLISHED.items() if kind_of(data[:HEAD]) != name.partition("-")[0]} == set()
    photographs = {name: data for name, data in REFUSED.items() if name.startswith("photograph")}
    assert len(photographs) > 10 and all(kind_of(data[:HEAD]) for data in photographs.values())


@pytest.mark.parametrize(
    "data",
    [
        b"<svg/>",
        b"  <svg xmlns='x'>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <html> --><!DOCTYPE svg PUBLIC 'a' 'b'>\n<svg>",
        b"<!--" + b"x" * 9000 + b"--><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE a [<!ENTITY b ']>'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<svg/>".encode("utf-16"),
        "<?xml version='1.0'?><svg/>".encode("utf-16-le"),
    ],
)
def test_a_drawing_begins_with_its_element(data: bytes) -> None:
    assert is_markup(data) and kind_of(data) == "svg"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words about <svg>",
        b"<html><svg/></html>",
        b"<!-- <svg>",
        b"<svgx/>",
        b"<?xml version='1.0'?><rss/>",
        b"BM is short for benchmark, and this is a text about it.",
        b"\0\0\1\0\1\0" + bytes(40),
        b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(30),
        b"RIFF\x10\0\0\0WAVEfmt ",
        b"%PDF-1.7",
        bytes(HEAD),
    ],
)
def test_what_is_no_picture(data: bytes) -> None:
    assert kind_of(data) == ""
    assert not is_picture("a.txt", data)
    assert is_picture("a.JPG", data) and is_picture("deep/a.svgz", data)


def test_a_page_may_begin_with_a_drawing() -> None:
    assert not is_picture("a.html", b"<!doctype html><svg/>")
    assert is_picture("a.xml", b"<!doctype html><svg/>") and is_picture("a.html", REFUSED["photograph.tif"])


def test_many_comments_take_no_time() -> None:
    assert kind_of(b"<!---->" * 200_000 + b"<html>") == ""
