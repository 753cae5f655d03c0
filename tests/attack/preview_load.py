"""Readers on kept connections ask a preview for pages while an editor changes, renames and deletes their sources.

Every text carries a number that stands in its title and many times in its body, so that a page that is not the old one
and not the new one, but part of both, is recognised.
"""

import random
import re
import shutil
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import httpx

from tests.attack.preview import replaced
from tests.support import post, write

_BROKEN = 0  # stands for a number where a text cannot be read
_MOMENT = 3.0  # seconds after which nobody is told any more that a folder was missing for a moment
_LATEST = 20.0  # seconds after which an edit must be in every answer, on a machine with much else to do
_MARK = re.compile(r"mark-(\d+)-end")
_NOTE = re.compile(rb"note (\d+)\n")
_PAGES = ("/", "/tags/", "/tags/nato/", "/archive/", "/2026/", "/2026/02/", "/feeds/", "/search/")
_BASE = (
    "<!DOCTYPE html><html><head><title>{{{{ page.title }}}}</title></head><body>{number}"
    "{{% block main %}}{{% endblock %}}</body></html>"
)
_POST = (
    "{% extends 'base.html' %}{% block main %}<article>{{ post.title }} {{ content.html }}</article>"
    "{% for other in related %}{{ other.title }}{% endfor %}{% endblock %}"
)
_FEEDS = ("/feed.xml", "/atom.xml", "/sitemap.xml", "/tags/nato/feed.xml")


@dataclass
class Source:
    """What was written of one source: when each number was, and None where it was deleted."""

    written: list[tuple[float, int | None]] = field(default_factory=list)

    def allowed(self, began: float, ended: float, latest: float = _LATEST) -> set[int | None]:
        """What an answer may show that was asked for at one time and came at another."""
        at = [number for when, number in self.written if when <= began - latest][-1:]
        return {*at, *(number for when, number in self.written if began - latest < when <= ended)}


class Editor(threading.Thread):
    """Edits until it is told to end; as editors save, in place, by way of a copy, with mistakes, folder and all."""

    def __init__(self, root: Path, posts: int, pause: float, chance: random.Random) -> None:
        super().__init__(name="editor")
        self.root, self.pause, self.chance = root, pause, chance
        self.posts = {number: Source() for number in range(posts)}
        self.files = {number: f"content/posts/p-{number}.md" for number in self.posts}
        self.notes = {number: Source() for number in range(4)}
        self.broken = Source()  # whether any text cannot be read: then the whole site is that of before
        self.gone = Source()  # whether there is no folder of posts, for a moment
        self.empty = Source()  # whether a static file is empty, for a moment
        self.edits: Counter[str] = Counter()
        self.is_over = threading.Event()
        self.error: Exception | None = None
        self._count = 0
        write(root, {"templates/base.html": _BASE.format(number=0), "templates/post.html": _POST})
        for number in self.posts:
            self._save(number)
        for number in self.notes:
            self._write_note(number)

    def run(self) -> None:
        steps = (
            [self._save] * 12
            + [self._save_aside] * 8
            + [self._rename] * 4
            + [self._erase] * 3
            + [self._mistake] * 2
            + [self._replace_folder, self._template, self._settings]
        )
        try:
            while not self.is_over.wait(self.chance.random() * 2 * self.pause):
                step = self.chance.choice(steps)
                step(self.chance.choice(list(self.posts)))
                self.edits[step.__name__.strip("_")] += 1
                if self.chance.random() < 0.2:
                    self._write_note(self.chance.choice(list(self.notes)))
                    self.edits["note"] += 1
        except Exception as error:
            self.error = error

    def _text(self, number: int) -> str:
        body = "".join(f"Line {line} says mark-{self._count}-end.\n\n" for line in range(40))
        return post(f"Post {number} mark-{self._count}-end", "2026-02-03", body, slug=f"p-{number}", tags=["NATO"])

    def _note_of(self, source: Source, number: int | None) -> None:
        source.written.append((time.monotonic(), number))

    def _save(self, number: int) -> None:
        self._count += 1
        text = self._text(number)
        self._note_of(self.posts[number], self._count)
        write(self.root, {self.files[number]: text})

    def _save_aside(self, number: int) -> None:
        self._count += 1
        text = self._text(number)
        self._note_of(self.posts[number], self._count)
        self._exchange(self.files[number], text)

    def _exchange(self, name: str, text: str) -> None:
        """Writes a file beside another and puts it in its place."""
        path = self.root / name
        aside = path.with_name(f".{path.name}.tmp")
        write(self.root, {aside.relative_to(self.root).as_posix(): text})
        aside.replace(path)

    def _rename(self, number: int) -> None:
        """The address is that of the slug, so no page changes."""
        old = self.root / self.files[number]
        if old.exists():
            folder = self.chance.choice(("", "", "sub/"))
            self.files[number] = f"content/posts/{folder}p-{number}-{self.chance.randint(0, 9)}.md"
            (self.root / self.files[number]).parent.mkdir(exist_ok=True)
            old.rename(self.root / self.files[number])

    def _erase(self, number: int) -> None:
        self._note_of(self.posts[number], None)
        (self.root / self.files[number]).unlink(missing_ok=True)

    def _mistake(self, number: int) -> None:
        """A text that cannot be read, for a while: what was good before is shown."""
        if (self.root / self.files[number]).exists():
            self._note_of(self.broken, _BROKEN)
            write(self.root, {self.files[number]: "---\ntitle: [\n---\n"})
            time.sleep(0.3)
            self._save(number)
            self._note_of(self.broken, self._count)

    def _replace_folder(self, _: int) -> None:
        self._note_of(self.gone, None)
        replaced(self.root / "content/posts")
        self._note_of(self.gone, self._count)

    def _template(self, _: int) -> None:
        self._exchange("templates/base.html", _BASE.format(number=self._count))

    def _settings(self, _: int) -> None:
        path = self.root / "site.yaml"
        tagline = f'tagline: "Day {self._count}"'
        self._exchange(path.name, re.sub(r"^tagline: .*$", tagline, path.read_text(), flags=re.MULTILINE))

    def _write_note(self, number: int) -> None:
        """A static file, in place: it is empty for a moment."""
        self._count += 1
        self._note_of(self.empty, None)
        self._note_of(self.notes[number], self._count)
        write(self.root, {f"static/note-{number}.txt": f"note {self._count}\n" * 3000})
        self._note_of(self.empty, self._count)


