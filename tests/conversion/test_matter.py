from datetime import UTC, datetime

import pytest

from site_gen.conversion.given import Facts, facts_of
from site_gen.conversion.matter import read_matter, read_settings
from site_gen.model.seed import Given

WANTED = Given(
    title="A ship: sails",
    summary="It sails.",
    date=datetime(2025, 3, 4, 10, 0, tzinfo=UTC),
    timed=True,
    authors=("Ann", "Bob"),
    tags=("Navy", "Europe"),
    slug="a-ship",
)
FORMS = {
    "yaml": (
        '---\ntitle: "A ship: sails"\ndescription: It sails.\ndate: 2025-03-04T10:00:00Z\nauthors: [Ann, Bob]\n'
        "tags:\n  - Navy\ncategories: Europe\nslug: a-ship\n---\nText.",
        9 + 1,
    ),
    "toml": (
        '+++\ntitle = "A ship: sails"\nsummary = "It sails."\ndate = 2025-03-04T10:00:00Z\nauthor = ["Ann", "Bob"]\n'
        'tags = ["Navy", "Europe"]\nslug = "a-ship"\n[params]\ntoc = true\n+++\nText.',
        10,
    ),
    "json": (
        '{\n"title": "A ship: sails",\n"excerpt": "It sails.",\n"date": "2025-03-04 10:00Z",\n'
        '"authors": [{"name": "Ann"}, {"name": "Bob"}],\n"keywords": "Navy, Europe",\n"slug": "/news/a-ship/"}\nText.',
        7,
    ),
    "lines": (
        "Title: A ship: sails\nSummary: It sails.\nDate: 2025-03-04 10:00Z\nAuthors: Ann, Bob\nTags: Navy\n"
        "Category: Europe\nSlug: a-ship\n\nText.",
        7,
    ),
}


def facts(text: str) -> Facts:
    return facts_of("seeds/a.md", read_matter("seeds/a.md", text, UTC), UTC)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_front_matter_gives_the_same_facts(form: str) -> None:
    text, lines = FORMS[form]
    matter = read_matter("seeds/a.md", text, UTC)
    assert (facts_of("seeds/a.md", matter, UTC).given, matter.lines) == (WANTED, lines)


@pytest.mark.parametrize(
    "text",
    [
        "Text alone.",
        "---\nA rule above, a rule below.\n---\nText.",
        "{A word} in braces begins the text.",
        "Note: this begins like a header.\nBut it is none.",
        "+++ a line of signs",
        "",
    ],
)
def test_a_text_without_front_matter_is_left_alone(text: str) -> None:
    matter = read_matter("seeds/a.md", text, UTC)
    assert (matter.values, matter.lines, matter.problems) == ({}, 0, ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\ntitle: A\ndate: soon\n---\n", "seeds/a.md:3:1: 'soon' is not a date."),
        ("+++\ntitle = 'A'\ndate = soon\n+++\n", "seeds/a.md:3:8: This is not TOML: Invalid value."),
        ("+++\ntitle = 'A'\npublished = 'soon'\n+++\n", "seeds/a.md:3:1: 'soon' is not a date."),
        ('{"title": "A",\n "date" "2025"}\n', "seeds/a.md:2:9: This is not JSON: Expecting ':' delimiter."),
        ("---\ntitle: [A\n---\n", "seeds/a.md:"),
        ("Title: A\nDate: soon\n\nText.", "seeds/a.md:2:1: 'soon' is not a date."),
    ],
)
def test_a_fault_is_reported_with_its_place(text: str, problem: str) -> None:
    (found,) = facts(text).problems
    assert str(found).startswith(problem)
    assert found.hint


def test_what_is_not_used_is_noted_and_a_draft_is_one() -> None:
    found = facts("---\ntitle: A\nlayout: post\nweight: 3\ndraft: true\nslug: Näh Or!\ntype: page\n---\n")
    assert found.given.draft
    assert found.given.slug == "nah-or"
    assert [(note.value, note.why) for note in found.notes] == [
        ("Näh Or!", "this slug cannot be part of an address as it is"),
        ("layout, type, weight", "these keys are not used"),
    ]


def test_a_source_is_a_name_an_address_or_both() -> None:
    for text in (
        "source: {name: Navy, url: https://example.org/a}",
        "source: Navy\ncanonical_url: https://example.org/a",
    ):
        given = facts(f"---\ntitle: A\n{text}\n---\n").given
        assert (given.source_name, given.source_url) == ("Navy", "https://example.org/a")
    given = facts("---\ntitle: A\nsource: https://example.org/a\nurl: /2025/a/\n---\n").given
    assert (given.source_name, given.source_url) == ("", "https://example.org/a")


def test_aliases_that_expand_without_end_are_cut_off() -> None:
    bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
    for name, of in zip("bcdefgh", "abcdefg", strict=True):
        bomb += f"{name}: &{name} [{', '.join([f'*{of}'] * 9)}]\n"
    assert facts(bomb + "tags: *h\n---\nText.").given.tags is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yml", "title: A\nurl: https://a.example\n"),
        ("a.yml", "# Settings\n---\ntitle: A\nurl: https://a.example\n---\ntitle: B\n"),
        ("a.yml", "--- \ntitle: A\nurl: https://a.example\n...\n"),
        ("a.toml", 'title = "A"\nurl = "https://a.example"\n'),
        ("a.json", '{"title": "A", "URL": "https://a.example"}'),
    ],
)
def test_settings_are_read_by_the_ending_of_their_file(name: str, text: str) -> None:
    read = read_settings(name, text, UTC)
    assert (read.values, read.problems) == ({"title": "A", "url": "https://a.example"}, ())


@pytest.mark.parametrize(
    ("name", "text"), [("a.yml", "a: b\nc: [\n"), ("a.yml", "---\na: b\nc: [\n"), ("a.toml", 'a = "b"\nc = ]\n')]
)
def test_what_is_wrong_with_settings_has_its_line(name: str, text: str) -> None:
    (problem,) = read_settings(name, text, UTC).problems
    assert (problem.path, problem.line) == (name, text.count("\n") + (0 if name == "a.toml" else 1)), problem


def test_settings_without_a_word_have_no_values() -> None:
    assert read_settings("a.yml", "", UTC).values == read_settings("a.toml", "", UTC).values == {}
