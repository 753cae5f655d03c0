"""What folders of Markdown have in common, whatever generator they are for: files, front matter, items."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from site_gen.conversion.matter import Matter, read_matter
from site_gen.extract.decode import decode
from site_gen.importing.item import Item, Loss, Term
from site_gen.importing.readers.macros import Said
from site_gen.storage.files import read_whole, walk
from site_gen.text.dates import parse_date
from site_gen.text.slug import slugify
from site_gen.text.stamps import parse_written

_SUMMARIES = ("summary", "description", "excerpt", "deck", "subtitle")
_DATES = ("date", "publishdate", "pubdate", "published", "published_at", "pubdatetime", "publishedat", "created")
_UPDATED = (
    "lastmod",
    "last_modified_at",
    "updated",
    "modified",
    "date_updated",
    "updateddate",
    "moddatetime",
    "updatedat",
)
_EXPIRES = ("expirydate", "unpublishdate", "expires")
_AUTHORS = ("authors", "author", "byline")
_PICTURES = (
    "image", "featured_image", "images", "cover", "thumbnail", "header", "heroimage", "coverimage", "cover_image",
    "ogimage", "hero",
)  # fmt: skip
_CATEGORIES = ("categories", "category")
_TAGS = ("tags", "tag", "topics", "topic", "keywords")
ABOUT_REPOSITORY = frozenset(("readme", "license", "contributing", "changelog", "code_of_conduct", "security"))
"""Names of files that are no texts of a site."""
PAGES = frozenset(("pages", "about", "authors"))
"""Folders whose texts are pages, whatever their dates."""
_NAMED = re.compile(r"(?:(\d{4}-\d{1,2}-\d{1,2})-)?(.+)")
_OFFSET = re.compile(r"^(\d{4}-\d\d-\d\d)[ T](\d):")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


class Source(Struct, frozen=True, kw_only=True):
    """A file of a folder: its path there, its front matter, its text, and what its name says."""

    path: str
    matter: Matter
    body: str
    line: int
    name: str
    day: str = ""
    language: str = ""
    root: str = ""

    def text(self, *keys: str) -> str:
        """The first of these keys that has a text; of a list its first item, of a mapping its picture or title."""
        for key in keys:
            value = self.matter.values.get(key, "")
            value = value[0] if isinstance(value, tuple) and value else value
            if isinstance(value, dict):
                value = next(
                    (value[one] for one in ("src", "image", "url", "name", "title", "relative") if one in value), ""
                )
            if isinstance(value, str) and value.strip():
                return " ".join(value.split())
        return ""

    def texts(self, *keys: str) -> tuple[str, ...]:
        """All texts of these keys."""
        found: list[str] = []
        for key in keys:
            value: Any = self.matter.values.get(key, ())
            listed = value if isinstance(value, tuple) else (value,)
            for one in listed:
                text = one.get("name", "") if isinstance(one, dict) else one
                found += [" ".join(text.split())] if isinstance(text, str) and text.strip() else []
        return tuple(dict.fromkeys(found))


def sources_in(
    root: Path,
    below: str,
    zone: tzinfo,
    languages: frozenset[str] = frozenset(),
    is_apart: Callable[[str], bool] = lambda _: False,
) -> Iterator[Source]:
    """The texts below a folder of the source, in the order of their paths; what is apart is not read."""
    folder = root / below if below else root
    for path, _ in sorted(walk(folder, (".md", ".markdown", ".mdx", ".html"), misnamed=[], texts=(".site_gen",))):
        if is_apart(path):
            continue
        text = decode(read_whole(folder / path)).text
        matter = read_matter(path, text, zone)
        rest = "\n".join(text.split("\n")[matter.lines :])
        stem = path.rpartition("/")[2].rpartition(".")[0]
        bare, _, ending = stem.rpartition(".")
        language = ending if bare and ending in languages else ""
        named = _NAMED.fullmatch(bare if language else stem)
        yield Source(
            path=path,
            matter=matter,
            body=rest.strip("\n"),
            line=matter.lines + len(rest) - len(rest.lstrip("\n")),
            name=named[2] if named else stem,
            day=(named[1] or "") if named else "",
            language=language,
        )


def date_of(source: Source, zone: tzinfo) -> tuple[datetime | None, bool]:
    """The date of a text, and whether it has a time; `published` may also say whether it is published."""
    said = (_moment(text, zone) for key in _DATES if (text := source.text(key)))
    return next((found for found in said if found[0] is not None), None) or _moment(source.day, zone)


def web_home(home: str) -> str:
    """The full address of a site as settings have it, without a slash at its end; "" for one that is none."""
    home = home.rstrip("/")
    return home if home.startswith(("http://", "https://")) else ""


def slug_of(address: str) -> str:
    """The last part of an address, without `.html`."""
    return address.rstrip("/").rpartition("/")[2].removesuffix(".html")


def without_index(path: str) -> str:
    """A path without its suffix as its address has it: `news/index` is at `news`."""
    return re.sub(r"(?:\A|/)index\Z", "", path)


def is_list(source: Source) -> bool:
    """Whether a file of Hugo or Zola is that of a list, and of its folder."""
    return source.path.rpartition("/")[2].startswith("_index.")


def text_in(values: Mapping[str, Any], key: str) -> str:
    """A value that is a text, without blanks around it; "" for others."""
    value = values.get(key, "")
    return value.strip() if isinstance(value, str) else ""


def item_of(source: Source, kind: Literal["post", "page"], zone: tzinfo, made: Said, place: str) -> Item:
    """The item of a file, without its address. `made` is its text without macros."""
    moment, timed = date_of(source, zone)
    losses = [Loss(loss.line + source.line, loss.what) for loss in made.losses]
    losses += [Loss(one.line, f"front matter: {one.what}") for one in source.matter.problems]
    if moment is None and kind == "post":
        losses.append(Loss(0, "it has no date: it has the first of 1970"))
        moment, timed = datetime(1970, 1, 1, tzinfo=zone), False
    draft = source.text("draft").lower() == "true" or source.text("published").lower() == "false"
    categories = [Term("category", name, slugify(name)) for name in source.texts(*_CATEGORIES)]
    tags = [Term("tag", name, slugify(name)) for name in source.texts(*_TAGS)]
    is_html = source.path.endswith(".html")
    picture = next((text for key in _PICTURES if re.search(r"\.\w{3,4}\Z", text := source.text(key))), "")
    return Item(
        key=place,
        kind=kind,
        place=place,
        file=source.path,
        title=source.text("title", "headline") or source.name.replace("-", " "),
        date=moment,
        timed=timed,
        updated=_moment(source.text(*_UPDATED), zone)[0],
        expires=_moment(source.text(*_EXPIRES), zone)[0],
        slug=source.text("slug").strip("/").rpartition("/")[2],
        draft="a draft" if draft else "",
        authors=source.texts(*_AUTHORS),
        terms=(*categories, *tags),
        summary=source.text(*_SUMMARIES),
        body="\n" * source.line + source.body,
        html=made.text if is_html else None,
        markdown=made.text,
        words=made.words,
        picture=picture,
        picture_alt=source.text("image_alt", "alt", "featured_image_alt", "heroimagealt", "imagealt", "coveralt"),
        language=source.language,
        losses=tuple(losses),
    )


def _moment(text: str, zone: tzinfo) -> tuple[datetime | None, bool]:
    """A date as any generator writes it, and whether it has a time."""
    if not text:
        return None, False
    text = _OFFSET.sub(r"\1 0\2:", text)
    found = parse_date(text, zone) or parse_written(text, zone)
    if found is None and (day := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)):
        found = parse_date("-".join((day[1], day[2].zfill(2), day[3].zfill(2))), zone)
    return (found.moment, found.timed) if found else (None, False)
