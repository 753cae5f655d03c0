"""What all commands share: the common options, the exit codes, how problems are shown."""

import json
import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from site_gen.cli import COMMANDS
from site_gen.cli.session import Session
from site_gen.model.problem import Problem
from site_gen.storage.lock import site_lock
from tests.support import COMMAND, post, run, run_json, started, write

EVERY = [("init", "new"), ("new", "A headline"), ("ingest",), ("ingest", "--dry-run"), ("build",), ("list",)]
_NAMES = [" ".join(words) for words in EVERY]
HEAVY = ("jinja2", "markdown", "yaml", "rich", "nh3", "text_unidecode", "ftfy", "multiprocessing", "site_gen.build")


@pytest.mark.parametrize("words", EVERY, ids=_NAMES)
def test_json_is_one_object_and_nothing_else(words: tuple[str, ...], seeded: Path) -> None:
    done = run(*words, "--json", root=seeded)
    assert (done.returncode, done.stderr) == (0, "")
    assert isinstance(json.loads(done.stdout), dict)
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("words", [words for words in EVERY if words[0] != "init"], ids=lambda words: " ".join(words))
def test_a_site_that_is_broken_ends_with_1(words: tuple[str, ...], seeded: Path) -> None:
    write(seeded, {"site.yaml": "titel: A\n"})
    done = run(*words, "--json", root=seeded)
    assert done.returncode == 1
    assert [problem["what"] for problem in json.loads(done.stdout)["problems"]] == ["Unknown key 'titel'."]
    assert done.stderr.startswith("site.yaml:1:1: Unknown key 'titel'. Did you mean 'title'?\n    1 | titel: A\n")


@pytest.mark.parametrize("words", EVERY, ids=_NAMES)
def test_quiet_says_nothing(words: tuple[str, ...], seeded: Path) -> None:
    done = run(*words, "-q", root=seeded)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_verbose_says_more(seeded: Path) -> None:
    assert "  index " not in run("build", root=seeded).stdout
    assert "  index " in run("build", "--clean", "-v", root=seeded).stdout


def test_without_root_the_site_is_here(site: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "build", "--output", "public"], cwd=site, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "The site is in public/." in done.stdout
    assert (site / "public/index.html").is_file()


WRONG = [
    ((), "Usage: site-gen"),
    (("biuld",), "There is no command 'biuld'. Did you mean 'build'?"),
    (("zzz",), "There is no command 'zzz'. There are: init, new, "),
    (("build", "--darfts"), "No such option"),
    (("build", "surplus"), "Got unexpected extra argument"),
    (("build", "--jobs", "0"), "0 is not in the range"),
    (("build", "--as-of", "someday"), "'someday' is not a time."),
    (("build", "--base-url", "example.org"), "'example.org' is not the address of a site."),
    (("init",), "Where? Name a folder: site-gen init DIR."),
    (("new",), "Missing argument"),
]


@pytest.mark.parametrize(
    ("words", "message"), WRONG, ids=lambda part: " ".join(part) if isinstance(part, tuple) else ""
)
def test_wrong_usage_ends_with_2(words: tuple[str, ...], message: str, site: Path) -> None:
    done = run(*words, root=site if words and words[0] in COMMANDS else None)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert not (site / "output").exists()


def test_a_site_at_work_ends_with_3(site: Path) -> None:
    with site_lock(site / ".site_gen"):
        done = run("build", "--json", root=site)
    assert done.returncode == 3
    assert "Another site_gen is running in this site." in done.stderr
    assert json.loads(done.stdout)["problems"][0]["what"].startswith("Another site_gen is running")


def test_a_disk_that_fails_ends_with_3(site: Path) -> None:
    done = run("build", "--output", str(site / "site.yaml" / "public"), root=site)
    assert done.returncode == 3
    assert done.stderr.strip().endswith(
        "public: A folder on this path is a file. Move that file away, or name another path."
    )


