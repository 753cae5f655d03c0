"""Posts that look like one developing story: they share telling names within days. For an editor to confirm."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import log

from msgspec import Struct

from site_gen.model.post import Post

WITHIN = timedelta(days=4)  # a story that rests longer has ended
_LIKE = 0.5  # of the weight of the shorter list of names
_FEWEST = 2  # shared names
_RARE = 20  # one of them is in no more than one post of so many, or in a handful
_HANDFUL = 10


class SuggestedThread(Struct, frozen=True):
    """Posts of one story, oldest first; the names that most of them share; the thread that some of them name."""

    posts: tuple[Post, ...]
    names: tuple[str, ...]
    thread: str


class _Story:
    """A story as it grows."""

    __slots__ = ("latest", "names", "posts")

    def __init__(self) -> None:
        self.posts: list[Post] = []
        self.names: Counter[str] = Counter()
        self.latest: datetime | None = None

    def add(self, post: Post, names: Iterable[str]) -> None:
        self.posts.append(post)
        self.names.update(names)
        self.latest = post.card.date

    def core(self) -> set[str]:
        """The names of at least half of its posts."""
        return {name for name, count in self.names.items() if 2 * count >= len(self.posts)}


def suggested_threads(posts: Sequence[Post], within: timedelta = WITHIN) -> tuple[SuggestedThread, ...]:
    """The stories of two posts or more that are not one thread yet, newest last; `posts` stand newest first.

    A name weighs the more the fewer posts have it, so that two countries of which everybody writes join nothing.
    Each post is held against the stories that share a rare name with it and still run, not against every other post.
    """
    names_of = {post.card.url: frozenset(ref.slug for ref in post.card.tags if ref.kind != "topic") for post in posts}
    uses = Counter(name for names in names_of.values() for name in names)
    weights = {name: log(1 + len(posts) / count) for name, count in uses.items()}
    telling = frozenset(name for name, count in uses.items() if count <= max(_HANDFUL, len(posts) // _RARE))
    stories: list[_Story] = []
    running: dict[str, list[int]] = {}
    for post in reversed(posts):
        names = names_of[post.card.url]
        near = {at for name in names & telling for at in running.get(name, ()) if _runs(stories[at], post, within)}
        at = _nearest(names, stories, near, weights)
        if at is None:
            at = len(stories)
            stories.append(_Story())
        stories[at].add(post, names)
        for name in names:
            open_ = [one for one in running.get(name, ()) if one != at and _runs(stories[one], post, within)]
            running[name] = [*open_, at]
    return tuple(_suggestion(story) for story in stories if _is_news(story))


def _nearest(names: frozenset[str], stories: Sequence[_Story], near: set[int], weights: dict[str, float]) -> int | None:
    """The story that a post with these names is most like, among those near it; the newer of two."""
    likeness = [(_like(names, stories[at].core(), weights), at) for at in near]
    best = max(likeness, default=(0.0, 0))
    return best[1] if best[0] >= _LIKE else None


def _like(names: frozenset[str], core: set[str], weights: dict[str, float]) -> float:
    shared = names & core
    if len(shared) < _FEWEST:
        return 0.0
    # In order, since sums of floats hang on it.
    shorter = min(sum(weights[name] for name in sorted(side)) for side in (names, core))
    return sum(weights[name] for name in sorted(shared)) / shorter


def _runs(story: _Story, post: Post, within: timedelta) -> bool:
    return story.latest is not None and post.card.date - story.latest <= within


def _is_news(story: _Story) -> bool:
    """Whether an editor does not know of it: several posts, and not all of them in one thread."""
    named = {post.thread for post in story.posts}
    return len(story.posts) > 1 and (len(named) > 1 or named == {""})


def _suggestion(story: _Story) -> SuggestedThread:
    core = story.core()
    shown = {ref.slug: ref.name for post in story.posts for ref in post.card.tags}
    named = Counter(post.thread for post in story.posts if post.thread)
    thread = min(named, key=lambda name: (-named[name], name), default="")
    ordered = sorted(core, key=lambda name: (-story.names[name], name))
    return SuggestedThread(tuple(story.posts), tuple(shown[name] for name in ordered), thread)
