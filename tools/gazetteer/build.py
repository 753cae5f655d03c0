"""Rebuilds the names that ship with site_gen from public lists and our own.

    python tools/gazetteer/build.py SOURCES

SOURCES is a folder with factbook_flat.json (CIA World Factbook, public domain), oryx_systems.tsv (Oryx, CC BY 4.0) and
listed_defence_aerospace_companies.tsv (facts). Our own lists, kept by hand, are in tools/gazetteer/own/. Writes
gazetteer.txt into site_gen/extract/names/data/; the same input gives the same bytes.

A line of it: kind | iso3 | name | form | form ... where a form is a full name, or begins with ~ (adjective or people),
@ (capital), ^ (seat of power), ? (counts only where the text bears it out), - (named in passing) or = (a service of
whichever country the text is about: "the Army"). A line s | iso3 | service | name says what that service is called.

Names in other languages are in site_gen/text/data/: tools/countries makes those of countries, tables by hand the rest.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

OWN = Path(__file__).parent / "own"
DATA = Path(__file__).parents[2] / "site_gen" / "extract" / "names" / "data"
TARGET = DATA / "gazetteer.txt"
# Surnames that are words, titles or other names in their own right.
NO_SURNAMES = frozenset(
    ("May", "Rice", "Brown", "Powell", "North", "Grant", "Cook", "III", "XIV", "Jr.", "Un", "Yi", "Koo")
)
OFFICE = re.compile(
    r"(?:Acting |Interim |Transition |Caretaker )?(?:President|Prime Minister|Chancellor) "
    r"((?:[A-Z][a-zé'.-]+ ){1,3})((?:[a-z]+-)?[A-ZÉÖÜÇŞŠČŽÁÍÓ'-]{3,}) \(since"
)
# What Oryx adds to a system's name: a calibre before it; after it, what it is or was seen with.
CALIBRE = re.compile(r"^\d+mm ")
DESCRIPTION = re.compile(r" (?:\(|with |and |for |[a-z]{3}).*$")
NO_SYSTEM = re.compile(r"^(?:\d+ |River|Coastal|Armed|Fuel|Weaponised|Land Rover|NA$)|\dx\d|sb|Ambulance|-SB3")
FEWEST_LOST = 3


def main() -> None:
    sources = Path(sys.argv[1])
    kinds = (
        countries(sources),
        people(sources),
        own("organisations", "o"),
        media(),
        firms(sources),
        own("equipment", "e"),
        systems(sources),
        own("places", "l"),
        own("topics", "t"),
        services(),
    )
    write(TARGET, [line for kind in kinds for line in kind])


def write(target: Path, lines: list[str]) -> None:
    target.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{target.name}: {len(lines)} names, {target.stat().st_size} bytes")


def countries(sources: Path) -> Iterator[str]:
    """Our own table, and the long names of the Factbook."""
    long_names = {fact["name"]: fact["long"] for fact in factbook(sources)}
    for iso3, name, others, demonyms, capitals, metonyms in rows("countries"):
        forms = [name, *listed(others), *long_form(long_names, (name, *listed(others)))]
        forms += ["~" + form for form in listed(demonyms)]
        forms += ["@" + form for form in listed(capitals)]
        forms += ["^" + form for form in listed(metonyms)]
        yield "|".join(["c", iso3, name, *dict.fromkeys(forms)])


def long_form(long_names: dict[str, str], names: tuple[str, ...]) -> list[str]:
    for name in names:
        long = re.split(r"[;(]", long_names.get(name, ""))[0].strip()
        if long not in ("", "none") and " " in long:
            return [long]
    return []


def people(sources: Path) -> Iterator[str]:
    """Our own list, then the leaders of the Factbook that it lacks; each with its bare surname as a doubtful form."""
    names = {row[0]: (listed(row[1]), "".join(row[2:])) for row in rows("people")}
    surnames = [name.split()[-1] for name in names]
    for name, iso3 in leaders(sources).items():
        if name.split()[-1] not in surnames:
            names[name] = ([], iso3)
            surnames.append(name.split()[-1])
    for name, (forms, iso3) in names.items():
        surname = name.split()[-1]
        is_telling = len(surname) > 3 and surname not in NO_SURNAMES
        is_alone = is_telling and surname not in forms and surnames.count(surname) == 1
        yield "|".join(["p", iso3, name, *dict.fromkeys([name, *forms, *(["?" + surname] if is_alone else [])])])


def leaders(sources: Path) -> dict[str, str]:
    """Heads of state and of government as "Abdelmadjid Tebboune", where the Factbook marks the surname by capitals."""
    codes = {name: row[0] for row in rows("countries") for name in (row[1], *listed(row[2]))}
    found: dict[str, str] = {}
    for country in factbook(sources):
        for office in ("head_of_government", "chief_of_state"):
            match = OFFICE.match(country[office])
            if match:
                parts = match[2].split("-")
                surname = "-".join(part if part.islower() else part.capitalize() for part in parts)
                found.setdefault(match[1] + surname, codes.get(country["name"], ""))
    return found


def firms(sources: Path) -> Iterator[str]:
    """Listed firms whose trade is arms or aircraft, less those of our own list."""
    known = {form for row in rows("organisations") for form in (row[0], *listed(row[1]))}
    for row in table(sources / "listed_defence_aerospace_companies.tsv"):
        if row["name"] not in known and re.search(r"^(?:Aero|Arms|Defen)", row["industries"]):
            yield "|".join(["o", "", row["name"], row["name"], *listed(row["akas"])])


def systems(sources: Path) -> Iterator[str]:
    """Equipment that Oryx has seen lost at least three times and whose name says by itself that it is equipment.

    Variants of a family of our own list (T-72A of T-72) are found by pattern and filed under the family.
    """
    known = {form for row in rows("equipment") for form in (row[0], *listed(row[1]))}
    for row in table(sources / "oryx_systems.tsv"):
        name = DESCRIPTION.sub("", CALIBRE.sub("", row["system"]).replace("'", "").replace('"', "")).strip()
        family = re.match(r"[A-Za-z]+-\d+|M\d+", name)
        is_telling = re.fullmatch(r"[A-Z0-9][\w -]{3,24}", name) and (re.search(r"\w-?\d", name) or " " in name)
        is_new = name not in known and not (family and family[0] in known) and not NO_SYSTEM.search(name)
        if int(row["total"]) >= FEWEST_LOST and is_telling and is_new and name.isascii():
            known.add(name)
            yield "|".join(["e", "", name, name])


def media() -> Iterator[str]:
    """News agencies and papers; their forms are marked as names in passing."""
    for row in rows("media"):
        yield "|".join(["o", "", row[0], *("-" + form for form in (row[0], *listed(row[1])))])


def services() -> Iterator[str]:
    """What a country's services are called, and the words that mean the service of the country at hand."""
    known = rows("services")
    for service in dict.fromkeys(row[1] for row in known):
        yield f"o||{service}|={service}"
    for iso3, service, name in known:
        yield f"s|{iso3}|{name}|{service}"


def own(name: str, kind: str) -> Iterator[str]:
    """Rows `name | form, form ... | iso3`; a form with a leading `?` counts only where the text bears it out, one
    with `-` names in passing."""
    for row in rows(name):
        canonical, forms, iso3 = (*row, "", "")[:3]
        is_no_form = kind == "t" or "(" in canonical or not {"?" + canonical, "-" + canonical}.isdisjoint(listed(forms))
        spellings = listed(forms) if is_no_form else [canonical, *listed(forms)]
        yield "|".join([kind, iso3, canonical, *dict.fromkeys(spellings)])


def factbook(sources: Path) -> list[dict[str, str]]:
    return list(json.loads((sources / "factbook_flat.json").read_text("utf-8")))


def rows(name: str) -> list[list[str]]:
    text = (OWN / f"{name}.tsv").read_text("utf-8")
    return [line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def table(path: Path) -> list[dict[str, str]]:
    head, *lines = path.read_text("utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]


def listed(field: str) -> list[str]:
    return [part.strip() for part in field.split(",") if part.strip()]


if __name__ == "__main__":
    main()
