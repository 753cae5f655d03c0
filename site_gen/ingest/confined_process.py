"""The process that converts one file under limits: the other side of `confined.py`."""

import sys
from zoneinfo import ZoneInfo

import msgspec

from site_gen.conversion import convert
from site_gen.ingest.confined import MEMORY, SECONDS, Answer


def _limit() -> None:
    """Bound this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the time alone is bounded, by who waits for it
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(limit, (value, value))


def main() -> None:
    """Convert the file on standard input."""
    form, name, zone = sys.argv[1:]
    data = sys.stdin.buffer.read()
    _limit()
    found = convert(form, name, data, ZoneInfo(zone))
    sys.stdout.buffer.write(msgspec.msgpack.encode(Answer(found.value, found.problems)))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
