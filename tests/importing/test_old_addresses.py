"""Old sites move into a real nginx with our rules: each address that they had is asked for, and their feeds' ids."""

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest

from site_gen.urls import encoded
from tests.hosting.conftest import Published, ask, nginx
from tests.importing.imports import new_site
from tests.importing.test_folders import HUGO, JEKYLL
from tests.importing.test_html_folder import FEED, HOME, PAGES
from tests.support import png, run, write

pytestmark = pytest.mark.servers
MOST_STEPS = 4
ATOM = "{http://www.w3.org/2005/Atom}"


class Old(NamedTuple):
    """An old site: what its sitemap had, what else readers may ask for, and the ids that its feed gave its posts."""

    home: str
    sitemap: tuple[str, ...]
    others: tuple[str, ...]
    ids: frozenset[str]


OLD = {
    "wordpress": Old(
        home="https://harbour.example.org",
        sitemap=(
            "/",
            "/about/",
            "/about/team/",
            "/2026/05/frigate-returns/",
            "/2026/05/фрегат/",
            "/2026/05/missing/",
            "/recipes/stew/",
            "/category/naval/",
            "/category/uncategorized/",
            "/tag/royal-navy/",
            "/author/mreed/",
            "/?p=11",
        ),
        others=(
            "/feed/",
            "/feed/rss/",
            "/feed/atom/",
            "/comments/feed/",
            "/category/naval/feed/",
            "/2026/",
            "/2026/05/",
            "/2026/05/frigate-returns/2/",
            "/2026/05/frigate-returns/frigate/",
            "/wp-content/uploads/2026/05/frigate.png",
            "/wp-content/uploads/2026/05/crew.png",
            "/wp-content/uploads/2026/05/frigate-300x200.png",
            "/?p=12",
            "/?page_id=13",
            "/?attachment_id=22",
            "/?cat=3",
            "/?feed=rss2",
        ),
        ids=frozenset(f"https://harbour.example.org/?p={number}" for number in (11, 12, 20, 23, 24)),  # 24: of a type
    ),
    "hugo": Old(
        home="https://old.example.org",
        sitemap=(
            "/",
            "/about/",
            "/news/",
            "/2026/03/one/",
            "/2026/03/a-bundle/",
            "/special/json.html",
            "/categories/",
            "/categories/naval/",
            "/tags/",
            "/tags/nato/",
        ),
        others=(
            "/index.xml",
            "/news/index.xml",
            "/tags/nato/index.xml",
            "/categories/naval/index.xml",
            "/old/first/",
            "/2026/03/a-bundle/map.png",
            "/img/ship.png",
        ),
        ids=frozenset(
            f"https://old.example.org{path}" for path in ("/2026/03/one/", "/2026/03/a-bundle/", "/special/json.html")
        ),
    ),
    "jekyll": Old(
        home="https://old.example.org",
        sitemap=("/", "/naval/2026/03/01/first-one.html", "/2026/03/02/second.html", "/who/", "/was here/too/"),
        others=("/feed.xml", "/was/here/", "/assets/ship.png"),
        ids=frozenset(
            f"https://old.example.org{path}" for path in ("/naval/2026/03/01/first-one", "/2026/03/02/second")
        ),
    ),
    "blogger": Old(
        home="http://harbour.example.org",
        sitemap=("/", "/2026/05/frigate-her-crew.html", "/2026/04/older.html", "/p/about.html"),
        others=("/feeds/posts/default", "/rss.xml", "/search/label/Royal Navy", "/2026/", "/2026/05/"),
        ids=frozenset(f"tag:blogger.com,1999:blog-77.post-{number}" for number in (501, 502)),
    ),
    "html": Old(
        home=HOME,
        sitemap=("/", "/2026/05/frigate/", "/2026/04/older/", "/blog/plain.html", "/about.html", "/tags/navy/"),
        others=("/old/frigate.html", "/2026/05/frigate/amp/", "/page/2/", "/latest.html", "/2026/", "/rss.xml"),
        ids=frozenset(f"{HOME}{path}" for path in ("/2026/05/frigate/", "/2026/04/older/", "/blog/plain.html")),
    ),
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a server's own user may read."""
    with tempfile.TemporaryDirectory(prefix="site_gen-import-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def source_of(name: str, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The old site as it is exported, and the options that its import has."""
    if name == "wordpress":
        uploads = folder / "uploads/2026/05"
        uploads.mkdir(parents=True)
        for number, picture in enumerate(("frigate", "crew", "map"), 1):
            (uploads / f"{picture}.png").write_bytes(png(8 * number, 6 * number))
        shutil.copytree(Path(__file__).parent / "sources", folder / "old")
        return folder / "old", ("--media", str(folder / "uploads"))
    if name == "blogger":
        return Path(__file__).parent / "sources/blogger/backup.xml", ()
    if name == "html":
        write(folder / "old", {path: text for path, text in PAGES.items() if path != "old/out.html"})
        write(folder / "old", {"rss.xml": re.sub(r"<guid.*?</guid>", "", FEED)})
        return folder / "old", ()
    write(folder / "old", HUGO if name == "hugo" else JEKYLL)
    pictures = ("static/img/ship.png", "content/news/bundle/map.png") if name == "hugo" else ("assets/ship.png",)
    write(folder / "old", {path: png(40, 30) for path in pictures})
    return folder / "old", ()


def sitemap_of(old: Old) -> str:
    links = (path if "?" in path else encoded(path) for path in old.sitemap)
    lines = "".join(f"<url><loc>{old.home}{link}</loc></url>" for link in links)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lines}</urlset>'


def to_publish(site: Path) -> None:
    """A site that will be published."""
    new_site(site)
    settings = site / "site.yaml"
    text = re.sub(
        r"^base_url: \S+", "base_url: https://news.test/", settings.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    settings.write_text(f"{text}\ndeploy: {{live: {{type: folder, path: www}}}}\n", encoding="utf-8")


def moved_in(name: str, folder: Path) -> tuple[Published, dict[str, Any]]:
    """The old site, imported and deployed."""
    source, options = source_of(name, folder)
    site, sitemap = folder / "site", folder / "sitemap.xml"
    sitemap.write_text(sitemap_of(OLD[name]), encoding="utf-8")
    to_publish(site)
    done = run("import", str(source), *options, "--sitemap", str(sitemap), "--json", root=site)
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    done = run("deploy", root=site)
    assert done.returncode == 0, done.stdout + done.stderr
    return Published(site, site / "www/current"), report


def end_of(port: int, address: str) -> tuple[int, ...]:
    """The statuses that nginx answers with, redirect after redirect."""
    path, mark, query = address.partition("?")
    asked, statuses = encoded(path) + mark + query, list[int]()
    for _ in range(MOST_STEPS):
        answer = ask(port, asked)
        statuses.append(answer.status)
        if not answer.leads_to:
            break
        asked = urlsplit(answer.leads_to).path
    return tuple(statuses)


@pytest.mark.parametrize("name", OLD)
def test_every_old_address_is_answered_and_feeds_show_nothing_twice(name: str, folder: Path) -> None:
    site, report = moved_in(name, folder)
    old = OLD[name]
    told = {one["address"]: one["by"] for one in report["addresses"]}
    assert [path for path in old.sitemap if not told[path]] == []
    place = folder / "server"
    place.mkdir()
    with nginx(site, place) as port:
        answers = {path: end_of(port, path) for path in (*old.sitemap, *old.others, *told)}
    lost = {path: statuses for path, statuses in answers.items() if statuses[-1] not in (200, 410)}
    assert lost == {}
    assert {path for path, statuses in answers.items() if set(statuses[:-1]) - {301}} == set()
    gone = {path for path, statuses in answers.items() if statuses[-1] == 410}
    assert gone == {one["address"] for one in report["addresses"] if "gone" in (one["by"], one["to"])}
    assert Counter(len(statuses) for statuses in answers.values())[1] > 0
    recorded = (site.root / "addresses.lock").read_text(encoding="utf-8")
    assert all(
        f"\n{encoded(path)}\t" in recorded or f"\n{path}\t" in recorded for path in old.sitemap if "?" not in path
    )
    assert feed_ids(site.output) == [old.ids] * 3


def feed_ids(output: Path) -> list[frozenset[str]]:
    """The ids of the items in each of the three feeds."""
    rss, atom = (fromstring((output / name).read_bytes()) for name in ("feed.xml", "atom.xml"))
    items = json.loads((output / "feed.json").read_text(encoding="utf-8"))["items"]
    return [
        frozenset(str(one.text) for one in rss.iter("guid")),
        frozenset(str(one.findtext(f"{ATOM}id")) for one in atom.iter(f"{ATOM}entry")),
        frozenset(one["id"] for one in items),
    ]


def test_what_nothing_follows_is_named_and_keeps_a_deployment_back(folder: Path) -> None:
    source, _ = source_of("jekyll", folder)
    site, sitemap = folder / "site", folder / "list.txt"
    sitemap.write_text("https://old.example.org/lost/\nhttps://old.example.org/a?b=1\n/who/\n", encoding="utf-8")
    to_publish(site)
    done = run("import", str(source), "--sitemap", str(sitemap), "--json", root=site)
    assert done.returncode == 0, done.stderr
    told = {one["address"]: one for one in json.loads(done.stdout)["addresses"]}
    assert told["/lost/"]["by"] == "" and "site-gen redirect --all --gone" in told["/lost/"]["why"]
    assert told["https://old.example.org/a?b=1"]["by"] == ""
    refused = run("deploy", root=site)
    assert refused.returncode == 1 and "'/lost/'" in refused.stderr
    assert run("redirect", "--all", "--gone", root=site).returncode == 0
    assert run("deploy", root=site).returncode == 0
    assert re.search(r"^/lost/: gone$", (site / "redirects.yaml").read_text(encoding="utf-8"), re.MULTILINE)
