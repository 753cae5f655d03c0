from datetime import UTC, datetime
from pathlib import Path

from site_gen.ingest.post_index import PostIndex
from site_gen.model.seed import Article
from site_gen.storage.files import source_stamp
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
    posts = PostIndex(tmp_path)
    slugs = ["by-name", "by-underscore", "by-matter", "about", "other", "free", "free"]
    made = [posts.with_free_slug(article(slug)).slug for slug in slugs]
    assert made == ["by-name-2", "by-underscore-2", "by-matter-2", "about-2", "other-2", "free", "free-2"]


def test_the_post_of_a_seed_is_found_by_its_front_matter_the_first_by_name(tmp_path: Path) -> None:
    quoted = POST.format(more="seed: 'seeds/it''s.txt'\n")
    files = {"b.md": quoted, "a.md": quoted, "c.md": POST.format(more=""), "d.md": "no matter"}
    write(tmp_path, {f"content/posts/{name}": text for name, text in files.items()})
    posts = PostIndex(tmp_path)
    assert posts.of_seed("seeds/it's.txt") == "content/posts/a.md"
    assert posts.of_seed("seeds/other.txt") is None


def test_a_reused_index_takes_the_given_files_and_reads_the_changed_ones(tmp_path: Path) -> None:
    write(tmp_path, {"content/posts/a.md": POST.format(more="seed: seeds/a.txt\n"), "content/posts/b.md": POST})
    posts = PostIndex(tmp_path)
    assert posts.of_seed("seeds/a.txt") == "content/posts/a.md"
    write(tmp_path, {"content/posts/a.md": POST.format(more="seed: seeds/another.txt\n")})
    stamp = source_stamp(tmp_path / "content/posts/a.md")
    posts.update([("a.md", stamp)])
    assert posts.of_seed("seeds/a.txt") is None
    assert posts.of_seed("seeds/another.txt") == "content/posts/a.md"
    assert posts.with_free_slug(article("b")).slug == "b"  # only a.md was given
