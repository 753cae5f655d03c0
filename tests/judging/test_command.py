"""`tools/judge` from wherever it is called: the site that was named is judged, and not another of the same name."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import ROOT, write


@pytest.mark.parametrize(
    ("named", "expected"), [("output", "site/output"), ("./output/", "site/output"), ("", "repo/output")]
)
def test_a_relative_path_is_one_from_where_the_command_is_called(tmp_path: Path, named: str, expected: str) -> None:
    python = '#!/bin/sh\nshift 2\ncd "${1:-$PYTHONPATH/output}" && pwd\n'
    write(tmp_path, {"repo/tools/venv": "#!/bin/sh\n", "repo/.venv/bin/python": python})
    write(tmp_path, {"repo/output/index.html": "ours", "site/output/index.html": "theirs"})
    shutil.copy(ROOT / "tools/judge", tmp_path / "repo/tools/judge")
    for program in ("tools/venv", ".venv/bin/python"):
        (tmp_path / "repo" / program).chmod(0o755)
    command = [str(tmp_path / "repo/tools/judge"), *([named] if named else [])]
    done = subprocess.run(command, cwd=tmp_path / "site", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / expected)
