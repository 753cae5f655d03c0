"""What the settings, collections and routes of an Astro site say in plain strings; none of them is executed.

https://docs.astro.build/en/guides/content-collections/ and /guides/routing/ describe them.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from site_gen.extract.decode import decode
from site_gen.importing.readers.folder import without_index
from site_gen.storage.files import read_whole, walk

_CONFIGS = tuple(f"astro.config.{ending}" for ending in ("mjs", "ts", "js", "mts", "cjs"))
_CONTENT = ("src/content.config.ts", "src/content.config.js", "src/content.config.mjs", "src/content/config.ts")
_SITE = re.compile(r"\bsite\s*[:=]\s*[\"'](https?://[^\"']+)[\"']")
_LISTS = {"tag": "tag", "category": "category", "topic": "tag"}
_PAIR = re.compile(r"[\"']([^\"'\n]+)[\"']\s*:\s*(?:\{[^{}]*?destination\s*:\s*)?[\"']([^\"'\n]+)[\"']")
_COLLECTION = re.compile(r"(\w+)\s*[=:]\s*defineCollection\(")
_PARAMETER = re.compile(r"\[(?:\.\.\.)?(\w+)\]")


class Route(Struct, frozen=True):
    """A page that shows each text of a collection: its path with `{id}`, and the key of front matter that is the id."""

    collection: str
    path: str
    key: str = ""


class AstroSite(Struct, frozen=True):
    """Addresses of a site; `folders` are those of collections by their names."""

    home: str
    folders: dict[str, str]
    routes: tuple[Route, ...]
    archives: tuple[tuple[str, str], ...]
    feeds: tuple[str, ...]
    redirects: tuple[tuple[str, str], ...]
    aliases: dict[str, str]
    is_file: bool


def load_site(root: Path) -> AstroSite:
    """The site in a folder."""
    config = next((_text(root / name) for name in _CONFIGS if (root / name).is_file()), "")
    site = _SITE.search(config)
    indent = re.search(r"^([ \t]+)site\b", config, re.MULTILINE)  # other settings have a base too, further in
    base = re.search(rf"^{indent[1] if indent else ''}base\s*:\s*[\"']([^\"']+)[\"']", config, re.MULTILINE)
    home = site[1].rstrip("/") + (f"/{base[1].strip('/')}" if base else "") if site else ""
    pages = sorted(path for path, _ in walk(root / "src/pages", misnamed=[], texts=(".site_gen",)))
    routes = list(_routes(root / "src/pages", pages))
    if "starlight(" in config:
        routes.append(Route("docs", "/{id}/"))
    return AstroSite(
        home.rstrip("/"),
        _folders(root),
        tuple(routes),
        tuple(_archives(pages)),
        tuple(_feeds(pages)) or ("/rss.xml",),
        tuple(_redirects(config)),
        _aliases(root),
        bool(re.search(r"\bformat\s*:\s*[\"']file[\"']", config)),
    )


def _text(path: Path) -> str:
    return decode(read_whole(path)).text


def _folders(root: Path) -> dict[str, str]:
    """The folders of collections: those below `src/content`, and those that loaders name."""
    content = root / "src/content"
    found = (
        {path.name: f"src/content/{path.name}" for path in sorted(content.iterdir()) if path.is_dir()}
        if content.is_dir()
        else {}
    )
    config = next((_text(root / name) for name in _CONTENT if (root / name).is_file()), "")
    names = {
        variable: name for name, variable in re.findall(r"(\w+)\s*:\s*(\w+)\s*[,}]", config.partition("collections")[2])
    }
    heads = list(_COLLECTION.finditer(config))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(config)
        if base := re.search(r"\bbase\s*:\s*[\"'`]([^\"'`]+)[\"'`]", config[head.end() : end]):
            variable = str(head[1])
            found[names.get(variable, variable)] = posixpath.normpath(base[1].removeprefix("./"))
    return {name: folder for name, folder in found.items() if (root / folder).is_dir()}


def _routes(root: Path, pages: list[str]) -> Iterator[Route]:
    """The routes that show the texts of a collection."""
    for page in pages:
        if not page.endswith(".astro") or not (parameters := _PARAMETER.findall(page)):
            continue
        text = _text(root / page)
        collection = re.search(r"getCollection\(\s*[\"'](\w+)[\"']", text)
        if collection is None or not re.search(r"<Content\b|\brender\(|\.render\(\)", text):
            continue
        key = re.search(rf"\b{parameters[-1]}\s*:\s*\w+\.data\.(\w+)", text)
        path = without_index(page.removesuffix(".astro"))
        path = re.sub(r"\[(?:\.\.\.)?\w+\](?!.*\[)", "{id}", path)
        yield Route(collection[1], f"/{_PARAMETER.sub('{first}', path)}/", key[1].lower() if key else "")


def _archives(pages: list[str]) -> Iterator[tuple[str, str]]:
    for page in pages:
        found = re.fullmatch(r"(.*?)\[(?:\.\.\.)?(\w+)\](?:/index)?\.astro", page)
        if found and "[" not in found[1] and found[2] in _LISTS:
            yield f"/{found[1]}{{slug}}/", _LISTS[found[2]]


def _feeds(pages: list[str]) -> Iterator[str]:
    for page in pages:
        name = re.sub(r"\.(?:js|ts|mjs)\Z", "", page)
        if name != page and re.search(r"(?:rss|feed|atom)[\w.-]*\.(?:xml|json)\Z", name):
            yield f"/{name}"


def _redirects(config: str) -> Iterator[tuple[str, str]]:
    """The pairs of `redirects` that are written as strings."""
    opened = re.search(r"\bredirects\s*:\s*(?=\{)", config)
    if opened is None:
        return
    rest = config[opened.end() :]
    depth = 0
    for found in re.finditer(r"[{}]", rest):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            for old, new in _PAIR.findall(rest[: found.end()]):
                if "[" not in old:
                    yield "/" + old.strip("/") + "/", new if "://" in new else "/" + new.strip("/") + "/"
            return


def _aliases(root: Path) -> dict[str, str]:
    """The beginnings of paths that tsconfig.json gives a meaning, by themselves."""
    text = _text(root / "tsconfig.json") if (root / "tsconfig.json").is_file() else ""
    found = {"@/": "src/", "~/": "src/"}
    for name, target in re.findall(r"\"([^\"]+)/\*\"\s*:\s*\[\s*\"([^\"]+)/\*\"", text):
        found[f"{name}/"] = f"{target.removeprefix('./')}/"
    return found
