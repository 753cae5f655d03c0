"""Rebuilds the names that ship with site_gen from public lists and our own.

    python tools/gazetteer/build.py SOURCES

SOURCES is a folder with factbook_flat.json (CIA World Factbook, public domain), oryx_systems.tsv (Oryx, CC BY 4.0),
pydcs_units.tsv (unit designations) and listed_defence_aerospace_companies.tsv (facts). Our own lists, kept by hand, are
in tools/gazetteer/own/. Writes site_gen/ingesting/names/data/gazetteer.txt; the same input gives the same bytes.

A line of it: kind | iso3 | name | form | form ... where a form begins with ~ (adjective or people), @ (capital),
^ (seat of power), ? (counts only where the text bears it out) or - (named in passing), or is a full name.
"""

import json
import re
import sys
from pathlib import Path

OWN = Path(__file__).parent / "own"
# Surnames that are words, titles or other names in their own right.
COMMON_WORDS = frozenset("May Rice Brown Powell North III XIV Jr. Il Un Sung Jong in te wen moon Yi Koo Grant Cook".split())
TARGET = Path(__file__).parents[2] / "site_gen" / "ingesting" / "names" / "data" / "gazetteer.txt"


def main() -> None:
    sources = Path(sys.argv[1])
    lines = [*countries(sources), *people(sources), *own("organisations", "o"), *media(), *own("equipment", "e"), *own("places", "l"), *own("topics", "t")]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TARGET}: {len(lines)} names, {TARGET.stat().st_size} bytes")


def rows(name: str) -> list[list[str]]:
    path = OWN / f"{name}.tsv"
    if not path.exists():
        return []
    text = path.read_text("utf-8")
    return [line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def countries(sources: Path) -> list[str]:
    lines = []
    for iso3, name, others, demonyms, capitals, metonyms in rows("countries"):
        forms = [name, *listed(others)]
        forms += ["~" + form for form in listed(demonyms)]
        forms += ["@" + form for form in listed(capitals)]
        forms += ["^" + form for form in listed(metonyms)]
        lines.append("|".join(["c", iso3, name, *forms]))
    return lines


def own(name: str, kind: str) -> list[str]:
    """Rows `name | form, form ... | iso3`; a form with a leading `?` counts only where the text bears it out."""
    lines = []
    for row in rows(name):
        _name, forms, iso3 = (*row, "", "")[:3]
        spellings = listed(forms) if kind == "t" or "?" + _name in listed(forms) else [_name, *listed(forms)]
        lines.append("|".join([kind, iso3, _name, *dict.fromkeys(spellings)]))
    return lines


def media() -> list[str]:
    """Their forms are marked as names in passing."""
    return ["|".join(["o", "", row[0], *("-" + form for form in (row[0], *listed(row[1])))]) for row in rows("media")]


def people(sources: Path) -> list[str]:
    """Our own list, then the leaders of the Factbook that it lacks; each with its bare surname as a doubtful form."""
    names = {row[0]: listed(row[1]) for row in rows("people")}
    surnames = [name.split()[-1] for name in names]
    for name in leaders(sources):
        if name.split()[-1] not in surnames:
            names[name] = []
            surnames.append(name.split()[-1])
    lines = []
    for name, forms in names.items():
        surname = name.split()[-1]
        alone = surname not in forms and surnames.count(surname) == 1 and surname not in COMMON_WORDS
        lines.append("|".join(["p", "", name, *dict.fromkeys([name, *forms, *(["?" + surname] if alone else [])])]))
    return lines


def leaders(sources: Path) -> list[str]:
    """Heads of state and of government as "Abdelmadjid Tebboune"; those whose surname is not in capitals are left out."""
    found: dict[str, None] = {}
    for country in json.loads((sources / "factbook_flat.json").read_text("utf-8")):
        for office in ("head_of_government", "chief_of_state"):
            match = re.match(r"(?:Acting |Interim |Transition |Caretaker )?(?:President|Prime Minister|Chancellor) "
                             r"((?:[A-Z][a-zé'.-]+ ){1,3})((?:[a-z]+-)?[A-ZÉÖÜÇŞŠČŽÁÍÓ'-]{3,}) \(since", country[office])
            if match:
                surname = "-".join(part if part.islower() else part.capitalize() for part in match[2].split("-"))
                found.setdefault(match[1] + surname)
    return list(found)


def listed(field: str) -> list[str]:
    return [part.strip() for part in field.split(",") if part.strip()]


if __name__ == "__main__":
    main()
