"""A small site with old addresses of every kind, as real servers answer for it by the rules that were written."""

import http.client
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

from tests.programs import answers, free_port, needed
from tests.support import BARE, post, run, write

REDIRECTS = """\
/old/: /tags/
/left: /archive/ 302
/kept/: /tags/ 308
/page.html: /archive/ 307
/away/: https://other.example.org/x?a=1&b=$2#top
/withdrawn/: gone
/desk/*: /tags/:splat
/desk/of/*: https://other.example.org/of/:splat
/closed/*: gone
/ein fach/: /tags/
/a$b{c}/: /tags/
"/q\\"uo'te/": /tags/
/łódź/: /tags/
/semi;colon/: /tags/
/re.g+ex(x)[y]^|/: /tags/
/`tick`/: /tags/
/per%25cent/: /tags/
/comma,at@equals=/: /tags/
/?cat=3: /tags/ships/
/?p=7: gone
/index.php: /archive/
/index.php?p=11: /tags/ 302
/?n=1: /tags/ships/
/desk/of/?id=a-b.c_d: https://other.example.org/x?a=1&b=$2
"""
REDIRECTS += "".join(f"/?n={number}: /tags/?{number}\n" for number in range(2, 240))  # more than a block of nginx has
REDIRECTS += "".join(f"/many/?a{number}=1: /tags/\n" for number in range(1, 13))  # more than nginx takes steps
HOSTILE = (
    "ein fach",
    "a$b{c}",
    "q\"uo'te",
    "łódź",
    "semi;colon",
    "re.g+ex(x)[y]^|",
    "`tick`",
    "per%cent",
    "comma,at@equals=",
)
# A request, and what every server answers: status, and where it leads.
LED = (
    ("/old/", 301, "/tags/"),
    ("/old", 301, "/tags/"),
    ("/left/", 302, "/archive/"),
    ("/kept/", 308, "/tags/"),
    ("/page.html", 307, "/archive/"),
    ("/away/", 301, "https://other.example.org/x?a=1&b=$2#top"),
    ("/withdrawn/", 410, ""),
    ("/withdrawn", 410, ""),
    ("/desk/ships/", 301, "/tags/ships/"),
    ("/desk/of/a/b", 301, "https://other.example.org/of/a/b"),
    ("/desk/%C5%82", 301, "/tags/%C5%82"),
    ("/desk/a%0D%0ASet-Cookie:x", 301, "/tags/a%0D%0ASet-Cookie:x"),
    ("/closed/for/good/", 410, ""),
    ("/2019/first.html", 301, "/2026/01/story/"),
    ("/2019/an%20older%20one/", 301, "/2026/01/story/"),
    ("/2019/an%20older%20one", 301, "/2026/01/story/"),
    ("/?p=12", 301, "/2026/01/story/"),
    ("/?utm_source=x&p=12&y=2", 301, "/2026/01/story/"),
    ("/?cat=3", 301, "/tags/ships/"),
    ("/?n=1", 301, "/tags/ships/"),
    ("/?n=2", 301, "/tags/?2"),
    ("/?n=23", 301, "/tags/?23"),
    ("/?n=239", 301, "/tags/?239"),
    ("/?n=240", 200, ""),
    ("/?n=2390", 200, ""),
    ("/?p=7", 410, ""),
    ("/?p=77", 410, ""),
    ("/?p=9&cat=3", 301, "/tags/ships/"),
    ("/?p=9&cat=4&n=23", 301, "/tags/?23"),
    ("/?p=9&cat=4&n=999", 200, ""),
    ("/many/?a1=9&a2=9&a3=9&a4=9&a5=9&a6=9&a7=1", 301, "/tags/"),
    ("/many/?" + "&".join(f"a{number}=9" for number in range(1, 13)), 404, ""),
    ("/index.php?p=11", 302, "/tags/"),
    ("/index.php", 301, "/archive/"),
    ("/desk/of/?id=a-b.c_d", 301, "https://other.example.org/x?a=1&b=$2"),
    # A query that no line has: what the address has without it.
    ("/?p=1", 200, ""),
    ("/?p=123", 200, ""),
    ("/?xp=12", 200, ""),
    ("/?p=12%0D%0ASet-Cookie:x", 200, ""),
    ("/?p=$uri{path}", 200, ""),
    ("/?q=ships", 200, ""),
    *((quote(f"/{name}/", safe="/"), 301, "/tags/") for name in HOSTILE),
    # What a pattern that was not quoted would take for one of the above.
    ("/rexgggex(x)[y]%5E%7C/", 404, ""),
    ("/oldx/", 404, ""),
    ("/x/old/", 404, ""),
)
SECURITY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": "max-age=31536000",
}
HTML = "text/html; charset=utf-8"
# A request, and what every server answers: status, media type, cache lifetime.
PAGES = (
    ("/", 200, HTML, "public, max-age=60"),
    ("/2026/01/story/", 200, HTML, "public, max-age=60"),
    ("/nothing/", 404, HTML, "public, max-age=60"),
    ("/feed.xml", 200, "application/rss+xml; charset=utf-8", "public, max-age=60"),
    ("/tags/ships/atom.xml", 200, "application/atom+xml; charset=utf-8", "public, max-age=60"),
    ("/feed.json", 200, "application/feed+json; charset=utf-8", "public, max-age=60"),
    ("/site.webmanifest", 200, "application/manifest+json", "public, max-age=60"),
    ("/note.md", 200, "text/markdown; charset=utf-8", "public, max-age=60"),
    ("ASSET", 200, "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
)
HIDDEN = ("/.site_gen-query/1/p/12", "/_headers", "/_redirects", "/.htaccess", "/.git/config")


class Published(NamedTuple):
    """A deployed site: where it was built from, and the folder that is live."""

    root: Path
    output: Path

    def rules(self, server: str) -> str:
        done = run("rules", server, root=self.root)
        assert done.returncode == 0, done.stderr
        return done.stdout


class Answer(NamedTuple):
    """A server's response."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def leads_to(self) -> str:
        """Where it leads, as an address of this site or a full one."""
        place = re.sub(r"^http://(127\.0\.0\.1|localhost)(:\d+)?", "", self.headers.get("location", ""))
        return place.replace("%24", "$")


def ask(port: int, path: str) -> Answer:
    """One request, its path just as it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", path)
    connection.endheaders()
    got = connection.getresponse()
    text = got.read().decode(errors="replace")
    connection.close()
    return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, text)


