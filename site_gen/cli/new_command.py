"""`site-gen new`."""

from datetime import UTC, datetime
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Session, site_command

if TYPE_CHECKING:
    from site_gen.model.post import Entry
    from site_gen.model.settings import Settings

ARCHETYPE = """\
---
title: $title
date: $date
slug: $slug
summary: ""
authors: $authors
tags: []
draft: true
---

"""


@site_command("new")
@click.argument("title")
@click.option(
    "--language", metavar="TAG", default="", help="The language of the text, if it is not the site's: uk, pt-BR."
)
@click.option("--translation-of", metavar="POST", default="", help="The file of the post that it translates.")
@click.option("--publish", is_flag=True, help="Not a draft: the post is published by the next build.")
def command(session: Session, title: str, publish: bool, language: str, translation_of: str) -> int:
    """Begin a post in content/posts/: dated now, a draft, from archetypes/post.md if the site has one.

    A translation has the tags and the type of its original, and its file is beside that of the original.
    """
    from zoneinfo import ZoneInfo

    from site_gen.extract.yaml_scalar import yaml_scalar
    from site_gen.parsing.front_matter import decode
    from site_gen.pipeline.settings import load_settings
    from site_gen.storage.files import read_whole, write_source
    from site_gen.text.dates import in_zone, iso
    from site_gen.text.slug import slugify
    from site_gen.text.transliteration.readings import with_readings

    title = " ".join(title.split())
    if not title:
        raise click.UsageError("The title is empty.")
    settings = load_settings(session.root)
    tag = _checked(language)
    original = _original(session.root, translation_of, settings) if translation_of else None
    now = in_zone(datetime.now(UTC), ZoneInfo(settings.timezone))
    by = tag or settings.language
    slug = slugify(with_readings(title, by), language=by)
    own = session.root / "archetypes" / "post.md"
    archetype = decode("archetypes/post.md", read_whole(own)).or_raise() if own.is_file() else ARCHETYPE
    if publish:
        archetype = archetype.replace("draft: true\n", "")
    text = Template(archetype).safe_substitute(
        title=yaml_scalar(title),
        date=iso(now),
        slug=slug,
        authors="[" + ", ".join(map(yaml_scalar, settings.authors)) + "]",
    )
    posts = session.root / "content" / "posts"
    data = text.encode()
    if original is not None:
        path, data = _translation(posts, original, data, tag or settings.language, settings, f"{now:%Y-%m-%d}-{slug}")
    else:
        path = _free(posts, f"{now:%Y-%m-%d}-{slug}")
        if tag and tag != settings.language:
            data = _with_line(data, "language", tag)
    shown = path.relative_to(session.root).as_posix()
    write_source(session.root, shown, data)
    session.say(f"{shown}" + ("" if publish else " (a draft: remove 'draft: true' to publish it)"))
    session.emit({"path": shown})
    return 0


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.md", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.md"
    return path


def _checked(language: str) -> str:
    """A language in its usual spelling; "" for none."""
    from site_gen.text.language.tags import canonical, tag_hint

    if language and not canonical(language):
        raise click.UsageError(f"'{language}' is not a language. {tag_hint(language)}")
    return canonical(language)


def _original(root: Path, name: str, settings: "Settings") -> "Entry":
    """The post that a translation is made of, by its path or its name in content/posts/, or by its address."""
    from zoneinfo import ZoneInfo

    from site_gen.indexing.index import url_of
    from site_gen.parsing.post import read_post
    from site_gen.storage.files import read_whole
    from site_gen.text.did_you_mean import did_you_mean
    from site_gen.text.language.site_languages import site_languages

    def read(path: str) -> "Entry | None":
        return read_post(path, read_whole(root / path), zone, False, site_languages(settings)).value

    zone = ZoneInfo(settings.timezone)
    found = sorted(path.relative_to(root).as_posix() for path in (root / "content" / "posts").rglob("*.md"))
    wanted = name if name.endswith(".md") else f"{name}.md"
    path = next((path for path in found if wanted in (path, path.removeprefix("content/posts/"))), "")
    entry = read(path) if path else None
    if not path and name.startswith("/"):
        entry = next((one for one in map(read, found) if one and url_of(one, settings) == name), None)
    if entry is None:
        names = [path.removeprefix("content/posts/") for path in found]
        hint = did_you_mean(wanted, names, "Give the name of its file in content/posts/.")
        what = "is not a post" if not path else "cannot be read; site-gen build says why"
        raise click.UsageError(f"'{name}' {what}. {hint if not path else ''}".strip())
    return entry


def _translation(
    posts: Path, original: "Entry", data: bytes, tag: str, settings: "Settings", stem: str
) -> tuple[Path, bytes]:
    """The file of a translation, and its text.

    In another language of the site it is named after its original: `talks.uk.md` beside `talks.md`. Otherwise the text
    names language and original.
    """
    from site_gen.extract.yaml_scalar import yaml_item, yaml_scalar
    from site_gen.text.language.site_languages import site_languages

    languages, own = site_languages(settings), original.language or settings.language
    if tag == own:
        raise click.UsageError(f"The original is in that language, '{tag}': add another as --language.")
    file = posts.parents[1] / original.source.path
    data = _with_line(data, "tags", "[" + ", ".join(map(yaml_item, original.front.tags)) + "]")
    if original.front.type != "news":
        data = _with_line(data, "type", original.front.type)
    if tag in languages.others and not languages.named(file.stem)[1]:
        path = file.with_name(f"{file.stem}.{tag}.md")
        if path.exists():
            raise click.UsageError(f"There is a translation already: {path.relative_to(posts.parents[1]).as_posix()}.")
        return path, data
    if tag != settings.language:
        data = _with_line(data, "language", tag)
    path = _free(file.parent, stem)
    return path, _with_line(data, "translation_of", yaml_scalar(file.name))


def _with_line(data: bytes, key: str, value: str) -> bytes:
    from site_gen.extract.amend import with_line

    return with_line(data, key, value)
