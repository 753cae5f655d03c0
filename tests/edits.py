"""Every kind of edit that a site can meet, each a function of the newsroom and two numbers that choose."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from site_gen.storage import program
from tests.edited_site import BEGINNING, BODIES, CHILD, SETTINGS, TAGS, TITLES, Newsroom
from tests.ingest.test_ingest import article
from tests.support import BARE, png, tree, write

Edit = Callable[[Newsroom, int, int], object]
# Files of each kind with the texts that they take; None is a file that is not there.
FILES: dict[str, tuple[tuple[str, tuple[str | bytes | None, ...]], ...]] = {
    "template of the site": (
        ("templates/post.html", (None, "{{ post.title }} mine {{ content.html }}", "{% extends 'base.html' %}")),
        (
            "templates/_card.html",
            (None, "{% macro card(post) %}{{ post.title }} {{ asset('style.css')|url }}{% endmacro %}"),
        ),
        ("templates/rss.xml", (None, "<rss>{% for item in items %}{{ item.post.title }}{% endfor %}</rss>")),
        ("templates/aside.html", (None, "nobody's")),
    ),
    "template of the theme": (
        (
            "themes/child/templates/home.html",
            (None, "{{ site.options.accent }}{% for post in posts %}{{ post.url|url }}{% endfor %}"),
        ),
        ("themes/child/templates/month.html", (None, "{% extends 'year.html' %}", "{{ page.title }}")),
    ),
    "template of the parent": (
        ("themes/bare/templates/base.html", (BARE["base.html"], BARE["base.html"] + "<i>{{ site.language }}</i>")),
        ("themes/bare/templates/_card.html", (BARE["_card.html"], BARE["_card.html"].replace("<li>", "<li>*"))),
        ("themes/bare/templates/tag.html", (BARE["tag.html"], BARE["tag.html"].replace("term.name", "term.slug"))),
    ),
    "theme's own file": (
        ("themes/child/theme.yaml", (CHILD, CHILD.replace("blue", "green"), CHILD + "  tone: {default: low}\n")),
        ("themes/bare/theme.yaml", ("", "options:\n  accent: {default: grey}\n")),
    ),
    "static file of the theme": (
        ("themes/bare/static/style.css", ("a {}", "b {}")),
        ("themes/bare/static/more.css", (None, "more {}")),
        ("themes/child/static/style.css", (None, "c {}")),
        ("themes/bare/static/ship", (None, png(8, 6), png(8, 6, "A place."), "II*\0")),
    ),
    "static file": (
        ("static/chart.png", (None, png(), png(9, 6), png(9, 6, "A place."))),
        ("content/images/map.png", (None, png(20, 20), png(20, 20, "A place."))),
        ("static/old", (None, "a file", png(4, 3, "A place."), png()[:-12])),
        ("static/tags/nato/extra.txt", (None, "x")),
        ("static/.well-known/security.txt", (None, "Contact: desk")),
        ("static/robots.txt", (None, "User-agent: *")),
        ("static/favicon.svg", (None, '<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ),
    "strings": (
        ("i18n/en.yaml", (None, "Tags: Subjects\nArchive: All\n", "Archive: 'Old %(news)s'\n", "Tags: Subjects\n")),
        ("i18n/uk.yaml", (None, "Tags: Теми\n", "Tga: ?\n")),
        ("themes/child/i18n/en.yaml", (None, "Tags: Topics\nRelated: Akin\n")),
    ),
    "redirects": (
        (
            "redirects.yaml",
            (
                None,
                "/gone/: gone\n",
                "/left/: /tags/ 302\n/far/*: https://example.org/:splat\n",
                "/left/: /archive/\n",
                "/left/: /who/\n",
                "/left: [\n",
                "/old/: /tags/\n",
            ),
        ),
    ),
    "tag text": (
        (
            "content/tags/nato.md",
            (
                None,
                "---\nsummary: An alliance.\n---\nIts text.\n",
                "---\ntitle: The Alliance\nfacts: {Founded: '1949'}\n---\n",
            ),
        ),
        ("content/tags/estonia.md", (None, "---\n---\nA country.\n")),
        ("content/tags/nato.uk.md", (None, "---\n---\nСоюз.\n")),
    ),
    "page": (
        (
            "content/pages/about.md",
            (None, "---\ntitle: About\nmenu: 1\n---\nWho.\n", "---\ntitle: About us\naliases: [/who/]\n---\nWho.\n"),
        ),
        ("content/pages/old.md", (None, "---\ntitle: Old\n---\n", "---\ntitle: Old\ndraft: true\n---\n")),
        ("content/pages/404.md", (None, "---\ntitle: Lost\n---\nGone.\n", "---\ntitle: Lost\n---\n[Tags](tags/)\n")),
        ("content/pages/about.uk.md", (None, "---\ntitle: Про нас\nmenu: 1\n---\nХто.\n")),
        ("content/pages/corrections.md", (None, "---\ntitle: Corrections\n---\nOurs.\n")),
        ("content/pages/desk/rules.md", (None, "---\ntitle: Rules\nslug: house-rules\n---\nRule.\n")),
    ),
}
# Texts that link to others by the names of their files.
LINKS = (
    "[It](post-{}.md).\n",
    "[It](post-{}.md#heading).\n",
    "[Us](../pages/about.md), [it](<post-{}.md>).\n",
    "# Heading\n\n[It](#heading).\n",
    "[They](../tags/nato.md).\n",
    "[Rules](../pages/desk/rules.md).\n",
)
# Hours that a zone has twice or never, moments without a zone, and ends of years.
ODD_MOMENTS = (
    "2026-03-08 02:30",
    "2025-11-02 01:30",
    "2025-10-26 02:30",
    "2026-01-01 00:30",
    "2025-12-31 23:59:59",
    "2026-02-28",
    "2025-12-31T20:00:00-05:00",
)
ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"drafts": True},
    {"future": True},
    {"drafts": True, "future": True},
    {"base_url": "https://preview.example.org/x/"},
    {"output": "public"},
    {"jobs": 3},
    {"clean": True},
)


def moment(m: int) -> str:
    return (BEGINNING + timedelta(days=15 * (m % 9 - 4))).isoformat()


def put_file(kind: str) -> Edit:
    def edit(room: Newsroom, n: int, m: int) -> None:
        name, texts = FILES[kind][n % len(FILES[kind])]
        text = texts[m % len(texts)]
        if text is None:
            (room.root / name).unlink(missing_ok=True)
        else:
            write(room.root, {name: text})

    return edit


def let_time_pass(room: Newsroom, n: int, m: int) -> None:
    """To the moment of some date, the second before or the second after; as well back as on."""
    room.now = BEGINNING + timedelta(days=15 * (n % 9 - 4), seconds=m % 3 - 1)


def swap_slugs(room: Newsroom, n: int, m: int) -> None:
    """Two posts change addresses."""
    mine, other = room.named(n), room.named(m)
    if mine is not None and other is not None and mine != other:
        slugs = [room.posts[name].get("slug") or Path(name).name for name in (mine, other)]
        for name, slug in zip((mine, other), reversed(slugs), strict=True):
            room.posts[name]["slug"] = slug.lower()
            room.write_post(name)


def rename_case(room: Newsroom, n: int, _: int) -> None:
    if (name := room.named(n)) is not None:
        room.rename(n, name.swapcase())


def break_or_repair(room: Newsroom, n: int, m: int) -> None:
    """A post that cannot be read, and the same one put right."""
    if (name := room.named(n)) is not None:
        if m % 3 == 0:
            room.file_of(name).write_text("---\ntitle: [\n---\n")
        else:
            room.write_post(name)


def touch(room: Newsroom, n: int, m: int) -> None:
    """A file is written again as it was, or is given another time without being written."""
    if (name := room.named(n)) is not None:
        if m % 3 == 0:
            room.write_post(name)
        else:
            when = (BEGINNING + timedelta(days=9999 * (m % 3 - 1))).timestamp()
            os.utime(room.file_of(name), (when, when))


def swap_case_unseen(room: Newsroom, n: int, m: int) -> None:
    """Other bytes of the same size under the same time of modification."""
    name = room.named(n)
    if m % 2 and name is not None:
        path = room.file_of(name)
        room.posts[name]["body"] = room.posts[name]["body"].swapcase()
        after: Callable[[], object] = lambda: room.write_post(name)  # noqa: E731
    else:
        path = room.root / ("static/chart.png", "themes/bare/static/style.css")[n % 2]
        after = lambda: path.write_bytes(path.read_bytes().swapcase())  # noqa: E731
    if path.is_file():
        before = path.stat()
        after()
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def damage_output(room: Newsroom, n: int, m: int) -> None:
    """Another hand in the output folder."""
    files = sorted(tree(room.output)) if room.output.is_dir() else []
    if m % 7 == 0:
        shutil.rmtree(room.output, ignore_errors=True)
    elif m % 7 == 1:
        shutil.rmtree(room.output / "tags", ignore_errors=True)
    elif files and m % 2:
        (room.output / files[n % len(files)]).unlink()
    elif files:
        (room.output / files[n % len(files)]).write_text("another hand")


def damage_state(room: Newsroom, n: int, m: int) -> None:
    """Ledgers and caches cut short, emptied, from the future, exchanged, or gone."""
    state = room.root / ".site_gen"
    files = sorted(path for path in state.rglob("*") if path.is_file() and path.name != "lock")
    if m % 7 == 0 or not files:
        shutil.rmtree(state, ignore_errors=True)
        return
    path = files[n % len(files)]
    data = path.read_bytes()
    if m % 7 == 1:
        path.unlink()
    elif m % 7 == 2:
        path.write_bytes(b"")
    elif m % 7 == 3:
        path.write_bytes(data[: len(data) * (n + 1) // 32])
    elif m % 7 == 4:
        path.write_bytes(data.replace(b"ledger 2\n", b"ledger 99\n", 1))
    elif m % 7 == 5:
        path.write_bytes(files[0].read_bytes())
    else:
        path.write_bytes(b"\xff" * 64 + data[64:])


def seed(room: Newsroom, n: int, m: int) -> None:
    """A seed comes, changes, goes; its post is edited or taken away."""
    path = room.root / f"seeds/{n % 3}.txt"
    posts = sorted((room.root / "content/posts").glob("*officials*.md"))
    if m % 6 < 3:
        write(
            room.root, {f"seeds/{n % 3}.txt": f"Date: 2026-01-0{n % 3 + 1}\nTitle: Officials {n % 3}\n\n" + article(m)}
        )
    elif m % 6 == 3:
        path.unlink(missing_ok=True)
    elif posts and m % 6 == 4:
        post = posts[n % len(posts)]
        post.write_text(post.read_text() + "\nAn editor's sentence.\n")
    elif posts:
        posts[n % len(posts)].unlink()


def meanwhile(room: Newsroom, n: int, m: int) -> None:
    """Another edit falls into the midst of a build, whose own outcome is then as it may be; the next must be right."""
    name = MEANWHILE[m % len(MEANWHILE)]
    stage = ("read", "make")[n % 2]
    waiting = [stage]

    def progress(now: str, done: int, total: int) -> None:
        if now in waiting and (done == total or n % 3):
            waiting.clear()
            EDITS[name](room, n, m // len(MEANWHILE))

    with suppress(FileNotFoundError):  # a file that went between the look and the reading
        room.build(progress, clean=True)


def there_and_back(room: Newsroom, n: int, m: int) -> None:
    """A file changes while the site is built, and is as it was before the next build."""
    path = room.root / ("static/chart.png", "themes/bare/static/style.css", "content/posts/post-0.md")[n % 3]
    before = path.read_bytes() if path.is_file() else None
    waiting = [("read", "make")[m % 2]]

    def progress(now: str, done: int, total: int) -> None:
        if now in waiting and done == total:
            waiting.clear()
            write(room.root, {str(path): (before or b"").swapcase() + b"!"})

    with suppress(FileNotFoundError):
        room.build(progress, clean=True)
    if before is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(before)


def change_program(room: Newsroom, n: int, _: int) -> None:
    """The program is another version; `same_program` puts it back."""
    vars(program)["__version__"] = f"0.0.{n % 3}"
    program.program.cache_clear()
    program.program_digest.cache_clear()


def ask(room: Newsroom, n: int, _: int) -> None:
    room.asked = ASKED[n % len(ASKED)]


EDITS: dict[str, Edit] = {
    "add": Newsroom.add,
    "remove": Newsroom.remove,
    "rename": lambda room, n, m: room.rename(n, f"renamed-{m}"),
    "rename case": rename_case,
    "move": lambda room, n, m: room.rename(n, f"{('deep', 'deeper')[m % 2]}/post-{m % 5}"),
    "retitle": lambda room, n, m: room.change(n, title=TITLES[m % 5]),
    "retag": lambda room, n, m: room.change(n, tags=[TAGS[m % 7], TAGS[m % 3]]),
    "redate": lambda room, n, m: room.change(n, date=moment(m)),
    "redate oddly": lambda room, n, m: room.change(n, date=ODD_MOMENTS[m % len(ODD_MOMENTS)]),
    "rewrite": lambda room, n, m: room.change(n, body=BODIES[m % 4]),
    "write on": lambda room, n, m: room.change(n, body=f"In *short*.\n\n{BODIES[m % 4]}"),
    "link": lambda room, n, m: room.change(n, body=LINKS[m % len(LINKS)].format(m % 5)),
    "draft": lambda room, n, m: room.change(n, draft=bool(m % 2)),
    "expire": lambda room, n, m: room.change(n, expires=moment(m) if m % 3 else None),
    "alias": lambda room, n, m: room.change(n, aliases=[("/old/", "/old/story.html", "/who/")[m % 3]] if m % 4 else []),
    "pin": lambda room, n, m: room.change(n, pinned=bool(m % 2)),
    "slug": lambda room, n, m: room.change(n, slug=("one", "two", None)[m % 3]),
    "swap slugs": swap_slugs,
    "update": lambda room, n, m: room.change(n, updated=moment(m) if m % 3 else None),
    "correct": lambda room, n, m: room.change(n, corrections=[{"date": moment(m), "text": "Put right."}] * (m % 2)),
    "sign": lambda room, n, m: room.change(n, authors=[["A. Writer", "B. Writer"], ["B. Writer"], None][m % 3]),
    "summarise": lambda room, n, m: room.change(n, summary=("In short.", "In <short>", None)[m % 3]),
    "picture": lambda room, n, m: room.change(n, image={"src": f"/{m % 2}.png", "alt": "A ship"} if m % 3 else None),
    "picture of content": lambda room, n, _: room.change(n, image={"src": "../images/map.png", "alt": "A map"}),
    "source": lambda room, n, m: room.change(n, source={"name": f"Wire {m % 2}"} if m % 3 else None),
    "type": lambda room, n, m: room.change(n, type=("analysis", "opinion", None)[m % 3]),
    "language": lambda room, n, m: room.change(n, language=("uk", "ar", "de", None)[m % 4]),
    "translate": lambda room, n, m: room.change(n, language=("uk", "ar")[n % 2], translation_of=f"post-{m % 5}.md"),
    "translate no more": lambda room, n, _: room.change(n, translation_of=None),
    "name in a language": lambda room, n, m: room.rename(n, f"post-{m % 5}{('.uk', '.ar', '')[m % 3]}"),
    "languages": lambda room, _, m: room.set_setting("languages", m),
    "thread": lambda room, n, m: room.change(n, thread=("talks", "ships", None)[m % 3]),
    "kinds": lambda room, n, m: room.change(n, entities={("country", "place")[m % 2]: [TAGS[n % 7]]}),
    "extra": lambda room, n, m: room.change(n, extra={"number": m, "day": "2026-01-02", "list": [None, 1.5, True]}),
    **{kind: put_file(kind) for kind in FILES},
    "setting": lambda room, n, m: room.set_setting(list(SETTINGS)[n % len(SETTINGS)], m),
    "engine": lambda room, _, m: room.set_setting("markdown", m % 2),
    "zone": lambda room, _, m: room.set_setting("timezone", m),
    "theme": lambda room, _, m: room.set_setting("theme", m),
    "time": let_time_pass,
    "ask": ask,
    "break or repair": break_or_repair,
    "touch": touch,
    "same size and time": swap_case_unseen,
    "damage output": damage_output,
    "damage state": damage_state,
    "seed": seed,
    "meanwhile": meanwhile,
    "there and back": there_and_back,
    "program": change_program,
}
# What may fall into the midst of a build.
MEANWHILE = (
    "rewrite",
    "retitle",
    "add",
    "remove",
    "rename",
    "static file",
    "template of the parent",
    "seed",
    "tag text",
)
NUMBERS = st.integers(0, 62)
ANY_EDIT = st.tuples(st.sampled_from(list(EDITS)), NUMBERS, NUMBERS)


def same_program() -> None:
    """The program is the one on disk again."""
    from site_gen import __version__

    vars(program)["__version__"] = __version__
    program.program.cache_clear()
    program.program_digest.cache_clear()
