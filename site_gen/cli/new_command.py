"""`site-gen new`."""

from datetime import UTC, datetime
from pathlib import Path
from string import Template

import click

from site_gen.cli.session import Session, site_command

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
@click.option("--publish", is_flag=True, help="Not a draft: the post is published by the next build.")
def command(session: Session, title: str, publish: bool) -> int:
    """Begin a post in content/posts/: dated now, a draft, from archetypes/post.md if the site has one."""
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
    now = in_zone(datetime.now(UTC), ZoneInfo(settings.timezone))
    slug = slugify(with_readings(title, settings.language), language=settings.language)
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
    path = _free(session.root / "content" / "posts", f"{now:%Y-%m-%d}-{slug}")
    shown = path.relative_to(session.root).as_posix()
    write_source(session.root, shown, text.encode())
    session.say(f"{shown}" + ("" if publish else " (a draft: remove 'draft: true' to publish it)"))
    session.emit({"path": shown})
    return 0


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.md", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.md"
    return path
