"""Ghost's export of all versions: a JSON file, or a folder or zip with it, `content/images/`, routes and redirects.

https://ghost.org/docs/migration/custom/ describes the tables. In its feeds, `<guid>` is the id of a post since version
1 (`core/frontend/services/rss/generate-feed.js`), and was its uuid before.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from msgspec.structs import replace

from site_gen.importing.item import NOT_YET, Export, Item, Loss, OldSite, Term
from site_gen.importing.readers.ghost.cards import text_of
from site_gen.importing.readers.ghost.redirects import read_redirects
from site_gen.importing.readers.ghost.routes import Facts, Routes, address_of_post, read_routes
from site_gen.importing.readers.ghost.tables import Row, Tables, beside, read_tables
from site_gen.importing.readers.ghost.text import at_home, text_of_post
from site_gen.importing.readers.moments import zone_named
from site_gen.importing.recall import text_of_html
from site_gen.model.problem import Result

_STATUS = {"draft": "a draft", "sent": "sent by e-mail only"}
_VISIBILITY = {"members": "for members only", "paid": "for paying members only", "tiers": "for paying members only"}
_UNREAD = {
    "comments": "comments are not imported",
    "members": "members are not imported",
    "snippets": "snippets of the editor are not imported",
    "newsletters": "newsletters are not imported",
}


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The posts and pages of an export."""
    result = read_tables(path)
    if result.value is None:
        return Result(None, result.problems)
    tables = result.value
    zone = zone_named(_zone_name(tables), zone)
    routes = read_routes("routes.yaml", beside(path, "routes.yaml", "content/settings/routes.yaml"), zone)
    posts = _Posts(tables, routes, zone)
    items = [posts.item(row) for row in tables.of("posts")]
    redirects, patterns = read_redirects(path)
    return Result(
        Export(
            form="Ghost",
            items=(*items, *patterns, *_unread(tables)),
            site=OldSite(
                title=tables.setting("title"),
                tagline=tables.setting("description"),
                language=tables.setting("locale", "lang", "default_locale"),
                timezone=_zone_name(tables),
            ),
            is_home_known=False,
            feeds=("/rss/",),
            archives=((routes.tag.partition("{")[0], "tag"),) if routes.tag else (),
            list_feed="rss/",
            redirects=(*redirects, *((one, "gone") for one in _lists_of_authors(routes, posts, tables))),
            media=(path,) if path.is_dir() else (),
        )
    )


def _lists_of_authors(routes: Routes, posts: "_Posts", tables: Tables) -> tuple[str, ...]:
    """The addresses of the lists of authors who have a public post, and of their feeds."""
    if not routes.author:
        return ()
    authors = {slug for row in tables.of("posts") if not posts.why_draft(row) for slug in posts.authors_of(row)}
    lists = (routes.author.replace("{slug}", slug) for slug in sorted(authors))
    return tuple(address for one in lists for address in (one, f"{one}rss/"))


