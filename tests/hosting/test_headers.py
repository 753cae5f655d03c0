from typing import Any

from site_gen.hosting.headers import FOREVER, content_policy, header_rules, security_headers
from site_gen.model.feed import FeedLink
from site_gen.model.settings import HeaderSettings, Settings


def policy(chosen: HeaderSettings, **settings: Any) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in content_policy(Settings(headers=chosen, **settings)).split("; "))


def test_a_page_may_load_from_the_site_and_from_what_the_settings_name() -> None:
    strict = policy(HeaderSettings())
    assert strict["default-src"] == "'none'" and strict["frame-ancestors"] == "'none'"
    assert strict["img-src"] == strict["style-src"] == "'self'" and strict["frame-src"] == "'none'"
    assert "unsafe-inline" not in str(strict)
    open_ = policy(HeaderSettings(images=("https://p.example",), frames=("https://f.example",)))
    assert open_["img-src"] == "'self' https://p.example"
    assert open_["frame-src"] == "https://f.example"


def test_only_a_site_that_is_searched_may_compile() -> None:
    assert policy(HeaderSettings())["script-src"] == "'self'"
    assert policy(HeaderSettings(), search="pagefind")["script-src"] == "'self' 'wasm-unsafe-eval'"


def test_only_a_secure_site_is_pinned_to_https() -> None:
    assert "Strict-Transport-Security" in dict(security_headers(Settings(base_url="https://example.org/")))
    assert "Strict-Transport-Security" not in dict(security_headers(Settings(base_url="http://localhost:8000/")))


def test_files_of_a_digest_are_kept_for_good_and_feeds_may_be_read_by_all() -> None:
    feeds = (FeedLink("application/atom+xml", "All", "/atom.xml"),)
    rules = {rule.path: dict(rule.headers) for rule in header_rules(Settings(), feeds)}
    assert rules["/assets/*"] == {"Cache-Control": FOREVER}
    assert rules["/atom.xml"]["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert rules["/atom.xml"]["Access-Control-Allow-Origin"] == "*"
    assert rules["/*"] == dict(security_headers(Settings()))
