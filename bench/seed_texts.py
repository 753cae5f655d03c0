"""Seeds in the forms that reach a desk, about 450 words each. The same number of them gives the same texts."""

import random
from collections.abc import Callable, Iterator

from bench import corpus


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PLACES = _list("Ukraine Poland Norway Finland Turkey Japan France Germany Estonia Romania Sweden Canada Egypt India")
CITIES = _list("Oslo Warsaw Tallinn Tokyo Paris Ottawa Helsinki Cairo Bucharest Stockholm")
FIRST = _list("Anna Boris Carla David Elena Frank Greta Henrik Irina James Karin Lars Maria Nils Olga Peter")
LAST = _list("Berg Castellan Dahl Ferrer Gruber Holm Ivanova Jansen Koval Lindqvist Marek Novak Olsen Petrov")
SYSTEMS = (
    "F-35A", "Leopard 2A6", "HIMARS", "T-72B3", "S-400", "Type 26", "P-8A Poseidon", "Patriot", "CV90", "NASAMS",
)  # fmt: skip
DAYS = _list("Monday Tuesday Wednesday Thursday Friday")
MONTHS = _list("January February March April May June July August September October November December")
TAILS: tuple[list[str], ...] = (
    [],
    ["Discover more from The Quay", "Subscribe to get the latest posts sent to your email."],
    ["Share this:", "Click to share on Facebook (Opens in new window)", "Like this:", "Like Loading..."],
    ["(Reporting by the wire desk; editing by the night desk)"],
)
_LENGTH = 380
"""Words of the story from which it gets no further paragraph."""

Random = random.Random


def _name(pick: Random) -> str:
    return f"{pick.choice(FIRST)} {pick.choice(LAST)}"


def _day(pick: Random) -> str:
    return f"{pick.randint(1, 28)} {pick.choice(MONTHS)} 2025"


def _lead(pick: Random, place: str) -> str:
    """What happened, in one sentence; every second one is as long as those of agencies, which have to be pruned."""
    what = f"{pick.choice(corpus.WHO)} of {place} {pick.choice(corpus.DID)} {pick.choice(corpus.WHAT)}"
    if pick.random() < 0.5:
        return f"{what} {pick.choice(corpus.THEN)}."
    day = pick.choice(DAYS)
    return (
        f"{what} on {day} {pick.choice(corpus.THEN)}, Defence Minister {_name(pick)} said, adding that "
        f"{pick.randint(2, 90)} {pick.choice(SYSTEMS)} would follow, which {pick.choice(PLACES)} had asked for."
    )


def _paragraphs(pick: Random, length: int = _LENGTH) -> list[str]:
    """A lead, what a minister said, and paragraphs with names and systems up to a number of words."""
    paragraphs = [_lead(pick, pick.choice(PLACES))]
    paragraphs.append(
        f"Defence Minister {_name(pick)} said the {pick.choice(SYSTEMS)} would be delivered to {pick.choice(PLACES)} "
        f"in {pick.randint(2, 30)} months."
    )
    while sum(len(paragraph.split()) for paragraph in paragraphs) < length:
        paragraphs.append(_further(pick))
    return paragraphs


def _further(pick: Random) -> str:
    extra = f" {pick.choice(PLACES)} and {pick.choice(PLACES)} were told of the {pick.choice(SYSTEMS)}."
    return corpus.prose(pick) + extra


def _headline(pick: Random) -> str:
    return f"{pick.choice(PLACES)} and {pick.choice(PLACES)} agree on {pick.choice(corpus.WHAT)}"


def wire(pick: Random) -> str:
    """Plain copy: a dateline now and then, paragraphs, a tail of boilerplate."""
    paragraphs = _paragraphs(pick)
    if pick.random() < 0.5:
        paragraphs[0] = f"{pick.choice(CITIES).upper()} (March {pick.randint(1, 28)}, 2026) - {paragraphs[0]}"
    return "\n".join([*paragraphs, *pick.choice(TAILS)])


def headed(pick: Random) -> str:
    """A headline, a byline and a line with the date above the story."""
    head = [_headline(pick), f"By {_name(pick)}", f"Published: {_day(pick)}, 09:{pick.randint(10, 59)}"]
    return "\n\n".join([*head, *_paragraphs(pick)])


def release(pick: Random) -> str:
    """A press release with contacts and "About ..."."""
    paragraphs = _paragraphs(pick, 330)
    city, firm = pick.choice(CITIES), f"{pick.choice(LAST)} Marine"
    paragraphs[0] = f"{city.upper()}, {_day(pick)} - {paragraphs[0]}"
    tail = [
        "###",
        f"About {firm}",
        f"{firm} builds and repairs ships at its yard in {city} and has 400 employees.",
        "Media contact:",
        _name(pick),
        f"press@{firm.split(maxsplit=1)[0].lower()}.example",
        f"+47 22 {pick.randint(10, 99)} {pick.randint(10, 99)} {pick.randint(10, 99)}",
    ]
    return "\n\n".join(["FOR IMMEDIATE RELEASE", _headline(pick), *paragraphs]) + "\n\n" + "\n".join(tail)


