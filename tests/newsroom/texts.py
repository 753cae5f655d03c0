"""The newsroom's posts: front matter and Markdown, each made from its number alone."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.newsroom.beats import (
    BACKGROUND,
    BEATS,
    LONG_HEADLINES,
    MONTHS,
    OTHER_SCRIPTS,
    PEOPLE,
    PLACES,
    SAID,
)
from tests.newsroom.pictures import Photograph

NEWEST = datetime(2026, 6, 1, 11, 40, tzinfo=UTC)
AUTHORS = ("Ann Okafor", "Ruairidh Mac an t-Saoir", "J. Drummond-Farquharson", "Li Wen", "Оксана Бондар")
THREADS = ("Frigate programme", "Cable cuts in the gulf")
TABLE = """| System | Radar | Range, km | Delivered | Price each |
|:---|:---|---:|---:|---:|
| AL-41F-1S | none | 1,250 | 2026-05-31 | €12,400,000 |
| S-350 Vityaz | 50N6A | 120 | 14 of 28 | $135,000,000 |
| Patriot PAC-3 MSE | AN/MPQ-65A(V)2 | 35 | 1,004 | $4,100,000 |
| CAMM-ER | Kronos Grand Mobile | 45 | 0 | £ unknown |
"""
FOOTNOTE = (
    "The ministry’s own count differs.[^count]\n\n[^count]: By {number}, according to a written answer of {month}."
)
CODE = '```json\n{{"track": {number}, "class": "surface", "heading": 271.5, "source": "AIS"}}\n```\n'
LIST = "- {number} crews trained\n- a second battery in {month}\n  - without its radar\n- no word of spares\n"
QUOTATION = "> Nobody asked the engineers. When somebody did, in {month}, {number} months had gone.\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """One post on its way: its number chooses everything in it."""

    number: int
    chance: random.Random
    place: str

    def fill(self, words: str) -> str:
        """The sentence with its place, number, month and speaker."""
        who = self.chance.choice(PEOPLE)
        return words.format(
            place=self.place,
            number=self.chance.randint(3, 96),
            month=self.chance.choice(MONTHS),
            who=who,
            who_start=who[0].upper() + who[1:],
        )


def post(number: int, photographs: Sequence[Photograph], articles: Sequence[str] = ()) -> str:
    """The whole post; `articles` are texts that stand in for a third of those written here."""
    chance = random.Random(number)
    draft = Draft(number, chance, chance.choice(PLACES))
    beat = BEATS[number % len(BEATS)]
    headline = draft.fill(f"{chance.choice(beat.actors)} {chance.choice(beat.acts)}")
    matter: dict[str, object] = {"title": headline, "date": _date(number), "tags": list(beat.tags)}
    if number % 57 == 20:
        matter["title"] = LONG_HEADLINES[number // 57 % len(LONG_HEADLINES)]
    if number % 31 == 13:
        matter["title"], tag = OTHER_SCRIPTS[number // 31 % len(OTHER_SCRIPTS)]
        matter["tags"] = [*beat.tags, tag]
    if number % 5:
        matter["summary"] = f"{draft.fill(chance.choice(BACKGROUND)).split('. ')[0].rstrip('.')}."
    if number % 3 != 1:
        matter["authors"] = [AUTHORS[number % 5]] if number % 7 else [AUTHORS[number % 5], AUTHORS[(number + 2) % 5]]
    matter["type"] = {4: "analysis", 9: "opinion", 15: "background"}.get(number % 17, "news")
    if number % 19 == 6:
        matter["tags"] = [*beat.tags, f"Exercise {draft.place} {number}"]
    if number in (5, 6, 40):
        matter["corrections"] = [
            {"date": "2026-06-01T09:30:00+00:00", "text": "An earlier version named the wrong yard."},
        ]
    if number in (12, 13, 14, 15, 16, 30, 31, 50, 77) or number in (3, 8, 21, 60):
        matter["thread"] = THREADS[number in (3, 8, 21, 60)]
    if number % 13 == 0 and photographs:
        matter["image"] = photographs[number // 13 % len(photographs)].matter("Crown copyright")
    body = _body(draft, beat.details, photographs, articles)
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in matter.items())
    return f"---\n{lines}---\n\n{body}\n"


def _date(number: int) -> str:
    """Four posts a day at first and fewer later, as in a newsroom that has been growing."""
    hours = number * 3.1 if number < 120 else 372 + (number - 120) * 29.3
    return (NEWEST - timedelta(hours=hours)).isoformat()


def _body(draft: Draft, details: Sequence[str], photographs: Sequence[Photograph], articles: Sequence[str]) -> str:
    """Paragraphs, with a table, a gallery, a note, code, a list or a quotation in some posts."""
    number, chance = draft.number, draft.chance
    if articles and number % 3 == 2:
        return articles[number % len(articles)]
    pool = [*details, *chance.sample(BACKGROUND, 4), *chance.sample(SAID, 3)]
    chance.shuffle(pool)
    sentences = [draft.fill(words) for words in pool * (3 if number % 11 == 0 else 1)]
    parts = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    if number % 9 == 2:
        parts.insert(2, "## What was ordered\n\n" + TABLE)
    if number % 23 == 7 and len(photographs) > 2:
        parts.insert(1, " ".join(picture.markdown for picture in photographs[:3]))
    if number % 14 == 3:
        parts.append(draft.fill(FOOTNOTE))
    if number % 29 == 11:
        parts.insert(2, "### The message\n\n" + draft.fill(CODE))
    if number % 8 == 4:
        parts.insert(2, draft.fill(LIST))
    if number % 12 == 8:
        parts.insert(1, draft.fill(QUOTATION))
    if number % 97 == 50:
        parts.insert(1, " ".join(draft.fill(words) for words in (*BACKGROUND, *SAID)))
    return "\n\n".join(parts)
