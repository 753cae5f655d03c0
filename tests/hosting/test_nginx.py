"""What nginx needs of its rules besides the right answers."""

import re

from site_gen.hosting.nginx import server_rules
from site_gen.hosting.ruleset import Ruleset
from site_gen.model.redirect import Redirect


def test_exact_locations_are_in_the_order_in_which_nginx_sorts_them() -> None:
    """It sorts by insertion: tens of thousands of addresses in any other order take it minutes."""
    sources = ("/b/", "/a-b/", "/a/c.html", "/é/", "/a/b/", "/B/")
    text = server_rules(Ruleset("", tuple(Redirect(source, "/new/") for source in sources), ()))
    found = re.findall(r'^location = "([^"]*)"', text, re.MULTILINE)
    assert found == ["/B", "/B/", "/a/b", "/a/b/", "/a/c.html", "/a-b", "/a-b/", "/b", "/b/", "/é", "/é/"]
