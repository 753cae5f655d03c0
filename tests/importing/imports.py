"""Helps tests of imports: a source is made, imported, built, and asked for what must hold."""

import json
from pathlib import Path
from typing import Any

from tests.support import png, run


def new_site(site: Path) -> None:
    """A new site without a text."""
    assert run("init", str(site)).returncode == 0
    (site / "content/pages/about.md").unlink()


def report_of(site: Path, source: Path, *options: str, exit_code: int | None = 0) -> dict[str, Any]:
    """The report of an import; None takes any exit code."""
    done = run("import", str(source), "--json", *options, root=site)
    assert "Internal error" not in done.stderr
    assert exit_code is None or done.returncode == exit_code, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def imported(tmp_path: Path, files: dict[str, str], *pictures: str, exit_code: int = 0) -> tuple[Path, dict[str, Any]]:
    """A new site with what is in these files, built, and the report."""
    source, site = tmp_path / "old", tmp_path / "site"
    for path, text in files.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text, encoding="utf-8")
    for number, path in enumerate(pictures, 1):
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_bytes(png(10 * number + 10, 20))
    new_site(site)
    report = report_of(site, source, exit_code=exit_code)
    built = run("build", root=site)
    assert built.returncode == 0, built.stdout + built.stderr
    return site, report


def check(site: Path, report: dict[str, Any], *never: str) -> None:
    """No word is lost, every old address answers, and nothing of drafts or harm is published."""
    assert unkept(report) == {}
    assert unanswered(report) == []
    for old in report["addresses"]:
        address = old["to"] if old["by"] == "redirect" and old["address"].endswith((".png", ".jpg")) else old["address"]
        assert old["by"] == "gone" or has_file(site, address), old
    published = b"".join(path.read_bytes() for path in (site / "output").rglob("*") if path.is_file())
    for word in ("Secret plans", "steal()", "root:x:0", *never):
        assert word.encode() not in published, word


def unkept(report: dict[str, Any]) -> dict[str, list[str]]:
    """The words that items lost."""
    return {item["place"]: item["lost_words"] for item in report["items"] if item["kept"] < item["words"]}


def unanswered(report: dict[str, Any]) -> list[str]:
    """Old addresses that nothing answers."""
    return [old["address"] for old in report["addresses"] if not old["by"]]


def has_file(site: Path, address: str) -> bool:
    """Whether the built site has a file for an address."""
    path = site / "output" / address.strip("/")
    return path.is_file() or (path / "index.html").is_file()


def text_of(site: Path, name: str) -> str:
    """A text of the site."""
    return (site / "content" / name).read_text(encoding="utf-8")


def answers(report: dict[str, Any]) -> dict[str, str]:
    """By what each old address is answered."""
    return {old["address"]: old["by"] for old in report["addresses"]}


def losses(report: dict[str, Any]) -> list[tuple[str, int, str]]:
    """What was lost, with its place."""
    return [(one["place"], one["line"], one["what"]) for one in report["losses"]]


def skipped(report: dict[str, Any]) -> dict[str, str]:
    """Items that became nothing, and why."""
    return {item["place"]: item["why"] for item in report["items"] if item["outcome"] == "skipped"}
