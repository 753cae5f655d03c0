import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_gen.ingest import IngestCache, Ingested, IngestOptions, ingest
from site_gen.ingest.lock_file import load_lock
from site_gen.model.lock import SeedLock
from site_gen.model.post import Entry
from site_gen.model.problem import SiteError
from site_gen.model.settings import IngestSettings, Settings
from site_gen.parsing.post import read_post
from site_gen.pipeline.settings import load_settings
from site_gen.text.digest import digest
from tests.support import tree, write

WORDS = tuple(
    """
frigate radar convoy treaty harbour brigade missile border exercise deterrence logistics artillery
minefield satellite submarine ceasefire sanction depot corridor garrison reserve conscript
ammunition doctrine
""".split()  # noqa: SIM905 - a paragraph is read more easily
)


def article(number: int, sentences: int = 8) -> str:
    """A different text for each number, as a newsroom would send it."""
    chance = random.Random(number)
    told = []
    for at in range(sentences):
        words = " ".join(chance.choice(WORDS) for _ in range(9))
        told.append(f"Officials in Estonia said on day {at + 1} that the {words} of sector {number} was ready.")
    return "\n".join(told) + "\n"


def site(root: Path, **seeds: str | bytes) -> Path:
    return write(root, {"site.yaml": "title: T\n", **{f"seeds/{name}.txt": text for name, text in seeds.items()}})


def take_in(root: Path, *paths: str, **options: Any) -> Ingested:
    return ingest(root, load_settings(root), IngestOptions(paths=paths, jobs=1, **options))


def posts(root: Path) -> dict[str, bytes]:
    return tree(root / "content" / "posts")


def read(root: Path, seed: str) -> Entry:
    """The post made from a seed."""
    path = locked(root).seeds[f"seeds/{seed}.txt"].post
    entry = read_post(path, (root / path).read_bytes(), load_zone(), raw_html=False).value
    assert isinstance(entry, Entry)
    return entry


def load_zone() -> Any:
    from datetime import UTC

    return UTC


def locked(root: Path) -> SeedLock:
    lock = load_lock(root / "seeds.lock")
    assert isinstance(lock, SeedLock)
    return lock


def edit(path: Path) -> bytes:
    path.write_bytes(path.read_bytes() + b"\nA sentence by the editor.\n")
    return path.read_bytes()


def test_the_same_seeds_give_no_change(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(2))
    first = take_in(tmp_path)
    assert len(first.new) == 2 and set(first.made) == {"seeds/a.txt", "seeds/b.txt"}
    before = tree(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "content").rglob("*.md")}
    for again in (take_in(tmp_path), take_in(tmp_path, "seeds/a.txt"), take_in(tmp_path, again=True)):
        assert again.new == () and again.problems == again.notices == ()
    assert tree(tmp_path) == before
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "content").rglob("*.md")} == stamps


def test_without_its_cache_it_is_the_same(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(2))
    take_in(tmp_path)
    before = tree(tmp_path)
    (tmp_path / ".site_gen" / "seeds.cache").write_bytes(b"nonsense")
    os.utime(tmp_path / "seeds" / "a.txt", (1, 1))  # a fresh clone has other times
    assert take_in(tmp_path).kept == 2
    assert tree(tmp_path) == before


