"""The preview's pages about itself."""

from pathlib import Path

from site_gen.preview.inspector import about_page, about_site
from tests.edited_site import Newsroom
from tests.preview.support import preview_site_of
from tests.support import write


def test_a_page_depends_on_its_source_and_on_every_template_that_its_own_uses(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(room.root, {"themes/bare/templates/_thread.html": "of the theme's own"})
    preview_site = preview_site_of(room.root, room.now)
    text = about_page(preview_site, "/2026/03/post-0/")
    used = ["post.html", "_card.html", "_thread.html", "base.html"]
    places = [text.index(f"<code>themes/bare/templates/{name}</code>") for name in used]
    assert places[0] == min(places) and "<code>content/posts/post-0.md</code>" in text
    assert "home.html" not in text
    assert '<li><a href="/2026/02/post-1/">' in text and '<li><a href="/">' in text


def test_a_page_below_a_path_is_linked_below_it(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.settings["base_url"] = "https://example.net/news/"
    room.write_settings()
    text = about_page(preview_site_of(room.root, room.now), "/news/2026/03/post-0/")
    assert '<a href="/news/">' in text


def test_an_address_without_a_page(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    preview_site = preview_site_of(room.root, room.now)
    assert "No page stands here." in about_page(preview_site, "/none/")
    assert "<script>" not in about_page(preview_site, "/<script>/")


def test_the_site_says_how_many_pages_depend_on_each_template(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    text = about_site(preview_site_of(room.root, room.now))
    assert "<code>themes/bare/templates/post.html</code></th><td>4</td>" in text
    assert "<code>themes/bare/templates/home.html</code></th><td>1</td>" in text
    count = int(text.partition("templates/base.html</code></th><td>")[2].partition("<")[0])
    assert 4 < count < 30


def test_the_site_lists_posts_that_need_review_until_they_are_edited(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(
        room.root,
        {"seeds/pilots.txt": "Title: Harbour <i>pilots</i>\n\nThey have a <b>small</b> new boat.\n"},
    )
    preview_site = preview_site_of(room.root, room.now)
    text = about_site(preview_site)
    (path,) = (room.root / "content/posts").glob("*pilots*.md")
    assert "<h2>Posts that need review</h2>" in text
    assert "date: nothing says when it was published, so the date is the file&#39;s time" in text
    assert f"<code>content/posts/{path.name}</code>" in text
    assert f'/{path.stem[11:]}/">Harbour &lt;i&gt;pilots&lt;/i&gt;</a>' in text
    path.write_text(path.read_text().replace("small", "narrow"))
    preview_site.refresh(frozenset([f"content/posts/{path.name}"]))
    assert "Posts that need review" not in about_site(preview_site)
