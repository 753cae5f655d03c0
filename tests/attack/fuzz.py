"""Sites that are damaged by chance, and the real command run on them within limits of time and memory.

`python -m tests.attack.fuzz FIRST COUNT` tells of each that ends otherwise than a command may.
"""

import contextlib
import io
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from site_gen.build import BuildOptions, build
from site_gen.cli import site_gen
from tests.attack.patterns import PATTERNS
from tests.support import BARE, ROOT, png, post, write

SECONDS = 10
MEMORY = 1 << 30
_FORKED = 512 << 20  # address space that the tests themselves may have mapped already

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))[:40] + sorted((ROOT / "tests/extract/hostile").glob("*.seed"))
SETTINGS = """title: A desk
tagline: "What is new"
base_url: https://example.org/news/
timezone: Europe/London
theme: {name: mine}
page_size: 5
tags:
  NATO: {kind: organisation, aliases: [Alliance]}
menu: [{title: NATO, url: /tags/nato/}]
markdown: {raw_html: true, acronyms: {explain: true}}
publisher: {name: The desk, email: desk@example.org}
images: {credit: optional}
"""
REDIRECTS = "/old/: /2026/01/a/\n"
BODY = """Prose with *emphasis*, `code`, [a link](/about/) and a note[^1].

## A heading

- one
    - two

> A quotation

| a | b |
|---|---|
| 1 | 2 |

![A ship](/ship.png)

[^1]: The note.
*[NATO]: North Atlantic Treaty Organization
"""
SPLICES = [
    *("\0", "\x1b[31m", "\ud7ff", "\ufeff", "\u202e", "\u2028", "\x85", "\u0301" * 50, "\U000e0041", "𝔘", "ß", "ﷺ"),
    *("{{", "{%", "%}", "}}", "{#", "---\n", "\n---\n", "...", "- " * 200, "> " * 200, "[" * 500, "(" * 500),
    *("{" * 500, "&a " * 5, "*a " * 300, "<a b='", "<!--", "]]>", "\t", "\r", "\r\n", ": ", "~", "|\n"),
    *("!!python/object:os.system ", "9" * 400, "1e999", "-1", "0", "true", "null", "NaN", "%00", "../"),
    *("2026-02-30", "9999-12-31 23:59", "0001-01-01", "{{ site }}", "{{ 1 / 0 }}", "{% include 'post.html' %}"),
    *("{{ 'a'.center(9999999999) }}", "{{ post.x.y }}", "{% for a in range(9) %}", "{% extends 'base.html' %}"),
    *("{{ a|b }}", "{{ [1]*99999999999 }}", "{{ 'a'|indent }}"),
]


