"""Converts files in a process of its own that has little memory and time, where a library of C reads them.

What such a file does to the library is then a problem of this file alone. The process is given the file on its standard
input, and answers with MessagePack, in which nothing can be run.
"""

import os
import subprocess
import sys
from datetime import tzinfo
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from site_gen.conversion import convert
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted

SECONDS: Final = 60
MEMORY: Final = 2_000_000_000
"""Bytes of address space."""

_PACKAGE = Path(__file__).resolve().parent.parent.parent
_PDF = (b"application/pdf", b".pdf")


class Answer(msgspec.Struct, frozen=True):
    """What the process says: the texts of the file, or its problems."""

    texts: tuple[Converted, ...] | None
    problems: tuple[Problem, ...]


def convert_file(form: str, name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The texts in a file of a form, as `conversion.convert` gives them."""
    if not _is_confined(form, data):
        return convert(form, name, data, zone)
    zone_key = zone.key if isinstance(zone, ZoneInfo) else "UTC"
    paths = [str(_PACKAGE), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "site_gen.ingest.confined_process", form, name, zone_key],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS + 10,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _unreadable(name)
    if done.returncode:
        return _unreadable(name)
    try:
        answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return _unreadable(name)
    if answer.texts is None:
        return Result(None, answer.problems)
    return Result(tuple(_in_zone(one, zone) for one in answer.texts), answer.problems)


def _is_confined(form: str, data: bytes) -> bool:
    return form == ".pdf" or (form == ".eml" and any(mark in data.lower() for mark in _PDF))


def _in_zone(converted: Converted, zone: tzinfo) -> Converted:
    """A text whose date is in its zone again: on its way it was in UTC."""
    date = converted.given.date
    return converted if date is None else replace(converted, given=replace(converted.given, date=date.astimezone(zone)))


def _unreadable(name: str) -> Result[tuple[Converted, ...]]:
    what = f"This file could not be read within {SECONDS} seconds and {MEMORY // 10**9} GB of memory."
    hint = "Print it into a new PDF, or save its text as plain text (.txt)."
    return Result(None, (Problem(name, 0, 0, what, hint),))