def mail(pick: Random) -> str:
    """A text that was sent by mail."""
    sender = _name(pick)
    head = [
        f"From: {sender} <{sender.split(maxsplit=1)[0].lower()}@desk.example>",
        "To: newsdesk@quay.example",
        f"Date: Tue, {pick.randint(1, 28)} Mar 2025 14:{pick.randint(10, 59)}:00 +0100",
        f"Subject: {_headline(pick)}",
    ]
    return "\n".join(head) + "\n\n" + "\n\n".join(_paragraphs(pick))


def markdown(pick: Random) -> str:
    """A story with the marks of Markdown: headings, a list, a quotation, links."""
    paragraphs = _paragraphs(pick, 330)
    paragraphs[2] += (
        f" See [the report](https://example.org/{pick.randint(1, 999)}) and **{pick.choice(corpus.WHAT)}**."
    )
    paragraphs.insert(3, f"## {pick.choice(corpus.WHAT).capitalize()}")
    paragraphs.insert(5, corpus.items(pick))
    paragraphs.insert(6, f"> {corpus.sentence(pick)}")
    return f"# {_headline(pick)}\n\n" + "\n\n".join(paragraphs)


def html(pick: Random) -> str:
    """A page as a browser saves it."""
    title, paragraphs = _headline(pick), _paragraphs(pick)
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Home", "News", "Contact"))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} - The Quay</title>\n'
        f"<style>p {{ margin: 0 }}</style><script>var a = 1 < 2;</script></head>\n<body><nav><ul>{menu}</ul></nav>\n"
        f"<article><h1>{title}</h1>\n{body}\n<h2>Background</h2>\n<p>{corpus.prose(pick)}</p></article>\n"
        "<footer><p>Copyright The Quay</p></footer></body></html>"
    )


def pdf(pick: Random) -> str:
    """What comes out of a PDF: short lines, words parted at their ends, page numbers, running heads."""
    lines = [line for paragraph in _paragraphs(pick) for line in (*_broken(paragraph), "")]
    pages = [lines[at : at + 28] for at in range(0, len(lines), 28)]
    head = f"Naval Review {pick.randint(2, 40)}"
    return "\n".join(line for number, page in enumerate(pages, 1) for line in (head, *page, f"Page {number} of 9"))


def _broken(paragraph: str) -> Iterator[str]:
    """Lines of about 70 characters; long words are parted at the ends of some."""
    line = ""
    for word in paragraph.split():
        if len(line) + len(word) > 70:
            parted = len(word) > 8 and word.isalpha() and len(line) < 66
            yield f"{line} {word[:4]}-" if parted else line
            line = word[4:] if parted else word
        else:
            line = f"{line} {word}".strip()
    yield line


def live(pick: Random) -> str:
    """A live blog: entries with their times, the newest first."""
    entries = []
    for hour in range(18, 8, -1):
        entries += [f"{hour}:{pick.randint(10, 59)} GMT", f"{_lead(pick, pick.choice(PLACES))} {corpus.sentence(pick)}"]
    return f"{_headline(pick)}\n\n" + "\n\n".join(entries)


def interview(pick: Random) -> str:
    """Questions and answers after an introduction."""
    turns = [f"{_lead(pick, pick.choice(PLACES))} {_name(pick)}, who led the inspection, explains what comes next."]
    while sum(len(turn.split()) for turn in turns) < _LENGTH:
        turns.append(f"Q: What does {pick.choice(PLACES)} expect of {pick.choice(corpus.WHAT)}?")
        turns.append(f"A: {corpus.prose(pick)} We were told of the {pick.choice(SYSTEMS)}.")
    return "\n\n".join(turns)


def telegram(pick: Random) -> str:
    """Posts of a channel with its handle and footer."""
    paragraphs = _paragraphs(pick)
    paragraphs[0] = f"⚡️ {paragraphs[0]}"
    name = pick.choice(LAST)
    return "\n\n".join([f"{name} Channel", *paragraphs, f"Subscribe: @{name.lower()}_channel", "👁 12.4K views"])


FORMS: dict[str, Callable[[Random], str]] = {
    "wire": wire,
    "headed": headed,
    "release": release,
    "mail": mail,
    "markdown": markdown,
    "html": html,
    "pdf": pdf,
    "live": live,
    "interview": interview,
    "telegram": telegram,
}


def seeds(count: int, names: tuple[str, ...] = tuple(FORMS)) -> Iterator[tuple[str, str]]:
    """File names and texts; the forms take turns."""
    pick = random.Random(11)
    for number in range(count):
        name = names[number % len(names)]
        yield f"{number:06d}-{name}.txt", FORMS[name](pick) + "\n"


def short_seeds(count: int) -> Iterator[tuple[str, str]]:
    """File names and texts of a hundred words that are given title and date, no two of them with a phrase in common.

    An ingest of very many takes minutes, and its main process keeps as much of each as of a long one, or more: phrases
    that no other text has are the most that there is to be known of copies.
    """
    pick = random.Random(12)
    for number in range(count):
        words = ["".join(pick.choices("abdefgiklmnoprstuv", k=pick.randint(3, 9))) for _ in range(100)]
        story = " ".join(f"{' '.join(words[at : at + 20]).capitalize()}." for at in range(0, len(words), 20))
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield f"{number:06d}-short.txt", f"Title: {words[0].capitalize()} {words[1]} {number}\nDate: {day}\n\n{story}\n"
