"""addresses.lock: read back as it was written, merged, and refused where it is damaged."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.published import PublishedAddress
from site_gen.parsing.address_lock import address_lines, joined, lines_of, read_addresses

ONE = PublishedAddress("/2026/01/a/", "post", "content/posts/a.md", "2026-01-05", "seeds/a.txt")
TAG = PublishedAddress("/tags/us-navy/", "tag", "US Navy", "2026-01-04")
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def test_each_address_has_a_line_in_order() -> None:
    assert address_lines((TAG, ONE)).decode().split("\n")[1:] == [
        "/2026/01/a/\tpost\tcontent/posts/a.md\t2026-01-05\tseeds/a.txt",
        "/tags/us-navy/\ttag\tUS Navy\t2026-01-04",
        "",
    ]


@given(TEXT, TEXT, TEXT)
def test_what_was_written_is_read(address: str, of: str, seed: str) -> None:
    one = PublishedAddress(f"/a{address}", "post", of, "2026-01-05", seed)
    data = address_lines((one,))
    assert read_addresses(data).value == (one,)
    assert lines_of(data)[one.address][0] == 2


def test_both_sides_of_a_merge_are_kept_with_the_first_day() -> None:
    later = PublishedAddress(ONE.address, "post", "content/posts/b.md", "2026-02-01")
    merged = address_lines((later,)) + address_lines((ONE, TAG))
    assert read_addresses(merged).value == (ONE, TAG)


def test_what_is_published_again_keeps_its_first_day_and_says_what_it_is_of_now() -> None:
    now = PublishedAddress(ONE.address, "post", "content/posts/b.md", "2026-02-01", "seeds/a.txt")
    (found, other) = joined((ONE, TAG), (now,))
    assert found == PublishedAddress(ONE.address, "post", "content/posts/b.md", "2026-01-05", "seeds/a.txt")
    assert other == TAG


def test_damaged_lines_are_problems_with_their_place() -> None:
    data = b"# head\n/a/\tpost\t-\t2026-01-05\n/b/\tpost\t-\n/c/\tpost\t-\tyesterday\nd\tpost\t-\t2026-01-05\n"
    result = read_addresses(data)
    assert result.value is None
    assert [(one.line, one.what.split(":")[0]) for one in result.problems] == [
        (3, "This line has 3 fields, not four"),
        (4, "'yesterday' is not a day"),
        (5, "'d' is not an address on this site."),
    ]


def test_a_conflict_is_a_problem_that_says_to_keep_both_sides() -> None:
    (problem,) = read_addresses(b"/a/\tpost\t-\t2026-01-05\n<<<<<<< HEAD\n/b/\n=======\n/c/\n>>>>>>> x\n").problems
    assert problem.line == 2
    assert problem.hint.startswith("Keep the lines of both sides")
