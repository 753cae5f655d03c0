"""What an editor waits for in the preview: start, save, new seed, another template."""

import argparse
import datetime
import gc
import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPConnection, IncompleteRead
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.corpus import WHO, WORDS, prose
from bench.peers.hugo import Hugo
from site_gen.preview.background_check import BackgroundCheck
from site_gen.preview.preview_site import PreviewSite

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = "title: Bench\ntheme: broadsheet\nbase_url: https://example.org/\n"


def seed_text(number: int) -> str:
    """A seed unlike all others, newer than every post of the bench; each of its sentences holds its number."""
    pick = random.Random(number)
    first = (
        f"{pick.choice(WHO)} near P{number} saw trucks cross the river on Monday, the {pick.choice(WORDS)} board said."
    )
    day = datetime.date(2025, 1, 1) + datetime.timedelta(days=number % 400)
    rest = "\n\n".join(prose(pick).replace(".", f" near P{number}.") for _ in range(2))
    return f"Date: {day}\n\n{first}\n\n{rest}\n"


class Server:
    """A preview server in a process of its own."""

    process: "subprocess.Popen[bytes]"
    address: str
    started: float

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path) as answer:
            return str(answer.read().decode())

    def memory(self) -> int:
        """Resident memory in MB."""
        fields = Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000

    def stop(self) -> float:
        began = time.perf_counter()
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        return time.perf_counter() - began


