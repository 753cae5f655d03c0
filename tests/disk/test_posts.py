from datetime import UTC, datetime
from pathlib import Path

from site_gen.disk.posts import PostsAtHand, value_in
from site_gen.model.seed import Article
from tests.support import write

POST = "---\ntitle: A\ndate: 2026-01-01\n{more}---\n\nText.\n"


def article(slug: str) -> Article:
    date = datetime(2026, 1, 1, tzinfo=UTC)
    return Article(seed="seeds/a.txt", title="A", summary="", date=date, date_source="name", slug=slug, body="Text.")


def test_a_slug_that_a_post_has_by_its_name_or_by_its_front_matter_is_not_free(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "content/posts/2026-01-01-by-name.md": POST.format(more=""),
            "content/posts/2026-01-02_by-underscore.md": POST.format(more=""),
            "content/posts/other.md": POST.format(more="slug: by-matter\n"),
            "content/pages/about.md": "---\ntitle: About\n---\n",
        },
    )
    posts = PostsAtHand(tmp_path)
    slugs = ["by-name", "by-underscore", "by-matter", "about", "other", "free", "free"]
    made = [posts.with_free_slug(article(slug)).slug for slug in slugs]
    assert made == ["by-name-2", "by-underscore-2", "by-matter-2", "about-2", "other-2", "free", "free-2"]


def test_a_line_of_front_matter_is_found_without_the_rest(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": POST.format(more="seed: 'it''s'\n"), "b.md": "no matter", "c.md": POST.format(more="")})
    assert value_in(tmp_path / "a.md", "seed") == "it's"
    assert value_in(tmp_path / "b.md", "seed") == value_in(tmp_path / "c.md", "seed") == ""
