from pathlib import Path

import pytest

from bench.census import KINDS, census, kind_of
from tests.support import write


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("2026/01/a-story/index.html", "posts"),
        ("index.html", "home lists"),
        ("page/2/index.html", "home lists"),
        ("tags/nato/index.html", "tag lists"),
        ("tags/nato/page/12/index.html", "tag lists"),
        ("tags/index.html", "tag index"),
        ("feed.xml", "feeds"),
        ("tags/nato/feed.json", "feeds"),
        ("sitemap-2.xml", "sitemap"),
        ("2026/index.html", "archive"),
        ("2026/01/index.html", "archive"),
        ("archive/index.html", "archive"),
        ("404.html", "other"),
        ("posts/index.html", "other"),
    ],
)
def test_a_file_is_of_one_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind
    assert kind in KINDS


def test_a_census_counts_what_a_visitor_can_see(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "", "2026/01/a/index.html": "", "2026/01/b/index.html": "", ".notes": ""})
    assert census(tmp_path) == {"posts": 2, "home lists": 1}
