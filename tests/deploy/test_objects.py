"""Object storage: moto's server over HTTP, by a line that fails as lines do."""

import functools
import json
from pathlib import Path
from typing import Any

import boto3
import pytest

from site_gen.model.deployment import Manifest
from site_gen.model.problem import OutsideError
from tests.deploy.conftest import CANARY, Desk, Line, dies_at


@pytest.fixture
def far(tmp_path: Path, line: Line) -> Desk:
    return Desk(tmp_path / "site", type="s3", bucket="news", endpoint=line.address, region="us-east-1")


@functools.cache
def client_at(port: int) -> Any:
    return boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1")


def client(line: Line) -> Any:
    """Another way to the bucket, past the line."""
    return client_at(line.port)


def sizes(line: Line) -> dict[str, int]:
    return {one["Key"]: one["Size"] for one in client(line).list_objects_v2(Bucket="news").get("Contents", [])}


def read(line: Line, name: str) -> bytes:
    data: bytes = client(line).get_object(Bucket="news", Key=name)["Body"].read()
    return data


def site(line: Line) -> dict[str, int]:
    return {name: size for name, size in sizes(line).items() if not name.startswith(".site_gen/")}


def is_right(line: Line, manifest: Manifest) -> bool:
    return site(line) == {path: fact.size for path, fact in manifest.files.items()}


def test_files_arrive_with_their_types_and_lifetimes(far: Desk, line: Line) -> None:
    plan = far.deploy().plan
    assert is_right(line, plan.new)
    s3 = client(line)
    page = s3.head_object(Bucket="news", Key="index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "public, max-age=60, must-revalidate"
    assert s3.head_object(Bucket="news", Key="feed.xml")["ContentType"] == "application/rss+xml; charset=utf-8"
    style = next(path for path in plan.new.files if path.endswith(".css"))
    assert s3.head_object(Bucket="news", Key=style)["CacheControl"].endswith("immutable")
    assert not any(CANARY.encode() in read(line, name) for name in sizes(line))
    assert ".site_gen/lock.json" not in sizes(line)


def test_pages_come_after_what_they_load_and_feeds_after_pages(far: Desk, line: Line) -> None:
    far.deploy()
    kinds = [
        "feed" if one.endswith(("feed.xml", "sitemap.xml")) else "page" if one.endswith(".html") else "asset"
        for one in line.puts
        if one.endswith((".css", ".html", "feed.xml", "sitemap.xml"))
    ]
    assert kinds == sorted(kinds, key=["asset", "page", "feed"].index)


def test_only_what_changed_travels_and_what_is_gone_is_removed(far: Desk, line: Line) -> None:
    far.deploy()
    line.puts.clear()
    far.write(1, "Story 1", body="Other words.\n")
    far.remove(0)
    plan = far.deploy().plan
    sent = {path.removeprefix("/news/") for path in line.puts if "/.site_gen/" not in path}
    assert sent == set(plan.puts)
    assert "2026/01/story-0/index.html" not in site(line)
    assert is_right(line, plan.new)
    line.puts.clear()
    assert far.deploy().plan.empty
    assert {path for path in line.puts if "/.site_gen/" not in path} == set()


def test_texts_are_compressed_where_that_is_wanted(far: Desk, line: Line) -> None:
    import gzip

    far.aim(type="s3", bucket="news", endpoint=line.address, region="us-east-1", gzip=True, prefix="a/b")
    far.deploy()
    found = client(line).get_object(Bucket="news", Key="a/b/index.html")
    assert found["ContentEncoding"] == "gzip"
    assert b"Story 0" in gzip.decompress(found["Body"].read())


def test_cut_lines_and_a_busy_server_are_ridden_out(far: Desk, line: Line) -> None:
    line.cut_every, line.busy = 10, 8
    plan = far.deploy().plan
    line.cut_every = 0
    assert is_right(line, plan.new)


@pytest.mark.parametrize(
    ("function", "nth"),
    (("_note", 1), ("_put", 8), ("_note", 3), ("_note", 4)),
)
def test_a_killed_run_is_taken_up(far: Desk, line: Line, function: str, nth: int) -> None:
    """Wherever it is killed, uploads that are withdrawn meanwhile are removed, and its lock blocks nobody."""
    far.deploy()
    far.write(4, "Withdrawn")
    far.remove(0)
    dies_at(far, f"site_gen.deploy.objects:Objects.{function}", nth)
    far.remove(4)
    far.write(1, "Other")
    plan = far.deploy().plan
    assert is_right(line, plan.new)
    assert not json.loads(read(line, ".site_gen/manifest.json"))["unfinished"]


def test_what_an_interrupted_run_put_is_not_put_again(far: Desk, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    from site_gen.deploy.objects import Objects

    real = Objects._put

    def fails_at_pages(self: Objects, folder: Path, path: str) -> None:
        if path.endswith("story-2/index.html"):
            raise OutsideError("The line is dead.")
        real(self, folder, path)

    monkeypatch.setattr(Objects, "_put", fails_at_pages)
    with pytest.raises(OutsideError, match="dead"):
        far.deploy()
    put = {path for path in site(line) if not path.endswith(".html")}
    monkeypatch.undo()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret-word-of-the-test")
    plan = far.deploy().plan
    assert put and not put & set(plan.puts)
    assert is_right(line, plan.new)


def test_a_second_deployment_at_once_is_refused(far: Desk, line: Line, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other")
    (other.root / "site.yaml").write_bytes((far.root / "site.yaml").read_bytes())

    def while_it_runs(_: object) -> bool:
        with pytest.raises(OutsideError, match="Another deployment, from"):
            other.deploy()
        return True

    assert far.deploy(while_it_runs).done
    assert other.deploy().done


def test_a_run_out_lock_is_taken_over(far: Desk, line: Line) -> None:
    old = {"host": "elsewhere", "process": 1, "until": "2020-01-01T00:00:00Z"}
    client(line).put_object(Bucket="news", Key=".site_gen/lock.json", Body=json.dumps(old))
    assert far.deploy().done


def test_secrets_are_in_no_message_and_in_no_file(far: Desk, line: Line) -> None:
    far.aim(type="s3", bucket="not-there", endpoint=line.address, region="us-east-1")
    process = far.command("-v")
    said = "".join(process.communicate())
    assert process.returncode == 3, said
    assert "NoSuchBucket" in said
    assert "secret-word-of-the-test" not in said
    assert not any(b"secret-word" in path.read_bytes() for path in far.root.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("given", "missing"),
    [("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), ("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID")],
)
def test_half_a_key_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, missing: str) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(given, CANARY)
    with pytest.raises(OutsideError) as error:
        Desk(tmp_path / "site", type="s3", bucket="news", endpoint="http://127.0.0.1:9").deploy()
    assert f"{given} is set, but {missing} is not." in str(error.value)
    assert CANARY not in str(error.value) and "Debug" not in str(error.value)


def test_a_key_that_is_none_is_said_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_KEY", "no key!")
    with pytest.raises(OutsideError, match=r"azure:news cannot be used: .*credentials"):
        Desk(tmp_path / "site", type="azure", bucket="news", account="desk").deploy()
