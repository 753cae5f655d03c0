"""Developing stories: the posts that name one thread."""

from collections.abc import Sequence

from site_gen.indexing.addresses import thread_url
from site_gen.model.post import Post
from site_gen.model.site import Thread
from site_gen.text.slug import slugify


def threads(posts: Sequence[Post], language: str = "", prefix: str = "") -> tuple[Thread, ...]:
    """The threads of two posts or more, by slug; `posts` are newest first. Language and folder are their edition's.

    Spellings with one address are one thread; it has the name that its newest post uses.
    """
    by_slug: dict[str, list[Post]] = {}
    for post in posts:
        if post.thread:
            by_slug.setdefault(slugify(post.thread, language=language), []).append(post)
    return tuple(
        Thread(members[0].thread, slug, thread_url(slug, prefix), tuple(post.card for post in members))
        for slug, members in sorted(by_slug.items())
        if len(members) > 1
    )
