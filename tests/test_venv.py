"""`tools/venv`, with a Python, a pip and an apt that only say what they were asked for."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support import ROOT, write

PYTHON = """#!/bin/sh
case "$*" in
    "-m venv .venv") echo venv >> log; sleep 0.2; mkdir -p .venv/bin; cp "$0" .venv/bin/python; cp "$0" .venv/bin/pip ;;
    "-m pip install "*) echo "pip ${*##* }" >> log; sleep 0.2 ;;
esac
"""
APT = '#!/bin/sh\n[ "$1" = update ] || echo "apt $*" >> log\n'
USED = ("sh", "bash", "cat", "cp", "dirname", "env", "flock", "mkdir", "rm", "sleep", "touch")

pytestmark = pytest.mark.skipif(not shutil.which("flock"), reason="only with flock do two runs wait for each other")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without an environment, on a machine without a browser."""
    root = write(tmp_path, {"tools/venv": (ROOT / "tools/venv").read_bytes(), "pyproject.toml": ""})
    write(root, {"bin/python3": PYTHON, "bin/apt-get": APT, "bin/id": "#!/bin/sh\necho 0\n"})
    for file in (root / "tools/venv", *(root / "bin").iterdir()):
        file.chmod(0o755)
    for name in USED:
        (root / "bin" / name).symlink_to(shutil.which(name) or name)
    os.utime(root / "pyproject.toml", (0, 0))
    return root


def begun(root: Path, *words: str, **more: object) -> "subprocess.Popen[str]":
    env = {"PATH": str(root / "bin"), **({"CI": "true"} if "--ci" in words else {})}
    command = [root / "tools/venv", *(word for word in words if word != "--ci")]
    return subprocess.Popen(command, env=env, cwd="/", text=True, **more)  # type: ignore[call-overload,no-any-return]


def log(root: Path) -> list[str]:
    path = root / "log"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_two_runs_at_once_make_one_environment(checkout: Path) -> None:
    runs = [begun(checkout, "test", stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [run.wait(30) for run in runs] == [0, 0]
    assert log(checkout) == ["venv", "pip .[test]"]
    assert begun(checkout, "test", stdin=subprocess.DEVNULL).wait(30) == 0
    assert log(checkout) == ["venv", "pip .[test]"]


def answered(root: Path, answer: str, *words: str) -> tuple[int, str]:
    """A run with somebody at the terminal: its exit code, and what the terminal shows."""
    ours, theirs = os.openpty()
    with begun(root, *words, stdin=theirs, stderr=theirs, stdout=theirs) as run:
        os.write(ours, answer.encode())
        code = run.wait(30)
    os.close(theirs)
    shown = b""
    with suppress(OSError), os.fdopen(ours, "rb", buffering=0) as terminal:  # all is read: nobody holds the other end
        while piece := terminal.read(4096):
            shown += piece
    return code, shown.decode()


def test_apt_is_used_when_the_person_at_the_terminal_agrees(checkout: Path) -> None:
    code, shown = answered(checkout, "n\n", "test", "--programs")
    assert code == 3 and log(checkout) == []
    assert "chromium" in shown and "Go on? [y/N]" in shown and "tools/test --fast" in shown
    code, shown = answered(checkout, "y\n", "test", "--programs")
    assert code == 0 and "chromium" in log(checkout)[0]


@pytest.mark.parametrize("words", [("--yes",), ("--ci",)])
def test_nobody_is_asked_who_has_answered_already(checkout: Path, words: tuple[str, ...]) -> None:
    code, shown = answered(checkout, "", "test", "--programs", *words)
    assert code == 0 and "Go on?" not in shown
    assert log(checkout)[0].startswith("apt install") and "chromium" in log(checkout)[0]


def test_without_programs_apt_is_left_alone(checkout: Path) -> None:
    assert answered(checkout, "", "test")[0] == 0
    assert log(checkout) == ["venv", "pip .[test]"]


def test_a_link_to_an_environment_elsewhere_is_not_removed(checkout: Path) -> None:
    (checkout / ".venv").symlink_to(checkout / "elsewhere")
    run = begun(checkout, "test", stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert "is a link" in run.communicate(timeout=30)[1] and run.returncode == 3
    assert (checkout / ".venv").is_symlink() and log(checkout) == []
