"""`site-gen serve` from the outside: its port, its warning and its end."""

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import httpx

from tests.edited_site import Newsroom
from tests.support import COMMAND


def started(root: Path, *arguments: str) -> tuple["subprocess.Popen[bytes]", str]:
    command = [*COMMAND, "serve", "--root", str(root), "--json", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ)
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())["address"]


def test_it_takes_the_next_free_port_and_ends_at_once_with_a_page_listening(tmp_path: Path) -> None:
    root = Newsroom(tmp_path / "site").root
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process, address = started(root, "--port", str(port))
    assert address != f"http://127.0.0.1:{port}/"
    with httpx.stream("GET", f"{address}__site__/events?path=/&tag=x") as stream:
        next(stream.iter_lines())
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=5)
    assert time.monotonic() - began < 1.5  # half a second on a machine that does nothing else
    assert process.returncode == 0
    assert not (root / "output").exists()


def test_an_address_for_everybody_is_warned_of(tmp_path: Path) -> None:
    process, address = started(Newsroom(tmp_path / "site").root, "--host", "0.0.0.0", "--port", "0")
    assert httpx.get(address).status_code == 200
    assert httpx.get(address, headers={"host": "evil.example"}).status_code == 421
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=5)
    assert "Anyone who can reach this machine can read drafts" in said.decode()


def test_where_there_is_no_site_it_ends_at_once(tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND, "serve", "--root", str(tmp_path), "--port", "0"], capture_output=True, timeout=30)
    assert done.returncode == 1
    assert b"There is no site here." in done.stderr
    assert done.stdout == b"" and list(tmp_path.iterdir()) == []


def test_a_site_whose_settings_are_wrong_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("titel: A\n", encoding="utf-8")
    process, address = started(tmp_path, "--port", "0")
    assert httpx.get(address).status_code == 503
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=5)
    assert process.returncode == 0


def test_warnings_are_said_at_the_start_and_when_they_are_new(tmp_path: Path) -> None:
    root = Newsroom(tmp_path / "site").root
    (root / "content/x.md").write_text("x", encoding="utf-8")
    command = [*COMMAND, "serve", "--root", str(root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        assert any("The preview is at" in line for line in process.stdout)
        (root / "content/posts/y.markdown").write_text("y", encoding="utf-8")
        said: list[str] = []
        for line in process.stderr:
            said.append(line)
            if line.startswith("content/posts/y.markdown"):
                break
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=5)
    assert sum(line.startswith("content/x.md: This file is ignored") for line in said) == 1
