"""Ingest with an assistant at a real server: asked once, checked, noted in seeds.lock, and never in the way."""

import json
from pathlib import Path

import pytest

from site_gen.assistant.client import Assistant
from site_gen.ingest import IngestOptions, ingest
from site_gen.ingest.asking import Asking, Sending
from site_gen.ingest.ingested import Ingested
from site_gen.ingest.lock_file import load_lock
from site_gen.ingest.review import Review
from site_gen.ingest.settle import Choice
from site_gen.model.assistance import AssistantSettings
from site_gen.model.lock import SeedLock
from site_gen.model.settings import IngestSettings, Settings
from tests.assistant.server import KEY, Give, Proposals, Server, in_turn, saying, serving, with_status
from tests.support import write

SURE = (
    "OSLO, 12 May 2026 - Norway will buy 54 tanks from Germany, its defence ministry said on Tuesday. "
    "Deliveries begin in 2028.\n"
)
UNSURE = (
    "We were standing on the pier at dawn when it began.\n\n"
    "The frigate Nordlys fired two missiles at a target off Andoya on Monday. No one was hurt.\n"
)
TRUE = Proposals("Frigate fires two missiles at target off Andoya", "No one was hurt.", ("Andoya",))
FALSE = Proposals("Frigate Nordlys fires five missiles at target off Andoya")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {"seeds/pier.txt": UNSURE, "site.yaml": "title: T\n"})


def settings_for(server: Server, **chosen: object) -> Settings:
    assistant = AssistantSettings(**{"url": server.url, "model": "m1", "retries": 0, **chosen})  # type: ignore[arg-type]
    return Settings(ingest=IngestSettings(assistant=assistant))


def take_in(root: Path, settings: Settings, agreed: bool = True, **options: object) -> tuple[Ingested, list[Sending]]:
    seen = list[Sending]()

    def consent(sending: Sending) -> bool:
        seen.append(sending)
        return agreed

    client = Assistant(settings.ingest.assistant, KEY, lambda _: None)
    asked = IngestOptions(jobs=1, asking=Asking(client.ask, consent), **options)  # type: ignore[arg-type]
    return ingest(root, settings, asked), seen


def lock_of(root: Path) -> SeedLock:
    lock = load_lock(root / "seeds.lock")
    assert isinstance(lock, SeedLock)
    return lock


def post_of(root: Path) -> str:
    (post,) = (root / "content/posts").iterdir()
    return post.read_text(encoding="utf-8")


