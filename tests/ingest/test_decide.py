"""The table of actions for seeds; test_ingest.py tests that they are done."""

import pytest

from site_gen.ingest.decide import SeedAction, seed_action, without_published
from site_gen.model.lock import LockedSeed
from site_gen.model.seed import Duplicate

POST = LockedSeed("old", "content/posts/a.md", "made")
COPY = LockedSeed("old", duplicate_of="seeds/b.txt")


@pytest.mark.parametrize(
    ("locked", "seed", "post", "asked", "action"),
    [
        (POST, "old", "made", "", "keep"),
        (POST, "old", "edited", "", "keep"),
        (POST, "old", None, "", "keep"),
        (POST, "new", "made", "", "update"),
        (POST, "new", "edited", "", "ask"),
        (POST, "new", None, "", "keep"),
        (POST, "old", "made", "named", "keep"),
        (POST, "old", "edited", "named", "keep"),
        (POST, "old", None, "named", "create"),
        (POST, "new", None, "named", "create"),
        (POST, "new", "edited", "named", "ask"),
        (POST, "old", "made", "again", "update"),
        (POST, "old", "edited", "again", "keep"),
        (POST, "old", None, "again", "keep"),
        (POST, "new", "edited", "again", "ask"),
        (COPY, "old", None, "", "keep"),
        (COPY, "old", None, "named", "keep"),
        (COPY, "old", None, "again", "keep"),
        (COPY, "new", None, "", "create"),
    ],
)
def test_the_action_for_a_seed(locked: LockedSeed, seed: str, post: str | None, asked: str, action: SeedAction) -> None:
    assert seed_action(locked, seed, post, named=asked == "named", again=asked == "again") == action


@pytest.mark.parametrize("with_posts", [False, True])
def test_a_seed_with_a_post_is_no_duplicate_of_a_fuller_one_that_came_later(with_posts: bool) -> None:
    found = [Duplicate("seeds/short.txt", "seeds/full.txt", "all of it")]
    copies = without_published(found, {"seeds/short.txt": POST}, with_posts)
    assert list(copies) == (["seeds/short.txt"] if with_posts else ["seeds/full.txt"])
    both = {"seeds/short.txt": POST, "seeds/full.txt": POST}
    assert list(without_published(found, both, with_posts)) == (["seeds/short.txt"] if with_posts else [])
