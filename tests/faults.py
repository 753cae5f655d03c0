"""A build in a process of its own that meets a fault at one of its operations on the disk: a kill, a full disk, ..."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
Fault = Callable[[str, Any], None]
_write = os.write


def killed(_: str, __: Any) -> None:
    """The process ends here, with no chance to clear up."""
    os.kill(os.getpid(), signal.SIGKILL)


def full(event: str, path: Any) -> None:
    """Nothing new finds room; what is there can still be renamed and removed."""
    if event in ("write", "os.mkdir") or (event == "open" and not Path(os.fsdecode(path)).exists()):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def read_only(_: str, path: Any) -> None:
    """Nothing can be changed."""
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))


class _Disk:
    """Counts the operations that change something, and lets all from the fatal one on meet the fault."""

    def __init__(self, fault: Fault, fatal: int) -> None:
        self.fault, self.fatal, self.count = fault, fatal, 0

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES):
            self.meet(event, arguments[0])

    def meet(self, event: str, path: Any) -> None:
        self.count += 1
        if self.count >= self.fatal:
            self.fault(event, path)

    def write(self, handle: int, data: Any) -> int:
        """As `os.write`; the fatal one comes half through."""
        if self.count + 1 >= self.fatal:
            _write(handle, bytes(data)[: len(data) // 2])
        self.meet("write", handle)
        return _write(handle, data)


def meet_fault(work: Callable[[], object], fault: Fault, fatal: int, said: Path) -> int:
    """The exit code of a process in which `work` meets the fault at operation number `fatal`, or minus a signal.

    Code 3 stands for an `OSError`, as with the command; `said` then holds its words, else the number of operations.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code, words = 70, ""
    try:
        disk = _Disk(fault, fatal)
        os.write = disk.write
        sys.addaudithook(disk.hook)
        work()
        code, words = 0, str(disk.count)
    except OSError as error:
        code, words = 3, str(error)
    except BaseException as error:
        words = repr(error)
    disk.fatal = sys.maxsize
    said.write_text(words)
    os._exit(code)