@pytest.fixture(scope="session")
def published() -> Iterator[Published]:
    """The site, in a folder that a server's own user may read too."""
    with tempfile.TemporaryDirectory(prefix="site_gen-hosting-") as name:
        root = Path(name)
        root.chmod(0o755)
        settings = (
            'title: "News"\nbase_url: https://news.test/\ntheme: bare\nhosting: [netlify, apache]\ntag_minimum: 1\n'
        )
        settings += "deploy: {live: {type: folder, path: www}}\n"
        write(root, {"site.yaml": settings, "redirects.yaml": REDIRECTS, "themes/bare/theme.yaml": ""})
        write(root, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
        write(root, {"themes/bare/static/style.css": "a {}", "static/note.md": "# Note\n", "static/.git/config": "x"})
        aliases = ["/2019/first.html", "/2019/an older one/", "/?p=12"]
        write(root, {"content/posts/story.md": post("Story", tags=["Ships"], aliases=aliases)})
        write(root, {"content/posts/over.md": post("Over", expires="2026-02-01", aliases=["/?p=77"])})
        done = run("deploy", root=root)
        assert done.returncode == 0, done.stderr
        yield Published(root, root / "www/current")


@contextmanager
def _running(*command: str, port: int, **more: str) -> Iterator[int]:
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | more)
        try:
            answers(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def nginx(site: Published, place: Path) -> Iterator[int]:
    """nginx with the rules included; its own check of them passes."""
    port, program = free_port(), needed("nginx", "nginx")
    (place / "rules.conf").write_text(site.rules("nginx"), encoding="utf-8")
    stores = "".join(
        f"{kind}_temp_path {place}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(
        f"{user} daemon off; worker_processes 1; pid {place}/pid; error_log stderr;\nevents {{}}\n"
        f"http {{\n{stores}access_log off; include /etc/nginx/mime.types;\n"
        f"server {{ listen 127.0.0.1:{port}; root {site.output}; include {place}/rules.conf; }}\n}}\n"
    )
    command = (program, "-c", str(place / "nginx.conf"))
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    with _running(*command, port=port):
        yield port


@contextmanager
def caddy(site: Published, place: Path) -> Iterator[int]:
    """Caddy with the rules imported."""
    port, program = free_port(), needed("caddy", "caddy")
    (place / "rules").write_text(site.rules("caddy"), encoding="utf-8")
    (place / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\n"
        f"http://127.0.0.1:{port} {{\n\troot * {site.output}\n\timport {place}/rules\n}}\n"
    )
    command = (program, "run", "--adapter", "caddyfile", "--config", str(place / "Caddyfile"))
    with _running(*command, port=port, HOME=str(place), XDG_DATA_HOME=str(place), XDG_CONFIG_HOME=str(place)):
        yield port


@contextmanager
def apache(site: Published, place: Path) -> Iterator[int]:
    """Apache, which finds the rules in the site itself."""
    port, program = free_port(), needed("apache2", "apache2-bin")
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "dir", "headers", "mime", "rewrite")
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (place / "mime.types").write_text("text/html html\ntext/css css\ntext/xml xml\napplication/json json\n")
    (place / "httpd.conf").write_text(
        f"{modules}{user}ServerRoot {place}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {place}/pid\n"
        f"ErrorLog {place}/error.log\nTypesConfig {place}/mime.types\nDocumentRoot {site.output}\n"
        f"<Directory {site.output}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
    )
    with _running(program, "-f", str(place / "httpd.conf"), "-DFOREGROUND", port=port):
        yield port


SERVERS = {"nginx": nginx, "caddy": caddy, "apache": apache}


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, published: Published) -> Iterator[int]:
    """The port of each server in turn."""
    place = Path(tempfile.mkdtemp(prefix="site_gen-server-"))
    place.chmod(0o755)
    try:
        with SERVERS[request.param](published, place) as port:
            yield port
    finally:
        shutil.rmtree(place, ignore_errors=True)