class _Posts:
    """Items of the rows of posts, with what other tables say of them."""

    def __init__(self, tables: Tables, routes: Routes, zone: tzinfo) -> None:
        self._tables, self._routes, self._zone = tables, routes, zone
        self._users, self._tags = tables.by_id("users"), tables.by_id("tags")
        self._meta = {str(row.get("post_id", "")): row for row in tables.of("posts_meta")}
        self._tags_of = _joined(tables.of("posts_tags"), "tag_id")
        self._authors_of = _joined(tables.of("posts_authors"), "author_id")

    def authors_of(self, row: Row) -> list[str]:
        """The slugs of a post's authors."""
        return [text_of(one, "slug") for one in self._authors(row)]

    def why_draft(self, row: Row) -> str:
        """Why a post is not public; "" where it is."""
        visibility = row.get("visibility", "public")  # versions before members have none
        is_for_all = visibility is None or visibility == "public"
        why = "" if is_for_all else _VISIBILITY.get(str(visibility), "for some members only")
        return self._why_unseen(row) or why

    def _why_unseen(self, row: Row) -> str:
        """Why a post had no page at all; one for members has a page with its beginning."""
        status, meta = row.get("status") or "draft", self._meta.get(str(row.get("id", "")), {})
        if status not in ("published", "scheduled"):
            return _STATUS.get(str(status), f"of the status {status}")
        if not self._moment(row.get("published_at")):
            return "a draft: it has no date of publication"
        return _STATUS["sent"] if meta.get("email_only") else ""

    def item(self, row: Row) -> Item:
        """The item of a row."""
        text, tags = text_of_post(row), self._public_tags(row)
        date, draft = self._date(row), self.why_draft(row)
        is_page = row.get("type") == "page" or row.get("page") in (1, True)
        address = self._address(row, tags, date, is_page)
        is_shown = not self._why_unseen(row)
        unanswered = (Loss(0, NOT_YET),) if draft and is_shown and address else ()
        return replace(
            self._picture(row),
            kind="page" if is_page else "post",
            title=" ".join(text_of(row, "title").split()),
            address=address if is_shown else "",
            guid=self._guid(row),
            date=date,
            updated=self._updated(row, date),
            slug=text_of(row, "slug"),
            draft=draft,
            authors=tuple(filter(None, (" ".join(text_of(one, "name").split()) for one in self._authors(row)))),
            terms=tuple(Term("tag", " ".join(text_of(one, "name").split()), text_of(one, "slug")) for one in tags),
            summary=" ".join(text_of(row, "custom_excerpt").split()),
            body=text.body,
            html=text.html,
            markdown=text.markdown,
            words=text.words,
            losses=(*text.losses, *unanswered, *self._lost(row)),
        )

    def _picture(self, row: Row) -> Item:
        """An item that has only its key and its picture."""
        key, meta = str(row.get("id") or row.get("slug")), self._meta.get(str(row.get("id", "")), {})
        return Item(
            key=key,
            kind="post",
            place=f"{self._tables.file}: {text_of(row, 'slug') or key}",
            picture=at_home(text_of(row, "feature_image") or text_of(row, "image")),
            picture_alt=text_of(meta, "feature_image_alt").strip(),
            picture_caption=" ".join(text_of_html(text_of(meta, "feature_image_caption")).split()),
        )

    def _date(self, row: Row) -> datetime | None:
        """When a post was published, else when it was begun, else when it was exported."""
        moments = (row.get("published_at"), row.get("created_at"), self._tables.exported)
        return next(filter(None, map(self._moment, moments)), None)

    def _address(self, row: Row, tags: list[Row], date: datetime | None, is_page: bool) -> str:
        """The address that a post or page has once it is public."""
        slug, slugs = text_of(row, "slug"), tuple(text_of(one, "slug") for one in tags)
        if is_page or not slug:
            return f"/{slug}/" if slug else ""
        is_featured = row.get("featured") in (1, True)
        facts = Facts(str(row.get("id", "")), slug, date, slugs, tuple(self.authors_of(row)), is_featured)
        return address_of_post(self._routes, facts)

    def _guid(self, row: Row) -> str:
        """What feeds said of a post: its uuid in version 0, whose exports number versions as 003, else its id."""
        is_first = re.match(r"0", self._tables.version) is not None
        return text_of(row, "uuid") if is_first else str(row.get("id", ""))

    def _lost(self, row: Row) -> Iterator[Loss]:
        """What a post has besides its text that this site cannot have."""
        for key in ("codeinjection_head", "codeinjection_foot"):
            if text_of(row, key).strip():
                yield Loss(0, f"the code of {key} is left out")
        if address := text_of(row, "canonical_url"):
            yield Loss(0, f"it named {address[:200]} as its canonical address")
        for tag in self._all_tags(row):
            if _is_internal(tag):
                yield Loss(0, f"the internal tag {text_of(tag, 'name')} is left out")

    def _all_tags(self, row: Row) -> list[Row]:
        ids = self._tags_of.get(str(row.get("id", "")), [])
        return [self._tags[one] for one in ids if one in self._tags]

    def _public_tags(self, row: Row) -> list[Row]:
        return [one for one in self._all_tags(row) if not _is_internal(one) and text_of(one, "name").strip()]

    def _authors(self, row: Row) -> list[Row]:
        ids = self._authors_of.get(str(row.get("id", ""))) or [str(row.get("author_id", ""))]
        return [self._users[one] for one in ids if one in self._users]

    def _updated(self, row: Row, date: datetime | None) -> datetime | None:
        """When a post was changed, if that is at least a day after it was published."""
        updated = self._moment(row.get("updated_at"))
        return updated if updated and date and updated - date > timedelta(days=1) else None

    def _moment(self, value: object) -> datetime | None:
        """A moment as any version writes it: thousandths of seconds, or UTC as text."""
        try:
            if isinstance(value, int | float) and value:
                return datetime.fromtimestamp(value / 1000, self._zone).replace(microsecond=0)
            if isinstance(value, str) and value.strip():
                found = datetime.fromisoformat(value.strip())
                return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(self._zone)
        except (ValueError, OverflowError, OSError):
            return None
        return None


def _joined(rows: list[Row], key: str) -> dict[str, list[str]]:
    """The ids that belong to each post, in their order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        order = row.get("sort_order")
        found.setdefault(str(row.get("post_id", "")), []).append(
            (order if isinstance(order, int) else 0, str(row.get(key, "")))
        )
    return {post: [one for _, one in sorted(ids, key=lambda one: one[0])] for post, ids in found.items()}


def _is_internal(tag: Row) -> bool:
    return tag.get("visibility") == "internal" or text_of(tag, "name").startswith("#")


def _zone_name(tables: Tables) -> str:
    return tables.setting("timezone", "active_timezone", "activeTimezone")


def _unread(tables: Tables) -> Iterator[Item]:
    """What an export has besides posts and pages, as far as readers may miss it."""
    for name, why in _UNREAD.items():
        if rows := tables.of(name):
            yield Item(key=name, kind="other", place=tables.file, title=f"{len(rows)} {name}", skipped=why)
    for key in ("codeinjection_head", "codeinjection_foot", "ghost_head", "ghost_foot"):
        if tables.setting(key).strip():
            skipped = "code that is put into each page is not imported"
            yield Item(key=key, kind="other", place=tables.file, title=key, skipped=skipped)
