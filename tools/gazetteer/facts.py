"""Rebuilds what site_gen knows of countries, organisations and systems.

    python tools/gazetteer/facts.py SOURCES

SOURCES is a folder with factbook_flat.json (CIA World Factbook, public domain); own/systems.tsv and own/alliances.tsv
are kept by hand. Writes site_gen/indexing/data/facts.txt; the same input gives the same bytes.

A line of it: kind | iso3 | names, comma between | fact | fact ... in the order of the line `kind` at the head, empty
where nothing is known.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from build import factbook, listed, rows

TARGET = Path(__file__).parents[2] / "site_gen" / "indexing" / "data" / "facts.txt"
HEAD = (
    "#country|Capital|Armed forces|Member of",
    "#organisation|Type|Founded|Headquarters|Members",
    "#equipment|Type|Made in|In service since",
)
# Memberships that bear on defence and security, as the Factbook writes them and as we do.
GROUPS = {
    "NATO": "NATO", "EU": "European Union", "CSTO": "CSTO", "SCO": "SCO", "OSCE": "OSCE", "G-7": "G7", "G-20": "G20",
    "BRICS": "BRICS", "UN Security Council (permanent)": "UN Security Council (permanent)",
    "UNSC (permanent)": "UN Security Council (permanent)", "ASEAN": "ASEAN", "AU": "African Union",
    "LAS": "Arab League",
    "GCC": "Gulf Cooperation Council", "ECOWAS": "ECOWAS", "OAS": "Organization of American States", "CIS": "CIS",
    "OPEC": "OPEC", "C": "Commonwealth", "Quad": "Quad", "ANZUS": "ANZUS",
}  # fmt: skip
# Where the services of another ministry begin.
OTHER_MINISTRY = re.compile(
    r" (?:(?:the )?(?:Ministry|Ministries|Federal|Department|Office|Directorate|State|Presidency|Other|Internal"
    r"|Interior|Independent|Prime Minister|President|General|Security|National|Royal|Public|Paramilitary|Civil)"
    r"\b[^,;:]*:.*)$"
)
LONGEST = 240
# States that are no more, and parts of states: nothing of the present is told of them.
PAST_OR_PART = frozenset(
    ("Soviet Union", "USSR", "U.S.S.R.", "West Germany", "East Germany", "German Democratic Republic", "England",
     "Scotland", "Wales", "Northern Ireland")
)  # fmt: skip
# What the rules below do not read rightly.
BRANCHES = {
    "China": "Ground Forces, Navy, Air Force, Rocket Force, Aerospace Force, Cyberspace Force, Information Support "
    "Force, Joint Logistics Support Force",
    "Iran": "Regular forces (Artesh): Ground Forces, Navy, Air Force, Air Defence; Islamic Revolutionary Guard Corps",
    "Iceland": "No standing army; a Coast Guard",
}
LEFT = {("United Kingdom", "European Union")}  # the Factbook still lists the membership


def main() -> None:
    sources = Path(sys.argv[1])
    lines = [*HEAD, *countries(sources), *own("alliances", "organisation"), *own("systems", "equipment")]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TARGET.name}: {len(lines)} lines, {TARGET.stat().st_size} bytes")


def countries(sources: Path) -> Iterator[str]:
    known = {fact["name"]: fact for fact in factbook(sources)}
    for iso3, name, others, _, capitals, _ in rows("countries"):
        names = (name, *listed(others))
        fact = next((known[one] for one in names if one in known), None)
        forces = BRANCHES.get(name) or (branches(fact["military_forces"]) if fact else "")
        member = ", ".join(one for one in groups(fact["memberships"]) if (name, one) not in LEFT) if fact else ""
        names = tuple(one for one in names if one not in PAST_OR_PART)
        capital = (listed(capitals) or [""])[0]
        yield "|".join(["country", iso3, ",".join(names), capital, forces, member]).replace("’", "'")


def branches(text: str) -> str:
    """The services of the armed forces, less what the Factbook says in brackets or of other ministries."""
    text = re.sub(r"\s*\([^()]*\)", "", re.sub(r"\s*\([^()]*\([^()]*\)[^()]*\)", "", text))
    if re.match(r"no (?:regular|armed|military)|none|defense is", text):
        return "No regular forces"
    _, colon, after = text.partition(":")
    text = OTHER_MINISTRY.sub("", after if colon else text)
    text = re.split(r",? (?:the )?(?:Ministry|Ministries|Department|Office) of ", text)[0]
    text = re.split(r"[;:]| note ", text)[0].strip(" ,.")
    parts = [part.strip() for part in text.split(",") if part.strip()]
    while len(", ".join(parts)) > LONGEST:
        parts.pop()
    return ", ".join(parts) if all(len(part) < 70 for part in parts) else ""


def groups(text: str) -> list[str]:
    """Memberships in the order of `GROUPS`; an observer or a partner is none."""
    member = set(listed(text))
    return list(dict.fromkeys(ours for theirs, ours in GROUPS.items() if theirs in member))


def own(name: str, kind: str) -> Iterator[str]:
    for canonical, *facts in rows(name):
        yield "|".join([kind, "", canonical, *facts])


if __name__ == "__main__":
    main()