def _heed_interruptions() -> None:
    # Tests started in the background of a script inherit a SIGINT that is ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interruption_ends_with_130(site: Path) -> None:
    write(
        site,
        {
            "content/posts/2026-01-05-one.md": post("One"),
            "templates/404.html": "{% for a in range(10**6) %}{% for b in range(10**6) %}{% endfor %}{% endfor %}\n",
        },
    )
    with subprocess.Popen(
        [*COMMAND, "build", "--root", str(site)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interruptions,
    ) as work:
        deadline = time.monotonic() + 60
        while not list(site.glob("output/.site_gen-tmp/*")) and work.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        work.send_signal(signal.SIGINT)
        _, errors = work.communicate(timeout=60)
    assert work.returncode == 130
    assert b"Interrupted." in errors
    assert b"Traceback" not in errors
    (site / "templates/404.html").unlink()
    assert run("build", "--verify", root=site).returncode == 0


def _on_a_terminal(*words: str, env: dict[str, str], root: Path) -> bytes:
    """What the command prints where its output is a terminal."""
    ours, theirs = os.openpty()
    command = [*COMMAND, *words, "--root", str(root)]
    with (
        os.fdopen(ours, "rb", buffering=0) as terminal,
        subprocess.Popen(command, stdout=theirs, stderr=theirs, env=env),
    ):
        os.close(theirs)
        printed = b""
        while piece := _read(terminal):
            printed += piece
    return printed


def _read(terminal: BinaryIO) -> bytes:
    try:
        return terminal.read(4096)
    except OSError:  # the other end is closed
        return b""


COLOURS = [((), {}, True), (("--no-color",), {}, False), ((), {"NO_COLOR": "1"}, False)]


@pytest.mark.parametrize(("options", "env", "coloured"), COLOURS)
def test_colours_are_for_terminals_that_want_them(
    options: tuple[str, ...], env: dict[str, str], coloured: bool, site: Path
) -> None:
    write(site, {"content/posts/2026-01-05-one.md": "no front matter\n"})
    for command in ("build", "list"):
        printed = _on_a_terminal(command, *options, env={**os.environ, **env, "TERM": "xterm"}, root=site)
        assert b"The front matter is missing." in printed
        assert (b"\x1b[" in printed) == coloured
    assert "\x1b" not in run("build", root=site).stderr


def test_what_a_file_says_cannot_speak_to_the_terminal(site: Path) -> None:
    write(site, {"content/posts/2026-01-05-one.md": "\x1b]0;owned\x07 no front matter\n"})
    done = run("build", root=site)
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert "\ufffd]0;owned\ufffd no front matter" in done.stderr


CARETS = [
    ("title: a", 8, "       ^"),
    ("\tx: y", 2, "\t^"),
    ("題名: x", 5, "      ^"),
    ("e\u0301: x", 4, "  ^"),
]


@pytest.mark.parametrize(("line", "column", "below"), CARETS)
def test_the_caret_is_below_its_character(
    line: str, column: int, below: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Session(".", False, False, False, True).problems([Problem("a.md", 3, column, "Wrong.", "Fix it.", line)])
    assert capsys.readouterr().err == f"a.md:3:{column}: Wrong. Fix it.\n    3 | {line}\n      | {below}\n"


def test_a_terminal_that_lacks_letters_is_no_reason_to_fail(site: Path) -> None:
    write(site, {"content/posts/2026-01-05-one.md": post("Київ 🚢")})
    done = started("list", root=site, env={"PYTHONIOENCODING": "latin-1"})
    assert done.returncode == 0, done.stderr
    assert "\\u041a" in done.stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_there_for_all(command: str) -> None:
    done = run(*filter(None, [command]), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: site-gen {command}".strip())
    if command:
        assert all(option in done.stdout for option in ("--root", "--json", "-q", "-v", "--no-color"))
    else:
        assert all(f"  {name} " in done.stdout for name in COMMANDS)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom site_gen.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"], capture_output=True, text=True, timeout=60, check=True
    )
    assert "Usage:" in done.stdout
    assert [name for name in HEAVY if name in done.stderr.split()] == []


def test_help_is_quick() -> None:
    """The aim is 150 ms. Time of the processor is counted, which a busy machine does not make longer."""
    spent = []
    for _ in range(7):
        before = os.times()
        started("--help")
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert statistics.median(spent) < 0.4


def test_the_version_is_printed() -> None:
    from site_gen import __version__

    assert run("--version").stdout == f"site-gen {__version__}\n"


def test_both_names_run_the_same() -> None:
    script = Path(sys.executable).with_name("site-gen")
    command = [str(script)] if script.exists() else [sys.executable, "-c", "from site_gen.cli import main; main()"]
    done = subprocess.run([*command, "--help"], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == run("--help").stdout


def test_problems_of_every_file_come_in_their_order(site: Path) -> None:
    write(
        site, {f"content/posts/2026-01-{day:02}-{day}.md": "---\ntitel: A\ndraft: yes\n---\n" for day in (12, 11, 10)}
    )
    said = run_json("build", root=site, code=1)["problems"]
    assert [(problem["path"][-5:-3], problem["line"]) for problem in said] == [
        ("10", 2), ("10", 3), ("11", 2), ("11", 3), ("12", 2), ("12", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("name", [b"content/posts/caf\xe9.md", b"seeds/caf\xe9.txt", b"static/caf\xe9.css"])
def test_a_file_whose_name_is_no_text_is_named(name: bytes, seeded: Path) -> None:
    write(seeded, {os.fsdecode(name): "Text.\n"})
    problem = run_json("build", root=seeded, code=1)["problems"][0]
    assert problem["path"] == name.decode("utf-8", "backslashreplace")
    assert problem["what"] == "The name of this file is not UTF-8 text."
