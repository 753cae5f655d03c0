"""What a pipeline installs: something that exists, at one version."""

from pathlib import Path
from typing import Any

import click
import pytest
from packaging.requirements import Requirement

from site_gen.cli.install_line import Source, extras_for, names_site_gen, source_named, source_of
from site_gen.model.settings import MarkdownSettings, Settings
from tests.support import run, run_json, write

REPOSITORY = "git+https://git.example.org/site_gen.git@v0.1.0"
WHEEL = "site_gen_news-0.1.0-py3-none-any.whl"


@pytest.mark.parametrize(
    ("named", "line"),
    [
        (REPOSITORY, f"site-gen-news[images] @ {REPOSITORY}"),
        (
            "git+ssh://git@example.org/a/b.git@3f2a1b",
            "site-gen-news[images] @ git+ssh://git@example.org/a/b.git@3f2a1b",
        ),
        (f"https://example.org/{WHEEL}", f"site-gen-news[images] @ https://example.org/{WHEEL}"),
        ("site-gen-news==0.1.0", "site-gen-news[images]==0.1.0"),
    ],
)
def test_an_address_becomes_a_requirement_that_pip_reads(named: str, line: str) -> None:
    assert source_named(named).line("images") == line
    asked = Requirement(line)
    assert (asked.name, asked.extras) == ("site-gen-news", {"images"})
    assert names_site_gen(f"# ours\n{line}\n")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("git+https://git.example.org/site_gen.git", "no tag or commit"),
        ("git+ssh://git@example.org/site_gen.git", "no tag or commit"),
        ("http://example.org/" + WHEEL, "not a wheel"),
        ("site-gen", "not a wheel"),
        ("there-is-none.whl", "not a wheel"),
    ],
)
def test_what_pip_could_not_install_later_as_well_is_refused(named: str, said: str) -> None:
    with pytest.raises(click.UsageError, match=said):
        source_named(named)


@pytest.mark.parametrize(
    ("direct", "line"),
    [
        (
            {"url": "https://example.org/s.git", "vcs_info": {"vcs": "git", "commit_id": "3f2a1b"}},
            "site-gen-news[x] @ git+https://example.org/s.git@3f2a1b",
        ),
        (
            {"url": f"https://example.org/{WHEEL}", "archive_info": {"hashes": {"sha256": "ab"}}},
            f"site-gen-news[x] @ https://example.org/{WHEEL}#sha256=ab",
        ),
        ({"url": "file:///home/me/site_gen", "dir_info": {"editable": True}}, None),
        ({"url": "file:///gone/" + WHEEL, "archive_info": {}}, None),
        ({}, None),
    ],
)
def test_a_pipeline_installs_what_is_installed_here_if_it_can_get_it(direct: dict[str, Any], line: str | None) -> None:
    source = source_of(direct)
    assert (source and source.line("x")) == line


def test_the_wheel_that_was_installed_here_goes_along(tmp_path: Path) -> None:
    wheel = tmp_path / "a folder" / WHEEL
    write(tmp_path, {f"a folder/{WHEEL}": b"PK"})
    source = source_of({"url": wheel.as_uri(), "archive_info": {}})
    assert source == Source(wheel=wheel) and source.line("images") == f"./wheels/{WHEEL}[images]"
    assert names_site_gen(source.line("images"))


def test_a_site_is_given_the_extras_that_it_needs() -> None:
    assert extras_for(None) == extras_for(Settings(title="T", base_url="https://example.org/")) == "images"
    rich = Settings(
        title="T",
        base_url="https://example.org/",
        search="pagefind",
        markdown=MarkdownSettings(engine="commonmark"),
    )
    assert extras_for(rich) == "images,commonmark,search"


def test_a_wheel_is_put_into_the_site_and_named_once(tmp_path: Path) -> None:
    write(tmp_path, {f"dist/{WHEEL}": b"PK"})
    wheel = str(tmp_path / "dist" / WHEEL)
    made = run_json("init", "news", "--ci", "github", "--install-from", wheel, root=tmp_path)
    news = tmp_path / "news"
    assert {"requirements.txt", f"wheels/{WHEEL}"} <= set(made["written"])
    assert (news / "requirements.txt").read_text() == f"./wheels/{WHEEL}[images]\n"
    assert (news / "wheels" / WHEEL).read_bytes() == b"PK"
    assert run_json("init", "--ci", "gitlab", root=news)["written"] == [".gitlab-ci.yml"]
    again = run("init", "--ci", "gitlab", "--install-from", REPOSITORY, root=news)
    assert again.returncode == 1 and again.stderr.startswith("requirements.txt: This file already says")


def test_other_requirements_are_left_alone_and_the_line_is_shown(tmp_path: Path) -> None:
    assert run("init", "news", root=tmp_path).returncode == 0
    news = write(tmp_path / "news", {"requirements.txt": "requests==2.0\n# site-gen-news comes later\n"})
    (news / "site.yaml").write_text((news / "site.yaml").read_text() + "search: pagefind\n")
    done = run("init", "--ci", "github", "--install-from", REPOSITORY, root=news)
    assert done.returncode == 1
    assert f"Add this line to it: site-gen-news[images,search] @ {REPOSITORY}" in done.stderr
    assert not (news / ".github").exists()


def test_without_a_pipeline_there_is_nothing_to_install(tmp_path: Path) -> None:
    done = run("init", "news", "--install-from", REPOSITORY, root=tmp_path)
    assert done.returncode == 2 and "--ci" in done.stderr and not (tmp_path / "news").exists()
