#!/usr/bin/env python3
"""Write N news posts as Markdown with YAML front matter: corpus.py N FOLDER [--rich] [--seed 7]

Plain posts are what a news desk writes: seven or eight paragraphs of prose, a quarter of them with a heading, one in
seven with a quotation, a link and bold words, one in twenty with a table and a list. Rich ones (--rich) are what a
developer's blog holds: every other block is a list, a table, code, a quotation or a paragraph full of links. 300 tags
with Zipf weights, up to five a post. The same number and seed give the same bytes.
"""

import argparse
import datetime
import pathlib
import random

WHO = (
    "The ministry", "The navy", "The air staff", "A parliamentary committee", "The shipyard", "The coast guard",
    "The procurement agency", "An allied headquarters", "The auditors", "The joint command", "Two brigades", "The crew",
)  # fmt: skip
DID = (
    "announced", "confirmed", "postponed", "reviewed", "defended", "described", "requested", "received", "tested",
    "approved",
)  # fmt: skip
WHAT = (
    "the delivery of patrol boats", "an upgrade of the radar chain", "a winter exercise on the coast",
    "the refit of three frigates", "a contract for artillery shells", "the new rules on export licences",
    "a trial of unmanned minesweepers", "the repair of an undersea cable", "the move of a fighter wing",
    "a stock of spare engines", "the training of reservists", "an inspection of the fuel depots",
)  # fmt: skip
THEN = (
    "after a year of delay", "at a cost that has doubled since the estimate", "while the old equipment stays in use",
    "with deliveries to begin next spring", "although the workforce is short of welders", "as the law requires",
    "before the budget goes to the chamber", "in spite of the weather", "and published the figures the same evening",
    "which neighbours had asked for", "under an agreement signed in the autumn", "without naming the supplier",
)  # fmt: skip
WORDS = (
    "hull", "range", "keel", "convoy", "ledger", "signal", "harbour", "stores", "depot", "battery", "section",
    "column", "crane", "pilot", "runway", "escort", "lane", "buoy", "anchor", "mast", "sonar", "beacon", "relay",
    "margin", "draft", "clause", "annex", "tender", "quota", "reserve", "crew", "watch", "bridge", "deck",
)  # fmt: skip


def sentence(pick: random.Random) -> str:
    return (
        f"{pick.choice(WHO)} {pick.choice(DID)} {pick.choice(WHAT)} {pick.choice(THEN)}, and the {pick.choice(WORDS)} "
        f"and the {pick.choice(WORDS)} of the {pick.choice(WORDS)} were counted again."
    )


def prose(pick: random.Random) -> str:
    return " ".join(sentence(pick) for _ in range(pick.randint(2, 4)))


def linked(pick: random.Random, number: int) -> str:
    return f"{sentence(pick)} See [the report](https://example.org/{number}) and **{pick.choice(WHAT)}**."


def table(pick: random.Random) -> str:
    rows = "\n".join(f"| {pick.choice(WORDS)} | {pick.randint(1, 900)} km |" for _ in range(4))
    return f"| System | Range |\n|---|---|\n{rows}"


def items(pick: random.Random) -> str:
    return "\n".join(f"- {pick.choice(WHAT)}" for _ in range(4))


def plain_body(pick: random.Random, number: int) -> list[str]:
    blocks = [prose(pick) for _ in range(pick.randint(6, 9))]
    roll = pick.random()
    if roll < 0.25:
        blocks.insert(3, "## " + pick.choice(WHAT).capitalize())
    if roll < 0.15:
        blocks.insert(2, "> " + sentence(pick))
        blocks[1] = linked(pick, number)
    if roll < 0.05:
        blocks += [table(pick), items(pick)]
    return blocks


def rich_body(pick: random.Random, number: int) -> list[str]:
    kinds = (
        lambda: "\n".join(f"{n}. *{pick.choice(WHAT)}*, see [{pick.choice(WORDS)}][ref{n}]" for n in range(1, 5)),
        lambda: "\n".join(f"- {sentence(pick)} `{pick.choice(WORDS)}`" for _ in range(3)),
        lambda: table(pick),
        lambda: f"```python\ndef {pick.choice(WORDS)}(hull):\n    return {pick.randint(1, 99)}\n\n\nprint(1 < 2)\n```",
        lambda: f"> {sentence(pick)}\n>\n> {sentence(pick)}",
        lambda: (
            f"{linked(pick, number)} And `{pick.choice(WORDS)}`, *{pick.choice(WORDS)}*, <https://example.org/>.[^1]"
        ),
        lambda: "### " + pick.choice(WHAT).capitalize(),
    )
    blocks = []
    for _ in range(pick.randint(5, 8)):
        blocks += [prose(pick), pick.choice(kinds)()]
    blocks += [f"[ref{n}]: https://example.org/ref/{n}" for n in range(1, 5)]
    return [*blocks, f"[^1]: {sentence(pick)}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rich", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    write(options.count, options.folder, options.rich, options.seed)


def write(count: int, folder: pathlib.Path, rich: bool = False, seed: int = 7) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pick = random.Random(seed)
    tags = [f"topic-{number:03d}" for number in range(300)]
    weights = [1 / (number + 1) for number in range(300)]
    first = datetime.datetime(2015, 1, 1, 8, tzinfo=datetime.UTC)
    for number in range(count):
        title = f"{pick.choice(WHO)} {pick.choice(DID)} {pick.choice(WHAT)} {number}"
        chosen = ", ".join(dict.fromkeys(pick.choices(tags, weights, k=5)))
        date = first + datetime.timedelta(minutes=number * 5_000_000 // count)
        blocks = rich_body(pick, number) if rich else plain_body(pick, number)
        matter = (
            f'---\ntitle: "{title}"\ndate: {date:%Y-%m-%dT%H:%M:%SZ}\nslug: story-{number:06d}\nauthors: [Staff]\n'
            f'summary: "{sentence(pick)[:140]}"\ntags: [{chosen}]\n---\n\n'
        )
        (folder / f"story-{number:06d}.md").write_text(matter + "\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
