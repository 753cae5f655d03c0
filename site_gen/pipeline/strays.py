"""Files that nothing reads, although an editor may expect it: a warning for each, with where it belongs."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from site_gen.model.problem import Problem
from site_gen.storage.files import undecoded
from site_gen.storage.sources import CONTENT_FOLDERS, is_stray
from site_gen.text.did_you_mean import near_miss

_FEW = 3  # files of one kind in one place that are named one by one
_FOLDERS = ("content", "seeds", "static", "themes", "templates", "archetypes", "i18n")
_FILES = ("site.yaml", "redirects.yaml")
_OF_THEMES = ("templates", "static", "theme.yaml", "i18n")
_MARKDOWN = ("md", "markdown", "mdown", "mkd", "mkdn", "mdx")
_BELOW_STATIC = "Put it below static/ to publish it, or remove it from content/."
_HINTS = {
    **dict.fromkeys(
        ("html", "htm", "xhtml"), "Write it in Markdown (.md), or put it below static/ to publish it as it is."
    ),
    **dict.fromkeys(("txt", "text"), "Put it into seeds/ to make a post of it, or write it in Markdown (.md)."),
    **dict.fromkeys(("docx", "doc", "odt", "rtf"), "Save it as plain text in seeds/, or as Markdown (.md) here."),
    "raw": "Save it as JPEG, PNG or WebP: other kinds are not shown.",
}


def strays(root: Path, passed: Iterable[str]) -> tuple[Problem, ...]:
    """Warnings of the files that were passed over in content/, and of what is misnamed above and beside them."""
    alike: dict[tuple[str, str, str, str], list[str]] = {}
    for path in sorted(passed):
        place, kind = path.split("/")[1], _ending(path)
        alike.setdefault((place, kind, *_words(root, path)), []).append(path)
    found = [
        problem for (place, kind, *words), files in alike.items() for problem in _warnings(place, kind, words, files)
    ]
    found += _top_of_content(root)
    found += _misnamed(root, "", (*_FOLDERS, *_FILES))
    found += _archetypes(root)
    for theme in _names(root / "themes"):
        found += _misnamed(root, f"themes/{theme}/", _OF_THEMES)
    return tuple(sorted(found))


def _warnings(place: str, kind: str, words: list[str], files: list[str]) -> Iterator[Problem]:
    if len(files) <= _FEW:
        yield from (Problem(path, 0, 0, words[0], words[1]) for path in files)
        return
    named = ", ".join(path.split("/", 2)[2] for path in files[:_FEW])
    ending = f" that end in .{kind}" if kind else ""
    what = f"{len(files)} files{ending} are ignored ({named} and {len(files) - _FEW} more)."
    yield Problem(f"content/{place}", 0, 0, what, words[1])


def _words(root: Path, path: str) -> tuple[str, str]:
    """The message and the hint for one file."""
    place, name = path.split("/")[1], path.rpartition("/")[2]
    stem, kind = name.rpartition(".")[0] or name, _ending(path)
    if (root / path).is_dir():
        return "This link to a folder is not followed.", "Put the folder itself here."
    if kind in _MARKDOWN and place == "images":
        return (
            "This file is ignored: content/images/ is for pictures only.",
            "Move it to content/posts/ or content/pages/.",
        )
    if kind in _MARKDOWN:
        return "This file is ignored: the name of a text ends in .md.", f"Rename it to '{stem.removesuffix('.md')}.md'."
    if name.lower().endswith(".md.txt"):
        return "This file is ignored: the name of a text ends in .md.", f"Rename it to '{stem}'."
    return "This file is ignored.", _HINTS.get(kind, _BELOW_STATIC)


def _ending(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def _top_of_content(root: Path) -> Iterator[Problem]:
    """Files directly in content/, and folders there that hold files and that nothing reads."""
    for name in _names(root / "content"):
        path = f"content/{name}"
        if name in CONTENT_FOLDERS or not is_stray(name):
            continue
        if not (root / path).is_dir():
            hint = "Move it to content/posts/ if it is a post, to content/pages/ if it is a standing page."
            yield Problem(
                undecoded(path) or path, 0, 0, "This file is ignored: it is in none of content's folders.", hint
            )
        elif any(is_stray(file) for _, _, files in os.walk(root / path) for file in files):
            near = near_miss(name, CONTENT_FOLDERS)
            hint = "Move posts to content/posts/, in a folder of their own if you like, other texts to content/pages/."
            what = f"What is in this folder is ignored: content/ has {', '.join(CONTENT_FOLDERS)}."
            yield Problem(undecoded(path) or path, 0, 0, what, f"Did you mean 'content/{near}'?" if near else hint)


def _misnamed(root: Path, prefix: str, expected: tuple[str, ...]) -> Iterator[Problem]:
    """Names that are close to one that is read and is missing."""
    names = _names(root / prefix)
    missing = tuple(name for name in expected if name not in names)
    for name in names:
        if name not in expected and (near := near_miss(name, missing)):
            is_folder = (root / prefix / name).is_dir()
            if is_folder == ("." not in near) and (is_folder or name.lower().endswith((".yaml", ".yml"))):
                what = "This folder is ignored." if is_folder else "This file is ignored."
                yield Problem(prefix + name, 0, 0, what, f"Did you mean '{prefix}{near}'?")


def _archetypes(root: Path) -> Iterator[Problem]:
    for name in _names(root / "archetypes"):
        if name != "post.md" and is_stray(name):
            what = "This file is ignored: site-gen new uses only archetypes/post.md."
            near = near_miss(name, ("post.md",))
            yield Problem(
                f"archetypes/{name}", 0, 0, what, f"Did you mean '{near}'?" if near else "Rename it, or remove it."
            )


def _names(folder: Path) -> list[str]:
    try:
        names = (path.name for path in folder.iterdir())
        return sorted(name for name in names if not name.startswith(".") and not undecoded(name))
    except OSError:
        return []