def test_a_post_that_was_edited_is_never_touched(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    (post,) = take_in(tmp_path).new
    edited = edit(tmp_path / post)
    for change in (article(1), article(1, 9), article(3)):
        (tmp_path / "seeds" / "a.txt").write_text(change)
        take_in(tmp_path)
        take_in(tmp_path, again=True)
        assert posts(tmp_path) == {Path(post).name: edited}


def test_a_changed_seed_updates_its_untouched_post_at_the_same_address(tmp_path: Path) -> None:
    site(tmp_path, a="Title: The first headline\nDate: 2026-01-05 10:00\n\n" + article(1))
    (post,) = take_in(tmp_path).new
    before = read(tmp_path, "a")
    (tmp_path / "seeds" / "a.txt").write_text("Title: Another headline\nDate: 2026-02-09\n\n" + article(1, 9))
    done = take_in(tmp_path)
    assert (done.new, done.changed) == ((), (post,))
    after = read(tmp_path, "a")
    assert after.front.title == "Another headline"
    assert (after.slug, after.date) == (before.slug, before.date)
    assert after.body.words > before.body.words
    assert list(posts(tmp_path)) == [Path(post).name]
    assert take_in(tmp_path).changed == ()


def test_a_changed_sidecar_is_a_changed_seed(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    write(tmp_path, {"seeds/a.yaml": "title: One\n"})
    take_in(tmp_path)
    write(tmp_path, {"seeds/a.yaml": "title: Two\n"})
    assert len(take_in(tmp_path).changed) == 1
    assert read(tmp_path, "a").front.title == "Two"


def test_where_seed_and_post_both_changed_both_choices_are_reported(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(2))
    take_in(tmp_path)
    post = tmp_path / locked(tmp_path).seeds["seeds/a.txt"].post
    edited = edit(post)
    (tmp_path / "seeds" / "a.txt").write_text(article(1, 9))
    for _ in range(2):  # and again until a person has chosen
        done = take_in(tmp_path)
        (notice,) = done.notices
        assert notice.path == "seeds/a.txt" and locked(tmp_path).seeds["seeds/a.txt"].post in notice.what
        assert "--keep seeds/a.txt" in notice.hint and "--take seeds/a.txt" in notice.hint
        assert done.problems == () and done.changed == ()
        assert post.read_bytes() == edited


def test_keep_the_post(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    (name,) = take_in(tmp_path).new
    edited = edit(tmp_path / name)
    (tmp_path / "seeds" / "a.txt").write_text(article(1, 9))
    assert take_in(tmp_path, "seeds/a.txt", keep=True).kept == 1
    assert take_in(tmp_path).notices == ()
    assert (tmp_path / name).read_bytes() == edited


def test_take_the_seed(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    (name,) = take_in(tmp_path).new
    for backup in (".bak", ".bak2"):
        edited = edit(tmp_path / name)
        (tmp_path / "seeds" / "a.txt").write_text((tmp_path / "seeds" / "a.txt").read_text() + article(7, 2))
        assert take_in(tmp_path, "seeds/a.txt", take=True).changed == (name,)
        assert (tmp_path / (name + backup)).read_bytes() == edited
        assert b"editor" not in (tmp_path / name).read_bytes()
        assert take_in(tmp_path).notices == ()


def test_a_removed_seed_removes_nothing(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(2))
    take_in(tmp_path)
    before, lock = posts(tmp_path), locked(tmp_path)
    text = (tmp_path / "seeds" / "a.txt").read_text()
    (tmp_path / "seeds" / "a.txt").unlink()
    assert take_in(tmp_path).problems == ()
    assert (posts(tmp_path), locked(tmp_path)) == (before, lock)
    (tmp_path / "seeds" / "a.txt").write_text(text)
    assert take_in(tmp_path).new == ()
    assert posts(tmp_path) == before


def test_a_deleted_post_stays_deleted_until_its_seed_is_named(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(2))
    stamp = (tmp_path / "seeds" / "a.txt").stat()  # its date is that of the file
    take_in(tmp_path)
    before = posts(tmp_path)
    (tmp_path / locked(tmp_path).seeds["seeds/a.txt"].post).unlink()
    assert take_in(tmp_path).new == ()
    (tmp_path / "seeds" / "a.txt").write_text(article(1, 9))
    assert take_in(tmp_path).new == ()
    assert len(posts(tmp_path)) == 1
    (tmp_path / "seeds" / "a.txt").write_text(article(1))
    os.utime(tmp_path / "seeds" / "a.txt", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert len(take_in(tmp_path, "seeds/a.txt").new) == 1
    assert posts(tmp_path) == before


def test_a_deleted_post_comes_back_from_a_changed_seed_that_is_named(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    take_in(tmp_path)
    (tmp_path / locked(tmp_path).seeds["seeds/a.txt"].post).unlink()
    (tmp_path / "seeds" / "a.txt").write_text(article(1, 9))
    assert take_in(tmp_path).new == ()
    assert len(take_in(tmp_path, "seeds/a.txt").new) == 1


def test_posts_that_were_not_compared_before_a_run_ended_are_compared_by_the_next(tmp_path: Path) -> None:
    site(tmp_path, **{name: article(number) for number, name in enumerate("abcd")})
    take_in(tmp_path)
    lock = (tmp_path / "seeds.lock").read_bytes()
    (tmp_path / "seeds.lock").unlink()

    def stop(stage: str, count: int, _: int) -> None:
        if (stage, count) == ("ingest", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(tmp_path, load_settings(tmp_path), IngestOptions(jobs=1), stop)
    assert 0 < len(locked(tmp_path).seeds) < 4
    assert take_in(tmp_path).changed == ()
    assert (tmp_path / "seeds.lock").read_bytes() == lock


_DIES = """
import os, signal, sys
from pathlib import Path
from site_gen.ingest import write
from tests.ingest.test_ingest import take_in
real, count = write.write_source, 0
def dies(*arguments):
    global count
    count += 1
    if count == 3 and sys.argv[2] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments)
    if count == 3:
        os.kill(os.getpid(), signal.SIGKILL)
write.write_source = dies
take_in(Path(sys.argv[1]), take="--take" in sys.argv)
"""


@pytest.mark.parametrize("moment", ["before", "after", "edited"])
def test_posts_that_a_killed_run_wrote_over_do_not_seem_edited(tmp_path: Path, moment: str) -> None:
    site(tmp_path, **{name: article(number) for number, name in enumerate("abcde")})
    take_in(tmp_path)
    edited = tmp_path / locked(tmp_path).seeds["seeds/b.txt"].post
    edit(edited)
    site(tmp_path, **{name: article(number, 9) for number, name in enumerate("abcd")})
    twin = tmp_path / "twin"
    shutil.copytree(tmp_path, twin, ignore=shutil.ignore_patterns("twin"))
    done = subprocess.run([sys.executable, "-c", _DIES, str(twin), moment, "--take"], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (twin / "seeds.lock").read_bytes() == (tmp_path / "seeds.lock").read_bytes()
    if moment == "after":  # a seed whose post was written is another one already
        for root in (twin, tmp_path):
            write(root, {"seeds/c.txt": article(2, 8)})
    assert take_in(tmp_path, take=True).notices == ()
    mine = Path(locked(twin).seeds["seeds/a.txt"].post).name
    edited_now = edit(twin / "content" / "posts" / mine) if moment == "edited" else b""
    later = take_in(twin)
    assert len(later.changed) == (1 if moment == "edited" else 2)
    if edited_now:
        assert [notice.path for notice in later.notices] == ["seeds/a.txt"]
        assert posts(twin)[mine] == edited_now
        return
    assert later.notices == ()
    assert tree(twin / "content") == tree(tmp_path / "content")
    assert (twin / "seeds.lock").read_bytes() == (tmp_path / "seeds.lock").read_bytes()
    assert not (twin / ".site_gen" / "rewritten.cache").exists()


def test_a_renamed_seed_keeps_its_post(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    take_in(tmp_path)
    before = posts(tmp_path)
    (tmp_path / "seeds" / "a.txt").rename(tmp_path / "seeds" / "b.txt")
    done = take_in(tmp_path)
    assert (done.new, done.changed, done.kept) == ((), (), 1)
    assert posts(tmp_path) == before
    assert list(locked(tmp_path).seeds) == ["seeds/b.txt"]


def test_seeds_without_a_date_of_their_own_have_the_time_of_their_file(tmp_path: Path) -> None:
    site(tmp_path, **{f"s{number}": article(number) for number in range(3)})
    take_in(tmp_path)
    for number in range(3):
        changed = (tmp_path / "seeds" / f"s{number}.txt").stat().st_mtime
        assert read(tmp_path, f"s{number}").date.timestamp() == int(changed)


def test_seeds_dated_by_day_alone_are_written_without_a_time(tmp_path: Path) -> None:
    names = [f"2025-01-10-s{number}" for number in range(3)]
    site(tmp_path, **{name: article(at, 3) for at, name in enumerate(names)})
    take_in(tmp_path)
    assert all(b"\ndate: 2025-01-10\n" in text for text in posts(tmp_path).values())
    assert [read(tmp_path, name).timed for name in names] == [False] * 3
    before = posts(tmp_path)
    (tmp_path / "site.yaml").write_text("title: T\ntimezone: Pacific/Pago_Pago\n")
    assert take_in(tmp_path, again=True).changed == ()
    assert posts(tmp_path) == before


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati"])
def test_a_post_that_is_written_again_keeps_its_day_and_its_offset(tmp_path: Path, zone: str) -> None:
    site(tmp_path, a="Title: T\nDate: 2026-01-31 23:30\n\n" + article(1))
    take_in(tmp_path)
    (tmp_path / "site.yaml").write_text(f"title: T\ntimezone: {zone}\n")
    (tmp_path / "seeds" / "a.txt").write_text("Title: T\nDate: 2026-01-31 23:30\n\n" + article(2))
    assert len(take_in(tmp_path).changed) == 1
    (text,) = posts(tmp_path).values()
    assert b"\ndate: 2026-01-31T23:30:00+00:00\n" in text


def test_the_second_that_earlier_versions_wrote_goes_when_a_post_is_written_again(tmp_path: Path) -> None:
    site(tmp_path, **{"2025-01-10-a": article(1)})
    take_in(tmp_path)
    ((name, text),) = posts(tmp_path).items()
    earlier = text.replace(b"\ndate: 2025-01-10\n", b"\ndate: 2025-01-10T00:00:44+00:00\n")
    write(tmp_path, {f"content/posts/{name}": earlier})
    lock = (tmp_path / "seeds.lock").read_text().replace(digest(text), digest(earlier))
    (tmp_path / "seeds.lock").write_text(lock)
    take_in(tmp_path)
    assert posts(tmp_path) == {name: earlier}  # which was not rewritten
    assert len(take_in(tmp_path, again=True).changed) == 1
    assert posts(tmp_path) == {name: text}


def test_a_renamed_post_is_found_by_the_seed_in_its_front_matter(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    (name,) = take_in(tmp_path).new
    (tmp_path / name).rename(tmp_path / "content" / "posts" / "renamed.md")
    assert take_in(tmp_path).new == ()
    (tmp_path / "seeds" / "a.txt").write_text(article(1, 9))
    done = take_in(tmp_path)
    assert (done.new, done.changed, done.notices) == ((), ("content/posts/renamed.md",), ())
    assert list(posts(tmp_path)) == ["renamed.md"]
    assert locked(tmp_path).seeds["seeds/a.txt"].post == "content/posts/renamed.md"


NAMES = ["plain", "two words", "Ünïcode – dash", "it's", 'a "quote"', "a: colon", "#5", "deep/er/one"]


@pytest.mark.parametrize("name", NAMES)
def test_a_lost_lock_is_rebuilt_and_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    site(tmp_path, **{name: article(1), "b": article(2)})
    take_in(tmp_path)
    edited = edit(tmp_path / locked(tmp_path).seeds["seeds/b.txt"].post)
    before, lock = posts(tmp_path), locked(tmp_path)
    (tmp_path / "seeds.lock").unlink()
    done = take_in(tmp_path)
    assert (done.new, done.changed, posts(tmp_path)) == ((), (), before)
    found, whole = locked(tmp_path).seeds, lock.seeds
    assert found[f"seeds/{name}.txt"] == whole[f"seeds/{name}.txt"]
    # An edited post still counts as edited, and an untouched one as untouched.
    write(tmp_path, {f"seeds/{name}.txt": article(1, 9), "seeds/b.txt": article(2, 9)})
    done = take_in(tmp_path)
    assert done.changed == (whole[f"seeds/{name}.txt"].post,)
    assert [notice.path for notice in done.notices] == ["seeds/b.txt"]
    assert edited in posts(tmp_path).values()


def test_a_lock_that_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    take_in(tmp_path)
    (tmp_path / "seeds.lock").write_text("<<<<<<< HEAD\n")
    before = tree(tmp_path)
    with pytest.raises(SiteError, match=r"seeds\.lock"):
        take_in(tmp_path)
    assert tree(tmp_path) == before


def test_a_duplicate_makes_no_second_post(tmp_path: Path) -> None:
    text = article(1, 12)
    site(tmp_path, a=text, b=text, c="By a wire service\n\n" + article(1, 11), d=article(2, 12))
    done = take_in(tmp_path)
    assert len(posts(tmp_path)) == 2
    assert {(double.seed, double.of) for double in done.duplicates} == {
        ("seeds/b.txt", "seeds/a.txt"),
        ("seeds/c.txt", "seeds/a.txt"),
    }
    again = take_in(tmp_path)
    assert (again.new, again.duplicates, again.kept) == ((), (), 4)


def test_a_fuller_copy_that_comes_later_does_not_move_what_is_published(tmp_path: Path) -> None:
    site(tmp_path, b=article(1, 10))
    take_in(tmp_path)
    before = posts(tmp_path)
    site(tmp_path, a=article(1, 12))
    done = take_in(tmp_path)
    assert [(double.seed, double.of) for double in done.duplicates] == [("seeds/a.txt", "seeds/b.txt")]
    assert posts(tmp_path) == before
    assert take_in(tmp_path).duplicates == ()


def test_a_duplicate_that_becomes_a_different_article_gets_a_post(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(1))
    take_in(tmp_path)
    (tmp_path / "seeds" / "b.txt").write_text(article(5))
    assert len(take_in(tmp_path).new) == 1
    assert len(posts(tmp_path)) == 2


HEADER = """Title: Ministers meet in Tallinn
Date: 2026-03-04 09:30
Author: A. Writer, B. Reporter
Tags: Estonia, Talks
Source: The Wire

"""
SIDECAR = "title: From the sidecar\ntags: [Baltic]\nsummary: In short.\n"


def test_what_a_header_says_wins_over_what_is_derived(tmp_path: Path) -> None:
    site(tmp_path, a=HEADER + article(1))
    take_in(tmp_path)
    front = read(tmp_path, "a").front
    assert (front.title, front.tags, front.authors) == (
        "Ministers meet in Tallinn",
        ("Estonia", "Talks"),
        ("A. Writer", "B. Reporter"),
    )
    assert front.date is not None and front.date.moment.isoformat() == "2026-03-04T09:30:00+00:00"
    assert front.source is not None and front.source.name == "The Wire"
    assert b"Title:" not in next(iter(posts(tmp_path).values())).split(b"---\n")[2]


def test_what_a_sidecar_says_wins_over_the_header(tmp_path: Path) -> None:
    site(tmp_path, a=HEADER + article(1))
    write(tmp_path, {"seeds/a.yaml": SIDECAR})
    take_in(tmp_path)
    front = read(tmp_path, "a").front
    assert (front.title, front.tags, front.summary) == ("From the sidecar", ("Baltic",), "In short.")
    assert front.authors == ("A. Writer", "B. Reporter")


STORY = "The café’s owner said – “enough” – and the naïve plan for the Øresund went ahead.\n" + article(1)
SAME = [
    STORY.encode(),
    b"\xef\xbb\xbf" + STORY.encode(),
    STORY.replace("\n", "\r\n").encode(),
    STORY.replace("\n", "\r").encode(),
    STORY.encode("cp1252"),
    STORY.encode("utf-16"),
    STORY.encode("utf-16-le"),
    STORY.encode("utf-32"),
]


@pytest.mark.parametrize("data", SAME, ids=["utf-8", "bom", "crlf", "cr", "cp1252", "utf-16", "utf-16-le", "utf-32"])
def test_odd_encodings_give_the_same_post(tmp_path: Path, data: bytes) -> None:
    site(tmp_path / "one", a="Date: 2026-01-05\nTitle: T\n\n" + STORY)
    site(tmp_path / "other", a=data)
    write(tmp_path / "other", {"seeds/a.yaml": "date: 2026-01-05\ntitle: T\n"})
    for root in (tmp_path / "one", tmp_path / "other"):
        assert take_in(root).problems == ()
    assert posts(tmp_path / "one") == posts(tmp_path / "other")


def test_seeds_are_never_changed_on_disk(tmp_path: Path) -> None:
    site(
        tmp_path,
        **{f"s{n}": data for n, data in enumerate(SAME)},
        bad=b"\xff\xfe\x00\xd8",
        empty="",
        header="Date: never\nTitle: x\n\ny",
    )
    before = tree(tmp_path / "seeds")
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "seeds").iterdir()}
    for options in ({"dry_run": True}, {}, {"again": True}, {"take": True}):
        take_in(tmp_path, **options)
    assert tree(tmp_path / "seeds") == before
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "seeds").iterdir()} == stamps


def test_an_invalid_seed_does_not_stop_the_others(tmp_path: Path) -> None:
    site(tmp_path, a="Title: A\nDate: the day before\n\n" + article(1), b=article(2), c="\n\n")
    done = take_in(tmp_path)
    assert len(done.new) == 1
    assert {problem.path for problem in done.problems} == {"seeds/a.txt", "seeds/c.txt"}
    assert {problem.path for problem in take_in(tmp_path).problems} == {"seeds/a.txt", "seeds/c.txt"}


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    site(tmp_path, a=article(1), b=article(1))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    done = take_in(tmp_path, dry_run=True)
    assert len(done.articles) == 2 and len(done.duplicates) == 1  # the duplicate is reported too
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_posts_with_one_headline_have_different_addresses(tmp_path: Path) -> None:
    header = "Title: Talks go on\nDate: 2026-01-05\n\n"
    site(tmp_path, **{f"s{n}": header + article(n) for n in range(3)})
    take_in(tmp_path)
    assert sorted(posts(tmp_path)) == [f"2026-01-05-talks-go-on{end}.md" for end in ("-2", "-3", "")]


def test_settings_give_authors_and_make_drafts(tmp_path: Path) -> None:
    site(tmp_path, a=article(1))
    settings = Settings(ingest=IngestSettings(authors=("Desk",), draft=True))
    ingest(tmp_path, settings, IngestOptions(jobs=1))
    front = read(tmp_path, "a").front
    assert (front.authors, front.draft) == (("Desk",), True)


@pytest.mark.parametrize("place", ["elsewhere.txt", "content/posts"])
def test_only_seeds_become_posts(tmp_path: Path, place: str) -> None:
    site(tmp_path, a=article(1))
    write(tmp_path, {"elsewhere.txt": article(2), "content/posts/x.txt": article(3)})
    with pytest.raises(SiteError, match="not below seeds/"):
        take_in(tmp_path, place)
    assert not (tmp_path / "seeds.lock").exists()


def test_workers_give_the_same_posts(tmp_path: Path) -> None:
    for jobs in (1, 2):
        root = tmp_path / str(jobs)
        site(root, **{f"s{n:02}": "Date: 2026-01-05\nTitle: Report\n\n" + article(n) for n in range(60)})
        ingest(root, load_settings(root), IngestOptions(jobs=jobs))
    assert len(posts(tmp_path / "1")) == 60
    assert tree(tmp_path / "1") == tree(tmp_path / "2")


def test_a_command_and_a_preview_make_the_same_of_many_seeds(tmp_path: Path) -> None:
    texts = {f"a{number}": f"Date: 2026-01-05 10:00\n\n{article(number % 280, 2)}" for number in range(300)}
    for number in range(0, 300, 7):
        texts[f"a{number}"] = f"{texts[f'a{number}']}\nSubscribe to our newsletter.\n"
    packed, kept = site(tmp_path / "packed", **texts), site(tmp_path / "kept", **texts)
    done, cache = take_in(packed), IngestCache(kept)
    assert ingest(kept, load_settings(kept), IngestOptions(jobs=1), cache=cache) == done
    assert len(done.new) + len(done.duplicates) == 300 and len(done.duplicates) >= 20
    assert posts(kept) == posts(packed)
    assert (kept / "seeds.lock").read_bytes() == (packed / "seeds.lock").read_bytes()


def test_files_that_are_not_text_are_problems_and_the_others_are_ingested(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(20_000)
    site(tmp_path, good=article(1), noise=noise, picture=b"\x89PNG\r\n\x1a\n\x00\x00", empty=b"", json=b'{"a": "b"}')
    done = take_in(tmp_path)
    assert list(done.made) == ["seeds/good.txt"]
    assert [str(problem) for problem in sorted(done.problems)] == [
        "seeds/empty.txt:1:1: This file is empty. Write the article into it, or remove it.",
        "seeds/json.txt:1:1: This is JSON, not an article. Save the article's own text as plain text.",
        "seeds/noise.txt:1:1: This file is not text in any known encoding. "
        "Open it in its own program and save it as plain text (.txt).",
        "seeds/picture.txt:1:1: This file is a PNG picture, not text. "
        "Pictures belong in content/images/; other files in static/.",
    ]
    assert len(posts(tmp_path)) == 1
    assert sorted(take_in(tmp_path).problems) == sorted(done.problems)


def test_a_seed_with_a_suffix_in_capitals_is_ingested(tmp_path: Path) -> None:
    write(site(tmp_path), {"seeds/LOUD.TXT": article(1), "seeds/LOUD.yaml": "title: A loud one\n"})
    done = take_in(tmp_path)
    assert list(done.made) == ["seeds/LOUD.TXT"]
    assert b"title: A loud one" in next(iter(posts(tmp_path).values()))
    assert (done.ignored, done.notices) == ((), ())


def test_ignored_files_are_reported_also_without_any_seed(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.pages": b"d", "seeds/README.md": "r"})
    done = take_in(tmp_path)
    assert [one.path for one in done.ignored] == ["seeds/a.pages"]
    assert [str(notice) for notice in done.notices] == [
        "seeds/a.pages: This file is not ingested: seeds do not have this form. Save it as plain text (.txt)."
    ]
