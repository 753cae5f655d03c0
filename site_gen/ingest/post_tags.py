"""The tags of the posts in content/posts/; no two of them may have the same address."""

from site_gen.indexing.terms import TagAddresses
from site_gen.ingest.post_index import PostIndex
from site_gen.model.problem import Problem
from site_gen.model.seed import Article
from site_gen.model.settings import Settings

_HINT = "Write it the same way; or make it an alias of the other, or give it a slug, under 'tags:' in site.yaml."


class PostTags:
    """The tags of all posts, which are read before the first article is written."""

    def __init__(self, posts: PostIndex, settings: Settings) -> None:
        self._posts, self._settings = posts, settings
        self._addresses: TagAddresses | None = None

    def take(self, article: Article | None) -> tuple[Problem, ...]:
        """Add the tags of an article, or report the one whose address is taken, which would break the build."""
        if article is None:
            return ()
        if self._addresses is None:
            self._addresses = TagAddresses(self._settings)
            self._addresses.take(self._posts.tags())
        names = [tag.name for tag in article.tags]
        if clash := self._addresses.clash(names):
            what = f"The tag '{clash[0]}' would have the same address as '{clash[1]}'."
            return (Problem(article.seed, 1, 1, what, _HINT),)
        self._addresses.take(names)
        return ()
