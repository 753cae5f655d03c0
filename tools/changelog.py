"""Move the fragments of changelog.d/ into CHANGELOG.md, as the section of a version; towncrier puts them together.

python -m tools.changelog VERSION
"""

import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHANGELOG = ROOT / "CHANGELOG.md"
FOLDER = ROOT / "changelog.d"
NOT_FRAGMENTS = ("README.md", "template.md")


def types() -> dict[str, str]:
    """The types that a fragment may have, each with its heading, in the order of the changelog."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
    return {one["directory"]: one["name"] for one in settings["type"]}


def fragments(folder: Path = FOLDER) -> list[Path]:
    """The files that say a change."""
    return sorted(path for path in folder.iterdir() if path.name not in NOT_FRAGMENTS)


def fault(path: Path) -> str:
    """What is wrong with a fragment; "" where nothing is."""
    if not re.fullmatch(rf"(?:\+[a-z0-9-]+|[0-9]+)\.(?:{'|'.join(types())})\.md", path.name):
        return f"{path.name}: not a fragment's name. Call it +NAME.TYPE.md, TYPE one of {', '.join(types())}."
    text = path.read_text(encoding="utf-8")
    if not text.strip():
        return f"{path.name}: it is empty. Say in a sentence what users will notice."
    if re.search(r"^\s*(?:[-*#]|\d+\.)\s|\n\s*\n", text.strip(), re.M):
        return (
            f"{path.name}: it has bullets, headings or paragraphs. One fragment is one bullet: write plain sentences."
        )
    return ""


def joined(changelog: str, section: str, version: str) -> str:
    """A changelog with a new section, which joins that of the same version where one is there as unreleased."""
    heading, _, new = section.strip().partition("\n")
    waiting = f"## {version} (unreleased)"
    before, found, after = changelog.partition(f"{waiting}\n")
    if not found:
        before, found, after = changelog.partition("\n## ")
        return f"{before.rstrip()}\n\n{section.strip()}\n{found}{after}"
    there, mark, older = after.partition("\n## ")
    parts = _parts(there)
    for name, items in _parts(new).items():
        parts[name] = f"{parts[name]}\n{items}" if name in parts else items
    order = {name: place for place, name in enumerate(types().values())}
    text = "\n\n".join(f"### {name}\n{parts[name]}" for name in sorted(parts, key=lambda name: order.get(name, 99)))
    return f"{before}{heading}\n\n{text}\n{mark}{older}"


def _parts(section: str) -> dict[str, str]:
    """The parts of a version's section by their headings."""
    _, *parts = re.split(r"^### ", section, flags=re.M)
    return {name.strip(): items.strip() for name, _, items in (part.partition("\n") for part in parts)}


def main() -> int:
    if len(sys.argv) != 2 or not re.fullmatch(r"\d+\.\d+\.\d+", sys.argv[1]):
        print("Name the version: python -m tools.changelog 0.2.0", file=sys.stderr)
        return 2
    version, found = sys.argv[1], fragments()
    if faults := [said for path in found if (said := fault(path))]:
        print("\n".join(faults), file=sys.stderr)
        return 1
    if not found:
        print("No fragments in changelog.d/: CHANGELOG.md stays as it is.", file=sys.stderr)
        return 0
    asked = ["--draft", "--version", version, "--date", datetime.now(UTC).date().isoformat()]
    done = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", *asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    CHANGELOG.write_text(joined(CHANGELOG.read_text(encoding="utf-8"), done.stdout, version), encoding="utf-8")
    for path in found:
        path.unlink()
    print(f"CHANGELOG.md has {len(found)} changes more, under {version}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
