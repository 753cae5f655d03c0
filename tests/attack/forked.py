"""Reads hostile files in forks of one process that has imported what reads them: each fork has limits of its own."""

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from tests.support import ROOT

SECONDS: Final = 30  # of the processor, without those that share it
MEMORY: Final = 1_500_000_000
WAIT: Final = 120


class Reader:
    """A process that reads files one after the other; `read` gives the exit code, the output and the complaints."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.attack.forked"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def read(self, form: str, data: bytes, folder: Path) -> tuple[int, str, str]:
        (folder / "data").write_bytes(data)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([form, str(folder)]) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        return code, (folder / "out").read_text(), (folder / "err").read_text()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


def _serve() -> None:
    for line in sys.stdin:
        form, folder = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_confined(form, Path(folder)))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _confined(form: str, folder: Path) -> int:
    sys.stdout, sys.stderr = (folder / "out").open("w"), (folder / "err").open("w")
    os.dup2(sys.stderr.fileno(), 2)
    signal.alarm(WAIT)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        _read(form, (folder / "data").read_bytes())
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _read(form: str, data: bytes) -> None:
    from site_gen.extract.marked.read import read_markdown
    from site_gen.ingest.confined import convert_file

    found = convert_file(form, "seeds/a", data, ZoneInfo("UTC"))
    for problem in found.problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"texts {len(found.value or ())}\n")
    for one in found.value or ():
        read_markdown(one.text)


if __name__ == "__main__":
    from tests.attack.documents import html_mail
    from tests.conversion.test_odt import document, p

    sys.stdout = sys.stderr
    for form, data in ((".eml", html_mail("<p>text")), (".odt", document(p("text"))), (".rtf", b"{\\rtf1 text}")):
        _read(form, data)
    sys.stdout = sys.__stdout__
    _serve()
