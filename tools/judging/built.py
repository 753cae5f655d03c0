"""A built site as judges see it: its files by kind, its public address, and one page of each kind."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_CANONICAL = re.compile(r'<link[^>]*rel="canonical"[^>]*href="([^"]+)"|<link[^>]*href="([^"]+)"[^>]*rel="canonical"')
_POST = re.compile(r'<meta[^>]*property="og:type"[^>]*content="article"|"@type": ?"[A-Za-z]*NewsArticle"')
_REFRESH = re.compile(r'<meta[^>]*http-equiv="refresh"', re.I)
# Kinds of listing pages by the shape of their addresses.
_KINDS = {
    "tag": re.compile(r"tags/[^/]+/index\.html"),
    "tag's second page": re.compile(r"tags/[^/]+/page/2/index\.html"),
    "tags": re.compile(r"tags/index\.html"),
    "archive": re.compile(r"archive/index\.html"),
    "year": re.compile(r"\d{4}/index\.html"),
    "month": re.compile(r"\d{4}/\d{2}/index\.html"),
    "second page": re.compile(r"page/2/index\.html"),
    "lost": re.compile(r"404\.html"),
    "other": re.compile(r"[a-z-]+/index\.html"),
}


@dataclass(frozen=True)
class BuiltSite:
    """The output folder of a build."""

    folder: Path

    @cached_property
    def files(self) -> tuple[str, ...]:
        """All files by path, sorted; hidden ones are not served and left out."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(path.as_posix() for path in found if not any(part[0] == "." for part in path.parts)))

    def text(self, file: str) -> str:
        """The text of one file; bytes that are none show as replacement signs."""
        return (self.folder / file).read_text(encoding="utf-8", errors="replace")

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """HTML files."""
        return tuple(file for file in self.files if file.endswith(".html"))

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """HTML files that are read by people: not those that only point elsewhere."""
        return tuple(file for file in self.pages if not _REFRESH.search(self.text(file)))

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """Stylesheets."""
        return tuple(file for file in self.files if file.endswith(".css"))

    def _xml(self, *roots: str) -> tuple[str, ...]:
        sign = re.compile(rf"<({'|'.join(roots)})[\s>]")
        return tuple(file for file in self.files if file.endswith(".xml") and sign.search(self.text(file)[:800]))

    @cached_property
    def feeds(self) -> tuple[str, ...]:
        """RSS and Atom files."""
        return self._xml("rss", "feed")

    @cached_property
    def json_feeds(self) -> tuple[str, ...]:
        """JSON Feed files."""
        return tuple(f for f in self.files if f.endswith(".json") and "jsonfeed.org/version" in self.text(f)[:800])

    @cached_property
    def sitemaps(self) -> tuple[str, ...]:
        """Sitemaps and their indexes."""
        return self._xml("urlset", "sitemapindex")

    @cached_property
    def base(self) -> str:
        """The public address of the site, with a slash at the end, as its home page says; empty where it says none."""
        found = _CANONICAL.search(self.text("index.html")) if "index.html" in self.pages else None
        address = (found.group(1) or found.group(2)) if found else ""
        return address if address.endswith("/") else ""

    @property
    def below(self) -> str:
        """The path of the public address: `/` for most sites."""
        return urlsplit(self.base).path or "/"

    def path_of(self, file: str) -> str:
        """The address of a file, from the site's root."""
        return quote(re.sub(r"(^|/)index\.html$", r"\1", file))

    def file_of(self, address: str) -> str | None:
        """The file that an address below the public one is served from; None where there is none, or it is foreign."""
        if not self.base or not address.startswith(self.base):
            return None
        path = unquote(urlsplit(address[len(self.base) :]).path)
        file = path + "index.html" if path.endswith("/") or not path else path
        return file if file in self._known else None

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.files)

    @cached_property
    def chosen(self) -> dict[str, str]:
        """One page of each kind, and the first and the last post."""
        chosen = {"home": "index.html"} if "index.html" in self.pages else {}
        posts = [page for page in self.documents if _POST.search(self.text(page))]
        if posts:
            chosen |= {"post": posts[-1], "long post": max(posts, key=lambda file: len(self.text(file)))}
        for kind, shape in _KINDS.items():
            fitting = [page for page in self.documents if shape.fullmatch(page) and page not in chosen.values()]
            if fitting:
                chosen[kind] = max(fitting, key=lambda file: len(self.text(file)))
        return chosen

    def json(self, file: str) -> object:
        """A JSON file as values."""
        return json.loads(self.text(file))
