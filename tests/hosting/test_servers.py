"""Real servers with the rules that were written for them answer alike."""

import pytest

from tests.hosting.conftest import HIDDEN, LED, PAGES, SECURITY, Published, ask


@pytest.mark.parametrize(("path", "status", "to"), LED)
def test_old_addresses_lead_on(server: int, path: str, status: int, to: str) -> None:
    got = ask(server, path)
    assert (got.status, got.leads_to) == (status, to)
    assert "set-cookie" not in got.headers


@pytest.mark.parametrize(
    ("path", "to"), [("/desk/of/?id=axb.c_d", "https://other.example.org/of/"), ("/index.php?p=12", "/archive/")]
)
def test_a_query_that_no_line_has_changes_nothing(server: int, path: str, to: str) -> None:
    got = ask(server, path)
    assert (got.status, got.leads_to.partition("?")[0]) == (301, to)  # Apache passes the query on


def test_a_page_is_found_without_its_closing_slash(server: int) -> None:
    got = ask(server, "/tags")
    assert got.status in (301, 308)  # nginx and Apache say the one, Caddy the other
    assert got.leads_to == "/tags/"


@pytest.mark.parametrize(("path", "status", "kind", "cache"), PAGES)
def test_pages_and_files_have_their_headers(
    server: int, published: Published, path: str, status: int, kind: str, cache: str
) -> None:
    if path == "ASSET":
        path = f"/assets/{next((published.output / 'assets').glob('style.*.css')).name}"
    got = ask(server, path)
    assert (got.status, got.headers.get("content-type"), got.headers.get("cache-control")) == (status, kind, cache)
    assert {name: got.headers.get(name) for name in SECURITY} == SECURITY
    assert got.headers["content-security-policy"].startswith("default-src 'none'; ")


def test_what_is_missing_or_gone_shows_the_sites_own_page(server: int, published: Published) -> None:
    own = (published.output / "404.html").read_text(encoding="utf-8")
    assert ask(server, "/nothing/").text == own
    assert ask(server, "/withdrawn/").text == own
    assert ask(server, "/closed/for/good/").text == own


@pytest.mark.parametrize("path", HIDDEN)
def test_what_is_no_readers_business_is_not_served(server: int, path: str) -> None:
    assert ask(server, path).status in (403, 404)


def test_a_page_that_there_is_wins_over_a_rule_for_a_whole_folder(server: int, published: Published) -> None:
    (published.output / "desk").mkdir(exist_ok=True)
    (published.output / "desk/index.html").write_text("here", encoding="utf-8")
    assert ask(server, "/desk/").text == "here"
