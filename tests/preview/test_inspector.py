"""The preview's pages about itself."""

from pathlib import Path

from site_gen.preview.inspector import about_page, about_site
from tests.edited_site import Newsroom
from tests.preview.support import studio_of
from tests.support import write


def test_a_page_hangs_on_its_source_and_on_every_template_that_its_own_uses(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(room.root, {"themes/bare/templates/_thread.html": "of the theme's own"})
    preview_site = studio_of(room.root, room.now)
    told = about_page(preview_site, "/2026/03/post-0/")
    used = ["post.html", "_card.html", "_thread.html", "base.html"]
    places = [told.index(f"<code>themes/bare/templates/{name}</code>") for name in used]
    assert places[0] == min(places) and "<code>content/posts/post-0.md</code>" in told
    assert "home.html" not in told
    assert '<li><a href="/2026/02/post-1/">' in told and '<li><a href="/">' in told


def test_a_page_below_a_path_is_linked_below_it(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.settings["base_url"] = "https://example.net/news/"
    room.write_settings()
    told = about_page(studio_of(room.root, room.now), "/news/2026/03/post-0/")
    assert '<a href="/news/">' in told


def test_where_nothing_stands(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    preview_site = studio_of(room.root, room.now)
    assert "No page stands here." in about_page(preview_site, "/none/")
    assert "<script>" not in about_page(preview_site, "/<script>/")


def test_the_site_tells_how_many_pages_hang_on_each_template(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    told = about_site(studio_of(room.root, room.now))
    assert "<code>themes/bare/templates/post.html</code></th><td>4</td>" in told
    assert "<code>themes/bare/templates/home.html</code></th><td>1</td>" in told
    whole = int(told.partition("templates/base.html</code></th><td>")[2].partition("<")[0])
    assert 4 < whole < 30


def test_the_site_tells_which_posts_want_a_look_until_they_are_edited(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(
        room.root,
        {"seeds/pilots.txt": "Title: Harbour <i>pilots</i>\n\nThey have a <b>small</b> new boat.\n"},
    )
    preview_site = studio_of(room.root, room.now)
    told = about_site(preview_site)
    (path,) = (room.root / "content/posts").glob("*pilots*.md")
    assert "<h2>Posts that need review</h2>" in told
    assert "date: nothing says when it was published, so the date is the file&#39;s time" in told
    assert f"<code>content/posts/{path.name}</code>" in told
    assert f'/{path.stem[11:]}/">Harbour &lt;i&gt;pilots&lt;/i&gt;</a>' in told
    path.write_text(path.read_text().replace("small", "narrow"))
    preview_site.renew(frozenset([f"content/posts/{path.name}"]))
    assert "Posts that need review" not in about_site(preview_site)
