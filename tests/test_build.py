import io
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from PIL import Image

from site_gen.build import BuildOptions, Built, build
from site_gen.model.problem import OutsideError, SiteError
from site_gen.storage.lock import site_lock
from site_gen.storage.manifest import MANIFEST, manifest_of
from site_gen.storage.output import Output
from tests.edited_site import BEGINNING, Newsroom
from tests.support import post, run, run_json, tree, write


def canaries(root: Path) -> Newsroom:
    """A site with posts that must not be seen yet, any more, or at all; each holds words that nothing else holds."""
    room = Newsroom(root)
    due, gone = (BEGINNING + timedelta(days=10)).isoformat(), (BEGINNING - timedelta(days=1)).isoformat()
    soon_gone = (BEGINNING + timedelta(days=10)).isoformat()
    for word, facts in (
        ("draftcanary", {"draft": True}),
        ("laterdraftcanary", {"draft": True, "date": due}),
        ("scheduledcanary", {"date": due}),
        ("expiredcanary", {"expires": gone}),
        ("expiringcanary", {"expires": soon_gone}),
    ):
        room.posts[f"a-{word}"] = {
            "title": f"The {word} title",
            "date": "2026-02-01T00:00:00+00:00",
            "body": f"Text of {word}.\n",
            "summary": f"Summary of {word}.",
            "tags": [f"tag {word}", "NATO"],
            "aliases": [f"/old-{word}/"],
            "authors": [f"Author {word}"],
        } | facts
        room.write_post(f"a-{word}")
        write(root, {f"content/tags/tag-{word}.md": f"---\nsummary: About {word}.\n---\nTag text of {word}.\n"})
    write(
        root, {"content/pages/held.md": "---\ntitle: A pagecanary\ndraft: true\naliases: [/pagecanary/]\n---\nHeld.\n"}
    )
    return room


def seen(output: Path) -> set[str]:
    """The canaries that anything in the output folder shows, in a name or in its bytes."""
    said = b"\n".join([name.encode() + b"\n" + data for name, data in tree(output).items()])
    said += (output / ".site_gen.manifest").read_bytes()
    words = ("draftcanary", "scheduledcanary", "expiredcanary", "expiringcanary", "pagecanary")
    return {word for word in words if word.encode() in said}


def test_what_is_held_appears_nowhere_also_as_time_passes(tmp_path: Path) -> None:
    room = canaries(tmp_path / "site")
    output = room.root / "output"
    before, due = BEGINNING, BEGINNING + timedelta(days=10)
    moments = [
        (before, {"expiringcanary"}),
        (due - timedelta(seconds=1), {"expiringcanary"}),
        (due, {"scheduledcanary"}),
        (due + timedelta(days=1), {"scheduledcanary"}),
        (before, {"expiringcanary"}),  # and back: a build's clock is what it is given
    ]
    for room.now, shown in moments:
        built = room.build()
        assert isinstance(built, Built)
        assert seen(output) == shown
        assert {held.reason for held in built.withheld} >= {"draft", "expired"}
    room.build(drafts=True, future=True)
    assert seen(output) == {"draftcanary", "scheduledcanary", "expiringcanary", "pagecanary"}
    room.build()
    assert seen(output) == {"expiringcanary"}


def test_the_command_says_what_is_held_and_until_when(tmp_path: Path) -> None:
    room = canaries(tmp_path / "site")
    room.settings["timezone"] = "Asia/Tokyo"
    room.write_settings()
    for as_of, said in (("2026-03-11 18:00", "held until 21:00, in 3 h"), ("2026-03-11 21:00", "(draft)")):
        for _ in range(2):  # from the files, and from the ledger
            done = run("build", "--as-of", as_of, root=room.root)
            assert done.returncode == 0, done.stderr
            assert said in done.stdout
            assert "withdrawn: content/posts/a-expiredcanary.md (expired)" in done.stdout
            assert "held: content/posts/a-draftcanary.md (draft)" in done.stdout
        assert ("held until" in done.stdout) == (as_of < "2026-03-11 21:00")
    assert seen(room.root / "output") == {"scheduledcanary"}


def test_an_edit_that_withdraws_a_post_withdraws_it_everywhere(tmp_path: Path) -> None:
    room = canaries(tmp_path / "site")
    room.now = BEGINNING + timedelta(days=20)
    room.build()
    assert seen(room.root / "output") == {"scheduledcanary"}
    room.posts["a-scheduledcanary"]["draft"] = True
    room.write_post("a-scheduledcanary")
    room.build()
    assert seen(room.root / "output") == set()


@pytest.mark.parametrize("content", ["full", "summary"])
def test_feeds_can_be_read(tmp_path: Path, content: str) -> None:
    room = Newsroom(tmp_path / "site")
    room.settings |= {"feeds": {"content": content}, "title": "Notes & <news>", "base_url": "https://example.org/news/"}
    room.write_settings()
    room.change(
        0,
        title='A <b> & "c" ]]> \u0085\u200b',
        body="a\n\n```\n<x> & ]]>\n```\n\n[rel](../b/) ![p](/0.png)\n",
        tags=["R&D <x>"],
    )
    room.change(1, updated="2026-02-20", authors=["A & B"])
    assert isinstance(room.build(), Built)
    files = tree(room.root / "output")
    feeds = {name: data for name, data in files.items() if name.endswith(("feed.xml", "atom.xml", "feed.json"))}
    assert len(feeds) >= 9
    for name, data in feeds.items():
        if name.endswith(".json"):
            items = json.loads(data)["items"]
        else:
            parsed = feedparser.parse(io.BytesIO(data))
            assert not parsed.bozo, (name, parsed.get("bozo_exception"))
            assert parsed.feed.title.startswith("Notes & <news>") or parsed.feed.title.endswith("Notes & <news>")
            items = parsed.entries
            assert all(entry.published_parsed for entry in items)
            assert all(entry.link.startswith("https://example.org/news/2") for entry in items)
        assert items or name.startswith("corrections/")
        assert b'href="/' not in data and b'href=\\"/' not in data and b'src=\\"/' not in data


