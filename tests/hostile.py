"""A site whose every word wants to break a page: `python -m tests.hostile DIR` writes it, for judges and for tests.

Headlines, tags, authors, summaries, corrections and picture texts hold quotes, signs of HTML and of JSON, emoji,
right-to-left text, words without an end and characters that XML forbids.
"""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support import png, write

NEWEST = datetime(2026, 6, 1, 12, tzinfo=UTC)
LONG = "counterintelligence" * 16
WORDS = (
    "The \"frigate\" 'Löwe' & its <5> crew",
    "</title></script><script>alert(1)</script> in the dock",
    "עברית: הצי יוצא לים & back again",
    "البحرية تبحر شمالا “quoted”",
    "🚢🚢🚢 three ships 👩🏽‍✈️ and a flag 🇪🇪",
    LONG,
    "A \u202etxt.exe\u202c turned round",
    "Zero\u200bwidth and so\u00adft and \ufeffmark",
    "{{ 7 * 7 }} {% raw %} ${x} `code` **bold** [link](javascript:alert(1))",
    "&amp; &lt;b&gt; &#x41; && <!-- --> ]]> <![CDATA[",
    "100 % of /slashes\\ and #hashes? yes=no&more",
    "Ａ full-width line — with dashes … and “quotes”",
    "1 < 2 > 0",
)
TAGS = ('R&D "labs"', "Łódź <5>", "צי", "🚢", "C++/CLI 100%", "O'Brien's", "NATO", LONG[:58])
AUTHORS = ('Ann "Q" O\'Neil', "<b>Bo</b> & Co", "דוד לוי", "Ж. Ђорђевић 🚢")
SETTINGS = {
    "title": 'The "Desk" & <Co>',
    "tagline": "What's <new> & 'quoted'",
    "base_url": "https://hostile.example.org/",
    "language": "en-GB",
    "timezone": "Europe/London",
    "theme": "broadsheet",
    "authors": [AUTHORS[0]],
    "publisher": {"name": 'The "Desk" & <Co>', "email": "desk@hostile.example.org"},
    "page_size": 12,
    "images": {"credit": "optional"},
    "menu": [
        {"title": "NATO & <allies>", "url": "/tags/nato/", "children": [{"title": "'A' \"B\" <5>", "url": "/tags/"}]}
    ],
}
BODY = """{word} went on.

## {heading}

> {word}

| {cell} | b |
|:---|---:|
| 1 & 2 | <5> |

![{alt}](/chart.png)

```
{word} <b> & "x" {long}
```

#### Skipped level

- item {long}

A note[^1] and https://example.com/{long}?a=1&b=2

[^1]: The note <i>of</i> {word}.
"""


def plain(text: str) -> str:
    """The text without signs that end a table's cell or a picture's text in Markdown."""
    return "".join(" " if sign in "|[]`\n" else sign for sign in text)


def hostile_post(number: int) -> str:
    """One post; its number chooses which of the words stand where."""
    word, next_word = WORDS[number % len(WORDS)], WORDS[(number + 3) % len(WORDS)]
    date = NEWEST - timedelta(hours=7 * number)
    front: dict[str, object] = {
        "title": f"{word} ({number})",
        "date": date.isoformat(),
        "summary": f"{next_word} & “more” <5>",
        "tags": [TAGS[number % len(TAGS)], TAGS[(number + 1) % len(TAGS)], "NATO"],
        "authors": [AUTHORS[number % len(AUTHORS)], AUTHORS[(number + 1) % len(AUTHORS)]],
    }
    if number % 3 == 0:
        front["image"] = {"src": "/chart.png", "alt": plain(f"Picture: {word}"), "credit": next_word}
    if number % 4 == 0:
        front["corrections"] = [{"date": date.isoformat(), "text": f"It said {word}; it is {next_word}."}]
    if number % 5 == 0:
        front["source"] = {"name": next_word, "url": "https://example.com/?a=1&b=5"}
    body = BODY.format(word=plain(word), heading=plain(next_word), cell=plain(word), alt=plain(next_word), long=LONG)
    rows = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{rows}---\n\n{body}"


def write_hostile(root: Path, posts: int = 45) -> Path:
    """The whole site below a folder, and that folder."""
    settings = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in SETTINGS.items())
    write(root, {"site.yaml": settings, "static/chart.png": png(1280, 720)})
    return write(root, {f"content/posts/report-{number:02d}.md": hostile_post(number) for number in range(posts)})


if __name__ == "__main__":
    write_hostile(Path(sys.argv[1]))
