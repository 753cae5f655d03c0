"""Every word of the interface is a string: where all strings are in one letter, no page says anything else.

The content is in Greek, a language of which the program has dates and no strings, and i18n/el.yaml says each string
with its letters replaced. What is left in Latin letters is a word that is written in a template or in the code.
"""

import html
import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from site_gen.text.language.catalog import known_messages
from tests.support import png, write

NOON = datetime(2026, 6, 12, 12, tzinfo=UTC)
BODY = "Το κείμενο της είδησης είναι εδώ και λέει τι έγινε. " * 8
# Names that are the same in every language: formats, services, files, zones, the site's own addresses and settings.
ALIKE = re.compile(
    r"https?://\S+|[\w.-]+@[\w.-]+|(?:feed|atom)\.(?:xml|json)|site\.yaml|search: pagefind|\bRSS\b|\bAtom\b"
    r"|\bJSON Feed\b|\bUTC\b|\bBluesky\b|\bMastodon\b|\bJavaScript\b|\b[RSP]\d+\b|\[\^?\w+\]"
)
SHOWN = ("aria-label", "title", "alt", "placeholder", "value", "data-failed")
META = {"description", "og:title", "og:description", "og:site_name", "og:image:alt", "article:section", "author"}
META |= {"twitter:title", "twitter:description", "twitter:image:alt"}
OF_DATA = (
    "name",
    "headline",
    "description",
    "articleSection",
    "keywords",
    "caption",
    "articleBody",
    "text",
    "dateline",
)


def pseudo(message: str) -> str:
    """A string whose letters are all ψ, with its places."""
    return "".join(
        part if part.startswith("%(") else re.sub("[A-Za-z]", "ψ", part) for part in re.split(r"(%\(\w+\)s)", message)
    )


def strings() -> str:
    lines = []
    for message, is_counted in known_messages().items():
        said = json.dumps(pseudo(message), ensure_ascii=False)
        lines.append(f"{json.dumps(message)}: " + (f"{{one: {said}, other: {said}}}" if is_counted else said))
    return "\n".join(lines) + "\n"


def post(number: int, **front: object) -> str:
    matter = {"title": f"Είδηση {number}", "date": f"2026-0{1 + number % 6}-{10 + number % 15} 09:05", **front}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in matter.items()]
    return "\n".join(("---", *lines, "---", BODY, ""))


def content() -> dict[str, str | bytes]:
    tags = ["Ελλάδα", "Άμυνα", "Οργανισμός", "Όπλο", "Πόλη", "Άνθρωπος"]
    table = f"\n\n| {'Α' * 30} | Β |\n|---|---|\n| 1 | 2 |\n\n| {'Γ' * 30} | Δ |\n|---|---|\n| 1 | 2 |\n"
    corrections = [{"date": "2026-05-02", "text": "Λάθος αριθμός."}, {"date": "2026-05-03", "text": "Άλλο λάθος."}]
    picture = {"src": "/p.png", "alt": "Πλοίο", "credit": "Ναύτης"}
    files: dict[str, str | bytes] = {f"content/posts/s{n}.md": post(n, tags=tags[: 1 + n % 6]) for n in range(45)}
    files["content/posts/a.md"] = post(
        5, type="analysis", slug="a", thread="Ιστορία", corrections=corrections[:1], image=picture, tags=tags,
        authors=["Άννα", "Βάσω", "Γιώργος"], updated="2026-06-11 10:00", dateline="Αθήνα", source={"name": "Πηγή"},
    ).replace("\n---\nΤο", "\n---\nΤο") + table + "\nΣημείωση[^1].\n\n[^1]: Σημείωση.\n"  # fmt: skip
    files["content/posts/b.md"] = post(
        4, type="opinion", slug="b", thread="Ιστορία", corrections=corrections, aliases=["/π/"]
    )
    files["content/posts/c.md"] = post(3, type="background", slug="c", thread="Ιστορία", tags=tags)
    files["content/pages/about.md"] = "---\ntitle: Ποιοι είμαστε\nupdated: 2026-01-02\n---\nΕμείς.\n"
    files["static/p.png"] = png()
    return files


