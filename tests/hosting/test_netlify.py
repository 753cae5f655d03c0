from site_gen.hosting.netlify import read_redirects as rules_in
from site_gen.hosting.netlify import redirects_file
from site_gen.hosting.ruleset import Ruleset
from site_gen.model.redirect import GONE, Redirect
from site_gen.preview.rules import read_redirects, redirect_for

RULES = Ruleset(
    "",
    (
        Redirect("/old/", "/new/", 302),
        Redirect("/ein #fach:/", "/tags/"),
        Redirect("/desk/*", "/tags/:splat", 308),
        Redirect("/gone/", "", GONE),
        Redirect("/?p=12", "/new/"),
        Redirect("/?p=13", "", GONE),
    ),
    (),
)


def test_netlify_redirects_even_where_a_page_exists() -> None:
    assert redirects_file(RULES, cloudflare=False) == (
        "/ p=12 /new/ 301!\n/ p=13 /404.html 410!\n"
        "/old/ /new/ 302!\n/ein%20%23fach%3A/ /tags/ 301!\n/gone/ /404.html 410!\n/desk/* /tags/:splat 308\n"
    )


def test_cloudflare_distinguishes_slashes_and_has_no_410() -> None:
    assert redirects_file(RULES, cloudflare=True) == (
        "/old/ /new/ 302\n/old /new/ 302\n/ein%20%23fach%3A/ /tags/ 301\n/ein%20%23fach%3A /tags/ 301\n"
        "/desk/* /tags/:splat 308\n"
    )


def test_the_preview_reads_what_is_written() -> None:
    read = read_redirects(redirects_file(RULES, cloudflare=False))
    assert redirect_for(read, "/old/") == ("/new/", 302)
    assert redirect_for(read, "/desk/ships") == ("/tags/ships", 308)


def test_every_rule_is_read_as_it_was_written() -> None:
    read = list(rules_in(redirects_file(RULES, cloudflare=False)))
    assert [(target, status) for _, target, status in read] == [
        ("/new/", 302),
        ("/tags/", 301),
        ("/404.html", 410),
        ("/tags/:splat", 308),
    ]


def test_rules_of_other_hands() -> None:
    text = "# all\n/a /b#part\n  # more\n/c /d 302! # why\n/e id=:id /f/:id 301\n/g /h Country=au\nlonely\n\n"
    assert list(rules_in(text)) == [
        ("/a", "/b#part", 301),
        ("/c", "/d", 302),
        ("/g", "/h", 301),
    ]
