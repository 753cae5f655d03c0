"""What the bench needs is installed quietly into its own folder, once for each set of pinned versions."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".bench"


def python_of(name: str) -> Path:
    """The Python of the bench's environment of this name, whether it is there or not."""
    return HOME / name / "bin" / "python"


def python_environment(name: str, requirement: str, signature: str = "") -> None:
    """Make an environment that holds what is required, unless it stands already with this signature."""
    folder, wanted = HOME / name, f"{requirement}\n{signature}"
    if _stands(folder, wanted):
        return
    _quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
    pip_install(name, requirement)
    _stamp(folder).write_text(wanted)


def pip_install(name: str, *arguments: str) -> None:
    """Install something into the environment of this name."""
    _quietly([str(python_of(name)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments])


def node_modules(name: str, package: Path) -> None:
    """Install what a package.json names, unless it stands already."""
    folder, wanted = HOME / name, package.read_text()
    if _stands(folder, wanted):
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(wanted)
    _quietly(["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"], folder)
    _stamp(folder).write_text(wanted)


def answer(command: Sequence[str]) -> str:
    """What a command says, as its version."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _stamp(folder: Path) -> Path:
    return folder / "installed"


def _stands(folder: Path, wanted: str) -> bool:
    return _stamp(folder).is_file() and _stamp(folder).read_text() == wanted


def _quietly(command: Sequence[str], cwd: Path | None = None) -> None:
    """Run an installer; what it says is shown only when it fails."""
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        sys.exit(f"{command[0]} was not found. Install it, or leave out the peer that needs it (--peers).")
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed ({done.returncode}):\n{(done.stderr or done.stdout)[-2000:]}")