SETTINGS = """\
title: Εφημερίδα
tagline: Νέα της άμυνας
base_url: https://news.test/
language: el
timezone: UTC
theme: {theme}
publisher: {{name: Εκδότης, email: desk@news.test}}
search: {search}
sections: [Άμυνα]
page_size: 20
plain: {{llms: true, markdown: true}}
tags:
  Ελλάδα: {{kind: country}}
  Οργανισμός: {{kind: organisation}}
  Όπλο: {{kind: equipment}}
  Πόλη: {{kind: place}}
  Άνθρωπος: {{kind: person}}
"""


class Words(HTMLParser):
    """What a page says: its texts, and the attributes and metadata that people or programs read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._open.append("json" if given.get("type") == "application/ld+json" else tag)
        self.said += [given[name] for name in SHOWN if name in given and not (name == "value" and tag == "data")]
        if "data-found" in given:
            self.said += [form.replace("%(num)s", "") for form in json.loads(given["data-found"]).values()]
        if tag == "meta" and (given.get("name") in META or given.get("property") in META):
            self.said.append(given.get("content", ""))
        if tag in ("meta", "link", "input", "img", "source", "hr", "br", "path", "rect"):
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "json":
            self.said += of_data(json.loads(data))
        elif not self._open or self._open[-1] not in ("script", "style"):
            self.said.append(data)


def of_data(value: object, name: str = "") -> list[str]:
    """The texts of structured data that name or describe something."""
    if isinstance(value, dict):
        return [text for key, part in value.items() for text in of_data(part, key)]
    if isinstance(value, list):
        return [text for part in value for text in of_data(part, name)]
    return [value] if isinstance(value, str) and name in OF_DATA else []


def left_over(texts: list[str]) -> list[str]:
    """Words in Latin letters, but for those that are the same everywhere."""
    bare = (ALIKE.sub("", html.unescape(re.sub("<[^<>]*>", " ", text))) for text in texts)
    return [word for text in bare for word in re.findall(r"[A-Za-z]{2,}(?: [A-Za-z]+)*", text)]


@pytest.fixture(scope="module", params=["broadsheet", "plain", "wire"])
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(request.param)
    settings = SETTINGS.format(theme=request.param, search="pagefind" if request.param == "broadsheet" else "browse")
    write(root, {"site.yaml": settings, "i18n/el.yaml": strings(), **content()})
    done = build(root, BuildOptions(as_of=NOON, jobs=1))
    assert [one for one in done.notices if "string" in one.what] == []
    return root / "output"


def test_no_page_says_a_word_that_is_no_string(output: Path) -> None:
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 60
    found = {str(page.relative_to(output)): left_over(Words(page.read_text()).said) for page in pages}
    assert {page: words for page, words in found.items() if words} == {}


def test_neither_does_a_feed_or_a_file_for_programs(output: Path) -> None:
    said = re.compile(r"<(?:title|description|subtitle|summary|content|content:encoded)\b[^>]*>([^<]*)<")
    for path in ("feed.xml", "atom.xml", "corrections/feed.xml", "corrections/atom.xml"):
        texts = said.findall((output / path).read_text())
        assert texts and left_over([html.unescape(html.unescape(text)) for text in texts]) == [], path
    guide = re.sub(r"\]\([^)]*\)", "]", (output / "llms.txt").read_text())
    assert left_over([guide]) == []
    feed = json.loads((output / "corrections/feed.json").read_text())
    assert left_over([feed["title"], feed["description"], *(item["title"] for item in feed["items"])]) == []


def test_what_a_template_writes_itself_is_found() -> None:
    page = '<html><body><h1>ψψψ</h1><a title="Read more" href="/x/">ψ</a><p>Text RSS</p></body></html>'
    assert left_over(Words(page).said) == ["Read more", "Text"]
