"""One line of a post's front matter changes, and every other byte stays."""

import pytest

from site_gen.extract.amend import with_line, without_draft, without_line

POST = b"---\ntitle: A boat\ndate: 2026-01-05\nslug: a-boat\n---\n\ntitle: in the text\n\n---\n\nslug: too\n"


def test_a_line_is_replaced_in_the_front_matter_alone() -> None:
    assert with_line(POST, "title", "Another boat") == POST.replace(b"title: A boat", b"title: Another boat")


def test_a_value_with_characters_of_patterns_is_written_as_it_is() -> None:
    assert with_line(POST, "title", r"\1 \g<0>").startswith(b"---\ntitle: \\1 \\g<0>\ndate:")


def test_a_new_line_comes_after_the_named_one_or_at_the_end() -> None:
    behind = with_line(POST, "aliases", "[/x/]", after="date")
    assert behind == POST.replace(b"05\nslug", b"05\naliases: [/x/]\nslug")
    assert with_line(POST, "type", "news", after="none") == POST.replace(b"a-boat\n", b"a-boat\ntype: news\n", 1)


def test_a_line_is_taken_out() -> None:
    assert without_line(POST, "slug") == POST.replace(b"slug: a-boat\n", b"")
    assert without_line(POST, "none") == POST


@pytest.mark.parametrize(
    ("post", "released"),
    [
        (b"---\ntitle: A\ndraft: true\nslug: a\n---\n\nText.\n", b"---\ntitle: A\nslug: a\n---\n\nText.\n"),
        (b"---\r\ntitle: A\r\ndraft: true\r\n---\r\n\r\nT\r\n", b"---\r\ntitle: A\r\n---\r\n\r\nT\r\n"),
        (b"\xef\xbb\xbf---\ntitle: A\ndraft:  true \n---\nT\n", b"\xef\xbb\xbf---\ntitle: A\n---\nT\n"),
        (b"---\ntitle: A\n---\n\ndraft: true\n\n---\n", b"---\ntitle: A\n---\n\ndraft: true\n\n---\n"),
        (b"---\ntitle: A\ndraft: false\n---\nT\n", b"---\ntitle: A\ndraft: false\n---\nT\n"),
        (b"---\nextra:\n  draft: true\n---\nT\n", b"---\nextra:\n  draft: true\n---\nT\n"),
        (b"draft: true\n", b"draft: true\n"),
    ],
)
def test_a_draft_is_released(post: bytes, released: bytes) -> None:
    assert without_draft(post) == released
