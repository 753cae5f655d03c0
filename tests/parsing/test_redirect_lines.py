"""Changes of redirects.yaml leave everything else in it as it is."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.parsing.redirect_lines import redirect_line, with_changes
from site_gen.parsing.redirects import read_redirects

FILE = b"""\
# moved with the new desk
/b/: /c/   # stays
"/q:uo te/":   '/c/'
/a/:
  /c/

# the end
/z/: gone
"""


def test_only_what_is_changed_changes() -> None:
    made = with_changes(FILE, [("/new/", "/c/")], {"/b/": "/d/", "/a/": "gone"}, ["/q:uo te/"]).value
    assert made == (
        b"# moved with the new desk\n/b/: /d/   # stays\n/a/:\n  gone\n\n# the end\n/z/: gone\n/new/: /c/\n"
    )


def test_line_ends_and_a_mark_at_the_beginning_stay() -> None:
    made = with_changes(b"\xef\xbb\xbf/a/: /b/\r\n/c/: /b/", [("/d/", "/b/")], {}, ["/a/"]).value
    assert made == b"\xef\xbb\xbf/c/: /b/\r\n/d/: /b/\r\n"


def test_a_file_that_is_not_there_is_made_and_one_may_become_empty() -> None:
    assert with_changes(b"", [("/a/", "gone")], {}, []).value == b"/a/: gone\n"
    assert with_changes(b"/a/: gone\n", [], {}, ["/a/"]).value == b""
    assert with_changes(b"# only this\n", [("/a/", "gone")], {}, []).value == b"# only this\n/a/: gone\n"


def test_indented_lines_get_lines_like_them() -> None:
    assert with_changes(b"  /a/: /b/\n", [("/c/", "/b/")], {}, []).value == b"  /a/: /b/\n  /c/: /b/\n"


def test_a_file_in_braces_is_refused() -> None:
    result = with_changes(b"{/a/: /b/}\n", [("/c/", "/b/")], {}, [])
    assert result.value is None and "braces" in result.problems[0].what


@given(
    st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\\\ufffd*./?#"), min_size=1, max_size=9)
)
def test_a_line_is_read_as_the_address_that_it_was_written_for(name: str) -> None:
    address = f"/{name}/"
    found = read_redirects(redirect_line(address, "/to/").encode())
    if found.value is None:
        assert "is not an address on this site" in found.problems[0].what  # a name that no file may have
    else:
        assert found.value[0].source == address