def test_nothing_is_sent_without_consent(root: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        done, (seen,) = take_in(root, settings_for(server), agreed=False)
    assert not server.asked
    assert (seen.texts, seen.server, seen.model) == (1, server.url.split("/")[2], "m1")
    assert seen.characters > 100
    assert "1 post waits for the assistant" in done.notices[0].what


def test_a_proposal_that_passes_is_an_alternative_and_the_post_stays(root: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        settings = settings_for(server)
        ingest(root, settings, IngestOptions(jobs=1))
        before = post_of(root)
        done, _ = take_in(root, settings)
    assert post_of(root) == before
    assert (len(done.assisted.proposed), done.assisted.used) == (1, ())
    review = Review(root, settings)
    (item,) = review.items(review.waiting(), 1, lambda *_: None)
    assert item.titles[0] == TRUE.headline
    assert item.assistance is not None and item.assistance.headline == TRUE.headline
    answer = lock_of(root).seeds["seeds/pier.txt"].assistant
    assert answer is not None
    assert (answer.model, answer.headline, len(answer.prompt)) == ("m1", TRUE.headline, 32)


def test_a_proposal_that_is_refused_is_shown_with_its_reason_and_cannot_be_chosen(root: Path) -> None:
    with serving(saying(FALSE.json())) as server:
        settings = settings_for(server, use="unsure")
        done, _ = take_in(root, settings)
    ((post, refused),) = done.assisted.refused
    assert refused.about == "headline" and refused.text == FALSE.headline and refused.why
    assert FALSE.headline not in post_of(root)
    review = Review(root, settings)
    (item,) = review.items(review.waiting(), 1, lambda *_: None)
    assert item.assistance is not None and item.assistance.refused == (refused,)
    assert FALSE.headline not in item.titles
    assert post == item.post


def test_where_rules_are_unsure_its_words_are_taken_and_stay_marked_until_accepted(root: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        settings = settings_for(server, use="unsure")
        done, _ = take_in(root, settings)
        made = post_of(root)
        assert f"title: {TRUE.headline}\n" in made
        assert "headline: written by the assistant m1" in lock_of(root).seeds["seeds/pier.txt"].unsure
        assert list(done.unsure) == list(done.assisted.used)
        # With today's rules again, elsewhere, offline: the same bytes, and the mark is still there.
        ingest(root, settings, IngestOptions(jobs=1, again=True))
        assert post_of(root) == made
        assert "headline: written by the assistant m1" in lock_of(root).seeds["seeds/pier.txt"].unsure
        review = Review(root, settings)
        review.settle("seeds/pier.txt", Choice(accept=True))
        review.save()
        assert not lock_of(root).seeds["seeds/pier.txt"].unsure
        ingest(root, settings, IngestOptions(jobs=1, again=True))
        assert post_of(root) == made
        assert not lock_of(root).seeds["seeds/pier.txt"].unsure
        assert len(server.asked) == 1


def test_it_is_asked_once_and_again_only_for_another_model_or_a_changed_seed(root: Path) -> None:
    with serving(saying(FALSE.json())) as server:
        for _ in range(2):
            take_in(root, settings_for(server))
        take_in(root, settings_for(server), again=True)
        assert len(server.asked) == 1
        take_in(root, settings_for(server, model="m2"))
        assert len(server.asked) == 2
        write(root, {"seeds/pier.txt": UNSURE.replace("Monday", "Sunday")})
        take_in(root, settings_for(server, model="m2"))
        assert len(server.asked) == 3


def test_sure_posts_and_edited_posts_are_not_sent(root: Path) -> None:
    write(root, {"seeds/sure.txt": SURE})
    with serving(saying(FALSE.json())) as server:
        ingest(root, settings_for(server), IngestOptions(jobs=1))
        sure = [name for name, seed in lock_of(root).seeds.items() if not seed.unsure]
        assert sure == ["seeds/sure.txt"]
        post = root / lock_of(root).seeds["seeds/pier.txt"].post
        post.write_text(post.read_text(encoding="utf-8") + "\nEdited.\n", encoding="utf-8")
        assert take_in(root, settings_for(server))[1] == []
        _, (seen,) = take_in(root, settings_for(server, **{"for_": "all"}))
        assert seen.texts == 1
    assert "54 tanks" in server.asked[0]["messages"][1]["content"]


def test_summary_and_tags_can_be_chosen_in_review_and_outlive_a_changed_seed(root: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        settings = settings_for(server)
        take_in(root, settings)
        review = Review(root, settings)
        review.settle("seeds/pier.txt", Choice(summary="No one was hurt.", tags=("Andoya", "Nordlys")))
        review.save()
        assert "summary: No one was hurt.\n" in post_of(root)
        assert "tags: [Andoya, Nordlys]\n" in post_of(root)
        write(root, {"seeds/pier.txt": UNSURE.replace("Monday", "Sunday")})
        ingest(root, settings, IngestOptions(jobs=1))
    assert "on Sunday" in post_of(root)
    assert "summary: No one was hurt.\n" in post_of(root)
    assert "tags: [Andoya, Nordlys]\n" in post_of(root)


BAD: dict[str, Give] = {
    "500": with_status(500),
    "no JSON": saying("Here is your headline: Navy wins"),
    "other keys": saying('{"title": "Navy wins"}'),
    "too long": saying(json.dumps({"headline": "x" * 5000})),
    "no body": lambda handler, _: handler.reply(b"", headers={"x": "y"}),
    "half a character": saying('{"headline": "\\ud800"}'),
    "empty": saying("{}"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_server_costs_no_post(root: Path, name: str) -> None:
    with serving(BAD[name]) as server:
        settings = settings_for(server, use="unsure", **{"for_": "all"})
        ingest(root, settings, IngestOptions(jobs=1))
        before = post_of(root)
        done, _ = take_in(root, settings)
    assert post_of(root) == before
    assert not done.problems
    if name == "empty":
        assert lock_of(root).seeds["seeds/pier.txt"].assistant is not None
    else:
        assert "gave no answer about content/posts/" in done.notices[0].what
        assert lock_of(root).seeds["seeds/pier.txt"].assistant is None


def test_what_was_answered_before_a_failure_is_kept(root: Path) -> None:
    write(root, {f"seeds/p{number}.txt": UNSURE.replace("two", f"{number}") for number in range(4, 9)})
    answers = in_turn(saying(FALSE.json()), saying(FALSE.json()), with_status(500))
    with serving(answers) as server:
        done, _ = take_in(root, settings_for(server, parallel=1, **{"for_": "all"}))
    assert sum(seed.assistant is not None for seed in lock_of(root).seeds.values()) == 2
    assert all("assistant gave no answer" in notice.what for notice in done.notices)


def test_no_key_and_no_text_is_written_anywhere_but_in_the_post(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with serving(with_status(500)) as server:
        done, _ = take_in(root, settings_for(server))
    told = "".join(map(str, done.notices)) + "".join(capfd.readouterr())
    for file in (path for path in root.rglob("*") if path.is_file() and "seeds/" not in str(path)):
        data = file.read_bytes()
        assert KEY.encode() not in data
    assert KEY not in told
    assert "pier at dawn" not in told
