"""What readers will notice."""

from typing import Any

from site_gen.deploy.editorial import compared, redirect_lines
from site_gen.model.deployment import FileFact, Manifest, Moved

ONE = FileFact("1", 1)


def manifest(posts: dict[str, str], **more: Any) -> Manifest:
    files = {f"{url.strip('/')}/index.html": ONE for url in posts}
    return Manifest(release="r", when="w", base_url="https://news.test/", files=files, posts=posts, **more)


def test_new_posts_and_changed_headlines() -> None:
    told = compared(manifest({"/a/": "A", "/b/": "B"}), manifest({"/a/": "A", "/b/": "Better", "/c/": "C"}))
    assert told.new == (("/c/", "C"),)
    assert told.headlines == (("/b/", "B", "Better"),)
    assert told.vanishing == () and told.moved == () and told.again == ()


def test_a_post_at_another_address_is_not_new_and_its_old_address_is_led_on() -> None:
    old = manifest({"/old/": "The story", "/x/": "X"}, feeds={"/feed.xml": ("/old/", "/x/")})
    told = compared(old, manifest({"/new/": "The Story"}, feeds={"/feed.xml": ("/new/",)}))
    assert told.new == ()
    assert told.moved == (Moved("/old/", "/new/", "The Story"),)
    assert told.vanishing == ("/old/", "/x/")
    assert told.again == (("/feed.xml", "/new/"),)
    assert redirect_lines(told) == ("/old/: /new/", "/x/: gone")


def test_an_item_that_comes_back_into_a_feed_is_shown_again() -> None:
    posts = {"/a/": "A", "/b/": "B"}
    old = manifest(posts, feeds={"/feed.xml": ("/a/",)})
    assert compared(old, manifest(posts, feeds={"/feed.xml": ("/a/", "/b/")})).again == (("/feed.xml", "/b/"),)
    assert compared(old, manifest(posts, feeds={"/new/feed.xml": ("/b/",)})).again == ()


def test_a_first_deployment_reports_nothing() -> None:
    assert compared(None, manifest({"/a/": "A"})).new == ()
