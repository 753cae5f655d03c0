"""Edits of front matter leave every other byte as it is."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.parsing.post import read_post
from site_gen.pipeline.front_edits import with_alias, with_slug, with_tags
from site_gen.text.slug import fold

PATH = "content/posts/2026-01-05-a.md"
NAVY = {fold("U.S. Navy"): "US Navy"}
HEAD, TAIL = "---\ntitle: Łódź — the fleet\ndate: 2026-01-05  # a comment\n", "draft: true\n---\n\nU.S. Navy: text\n"


def post(middle: str, end_of_line: str = "\n") -> bytes:
    return (HEAD + middle + TAIL).replace("\n", end_of_line).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: [U.S. Navy, Drones]  # two\n", "tags: [US Navy, Drones]  # two\n"),
        ('tags: ["U.S. Navy",\n  Drones]\n', "tags: [US Navy,\n  Drones]\n"),
        ("tags:\n  - Drones # one\n  - 'U.S. Navy' # other\n", "tags:\n  - Drones # one\n  - US Navy # other\n"),
        ("tags: [Drones, U.S. Navy, US Navy]\n", "tags: [Drones, US Navy]\n"),
        ("tags: [U.S. Navy, US Navy]\n", "tags: [US Navy]\n"),
        ("tags: [US Navy, Drones, u.s. navy]\n", "tags: [US Navy, Drones]\n"),
        ("tags:\n- U.S. Navy\n- US Navy\n", "tags:\n- US Navy\n"),
        (
            "tags: [U.S. Navy]\nentities: {organisation: [U.S. Navy]}\n",
            "tags: [US Navy]\nentities: {organisation: [US Navy]}\n",
        ),
        ("tags: [Drones]\n", "tags: [Drones]\n"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"])
def test_a_tag_is_renamed(before: str, after: str, end_of_line: str) -> None:
    assert with_tags(PATH, post(before, end_of_line), NAVY) == post(after, end_of_line)


def test_a_name_that_yaml_would_take_for_something_else_is_quoted() -> None:
    assert with_tags(PATH, post("tags: [U.S. Navy]\n"), {fold("U.S. Navy"): "No: 1"}) == post('tags: ["No: 1"]\n')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases: [/a/]\n", "aliases: [/a/, /b/]\n"),
        ("aliases:\n  - /a/ # old\n", "aliases:\n  - /a/\n  - /b/ # old\n"),
        ("aliases: []\n", "aliases: [/b/]\n"),
        ("aliases:\n", "aliases: [/b/]\n"),
    ],
)
def test_an_alias_is_added_to_those_that_exist(before: str, after: str) -> None:
    written = with_alias(PATH, post(before), "/b/")
    assert written == post(after).replace(b"[/b/]", b'["/b/"]').replace(b", /b/]", b', "/b/"]').replace(
        b"- /b/", b'- "/b/"'
    )
    entry = read_post(PATH, written, UTC, False).value
    assert entry is not None and entry.front.aliases[-1] == "/b/"


def test_the_first_alias_has_a_line_after_the_title() -> None:
    before = post("", "\r\n")
    assert with_alias(PATH, before, "/b/") == before.replace(b"date:", b'aliases: ["/b/"]\r\ndate:')


def test_a_slug_is_changed_only_where_there_is_one() -> None:
    assert with_slug(PATH, post("slug: 'old' # kept\n"), "new") == post("slug: new # kept\n")
    assert with_slug(PATH, post(""), "new") == post("")


NAMES = st.lists(
    st.sampled_from(["U.S. Navy", "US Navy", "Drones", "Łódź", "#1", "a: b", "NO"]), max_size=5, unique=True
)


@given(NAMES, st.booleans(), st.sampled_from(["US Navy", "Kyiv", "a, b", "[x]"]))
def test_after_any_renaming_the_tags_are_the_renamed_ones_each_once(names: list[str], flow: bool, new: str) -> None:
    items = [f'"{name}"' for name in names]
    middle = f"tags: [{', '.join(items)}]\n" if flow else "tags:\n" + "".join(f"  - {item}\n" for item in items)
    entry = read_post(PATH, with_tags(PATH, post(middle if names else ""), {fold("U.S. Navy"): new}), UTC, False).value
    assert entry is not None
    expected = [new if name == "U.S. Navy" else name for name in names]
    kept = [name for at, name in enumerate(expected) if names[at] == name or name not in names]
    assert list(entry.front.tags) == list(dict.fromkeys(kept))
