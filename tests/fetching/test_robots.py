from site_gen.fetching.robots import Robots

RULES = b"\xef\xbb\xbfUser-agent: site-gen\r\nDisallow: /own\r\n\r\nUser-agent: *\r\nDisallow: /\r\n"


def test_rules_for_this_program_win_over_those_for_all() -> None:
    robots = Robots(200, RULES)
    assert robots.allows("site-gen", "https://a.example/page")
    assert not robots.allows("site-gen", "https://a.example/own/page")
    assert not robots.allows("other", "https://a.example/page")


def test_a_file_that_is_no_list_of_rules_allows_all() -> None:
    assert Robots(200, b"<html>\0\xff").allows("site-gen", "https://a.example/page")
    assert Robots(404, RULES).allows("site-gen", "https://a.example/own")
    assert not Robots(502, b"").allows("site-gen", "https://a.example/")