def test_xml_is_well_formed_and_the_sitemap_is_correct(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.build()
    files = tree(room.root / "output")
    for name, data in files.items():
        if name.endswith(".xml"):
            ElementTree.fromstring(data)
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = [loc.text or "" for loc in ElementTree.fromstring(files["sitemap.xml"]).iter(f"{namespace}loc")]
    for address in listed:
        assert address.removeprefix("https://example.org/") + "index.html" in files
    assert b"Sitemap: https://example.org/sitemap.xml" in files["robots.txt"]


def test_with_problems_nothing_is_written_and_all_are_reported(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.build()
    before = tree(room.root / "output")
    write(
        room.root,
        {
            "content/posts/a.md": "---\ntitel: A\n---\n",
            "content/posts/b.md": "no fence",
            "content/pages/c.md": "---\nx: 1\n---\n",
        },
    )
    with pytest.raises(SiteError) as caught:
        build(room.root, BuildOptions(as_of=room.now))
    assert {problem.path for problem in caught.value.problems} == {
        "content/posts/a.md",
        "content/posts/b.md",
        "content/pages/c.md",
    }
    assert list(caught.value.problems) == sorted(caught.value.problems)
    assert tree(room.root / "output") == before


def test_two_builds_at_a_time_are_one_too_many(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    with site_lock(room.root / ".site_gen"), pytest.raises(OutsideError, match="is running"):
        room.build()
    assert isinstance(room.build(), Built)


def test_json_says_what_was_done(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.set_setting("social_cards", 1)  # none, or the next newest post gets one
    said = run_json("build", "--as-of", "2026-03-01 12:00", "--explain", root=room.root)
    assert {"pages", "written", "unchanged", "removed", "seeds", "seconds", "problems", "reasons"} <= set(said)
    assert said["written"] == len(tree(room.root / "output"))
    assert len(said["reasons"]) == said["pages"]
    room.remove(0, 0)
    again = run_json("build", "--as-of", "2026-03-01 12:00", "--explain", root=room.root)
    assert again["removed"] > 0 and all(one["reasons"] for one in again["reasons"])
    assert {one["path"] for one in again["reasons"]} < {one["path"] for one in said["reasons"]}


def test_a_tags_text_that_nothing_shows_is_reported(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(room.root, {"content/tags/nothing.md": "---\n---\nText.\n"})
    built = room.build()
    assert isinstance(built, Built)
    assert "content/tags/nothing.md" in [notice.path for notice in built.notices]
    assert run("build", root=room.root).returncode == 0
    assert run("build", "--strict", root=room.root).returncode == 1


def test_a_section_that_nothing_fills_is_reported(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    room.settings["sections"] = ["Untagged"]
    room.write_settings()
    built = room.build()
    assert isinstance(built, Built)
    notices = [(notice.path, notice.column, notice.what) for notice in built.notices]
    assert ("site.yaml", 13, "No published post has the tag 'Untagged'.") in notices


def test_without_pillow_a_warning_says_that_pictures_have_one_size(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\nbase_url: https://example.org/\n"})
    picture = tmp_path / "static/ship.png"
    picture.parent.mkdir()
    Image.new("RGB", (8, 8)).save(picture)
    without = "import sys; sys.modules['PIL'] = None; from site_gen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "build", "--root", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("static/ship.png: Pillow is not installed")
    assert "pip install 'pillow>=11.3'" in done.stderr
    assert build(tmp_path, BuildOptions(as_of=datetime(2026, 1, 1, tzinfo=UTC))).notices == ()


def test_a_text_that_changes_while_the_site_is_built_is_refused(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    path = room.root / "content/posts/post-0.md"
    reports = []

    def progress(stage: str, done: int, total: int) -> None:
        if stage == "read" and done == total:
            path.write_text(post("Other", body="Another text.\n"))
            reports.append(stage)

    with pytest.raises(SiteError, match=r"post-0\.md: The file changed while the site was built"):
        build(room.root, BuildOptions(as_of=room.now, jobs=1), progress)
    assert reports == ["read"]
    assert isinstance(room.build(), Built)


STRANGERS = [
    ("at a path of ours", "archive/index.html", "archive/index.html"),
    ("where a folder must be", "archive", "archive"),
    ("below a file of ours", "robots.txt/mine.txt", "robots.txt/mine.txt"),
]


@pytest.mark.parametrize(("stranger", "named"), [case[1:] for case in STRANGERS], ids=[case[0] for case in STRANGERS])
def test_a_strangers_file_in_the_output_is_never_written_over(tmp_path: Path, stranger: str, named: str) -> None:
    write(tmp_path, {"site.yaml": "title: T\n"})
    options = BuildOptions(as_of=datetime(2026, 1, 1, tzinfo=UTC))
    build(tmp_path, options)
    output = tmp_path / "output"
    ours = named.split("/", maxsplit=1)[0]
    kept = [path for path in Output(output).owned if path != ours and not path.startswith(f"{ours}/")]
    shutil.rmtree(output / ours) if (output / ours).is_dir() else (output / ours).unlink()
    (output / MANIFEST).write_bytes(manifest_of(kept))
    write(output, {stranger: "mine"})
    before = tree(output)
    with pytest.raises(SiteError, match=f"output/{named}: This file is in the way of the site"):
        build(tmp_path, options)
    assert tree(output) == before