@dataclass
class Seen:
    """What readers saw."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0


def read(address: str, editor: Editor, count: int, chance: random.Random, seen: Seen) -> None:
    """One reader on one kept connection."""
    with httpx.Client(base_url=address, timeout=60) as client:
        for _ in range(count):
            began = time.monotonic()
            kind = chance.random()
            number = chance.choice(list(editor.posts))
            target = f"/2026/02/p-{number}/"
            if kind < 0.2:
                target = chance.choice(_PAGES)
            elif kind < 0.3:
                target = chance.choice(_FEEDS)
            elif kind < 0.4:
                number = chance.choice(list(editor.notes))
                target = f"/note-{number}.txt"
            try:
                answer = client.get(target)
            except httpx.HTTPError as error:
                seen.wrong.append(f"{target}: {error!r}")
                continue
            ended = time.monotonic()
            seen.statuses[answer.status_code] += 1
            seen.slowest = max(seen.slowest, ended - began)
            source = editor.posts[number] if target.startswith("/2026/02/p-") else None
            source = editor.notes[number] if target.startswith("/note-") else source
            allowed = source.allowed(began, ended) if source else set()
            allowed |= editor.broken.allowed(began, ended) & {_BROKEN}
            moment = editor.empty if target.startswith("/note-") else editor.gone
            allowed |= moment.allowed(began, ended, _MOMENT) & {None}
            wrong = _wrong_with(target, answer, allowed)
            if wrong:
                seen.wrong.append(f"{target}: {answer.status_code} {wrong}: {answer.text[:300]!r}")


def _wrong_with(target: str, answer: httpx.Response, allowed: set[int | None]) -> str:
    """What is wrong with an answer; allowed are the numbers that it may show, None for no such page."""
    if answer.status_code == 404:
        if None not in allowed or target.startswith("/note-"):
            return "is missing"
        return "" if _is_whole(answer.text) else "is no whole error page"
    if answer.status_code == 503 and _BROKEN in allowed:  # it was edited, too, and nobody had asked for it before
        return "" if _is_whole(answer.text) else "is no whole error page"
    if answer.status_code != 200:
        return "has another status"
    if target in _FEEDS:
        ElementTree.fromstring(answer.content)
        return ""
    if target.startswith("/note-"):
        marks = [int(found) for found in _NOTE.findall(answer.content)]
        if not answer.content and None in allowed:  # so it was on the disk
            return ""
        if len(marks) != 3000:
            return f"has {len(marks)} lines"
    elif target.startswith("/2026/02/p-"):
        marks = [int(found) for found in _MARK.findall(answer.text.partition("<article")[2].partition("</article")[0])]
        if not _is_whole(answer.text) or len(marks) < 40:
            return f"is not whole, with {len(marks)} marks"
    else:
        return "" if _is_whole(answer.text) else "is not whole"
    if len(set(marks)) != 1:
        return f"is of more than one edit: {sorted(set(marks))}"
    return "" if marks[0] in allowed else f"shows {marks[0]}, allowed are {allowed}"


def _is_whole(text: str) -> bool:
    return text.count('id="site-gen-preview"') == 1 and text.endswith("</html>")


def settle(editor: Editor) -> None:
    """An end without deleted posts, and without what replaced folders left beside them."""
    editor.is_over.set()
    editor.join()
    for path in editor.root.glob("content/*.other"):
        shutil.rmtree(path)
