"""A preview under load: thousands of requests while its sources are edited, renamed and deleted."""

import json
import os
import random
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests.attack.preview import until_same
from tests.attack.preview_load import Editor, Seen, read, settle
from tests.edited_site import Newsroom
from tests.preview.support import until
from tests.support import COMMAND


def resident(process: int) -> float:
    """The resident memory of a process, in MB."""
    fields = Path(f"/proc/{process}/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.parametrize("mode", ["", "--poll"])
def test_every_answer_is_the_old_page_or_the_new_one(tmp_path: Path, mode: str, request: pytest.FixtureRequest) -> None:
    is_long = bool(request.config.getoption("--slow"))
    requests, readers, posts = (5000 if mode else 20000, 5, 80) if is_long else (300, 3, 12)
    editor = Editor(Newsroom(tmp_path / "site").root, posts, 0.03 if is_long else 0.1, random.Random(f"edits{mode}"))
    with (tmp_path / "errors").open("w+") as said:
        command = [*COMMAND, "serve", "--root", str(editor.root), "--port", "0", "--json", *mode.split()]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said)
        try:
            assert process.stdout is not None
            address = json.loads(process.stdout.readline())["address"]
            until("mark-1-end", address, 60)
            seen, memory, began = _load(address.rstrip("/"), editor, requests, readers, process.pid)
            until_same(address, editor.root, 60)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
        said.seek(0)
        errors = said.read()
    print(  # noqa: T201 - the figures of a long run, with -s
        f"{mode}: {sum(seen.statuses.values())} requests by {readers} readers in {began:.0f} s, {dict(seen.statuses)}, "
        f"slowest {seen.slowest:.2f} s, edits {dict(editor.edits)}, resident MB {[round(one) for one in memory]}"
    )
    assert not seen.wrong, "\n".join(seen.wrong[:9])
    assert seen.statuses.keys() <= {200, 404, 503} and seen.statuses[503] < requests / 20
    assert "Traceback" not in errors and "Internal error" not in errors, errors[-3000:]
    assert process.returncode == 0
    assert memory[-1] - memory[len(memory) // 4] < 60


def _load(address: str, editor: Editor, requests: int, readers: int, process: int) -> tuple[Seen, list[float], float]:
    """What readers saw during edits, the memory every second or so, and how long it took."""
    seen = Seen()
    crowd = [
        threading.Thread(target=read, args=(address, editor, requests // readers, random.Random(number), seen))
        for number in range(readers)
    ]
    began = time.monotonic()
    memory = [resident(process)]
    for thread in (editor, *crowd):
        thread.start()
    while any(reader.is_alive() for reader in crowd):
        crowd[0].join(1)
        time.sleep(0.1)
        memory.append(resident(process))
    spent = time.monotonic() - began
    settle(editor)
    assert editor.error is None, editor.error
    return seen, memory, spent
