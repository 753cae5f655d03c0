"""Ask an assistant about posts, check what it proposes, and note its answers in seeds.lock, so that it is asked once.

waiting posts -> derive -> consent -> ask, in parallel -> check -> lock (and, where the settings say so, the post)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec.structs import replace

from site_gen.ingest.asking import Sending
from site_gen.ingest.derive import derive_seeds
from site_gen.ingest.ingested import AssistedPosts, IngestOptions
from site_gen.ingest.lock_file import LockFile
from site_gen.ingest.probe import Probed
from site_gen.ingest.write import PostWriter
from site_gen.model.assistance import Answer, AssistantSettings, Refused
from site_gen.model.problem import Problem
from site_gen.model.seed import Article
from site_gen.model.settings import Settings
from site_gen.workers import Progress

if TYPE_CHECKING:
    from site_gen.assistant.reply import Reply
    from site_gen.extract.assistance.request import Request

_ABOUT = ("headline", "summary", "tags")


def with_kept_answer(article: Article, lock: LockFile, settings: Settings) -> Article:
    """The article with the answer that seeds.lock has about it, if any: the same bytes on every machine."""
    locked, assistant = lock.seeds.get(article.seed), settings.ingest.assistant
    if locked is None or locked.assistant is None or not assistant.url:
        return article
    from site_gen.extract.assistance.apply import with_assistance

    return with_assistance(article, locked.assistant, assistant.use)[0]


def assist(
    seeds: Probed,
    settings: Settings,
    options: IngestOptions,
    lock: LockFile,
    writer: PostWriter,
    progress: Progress,
) -> AssistedPosts:
    """Ask about the posts of these seeds that wait for it; note each answer, and write the posts that it changes."""
    if options.asking is None or not settings.ingest.assistant.url:
        return AssistedPosts()
    pending = frozenset(_pending(lock, (file.name for file in seeds.files), settings.ingest.assistant))
    if not pending:
        return AssistedPosts()
    from site_gen.extract.assistance.request import request_for

    waiting = tuple(file for file in seeds.files if file.name in pending)
    derived = derive_seeds(waiting, seeds, settings, options.jobs, progress, "derive again")
    articles = {one.article.seed: one.article for one in derived if one.article is not None}
    requests = tuple(request_for(article, settings.ingest.assistant.characters) for article in articles.values())
    if not options.asking.consent(_sending(requests, settings.ingest.assistant)):
        what = f"{_posts(len(requests))} for the assistant; nothing was sent."
        return AssistedPosts(notices=(Problem("site.yaml", 0, 0, what, "To send them: site-gen ingest --yes"),))
    notes = _Notes(articles, settings, lock, writer)
    for reply in options.asking.ask(requests, lambda done: progress("assistant", done, len(requests))):
        notes.note(reply)
    return notes.result()


def _pending(lock: LockFile, names: Iterable[str], settings: AssistantSettings) -> Iterator[str]:
    """The seeds whose posts nobody edited, that the settings ask about, and that this model was not asked about."""
    for name in names:
        locked = lock.seeds.get(name)
        if locked is None or not locked.post or (locked.assistant and locked.assistant.model == settings.model):
            continue
        doubtful = any(doubt.partition(":")[0] in _ABOUT for doubt in locked.unsure)
        if (doubtful or settings.for_ == "all") and lock.post_digest(name) == locked.generated:
            yield name


def _sending(requests: "Sequence[Request]", settings: AssistantSettings) -> Sending:
    characters = sum(one.characters for one in requests)
    return Sending(len(requests), characters, urlsplit(settings.url).netloc, settings.model)


class _Notes:
    """Notes answers one by one, so that an interrupted run keeps those that it got."""

    def __init__(self, articles: Mapping[str, Article], settings: Settings, lock: LockFile, writer: PostWriter) -> None:
        self._articles, self._settings, self._lock, self._writer = articles, settings, lock, writer
        self._failures: dict[str, list[str]] = {}
        self._proposed, self._used = list[str](), list[str]()
        self._refused = list[tuple[str, Refused]]()

    def note(self, reply: "Reply") -> None:
        """Note one reply; a failed one leaves the post waiting for the next run."""
        from site_gen.extract.assistance.answer import read_answer
        from site_gen.extract.assistance.apply import with_assistance

        assistant, request = self._settings.ingest.assistant, reply.request
        answer: Answer | str = reply.why or read_answer(reply.text, assistant.model, request.digest)
        if isinstance(answer, str):
            self._failures.setdefault(answer, []).append(self._lock.seeds[request.seed].post)
            return
        self._lock.seeds[request.seed] = replace(self._lock.seeds[request.seed], assistant=answer)
        article, passed = with_assistance(self._articles[request.seed], answer, assistant.use)
        if passed.used:
            self._writer.write(article, "update")
        post = self._lock.seeds[request.seed].post
        self._refused += ((post, one) for one in passed.refused)
        if passed.used:
            self._used.append(post)
        elif passed.headline or passed.summary or passed.tags:
            self._proposed.append(post)

    def result(self) -> AssistedPosts:
        """All of it; failures with the same reason are one notice."""
        return AssistedPosts(tuple(self._proposed), tuple(self._used), tuple(self._refused), tuple(self._notices()))

    def _notices(self) -> Iterator[Problem]:
        for why, posts in self._failures.items():
            named = posts[0] if len(posts) == 1 else f"{posts[0]} and {len(posts) - 1} more"
            what = f"The assistant gave no answer about {named}: {why}."
            yield Problem("site.yaml", 0, 0, what, "The posts are as the rules made them; run site-gen ingest again.")


def _posts(count: int) -> str:
    return "1 post waits" if count == 1 else f"{count} posts wait"
