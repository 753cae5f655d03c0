from site_gen.preview.rules import headers_for, read_headers, read_redirects, redirect_for


def test_headers_of_all_rules_that_match_but_none_that_would_outlive_the_preview() -> None:
    rules = read_headers(
        "# all\n/*\n  X-One: 1\n  Strict-Transport-Security: max-age=1\n/tags/*\n  X-Two: a: b\n  ! X-One\n\nnonsense"
    )
    assert headers_for(rules, "/") == (("X-One", "1"),)
    assert headers_for(rules, "/tags/nato/") == (("X-One", "1"), ("X-Two", "a: b"))


def test_redirects_with_places_and_splats() -> None:
    text = "/a /b\n/old/:year/* /new/:splat?y=:year 302\n/p /q 200\n/r https://example.org/ 301! # why\nx y\n"
    rules = read_redirects(text)
    assert redirect_for(rules, "/a") == ("/b", 301)
    assert redirect_for(rules, "/old/2026/x/y") == ("/new/x/y?y=2026", 302)
    assert redirect_for(rules, "/p") is None
    assert redirect_for(rules, "/r") == ("https://example.org/", 301)
    assert redirect_for(rules, "/a/b") is None


def test_what_a_splat_caught_cannot_start_a_header() -> None:
    assert redirect_for(read_redirects("/o/* /n/:splat"), "/o/a\r\nb") is None
