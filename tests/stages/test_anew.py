"""What of the last index a living process takes for the next, and what not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, Built, build
from tests.support import BARE, png, post, write

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
SETTINGS = "title: N\nbase_url: https://news.test/\ntheme: bare\nimages: {credit: optional}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
    write(tmp_path, {"themes/bare/static/style.css": "a {}", "themes/bare/theme.yaml": "", "site.yaml": SETTINGS})
    for name in "abc":
        write(tmp_path, {f"content/posts/{name}.md": post(f"Story {name}", tags=["Ships"])})
    pictured = post("Pictured", body="![A ship](/ship.png)\n")
    return write(tmp_path, {"content/posts/pictured.md": pictured, "static/ship.png": png()})


def built(root: Path, before: Built | None = None) -> tuple[Built, dict[str, object]]:
    done = build(root, BuildOptions(as_of=AS_OF, jobs=1), known=before.past if before else None)
    assert done.past is not None and done.past.indexed is not None
    return done, {one.source.path[14:-3]: one for one in done.past.indexed.site.posts}


def test_a_post_that_nobody_touched_is_the_one_made_before_unless_it_shows_pictures(site: Path) -> None:
    first, before = built(site)
    write(site, {"content/posts/a.md": post("Another headline", tags=["Ships"])})
    _, after = built(site, first)
    assert {name for name in before if after[name] is before[name]} == {"b", "c"}


def test_a_post_is_made_anew_where_its_tags_have_other_names(site: Path) -> None:
    first, _ = built(site)
    newer = post("Story d", "2026-05-01T09:00:00+00:00", tags=["SHIPS"])
    write(site, {"content/posts/d.md": newer})
    with_newer, _ = built(site, first)
    clean, _ = built(site)
    assert with_newer.past is not None and clean.past is not None
    assert with_newer.past.indexed == clean.past.indexed


def test_other_settings_make_every_post_anew(site: Path) -> None:
    first, before = built(site)
    write(site, {"site.yaml": f"{SETTINGS}timezone: Asia/Tokyo\n"})
    _, after = built(site, first)
    assert not [name for name in before if after[name] is before[name]]
