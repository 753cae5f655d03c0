"""What several tests share: small sites in a folder of their own, the real command, the bytes of a tree."""

import gc
import io
import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from site_gen.cli import run as command_code
from site_gen.images.strip_metadata import picture_fact
from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.deployment import FileFact
from site_gen.model.picture import PictureSource
from site_gen.model.post import Entry, PageEntry
from site_gen.model.settings import Settings
from site_gen.model.site import Site
from site_gen.model.theme import StaticFile, Stylesheet, Template, ThemeFolder, ThemeMatter
from site_gen.parsing.post import read_post
from site_gen.text.digest import digest
from site_gen.theming.theme import Theme, assemble

ROOT = Path(__file__).parent.parent
# The least theme: every page shows all that its view holds, so that nothing can differ unseen.
BARE = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/themes/bare").iterdir())}
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
COMMAND = [sys.executable, "-m", "site_gen"]


def started(
    *arguments: str, root: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own: where its start, its streams or its end are what is tried."""
    place = ["--root", str(root)] if root is not None else []
    return subprocess.run(
        [*COMMAND, *arguments, *place],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, **(env or {})},
    )


def run(
    *arguments: str, root: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The real command, what it writes and its exit code, in this process, which spares the start of another."""
    command = [*arguments, *(["--root", str(root)] if root is not None else [])]
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    with ExitStack() as stack:
        stack.callback(gc.enable)  # a command that ends with its process looks for no garbage
        stack.enter_context(patch.dict(os.environ, env or {}))
        stack.enter_context(patch("sys.stdin", stack.enter_context(Path(os.devnull).open(encoding="utf-8"))))
        stack.enter_context(redirect_stdout(streams[0]))
        stack.enter_context(redirect_stderr(streams[1]))
        code = command_code(command)
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    return subprocess.CompletedProcess([*COMMAND, *command], code, out, err)


def run_json(*arguments: str, root: Path, code: int = 0) -> Any:
    """What the real command says with --json."""
    done = run(*arguments, "--json", root=root)
    assert done.returncode == code, done.stdout + done.stderr
    return json.loads(done.stdout)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Files below a folder, by path."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def inventory(folder: Path) -> dict[str, FileFact]:
    """Every file below a folder as a manifest has it, without the builder's own notes."""
    files = {path: data for path, data in tree(folder).items() if not path.startswith(".site_gen")}
    return {path: FileFact(digest(data), len(data)) for path, data in sorted(files.items())}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, with its bytes; the program's own notes left out."""
    files = {}
    for where, _, names in os.walk(folder):
        below = os.path.relpath(where, folder).replace(os.sep, "/")
        for name in names:
            path = name if below == "." else f"{below}/{name}"
            if not path.startswith(".site_gen"):
                files[path] = Path(where, name).read_bytes()
    return dict(sorted(files.items()))


def post(title: str, date: str = "2026-01-05T09:00:00+00:00", body: str = "A short text.\n", **front: Any) -> str:
    """A post's file: its front matter and its body."""
    rows = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: {date}\n{rows}---\n\n{body}"


def entry(name: str, title: str, date: str = "2026-01-05T09:00:00+00:00", **front: Any) -> Entry:
    """What the reader makes of such a post's file."""
    read = read_post(f"content/posts/{name}.md", post(title, date, **front).encode(), UTC, raw_html=False).value
    assert isinstance(read, Entry), read
    return read


def site_of(
    *entries: Entry,
    as_of: datetime = NOON,
    pages: tuple[PageEntry, ...] = (),
    pictures: tuple[PictureSource, ...] = (),
    **settings: Any,
) -> Site:
    """The index of such entries, which must be without a problem."""
    files = {picture.path: picture for picture in pictures}
    indexed = index(entries, pages, (), Settings(**settings), as_of, Include(), files=files)
    assert not indexed.problems
    return indexed.site


def png(width: int = 4, height: int = 3, text: str = "") -> bytes:
    """A picture, with a word of whoever made it where `text` is given."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes(range(width * 3 % 251)).ljust(width * 3, b"\x40") for _ in range(height))
    said = chunk(b"tEXt", b"Comment\0" + text.encode()) if text else b""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + said + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def picture_source(path: str, data: bytes) -> PictureSource:
    """What the reader makes of such a picture's file."""
    return PictureSource(path, digest(data), picture_fact(data))


def read_cases(path: Path) -> dict[str, tuple[str, str]]:
    """Cases of a file by title: `@@@ title`, the input, a line `=>`, what is expected."""
    cases = {}
    for part in path.read_text(encoding="utf-8").removeprefix("@@@ ").split("\n\n@@@ "):
        title, _, rest = part.partition("\n")
        given, _, expected = rest.partition("\n=>\n")
        cases[title] = (given, expected)
    return cases


def theme_of(
    *layers: Mapping[str, str],
    static: Mapping[str, bytes] | None = None,
    sheets: Sequence[Mapping[str, str]] = (),
    **options: str,
) -> Theme:
    """A theme put together from templates by name: the first layer is the site's own, the others themes.

    `sheets` are the stylesheets of the themes, one mapping a theme.
    """
    site, *themes = layers or ({},)
    chain = tuple(
        ThemeFolder(
            f"t{number}",
            f"themes/t{number}",
            ThemeMatter(),
            _templates(f"themes/t{number}/templates", layer),
            tuple(StaticFile(name, name, digest(data)) for name, data in (static or {}).items()),
            _sheets(f"themes/t{number}/static", sheets[number] if number < len(sheets) else {}),
        )
        for number, layer in enumerate(themes)
    )
    bare = ThemeFolder("bare", "themes/bare", ThemeMatter(), _templates("themes/bare/templates", BARE), ())
    return assemble(_templates("templates", site), (*chain, bare), dict(options))


def _sheets(folder: str, texts: Mapping[str, str]) -> tuple[Stylesheet, ...]:
    return tuple(Stylesheet(path, text, f"{folder}/{path}") for path, text in sorted(texts.items()))


def _templates(folder: str, texts: Mapping[str, str]) -> tuple[Template, ...]:
    return tuple(Template(name, text, f"{folder}/{name}") for name, text in sorted(texts.items()))
