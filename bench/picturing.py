"""Measure pictures: what encoders take and what they leave, then a site of photographs of 12 megapixels, built cold.

Photographs are drawn, or those of a folder. Encoders are compared in an environment of their own in .bench/, which
has libvips and SSIMULACRA2. Memory is that of all processes together, shared pages once (PSS).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import photographs
from bench.installing import HOME, ROOT, pip_install, python_environment, python_of
from bench.measure import Run, run
from bench.table import machine, table

_ENVIRONMENT = "pictures"
_WIDTHS = ("480", "960")
_SITE = "title: T\nbase_url: https://example.org/\nsearch: none\n"


def main() -> None:
    """The whole command."""
    options = _options().parse_args()
    print(machine([]), end="\n\n", flush=True)
    HOME.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-", dir=HOME) as folder:
        work = Path(folder)
        size = tuple(map(int, options.size.split("x")))
        if options.encoders:
            _encoders(options.photographs, work)
        if options.count:
            _cold(options, work, size)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/pictures", description=__doc__)
    parser.add_argument("--count", type=int, default=40, metavar="N", help="photographs of the cold site (40; 0: none)")
    parser.add_argument("--size", default="4000x3000", metavar="WxH", help="their pixels (4000x3000)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="worker processes (2)")
    parser.add_argument(
        "--photographs", type=Path, metavar="FOLDER", help="compare encoders on these, not on drawn ones"
    )
    parser.add_argument("--no-encoders", dest="encoders", action="store_false", help="only the cold site")
    return parser


def _encoders(folder: Path | None, work: Path) -> None:
    from PIL import __version__ as pillow

    python_environment(_ENVIRONMENT, "pyvips[binary]")
    pip_install(_ENVIRONMENT, f"pillow=={pillow}", "ssimulacra2", "msgspec")
    if folder is None:
        folder = work / "some"
        photographs.write(3, folder)
    count = sum(1 for _ in folder.iterdir())
    rows = [
        (
            f"{row['library']} {row['form']}",
            _said(row["options"]),
            f"{row['seconds']:.3f} s",
            f"{row['bytes'] / 1e3:.0f} kB",
            f"{row['mean']:.1f}",
            f"{row['worst']:.1f}",
        )
        for row in _measured("settings", str(folder), *_WIDTHS)
    ]
    print(f"{count} photographs, each in widths of {', '.join(_WIDTHS)}:\n")
    head = ("encoder", "settings", "processor", "bytes", "SSIMULACRA2", "worst")
    print(table(head, rows), end="\n\n", flush=True)
    photographs.write(1, work / "one")
    file = str(next((work / "one").iterdir()))
    whole = []
    for library in ("Pillow", "vips"):
        found = [next(_measured("whole", library, file)) for _ in range(3)]
        best = min(found, key=lambda one: float(one["seconds"]))
        whole.append(
            (library, f"{best['seconds']:.2f} s", f"{best['bytes'] / 1e3:.0f} kB", f"{best['memory'] / 1e6:.0f} MB")
        )
    print("All 13 files of a photograph of 12 megapixels, the best of three:\n")
    print(table(("library", "processor", "bytes", "memory"), whole), end="\n\n", flush=True)


def _measured(*words: str) -> Iterator[dict[str, Any]]:
    """The rows that bench.encoders prints, in the environment."""
    command = [str(python_of(_ENVIRONMENT)), "-m", "bench.encoders", *words]
    env = os.environ | {"PYTHONPATH": str(ROOT), "VIPS_CONCURRENCY": "1", "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed ({process.returncode}).")


def _said(options: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in options.items() if key not in ("max_threads", "compression"))


def _cold(options: argparse.Namespace, work: Path, size: tuple[int, ...]) -> None:
    site, count = work / "site", options.count
    written = photographs.write(count, site / "content/posts", (size[0], size[1]))
    site.joinpath("site.yaml").write_text(_SITE)
    for number in range(count):
        site.joinpath(f"content/posts/2026-01-01-post-{number}.md").write_text(_post(number))
    megapixels = size[0] * size[1] / 1e6
    print(
        f"A site of {count:,} photographs of {megapixels:g} megapixels, {written / 1e6:.0f} MB, "
        f"built by {options.jobs} workers:\n"
    )

    def timed(*words: str, watch: bool = True) -> Run:
        command = [sys.executable, "-m", "site_gen", "build", "--jobs", str(options.jobs), *words]
        return run(command, site, watch, os.environ | {"PYTHONPATH": str(ROOT)})

    runs = {"--pictures later, nothing made": timed("--pictures", "later")}
    runs["build, all sizes made"] = timed()
    runs["build --clean, all sizes kept"] = timed("--clean")
    shutil.rmtree(site / ".site_gen")
    shutil.rmtree(site / "output")
    runs["cold build"] = timed()
    made = [path.stat().st_size for path in (site / "output/pictures").iterdir()]
    rows = [
        (
            name,
            f"{one.wall:.1f} s",
            f"{one.processor:.1f} s",
            f"{one.processor / count:.2f} s",
            f"{one.memory / 1e6:.0f} MB",
        )
        for name, one in runs.items()
    ]
    print(table(("", "wall", "processor", "a picture", "memory"), rows))
    print(f"\n{len(made):,} files of {sum(made) / 1e6:.0f} MB.", flush=True)


def _post(number: int) -> str:
    image = f"{{src: photograph-{number:04}.jpg, alt: A picture, credit: Navy}}"
    return f"---\ntitle: Story {number} of the fleet\ndate: 2026-01-01\ntags: [Navy]\nimage: {image}\n---\n\nWords.\n"
