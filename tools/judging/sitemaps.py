"""Sitemaps by sitemaps.org's protocol and Google's rules for news; robots.txt."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tools.judging.built import BuiltSite
from tools.judging.findings import Finding

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST_ADDRESSES, MOST_BYTES, MOST_NEWS = 50_000, 50_000_000, 1000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_ORDER = ("loc", "lastmod", "changefreq", "priority")
_NEWS_ORDER = ("publication", "publication_date", "title")
_NOINDEX = re.compile(r'<meta[^>]*name="robots"[^>]*content="[^"]*noindex')
_LATER = re.compile(r"(^|/)page/\d+/index\.html$")


def judge_sitemaps(site: BuiltSite, _: str) -> Iterator[Finding]:
    """Every sitemap, what it lists and what it leaves out; robots.txt."""
    listed: set[str] = set()
    for file in site.sitemaps:
        text = site.text(file)
        for what in faults_of_sitemap(text):
            yield Finding("sitemaps", file, what)
        if file.startswith("news"):
            continue
        for address in re.findall(r"<loc>([^<]+)</loc>", text):
            target = site.file_of(address.replace("&amp;", "&"))
            if target is None:
                yield Finding("sitemaps", file, f"{address} is no page of this site")
            elif _NOINDEX.search(site.text(target)):
                yield Finding("sitemaps", file, f"{address} is marked noindex")
            listed.add(target or "")
    for page in site.documents:
        if page not in listed and not _LATER.search(page) and not _NOINDEX.search(site.text(page)):
            yield Finding("sitemaps", page, "stands in no sitemap")
    robots = site.text("robots.txt") if "robots.txt" in site.files else ""
    if not re.search(rf"(?m)^Sitemap: {re.escape(site.base)}", robots):
        yield Finding("sitemaps", "robots.txt", "names no sitemap of this site")


def faults_of_sitemap(text: str) -> Iterator[str]:
    """Faults of one sitemap or sitemap index."""
    try:
        root = ET.fromstring(text.encode())
    except ET.ParseError as error:
        yield f"not well-formed: {error}"
        return
    if root.tag not in (f"{MAP}urlset", f"{MAP}sitemapindex"):
        yield f"the root is {root.tag}"
        return
    if len(root) == 0:
        yield "no address: the schema wants at least one"
    if len(root) > MOST_ADDRESSES or len(text.encode()) > MOST_BYTES:
        yield f"{len(root)} addresses in {len(text.encode())} bytes: too large"
    if len(root.findall(f"*/{NEWS}news")) > MOST_NEWS:
        yield f"more than {MOST_NEWS} news"
    locs = [entry.findtext(f"{MAP}loc") or "" for entry in root]
    yield from (f"{loc} stands twice" for loc in sorted({loc for loc in locs if locs.count(loc) > 1})[:5])
    for number, entry in enumerate(root, 1):
        yield from _faults_of_entry(entry, f"entry {number}")


def _faults_of_entry(entry: ET.Element, where: str) -> Iterator[str]:
    if not (entry.findtext(f"{MAP}loc") or "").startswith(("https://", "http://")):
        yield f"{where}: loc is not absolute"
    names = [child.tag.removeprefix(MAP) for child in entry if child.tag.startswith(MAP)]
    if names != [name for name in _ORDER if name in names]:
        yield f"{where}: {names} are unknown, repeated or out of order"
    lastmod = entry.findtext(f"{MAP}lastmod")
    if lastmod is not None and not _MOMENT.fullmatch(lastmod):
        yield f"{where}: lastmod {lastmod!r} is no date with seconds and zone"
    for news in entry.findall(f"{NEWS}news"):
        yield from _faults_of_news(news, where)


def _faults_of_news(news: ET.Element, where: str) -> Iterator[str]:
    if [child.tag.removeprefix(NEWS) for child in news] != list(_NEWS_ORDER):
        yield f"{where}: news must hold {', '.join(_NEWS_ORDER)}, in this order"
    publication = news.find(f"{NEWS}publication")
    inner = [] if publication is None else [child.tag.removeprefix(NEWS) for child in publication]
    if inner != ["name", "language"]:
        yield f"{where}: publication must hold name and language, in this order"
    language = news.findtext(f"{NEWS}publication/{NEWS}language") or ""
    if not re.fullmatch(r"[a-z]{2,3}|zh-(cn|tw)", language):
        yield f"{where}: {language!r} is no language of news sitemaps"
    if not _MOMENT.fullmatch(news.findtext(f"{NEWS}publication_date") or ""):
        yield f"{where}: publication_date is no date with seconds and zone"
