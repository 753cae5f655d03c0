from pathlib import Path

from msgspec.structs import replace

from site_gen.ingest.post_index import PostIndex
from site_gen.ingest.post_tags import PostTags
from site_gen.model.seed import Article, Entity
from site_gen.model.settings import Settings, TagSettings
from tests.extract.test_compose import ARTICLE
from tests.support import write

POSTS = {
    "content/posts/a.md": "---\ntitle: A\ntags: [NATO, C]\n---\n\nA\n",
    "content/posts/b.md": "---\ntitle: B\ntags:\n  - 'R&D: labs'\n  - Air defence\n---\n\nB\n",
    "content/posts/c.md": '---\ntitle: C\ntags: ["#1", Łódź]\n---\n\nC\n',
    "content/posts/d.md": "---\ntitle: D\ntags: [oh\n---\n\nD\n",
}


def tags_of(root: Path, settings: Settings | None = None) -> PostTags:
    return PostTags(PostIndex(write(root, POSTS)), settings or Settings())


def article(*tags: str) -> Article:
    return replace(ARTICLE, tags=tuple(Entity(tag, "topic") for tag in tags))


def test_the_tags_of_posts_are_read_however_they_are_written(tmp_path: Path) -> None:
    found = set(PostIndex(write(tmp_path, POSTS)).tags())
    assert found == {"NATO", "C", "R&D: labs", "Air defence", "#1", "Łódź"}


def test_a_tag_on_the_address_of_another_is_a_problem(tmp_path: Path) -> None:
    tags = tags_of(tmp_path)
    assert [problem.what for problem in tags.take(article("Nato", "C++"))] == [
        "The tag 'C++' would have the same address as 'C'."
    ]
    assert tags.take(article("nato", "Łódź", "air  defence")) == ()
    assert tags.take(article("Lodz"))
    assert tags.take(article("New", "New!"))
    assert tags.take(None) == ()


def test_settings_separate_tags_and_join_them(tmp_path: Path) -> None:
    settings = Settings(tags={"C++": TagSettings(slug="cpp"), "Łódź": TagSettings(aliases=("Lodz",))})
    tags = tags_of(tmp_path, settings)
    assert tags.take(article("C++", "Lodz")) == ()
