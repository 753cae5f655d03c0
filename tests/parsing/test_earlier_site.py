"""What an earlier site's sitemap or a list of addresses says."""

from site_gen.parsing.earlier_site import earlier_addresses

MAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://old.test/2019/story</loc><lastmod>2019-01-01</lastmod></url>
<url><loc> https://old.test/%C5%82/page.html </loc></url>
<url><loc>https://old.test/?p=12</loc></url>
<url><loc>https://old.test/feed.xml</loc></url>
</urlset>
"""


def test_a_sitemap_is_taken_in_as_addresses_of_this_site() -> None:
    found = earlier_addresses("sitemap.xml", MAP, "https://news.test/", "2026-01-05").value
    assert found is not None
    assert [(one.address, one.kind) for one in found.addresses] == [
        ("/2019/story/", "earlier"),
        ("/feed.xml", "feed"),
        ("/ł/page.html", "earlier"),
    ]
    assert found.skipped == ("https://old.test/?p=12",)


def test_a_text_has_an_address_a_line() -> None:
    text = b"# from the logs\n/a/\n\nhttps://old.test/news/b\nnot an address\n/../c/\n/x#y\n"
    found = earlier_addresses("urls.txt", text, "https://news.test/", "2026-01-05").value
    assert found is not None
    assert [one.address for one in found.addresses] == ["/a/", "/news/b/", "/x/"]
    assert found.skipped == ("not an address", "/../c/")


def test_addresses_below_another_path_are_left_out() -> None:
    found = earlier_addresses("urls.txt", b"/news/b/\n/other/\n", "https://a.test/news/", "2026-01-05").value
    assert found is not None
    assert [one.address for one in found.addresses] == ["/b/"] and found.skipped == ("/other/",)


def test_a_damaged_sitemap_and_a_list_of_sitemaps_are_problems() -> None:
    for data, what in ((b"<urlset><url>", "cannot be read"), (b"<sitemapindex></sitemapindex>", "list of sitemaps")):
        (problem,) = earlier_addresses("sitemap.xml", data, "https://news.test/", "2026-01-05").problems
        assert what in problem.what
