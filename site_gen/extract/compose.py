"""A post file from an article: YAML front matter, a blank line, the body."""

import re
from datetime import datetime

from site_gen.extract.yaml_scalar import yaml_item, yaml_scalar
from site_gen.model.seed import Article

_BODY_EDGES = re.compile(r"\A\n+|\n+\Z")


def compose(article: Article, updated: datetime | None = None) -> str:
    """The text of the post file. Each scalar is on one line, keys are in a fixed order, so that edits merge well."""
    rows = [
        f"title: {yaml_scalar(article.title)}",
        f"date: {_moment(article.date) if article.timed else article.date.date().isoformat()}",
        f"updated: {_moment(updated)}" if updated else "",
        f"slug: {yaml_scalar(article.slug)}",
        f"aliases: {_list(article.aliases)}" if article.aliases else "",
        f"summary: {yaml_scalar(article.summary)}" if article.summary else "",
        f"dateline: {yaml_scalar(article.dateline)}" if article.dateline else "",
        f"language: {article.language}" if article.language else "",
        f"authors: {_list(article.authors)}" if article.authors else "",
        f"tags: {_list(tuple(tag.name for tag in article.tags))}" if article.tags else "",
        f"type: {article.type}" if article.type != "news" else "",
        "draft: true" if article.draft else "",
        *_source(article),
        *_entities(article),
        f"seed: {yaml_scalar(article.seed)}",
    ]
    body = _BODY_EDGES.sub("", article.body)
    return "---\n" + "\n".join(filter(None, rows)) + "\n---\n\n" + body + "\n"


def _moment(date: datetime) -> str:
    """The date in ISO 8601, with seconds and UTC offset."""
    return date.isoformat(timespec="seconds")


def _list(names: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(yaml_item, names)) + "]"


def _source(article: Article) -> list[str]:
    facts = (("name", article.source_name), ("url", article.source_url))
    rows = [f"  {key}: {yaml_scalar(value)}" for key, value in facts if value]
    return ["source:", *rows] if rows else []


def _entities(article: Article) -> list[str]:
    """Names by kind; one that is also a tag is spelled as the tag, so that its kind can be looked up by it."""
    tags = {(tag.kind, tag.name) for tag in article.tags}
    kinds: dict[str, dict[str, None]] = {}
    for entity in article.entities:
        forms = (entity.name, *entity.aliases)
        name = next((form for form in forms if (entity.kind, form) in tags), entity.name)
        kinds.setdefault(entity.kind, {})[name] = None
    rows = [f"  {kind}: {_list(tuple(names))}" for kind, names in kinds.items()]
    return ["entities:", *rows] if rows else []
