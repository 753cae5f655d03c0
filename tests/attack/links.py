"""Sites in which a link leads where nothing may be read, written or deleted; each is planted beside a victim."""

from collections.abc import Callable
from pathlib import Path

from site_gen.storage.manifest import MANIFEST
from tests.support import post, write

SECRET = "TOP SECRET: the names of our sources"
VICTIM = {
    "victim/notes.txt": SECRET,
    "victim/index.html": SECRET,
    "victim/0000.pack": SECRET,
    "victim/deep/letter.md": f"---\ntitle: Letter\ndate: 2026-01-05\n---\n\n{SECRET}\n",
    "victim/deep/theme.yaml": f"about: {SECRET}\n",
    "victim/deep/index.html": SECRET,
}
SITE = {
    "site.yaml": "title: Notes\ntheme: plain\n",
    "content/posts/a.md": post("A post", slug="a"),
    "static/open.txt": "open",
    "seeds/.keep": "",
    ".git/config": SECRET,
}
_HEAD = "site_gen output: the files that the program wrote and may remove, one a line\n"


def planted(folder: Path) -> Path:
    """A site that builds, and beside it a victim; the site's root."""
    write(folder, VICTIM)
    return write(folder / "site", SITE)


def _link(place: str, target: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir() and not path.is_symlink():
            for inner in sorted(path.rglob("*"), reverse=True):
                inner.rmdir() if inner.is_dir() else inner.unlink()
            path.rmdir()
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return plant


def _and(*steps: Callable[[Path], None]) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        for step in steps:
            step(root)

    return plant


def _files(**files: str) -> Callable[[Path], None]:
    return lambda root: (write(root, {name.replace("__", "/"): text for name, text in files.items()}), None)[1]


def _forged(*paths: str) -> Callable[[Path], None]:
    """A manifest by which files of the victim would be the program's own."""
    return lambda root: (write(root, {f"output/{MANIFEST}": _HEAD + "".join(f"{path}\n" for path in paths)}), None)[1]


def _settings(text: str) -> Callable[[Path], None]:
    return lambda root: (write(root, {"site.yaml": SITE["site.yaml"] + text}), None)[1]


# By name: what is planted. Each makes a build end with a problem.
STATE = {
    "state": _link(".site_gen", "../victim"),
    "state to the site": _link(".site_gen", "."),
    "state to a file": _link(".site_gen", "../victim/notes.txt"),
    "pictures": _link(".site_gen/pictures", "../../victim"),
    "bodies": _link(".site_gen/bodies", "../../victim"),
    "templates": _link(".site_gen/templates", "../../victim"),
    "search": _link(".site_gen/search", "../../victim/notes.txt"),
    "pagefind": _link(".site_gen/pagefind", "../../victim"),
    "lock": _link(".site_gen/lock", "../../victim/notes.txt"),
    "lock that makes a file": _link(".site_gen/lock", "../../victim/new.txt"),
    "seeds cache": _link(".site_gen/seeds.cache", "../../victim/notes.txt"),
    "posts cache": _link(".site_gen/posts.cache", "/dev/zero"),
    "deploy": _link(".site_gen/deploy", "../../victim"),
    "deploy target": _link(".site_gen/deploy/live", "../../../victim"),
    "site of a target": _link(".site_gen/deploy/live/site", "../../../../victim"),
    "repository of a target": _link(".site_gen/deploy/live/repository", "../../../../victim"),
    "preview": _link(".site_gen/preview", "../../victim"),
    "preview ledger": _link(".site_gen/preview-ledger", "/dev/zero"),
    "link to a link": _and(_link(".site_gen/one", "two"), _link(".site_gen/two", "../../victim")),
    "state of somebody else": _files(**{".site_gen__letters.txt": SECRET}),
}
OUTPUT = {
    "output": _link("output", "../victim"),
    "output that is empty there": _and(
        lambda root: (root.parent / "victim" / "empty").mkdir(), _link("output", "../victim/empty")
    ),
    "output by settings": _settings("output: ../victim/new\n"),
    "output by an absolute setting": _settings("output: /tmp/site_gen-attack-never\n"),
    "output that is hidden there": _settings("output: ../.config/autostart\n"),
    "scratch": _and(_files(output__x=""), _forged("x"), _link("output/.site_gen-tmp", "../../victim")),
    "manifest": _link("output/.site_gen.manifest", "../../victim/notes.txt"),
    "forged": _and(_forged("d/index.html", "d/notes.txt"), _link("output/d", "../../victim")),
    "forged with depth": _and(_forged("d/deep/index.html"), _link("output/d", "../../victim")),
    "forged at the end": _and(_forged("d/e/index.html"), _link("output/d/e", "../../../victim/deep")),
    "over a page": _and(_forged("2026/01/a/index.html"), _link("output/2026", "../../victim")),
    "over a page within": _and(_forged("2026/01/a/index.html"), _link("output/2026/01/a", "../../../../victim")),
    "back into the site": _and(_forged("d/posts/a.md"), _link("output/d", "../content")),
}
SOURCES = {
    "environment": _link("static/e", "/proc/self/environ"),
    "password file": _link("static/e.txt", "/etc/passwd"),
    "file beside the site": _link("static/e.txt", "../../victim/notes.txt"),
    "repository's settings": _link("static/e.txt", "../.git/config"),
    "own state": _and(_files(**{".site_gen__lock": ""}), _link("static/e.txt", "../.site_gen/lock")),
    "raw article": _and(_files(seeds__a="raw"), _link("static/e.txt", "../seeds/a")),
    "by a link within": _and(_link("static/e.txt", "../notes"), _link("notes", "../victim/notes.txt")),
    "static": _link("static", "../victim"),
    "static to the site": _link("static", "."),
    "static to the seeds": _link("static", "seeds"),
    "content": _link("content", "../victim"),
    "posts": _link("content/posts", "../../victim/deep"),
    "a post": _link("content/posts/b.md", "../../../victim/deep/letter.md"),
    "a page": _link("content/pages/b.md", "../../../victim/deep/letter.md"),
    "a tag": _link("content/tags/b.md", "../../../victim/deep/letter.md"),
    "a picture": _link("content/images/b.png", "../../../victim/notes.txt"),
    "seeds": _link("seeds", "../victim"),
    "a seed": _link("seeds/b.txt", "../../victim/notes.txt"),
    "a sidecar": _and(_files(**{"seeds__b.txt": "Text"}), _link("seeds/b.yaml", "../../victim/notes.txt")),
    "the lock": _link("seeds.lock", "../victim/notes.txt"),
    "settings": _link("site.yaml", "../victim/deep/theme.yaml"),
    "redirects": _link("redirects.yaml", "../victim/notes.txt"),
    "themes": _link("themes", "../victim"),
    "a theme": _link("themes/plain", "../../victim"),
    "a theme's matter": _link("themes/plain/theme.yaml", "../../../victim/deep/theme.yaml"),
    "a template": _link("templates/post.html", "../../victim/notes.txt"),
    "templates": _link("templates", "../victim"),
}
# Links that are used, and stay inside.
USED = {
    "posts elsewhere in the site": _and(
        _files(**{"articles__b.md": post("Another", slug="b")}), _link("content/posts", "../articles")
    ),
    "a post elsewhere in the site": _and(
        _files(**{"articles__b.md": post("Another", slug="b")}), _link("content/posts/b.md", "../../articles/b.md")
    ),
    "a file of git-annex": _and(
        _files(**{".git__annex__objects__x__film.mp4": "film"}),
        _link("static/film.mp4", "../.git/annex/objects/x/film.mp4"),
    ),
    "a shared file": _and(_files(shared__logo="logo"), _link("static/logo.txt", "../shared/logo")),
    "output within the site": _link("output", "public"),
    "a dead link": _link("static/dead.txt", "nowhere"),
    "a theme of the site": _link("themes/mine", "../parts/theme"),
}
