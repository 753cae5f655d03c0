"""site.yaml: what a type cannot say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.settings import Settings
from site_gen.parsing.settings import read_settings


def read(text: str) -> Settings | list[str]:
    settings = read_settings("site.yaml", text.encode())
    return settings.value or [str(problem) for problem in settings.problems]


GOOD = [
    "",
    "base_url: http://localhost:8000/",
    "base_url: https://example.org/news/",
    "timezone: Europe/Kyiv",
    "permalink: /{slug}/",
    "permalink: /news/{year}-{month}-{day}/{type}/{slug}/",
    "permalink: /{year}/{slug}.html",
    "{permalink: '/{section}/{year}/{month}/{day}/{slug}.html', sections: [Naval]}",
    "language: pt-BR",
    "menu: [{title: A, url: /a/}, {title: B, url: 'https://example.org/'}, {title: C, url: 'mailto:a@example.org'}]",
    "menu: [{title: A, url: /a/, children: [{title: B, url: /b/}, {title: C, url: 'https://example.org/'}]}]",
    "tags: {NATO: {aliases: [Atlantic Alliance], slug: nato}, EU: {}}",
    "theme: {name: plain, options: {accent: navy}}",
    "feeds: {items: 5, content: summary}",
]


@pytest.mark.parametrize("text", GOOD)
def test_sound_settings(text: str) -> None:
    assert isinstance(read(text), Settings)


def test_an_empty_file_is_the_defaults() -> None:
    assert read("") == Settings()


BAD = [
    ("base_url: ftp://example.org/", "1:11: 'ftp://example.org/' is not the address of a site."),
    ("base_url: //example.org/", "1:11: '//example.org/' is not the address"),
    ("base_url: https://", "1:11: 'https://' is not the address"),
    ("base_url: https://example.org:99999/", "1:11: 'https://example.org:99999/' is not the address"),
    ("base_url: 'https://[::1/'", "1:12: 'https://[::1/' is not the address"),
    ("base_url: 'https://example.org/#top'", "1:12: 'https://example.org/#top' has a query or a fragment."),
    ("timezone: Mars/Olympus", "1:11: 'Mars/Olympus' is not a time zone."),
    ("timezone: ../etc/passwd", "1:11: '../etc/passwd' is not a time zone."),
    ("timezone: europe/kiev", "1:11: 'europe/kiev' is not a time zone. Did you mean 'Europe/Kiev'?"),
    ("permalink: /{year}/", "1:12: The pattern has no {slug}."),
    ("permalink: /{slug}", "1:12: '/{slug}' is not a pattern of addresses."),
    ("permalink: /{slug}/../", "1:12: '/{slug}/../' is not a pattern of addresses."),
    ("permalink: /{slug}/{id}/", "1:20: '{id}' is not a part of an address."),
    ("permalink: /{slug}/{slug:>9}/", "1:20: '{slug:>9}' is not a part of an address."),
    ("permalink: /{slug}/index.html", "1:12: '/{slug}/index.html' is not a pattern of addresses. Write '/{slug}/'."),
    ("permalink: /{slug}.php", "1:12: '/{slug}.php' is not a pattern of addresses. Begin with / and end"),
    ("permalink: /{slug}/.html", "1:12: '/{slug}/.html' is not a pattern of addresses."),
    ("{permalink: '/{section}-{slug}/', sections: [A]}", "1:15: '{section}' shares a part of the address."),
    ("permalink: /{section}/{slug}/", "1:13: No sections are set, so '{section}' would always be empty."),
    ("language: '12'", "1:11: '12' does not have the expected form."),
    ("tags:\n  A: {slug: a/b}", "2:13: The slug 'a/b' cannot be part of an address."),
    ("tags:\n  A: {aliases: [x]}\n  B: {aliases: [X]}", "3:3: 'x' means both 'A' and 'B'."),
    ("menu:\n  - {title: A, url: //evil.example}", "2:21: '//evil.example' leads nowhere."),
    ("menu:\n  - {title: A, url: javascript:alert(1)}", "2:21: 'javascript:alert(1)' leads nowhere."),
    ("menu:\n  - {title: A, url: /a/, children: [{title: B, url: b}]}", "2:53: 'b' leads nowhere."),
    ("menu:\n- {title: A, url: /a/, children: [{title: B, url: /b/, children: []}]}", "2:56: Unknown key 'children'."),
    ("theme: ''", "1:8: The theme has no name."),
    ("page_size: 1001", "1:12: 1001 is too large. The maximum is 1000."),
    ("theme: {nmae: x}", "1:9: Unknown key 'nmae'. Did you mean 'name'?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), BAD)
def test_what_cannot_be_is_said(text: str, problem: str) -> None:
    found = read(text)
    assert isinstance(found, list)
    assert len(found) == 1
    assert found[0].startswith(f"site.yaml:{problem}")


def test_a_bad_key_hides_no_other_problem() -> None:
    found = read("titel: A\nbase_url: x\ntimezone: y\npermalink: z\nmenu: [{title: A, url: b}]\n")
    assert isinstance(found, list)
    assert len(found) == 6


@given(
    st.text(max_size=40), st.sampled_from(["base_url", "timezone", "permalink", "language", "output", "title", "theme"])
)
def test_no_value_makes_the_reader_fail(value: str, key: str) -> None:
    quoted = value.encode("unicode_escape").decode().replace('"', '\\"').replace("\\\\", "\\")
    for text in (f'{key}: "{quoted}"', f"{key}: {value}"):
        data = text.encode("utf-8", "replace")
        read = read_settings("site.yaml", data)
        assert (read.value is None) == bool(read.problems)


@pytest.mark.parametrize(
    "address",
    ("https://desk:word@git.test/x.git", "https://ghp_word@git.test/x.git", "ssh://desk:word@git.test/x.git"),
)
def test_a_password_in_an_address_is_refused_and_not_said_again(address: str) -> None:
    text = f"deploy:\n  live: {{type: git, remote: '{address}'}}\n"
    wrong = read_settings("site.yaml", text.encode())
    assert wrong.value is None and len(wrong.problems) == 1
    assert "word" not in repr(wrong.problems[0]).replace("password", "")


@pytest.mark.parametrize(
    "address", ("git@git.test:x.git", "ssh://git@git.test/x.git", "https://git.test/x.git", "origin")
)
def test_addresses_without_a_password(address: str) -> None:
    text = f"deploy:\n  live: {{type: git, remote: '{address}'}}\n"
    assert read_settings("site.yaml", text.encode()).value


@pytest.mark.parametrize(("path", "wrong"), ((".", True), ("./static/x", True), ("site", True), ("www", False)))
def test_a_site_is_not_published_among_its_sources(path: str, wrong: bool) -> None:
    text = f"output: site\ndeploy:\n  live: {{type: folder, path: {path}}}\n"
    assert (read_settings("site.yaml", text.encode()).value is None) == wrong
