from site_gen.hosting.netlify import redirects_file
from site_gen.hosting.ruleset import Ruleset
from site_gen.model.redirect import GONE, Redirect
from site_gen.serving.rules import read_redirects, redirect_for

RULES = Ruleset(
    "",
    (
        Redirect("/old/", "/new/", 302),
        Redirect("/ein #fach:/", "/tags/"),
        Redirect("/desk/*", "/tags/:splat", 308),
        Redirect("/gone/", "", GONE),
    ),
    (),
)


def test_netlify_is_told_to_lead_on_although_there_stands_a_page() -> None:
    assert redirects_file(RULES, cloudflare=False) == (
        "/old/ /new/ 302!\n/ein%20%23fach%3A/ /tags/ 301!\n/gone/ /404.html 410!\n/desk/* /tags/:splat 308\n"
    )


def test_cloudflare_tells_slashes_apart_and_knows_no_410() -> None:
    assert redirects_file(RULES, cloudflare=True) == (
        "/old/ /new/ 302\n/old /new/ 302\n/ein%20%23fach%3A/ /tags/ 301\n/ein%20%23fach%3A /tags/ 301\n"
        "/desk/* /tags/:splat 308\n"
    )


def test_the_preview_reads_what_is_written() -> None:
    read = read_redirects(redirects_file(RULES, cloudflare=False))
    assert redirect_for(read, "/old/") == ("/new/", 302)
    assert redirect_for(read, "/desk/ships") == ("/tags/ships", 308)
