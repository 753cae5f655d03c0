import sys
from pathlib import Path

from bench.contest import Entrant, contest
from tests.support import write

# Writes one page, and refuses to work where an earlier build left something behind.
BUILD = """
import pathlib, sys
output = pathlib.Path(sys.argv[1])
output.mkdir()
(output / "index.html").touch()
pathlib.Path("state").mkdir()
"""


class Minimal:
    label = "Minimal"
    state = "state"

    def install(self) -> None: ...

    def installed(self) -> bool:
        return True

    def version(self) -> str:
        return "Minimal 1"

    def site(self, folder: Path, posts: Path) -> Path:
        return write(folder, {"build.py": BUILD})

    def command(self, output: Path) -> list[str]:
        return [sys.executable, "build.py", str(output)]


def test_every_run_builds_from_nothing_into_a_folder_of_its_own(tmp_path: Path) -> None:
    peer = Minimal()
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    entrant = Entrant(peer, peer.site(tmp_path / "site", tmp_path))
    (result,) = contest([entrant], 3, outputs, lambda _: None)
    assert len(result.runs) == 3
    assert min(run.wall for run in result.runs) <= result.wall <= max(run.wall for run in result.runs)
    assert result.pages == {"home lists": 1}
    assert len(list(outputs.glob("*/index.html"))) == 4
