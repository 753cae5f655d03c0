"""Fragments of the changelog are named and written as towncrier reads them, and join what waits for a release."""

from pathlib import Path

import pytest

from tests.support import write
from tools.changelog import CHANGELOG, fault, fragments, joined, types

SECTION = """\
## 0.2.0 (2026-12-01)

### Added
- A new thing.

### Fixed
- A fault
  of two lines.
"""


def test_every_fragment_can_be_read() -> None:
    assert [said for path in fragments() if (said := fault(path))] == []


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("+quick.added.md", "It is quick.\nIn two lines.\n", ""),
        ("17.security.md", "It is safe.\n", ""),
        ("quick.added.md", "It is quick.\n", "name"),
        ("+quick.new.md", "It is quick.\n", "name"),
        ("+quick.md", "It is quick.\n", "name"),
        ("+quick.added.txt", "It is quick.\n", "name"),
        ("+quick.added.md", " \n", "empty"),
        ("+quick.added.md", "- It is quick.\n", "bullets"),
        ("+quick.added.md", "It is quick.\n\nAnd more.\n", "paragraphs"),
    ],
)
def test_what_is_no_fragment_is_said(name: str, text: str, word: str, tmp_path: Path) -> None:
    said = fault(write(tmp_path, {name: text}) / name)
    assert (word in said) if word else said == ""


def test_the_order_of_the_types_is_that_of_the_changelog() -> None:
    assert list(types().values()) == ["Security", "Changed", "Added", "Fixed", "Removed"]
    used = [
        line.removeprefix("### ") for line in CHANGELOG.read_text(encoding="utf-8").splitlines() if line[:4] == "### "
    ]
    assert set(used) <= set(types().values())


def test_a_section_stands_above_older_ones() -> None:
    old = "# Changelog\n\nAbout.\n\n## 0.1.0 (2026-11-01)\n\n### Added\n- All.\n"
    assert joined(old, SECTION, "0.2.0") == old.replace("## 0.1.0", f"{SECTION}\n## 0.1.0")
    assert joined("# Changelog\n\nAbout.\n", SECTION, "0.2.0") == f"# Changelog\n\nAbout.\n\n{SECTION}"


def test_a_section_joins_the_unreleased_one_of_its_version() -> None:
    waiting = "## 0.2.0 (unreleased)\n\n### Security\n- Safe.\n\n### Added\n- Old.\n"
    old = f"# Changelog\n\n{waiting}\n## 0.1.0 (2026-11-01)\n\n- x\n"
    new = joined(old, SECTION, "0.2.0")
    assert new == (
        "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n### Security\n- Safe.\n\n### Added\n- Old.\n- A new thing.\n\n"
        "### Fixed\n- A fault\n  of two lines.\n\n## 0.1.0 (2026-11-01)\n\n- x\n"
    )
