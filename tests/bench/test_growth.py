"""The bench of growth, at a size that says nothing about growth."""

import subprocess
import sys

from tests.support import ROOT


def test_each_size_is_a_column_and_each_step_a_row() -> None:
    command = [sys.executable, str(ROOT / "bench" / "million"), "--posts", "12", "24"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("|")]
    rows = {line[0]: line[1:] for line in lines}
    assert lines[0][-2:] == ["12 posts", "24 posts"]
    for name in ("from nothing", "nothing changed", "one body edited", "preview ready"):
        assert all(cell.endswith(" s") for cell in rows[name]) and len(rows[name]) == 2
    assert all(0 < float(cell.split()[0]) < 1 for cell in rows["one body edited: memory"])