class Running(Server):
    """Ours."""

    def __init__(self, site: Path) -> None:
        began = time.perf_counter()
        command = [sys.executable, "-m", "site_gen", "serve", "--root", str(site), "--port", "0", "--json"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
        assert self.process.stdout is not None
        self.address = json.loads(self.process.stdout.readline())["address"]
        self.get("")
        self.started = time.perf_counter() - began


class HugoServer(Server):
    """Hugo's, which builds into memory, with the site of the other bench."""

    def __init__(self, folder: Path, posts: Path) -> None:
        hugo = Hugo()
        if not hugo.installed():
            hugo.install()
        shutil.rmtree(folder, ignore_errors=True)
        site = hugo.site(folder, posts)
        for path in (site / "content/posts").glob("*.md"):
            if not path.name.startswith("story-"):  # from a seed of an earlier round; the bench's layouts want authors
                path.unlink()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        began = time.perf_counter()
        command = [
            hugo.program(),
            "server",
            "--quiet",
            "--source",
            str(site),
            "--bind",
            "127.0.0.1",
            "--port",
            str(port),
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{port}/"
        while True:
            try:
                self.get("")
                break
            except OSError:
                time.sleep(0.02)
        self.started = time.perf_counter() - began

    def get(self, path: str) -> str:
        """Where a page is rewritten while it is sent, its length is wrong: then it is not there yet."""
        try:
            return super().get(path)
        except IncompleteRead:
            return ""


def until(server: Server, path: str, words: str, patience: float = 30) -> float:
    """Seconds until a page says something."""
    began = time.perf_counter()
    while words not in server.get(path):
        if time.perf_counter() - began > patience:
            raise SystemExit(f"{path} never said {words}")
        time.sleep(0.005)
    return time.perf_counter() - began


def save(path: Path, text: str) -> None:
    """As editors save: beside it, then in its place."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text)
    beside.replace(path)


def rounds(count: int, one: Callable[[int], float]) -> str:
    times = []
    for number in range(count):
        times.append(one(number) * 1000)
        time.sleep(0.15)
    ordered = sorted(times)
    return f"{statistics.median(times):6.0f} ms median, {ordered[int(len(ordered) * 0.99) - 1]:6.0f} ms 99th of {count}"


def measure(server: Running, site: Path, count: int) -> None:
    post = site / "content/posts" / "story-005000.md"
    text = post.read_text()
    page = page_of(text)
    server.get(page)

    def body(number: int) -> float:
        save(post, f"{text}\nMarked {number} here.\n")
        return until(server, page, f"Marked {number} here")

    def title(number: int) -> float:
        save(post, text.replace('title: "', f'title: "No {number} of '))
        return until(server, page, f"No {number} of")

    known = sum(1 for _ in (site / "seeds").glob("new-*.txt"))  # of earlier runs in this folder

    def seed(number: int) -> float:
        number += known
        save(site / "seeds" / f"new-{number}.txt", seed_text(8000 + number))
        return until(server, "", f"P{8000 + number}")

    template = site / "templates/post.html"

    def templates(number: int) -> float:
        template.parent.mkdir(exist_ok=True)
        save(template, _post_template(number))
        return until(server, page, f"edited-{number}")

    (site / "seeds").mkdir(exist_ok=True)
    print("page, kept connection  ", kept(server, page), flush=True)
    print("text of a post saved   ", rounds(count, body), flush=True)
    print("title of a post saved  ", rounds(count // 2, title), flush=True)
    print("seed dropped           ", rounds(count // 4, seed), flush=True)
    print("template edited        ", rounds(count // 4, templates), flush=True)
    template.unlink()
    print("memory", server.memory(), "MB", flush=True)
    crowd(server, body, page)
    print("memory", server.memory(), "MB", flush=True)
    save(post, text)


def kept(server: Server, page: str, count: int = 200) -> str:
    """How long an unchanged page takes on one connection, as a browser asks for it."""
    where = urlsplit(server.address)
    connection = HTTPConnection(where.hostname or "", where.port)
    times = []
    for _ in range(count):
        began = time.perf_counter()
        connection.request("GET", f"/{page}")
        connection.getresponse().read()
        times.append((time.perf_counter() - began) * 1000)
    connection.close()
    return f"{statistics.median(times):6.2f} ms median, {sorted(times)[int(count * 0.99) - 1]:6.2f} ms 99th of {count}"


def _post_template(number: int) -> str:
    theme = ROOT / "themes/broadsheet/templates/post.html"
    text = theme.read_text()
    return text.replace("{% endblock %}", f'<p class="edited-{number}"></p>\n{{% endblock %}}')


def beside_hugo(server: Running, site: Path, folder: Path, count: int) -> None:
    """A text is saved for the one and then for the other; both serve the page that they make of it."""
    other = HugoServer(folder, site / "content/posts")
    print(f"Hugo: start to first page: {other.started:.2f} s", flush=True)
    posts = {server: site / "content/posts/story-005000.md", other: folder / "content/posts/story-005000.md"}
    text = posts[server].read_text()
    page = page_of(text)
    times: dict[Server, list[float]] = {server: [], other: []}
    try:
        for number in range(count):
            for one, path in posts.items():
                save(path, f"{text}\nBeside {number} marked.\n")
                times[one].append(until(one, page, f"Beside {number} marked"))
                time.sleep(0.5)
    finally:
        other.stop()
    save(posts[server], text)
    ours, theirs = (statistics.median(spent) * 1000 for spent in times.values())
    print(f"text of a post saved    {ours:.0f} ms, Hugo {theirs:.0f} ms: {theirs / ours:.0f} times, of {count} in turn")


def among_seeds(folder: Path, seeds: int, count: int) -> None:
    """A seed is dropped among many, whose posts are the site."""
    for number in range(seeds):
        path = folder / f"seeds/s{number:05}.txt"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(seed_text(number))
    (folder / "site.yaml").write_text(SETTINGS)
    server = Running(folder)
    time.sleep(2)
    known = sum(1 for _ in (folder / "seeds").glob("new-*.txt"))

    def seed(number: int) -> float:
        number += seeds + known
        now = datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat()
        _, _, rest = seed_text(number).partition("\n")
        save(folder / "seeds" / f"new-{number}.txt", f"Date: {now}\n{rest}")
        return until(server, "", f"P{number}")

    try:
        print(f"seed dropped, of {seeds} ", rounds(count, seed), flush=True)
    finally:
        server.stop()


def proving(site: Path) -> None:
    """Every page made for the mistakes in it, as the preview does while it is quiet."""
    preview_site = PreviewSite(site, "127.0.0.1:8000", lambda: datetime.datetime.now(datetime.UTC))
    preview_site.refresh(None)
    background_check = BackgroundCheck(preview_site)

    def check_all() -> float:
        began = time.perf_counter()
        background_check.restart()
        while not background_check.is_done:
            background_check.resume()
        return time.perf_counter() - began

    first = check_all()
    post = site / "content/posts/story-005000.md"
    text = post.read_text()
    save(post, text.replace('title: "', 'title: "Proof of '))
    preview_site.refresh(frozenset({"content/posts/story-005000.md"}))
    print(f"background check: all pages in {first:.1f} s, after a new title in {check_all():.2f} s")
    save(post, text)


def stages(site: Path, count: int) -> None:
    """What the processor does between a saved text and its page, by stages, without watching and serving."""
    preview_site = PreviewSite(site, "127.0.0.1:8000", lambda: datetime.datetime.now(datetime.UTC))
    gc.disable()  # as the rebuild loop does
    began = time.process_time()
    preview_site.refresh(None, None)
    print(f"processor, first refresh {time.process_time() - began:.1f} s, without workers")
    check = BackgroundCheck(preview_site)
    name = "content/posts/story-005000.md"
    text = (site / name).read_text()
    page = page_of(text) + "index.html"
    spent: dict[str, list[float]] = {}

    def timed(stage: str, done: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = done()
        spent.setdefault(stage, []).append((time.process_time() - began) * 1000)
        return result

    for number in range(count):
        save(site / name, f"{text}\nStage {number} here.\n")
        fresh = timed("which files differ", lambda: preview_site.unread(frozenset({name})))
        timed("refresh", lambda fresh=fresh: preview_site.refresh(fresh))  # type: ignore[misc]
        timed("background check begins", check.restart)
        shown = timed("page", lambda: preview_site.show(page))
        assert f"Stage {number} here".encode() in shown.data
    save(site / name, text)
    for stage, times in spent.items():
        print(f"processor, {stage:24} {statistics.median(times):8.1f} ms median of {count}", flush=True)


# Waits for words to come into the page, then for the frame after the one that paints them.
_PAINTED = """words => new Promise(done => {
  const look = () => document.body.innerText.includes(words)
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))) : setTimeout(look, 2);
  look(); })"""


def painted(server: Running, site: Path, count: int) -> None:
    """From the save to the changed pixels in Chromium."""
    from playwright.sync_api import sync_playwright

    post = site / "content/posts/story-005000.md"
    text = post.read_text()
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(server.address + page_of(text))
        time.sleep(1)

        def one(number: int) -> float:
            save(post, f"{text}\nPainted {number} now.\n")
            saved = time.time()
            return float(page.evaluate(_PAINTED, f"Painted {number} now")) / 1000 - saved

        print("text saved, painted    ", rounds(count, one), flush=True)
        browser.close()
    save(post, text)


def page_of(text: str) -> str:
    """The path of a post of the bench on its site."""
    slug = next(line.split()[1] for line in text.splitlines() if line.startswith("slug:"))
    date = next(line.split()[1] for line in text.splitlines() if line.startswith("date:"))
    return f"{date[:4]}/{date[5:7]}/{slug}/"


def crowd(server: Running, body: Callable[[int], float], page: str, clients: int = 50, asked: int = 200) -> None:
    """Many readers while an editor saves: none may get a wrong answer, or none at all."""
    wrong: list[str] = []

    def read() -> None:
        for number in range(asked):
            try:
                if "</html>" not in server.get(("", page, "tags/", "archive/")[number % 4]):
                    wrong.append("cut short")
            except OSError as error:
                wrong.append(str(error))

    readers = [threading.Thread(target=read) for _ in range(clients)]
    began = time.perf_counter()
    for reader in readers:
        reader.start()
    edits = 0
    while any(reader.is_alive() for reader in readers):
        body(1000 + edits)
        edits += 1
    spent = time.perf_counter() - began
    print(f"{clients * asked} requests by {clients} clients during {edits} edits in {spent:.1f} s: {len(wrong)} wrong")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="a folder for the site, or one made before")
    parser.add_argument("--posts", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--hugo", type=Path, metavar="FOLDER", help="a folder for Hugo's copy: measure in turn with it")
    parser.add_argument("--chromium", action="store_true", help="also until the pixels change in Chromium")
    parser.add_argument("--stages", action="store_true", help="only the processor time of the stages of a save")
    parser.add_argument("--seeds", type=Path, metavar="FOLDER", help="a folder for a site made of as many seeds")
    asked = parser.parse_args()
    site: Path = asked.site
    if not (site / "content/posts").is_dir():
        corpus = [sys.executable, str(ROOT / "bench/corpus.py"), str(asked.posts), str(site / "content/posts")]
        subprocess.run(corpus, check=True)
    (site / "site.yaml").write_text(SETTINGS)
    shutil.rmtree(site / ".site_gen", ignore_errors=True)
    if asked.stages:
        stages(site, asked.rounds)
        return
    for _ in range(2):
        server = Running(site)
        print(f"start to first page: {server.started:.2f} s")
        print(f"end: {server.stop():.2f} s")
    server = Running(site)
    print(f"start to first page: {server.started:.2f} s", flush=True)
    try:
        measure(server, site, asked.rounds)
        if asked.chromium:
            painted(server, site, asked.rounds // 2)
        if asked.hugo:
            beside_hugo(server, site, asked.hugo, max(asked.rounds // 4, 1))
    finally:
        print(f"end: {server.stop():.2f} s")
    proving(site)
    if asked.seeds:
        among_seeds(asked.seeds, asked.posts, max(asked.rounds // 2, 1))
