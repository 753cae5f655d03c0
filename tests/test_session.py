"""What a session reuses from the last snapshot, and what not."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.model.post import Post
from site_gen.model.problem import SiteError
from site_gen.session import SiteRequest, SiteSession, Snapshot
from tests.support import BARE, png, post, tree, write

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
SETTINGS = "title: N\nbase_url: https://news.test/\ntheme: bare\nimages: {credit: optional}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
    write(tmp_path, {"themes/bare/static/style.css": "a {}", "themes/bare/theme.yaml": "", "site.yaml": SETTINGS})
    for name in "abc":
        write(tmp_path, {f"content/posts/{name}.md": post(f"Story {name}", tags=["Ships"])})
    pictured = post("Pictured", body="![A ship](/ship.png)\n")
    return write(tmp_path, {"content/posts/pictured.md": pictured, "static/ship.png": png()})


def session_of(root: Path) -> SiteSession:
    return SiteSession(root, SiteRequest(jobs=1))


def posts_of(snapshot: Snapshot) -> dict[str, Post]:
    return {one.source.path[14:-3]: one for one in snapshot.indexed.site.posts}


def test_a_post_that_nobody_touched_is_the_one_made_before_unless_it_shows_pictures(site: Path) -> None:
    session = session_of(site)
    before = posts_of(session.refresh(AS_OF))
    write(site, {"content/posts/a.md": post("Another headline", tags=["Ships"])})
    after = posts_of(session.refresh(AS_OF, frozenset({"content/posts/a.md"})))
    assert {name for name in before if after[name] is before[name]} == {"b", "c"}


def test_a_post_is_made_again_where_its_tags_have_other_names(site: Path) -> None:
    session = session_of(site)
    session.refresh(AS_OF)
    newer = post("Story d", "2026-05-01T09:00:00+00:00", tags=["SHIPS"])
    write(site, {"content/posts/d.md": newer})
    assert session.refresh(AS_OF).indexed == session_of(site).refresh(AS_OF).indexed


def test_other_settings_make_every_post_again(site: Path) -> None:
    session = session_of(site)
    before = posts_of(session.refresh(AS_OF))
    write(site, {"site.yaml": f"{SETTINGS}timezone: Asia/Tokyo\n"})
    after = posts_of(session.refresh(AS_OF))
    assert not [name for name in before if after[name] is before[name]]


def test_only_what_was_touched_is_looked_at(site: Path) -> None:
    time.sleep(0.05)  # old enough for their stamps to prove something
    session = session_of(site)
    session.refresh(AS_OF)
    write(site, {"content/posts/a.md": post("A2", tags=["Ships"]), "content/posts/b.md": post("B2", tags=["Ships"])})
    assert posts_of(session.refresh(AS_OF, frozenset()))["a"].card.title == "Story a"
    after = posts_of(session.refresh(AS_OF, frozenset({"content/posts/a.md"})))
    assert (after["a"].card.title, after["b"].card.title) == ("A2", "Story b")


def test_files_that_came_and_went_are_among_those_touched_and_posts_of_seeds_need_not_be(site: Path) -> None:
    session = session_of(site)
    session.refresh(AS_OF)
    write(site, {"content/posts/d.md": post("D"), "seeds/e.txt": "Date: 2026-01-03\n\nE was here.\n"})
    (site / "content/posts/a.md").unlink()
    touched = frozenset({"content/posts/d.md", "content/posts/a.md", "seeds/e.txt"})
    snapshot = session.refresh(AS_OF, touched)
    (seeded,) = snapshot.inputs.ingested.new
    assert {one.source.path for one in snapshot.indexed.site.posts} >= {"content/posts/d.md", seeded}
    assert "a" not in posts_of(snapshot)
    assert snapshot.plan == session_of(site).refresh(AS_OF).plan


def test_what_was_touched_before_a_refresh_that_failed_is_looked_at_by_the_next(site: Path) -> None:
    session = session_of(site)
    first = session.refresh(AS_OF)
    write(site, {"content/posts/a.md": post("A2"), "content/posts/b.md": "---\ntitle: [\n---\n"})
    with pytest.raises(SiteError):
        session.refresh(AS_OF, frozenset({"content/posts/a.md", "content/posts/b.md"}))
    assert session.snapshot is first
    write(site, {"content/posts/b.md": post("B2")})
    after = posts_of(session.refresh(AS_OF, frozenset({"content/posts/b.md"})))
    assert (after["a"].card.title, after["b"].card.title) == ("A2", "B2")


def test_the_address_that_is_asked_for(site: Path) -> None:
    write(site, {"site.yaml": SETTINGS.replace("news.test/", "news.test/desk/")})
    for request, url in (
        (SiteRequest(), "https://news.test/desk/"),
        (SiteRequest(base_url="https://other.test/"), "https://other.test/"),
        (SiteRequest(host="127.0.0.1:8000"), "http://127.0.0.1:8000/desk/"),
    ):
        assert SiteSession(site, request).settings().base_url == url


def test_an_outline_needs_no_theme_and_writes_nothing(site: Path) -> None:
    write(site, {"themes/bare/templates/post.html": "{{", "seeds/e.txt": "Date: 2026-01-03\n\nE was here.\n"})
    before = tree(site)
    outline = SiteSession(site, SiteRequest(ingest=False)).outline(AS_OF)
    assert len(outline.indexed.site.posts) == 4 and outline.plan.pages
    assert tree(site) == before


def test_another_template_leaves_index_and_plan_as_they_are(site: Path) -> None:
    session = session_of(site)
    before = session.refresh(AS_OF)
    write(site, {"themes/bare/templates/post.html": "{{ post.title }} by another {{ content.html }}"})
    after = session.refresh(AS_OF, frozenset({"themes/bare/templates/post.html"}))
    assert after.plan is before.plan and after.shared_inputs != before.shared_inputs
    write(site, {"content/posts/later.md": post("Later", "2026-07-01T09:00:00+00:00")})
    session.refresh(AS_OF, frozenset({"content/posts/later.md"}))
    due = session.refresh(datetime(2026, 7, 2, tzinfo=UTC), frozenset())
    assert "later" in posts_of(due)


def test_strings_that_the_site_says_itself_are_read_at_every_refresh(site: Path) -> None:
    session = session_of(site)
    before = session.refresh(AS_OF)
    write(
        site, {"i18n/en.yaml": "Tags: Subjects\n", "themes/bare/i18n/en.yaml": "Archive: All we said\nTags: Topics\n"}
    )
    after = session.refresh(AS_OF, frozenset({"i18n/en.yaml", "themes/bare/i18n/en.yaml"}))
    fresh = session_of(site).refresh(AS_OF)
    assert (after.plan, after.context, after.shared_inputs) == (fresh.plan, fresh.context, fresh.shared_inputs)
    titles = {page.info.url: page.info.title for page in after.plan.pages}
    assert titles["/tags/"] == "Subjects" and titles["/archive/"] == "Archive"
    catalog = after.context.catalog(after.context.site)
    assert (catalog.gettext("Tags"), catalog.gettext("Archive")) == ("Subjects", "All we said")
    assert before.shared_inputs.phrases != after.shared_inputs.phrases
    write(site, {"i18n/en.yaml": "Tgas: Subjects\n"})
    with pytest.raises(SiteError, match="Did you mean 'Tags'"):
        session.refresh(AS_OF, frozenset({"i18n/en.yaml"}))