def base_site() -> dict[str, bytes]:
    """The files of a small site that uses most of what there is."""
    files: dict[str, str | bytes] = {
        "site.yaml": SETTINGS,
        "redirects.yaml": REDIRECTS,
        "content/posts/2026-01-05-a.md": post("A", tags=["NATO"], authors=["Ann"], body=BODY),
        "content/posts/2026-01-06-b.md": post("B", thread="Ships", corrections=[{"date": "2026-01-07", "text": "No."}]),
        "content/pages/about.md": "---\ntitle: About\nmenu: 1\n---\n\nWho we are.\n",
        "content/tags/nato.md": "---\nfacts: {Founded: 1949}\n---\n\nAn alliance.\n",
        "seeds/a.txt": "Title: Ships\nDate: 2026-01-08\nTags: NATO\n\nOSLO (Reuters) - The navy said it sailed.\n",
        "static/ship.png": png(),
        "themes/mine/theme.yaml": "parent: broadsheet\noptions:\n  motto: {type: text, default: Ahoy}\n",
        "themes/mine/static/site.css": "body { color: red }\n",
        "templates/tag.html": BARE.get("tag.html", "{{ site.title }}"),
        "templates/post.html": BARE["post.html"],
    }
    return {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes with one to four changes."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        data = chance.choice(CHANGES)(data, at, chance)
    return data


def _spliced(data: bytes, at: int, chance: random.Random) -> bytes:
    return data[:at] + chance.choice(SPLICES).encode() * chance.choice((1, 1, 1, 3, 50)) + data[at:]


def _patterned(data: bytes, at: int, chance: random.Random) -> bytes:
    pattern = PATTERNS[chance.choice(sorted(PATTERNS))](chance.choice((100, 1000, 20_000)))
    return data[:at] + pattern.encode() + data[at:]


def _flipped(data: bytes, at: int, chance: random.Random) -> bytes:
    return data[:at] + bytes(byte ^ 1 << chance.randint(0, 7) for byte in data[at : at + 1]) + data[at + 1 :]


def _repeated(data: bytes, at: int, chance: random.Random) -> bytes:
    end = min(len(data), at + chance.randint(1, 200))
    return data[:at] + data[at:end] * chance.choice((2, 3, 100)) + data[end:]


CHANGES: tuple[Callable[[bytes, int, random.Random], bytes], ...] = (
    lambda data, at, chance: data[:at] + chance.randbytes(chance.randint(1, 40)) + data[at:],
    lambda data, at, chance: data[:at],
    lambda data, at, chance: data[:at] + data[min(len(data), at + chance.randint(1, 80)) :],
    _flipped,
    lambda data, at, chance: data[at:] + data[:at],
    lambda data, at, chance: data[:at] + chance.choice(SEEDS).read_bytes()[:3000] + data[at:],
    _spliced,
    _spliced,
    _patterned,
    _repeated,
)


def craft(root: Path, number: int) -> tuple[str, ...]:
    """Write the site with that number; which of its files are damaged."""
    chance = random.Random(number)
    files = base_site()
    files["seeds/b.txt"] = chance.choice(SEEDS).read_bytes()
    chosen = chance.sample(sorted(files), chance.choice((1, 1, 1, 2)))
    for name in chosen:
        files[name] = damaged(files[name], chance)
    write(root, files)
    return tuple(chosen)


@lru_cache(maxsize=1)
def warm() -> None:
    """Load in this process what every command loads, so that its children need not."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), base_site())
        build(Path(folder), BuildOptions(as_of=datetime(2026, 3, 1, tzinfo=UTC), jobs=1))


def attempt(number: int) -> str:
    """What was wrong with the command on that site; "" if it did as it must."""
    warm()
    root = Path(tempfile.mkdtemp(prefix="site_gen-fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        chosen = craft(root, number)
        wrong = _run_within_limits(root)
        return f"{number} ({', '.join(chosen)}): {wrong}" if wrong else ""
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _run_within_limits(root: Path) -> str:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            said = _limited(root)
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        with contextlib.suppress(BaseException):
            os.write(writer, said.encode("utf-8", "backslashreplace")[:4000])
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return f"ended by signal {status & 0x7F}" if status else said


def _limited(root: Path) -> str:
    """Run the command in this process; what was wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + _FORKED, MEMORY + _FORKED))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))  # a hang ends by a signal
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    began = time.process_time()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        arguments = ["build", "--root", str(root), "--jobs", "1", "--as-of", "2026-03-01 12:00", "--json"]
        code = site_gen.main(arguments, standalone_mode=False) or 0
    taken = time.process_time() - began
    out.flush()
    err.flush()
    shown = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return _verdict(code, taken, *shown)


def _verdict(code: object, taken: float, out: str, err: str) -> str:
    if "Traceback" in err or "Internal error" in err:
        return err[-600:]
    if code not in (0, 1):
        return f"exit code {code}: {err[-300:]}"
    if taken > SECONDS:
        return f"took {taken:.1f} s"
    try:
        problems = json.loads(out)["problems"]
    except (ValueError, KeyError):
        return f"no JSON object: {out[:200]}"
    return "" if bool(code) == bool(problems) else f"exit code {code} with {len(problems)} problems"


if __name__ == "__main__":
    for number in range(int(sys.argv[1]), int(sys.argv[1]) + int(sys.argv[2])):
        if told := attempt(number):
            print(told, flush=True)  # noqa: T201
