"""What the old site's own sitemaps say: addresses beyond those of its items, each answered and recorded, too."""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from site_gen.importing.place import Placed
from site_gen.importing.report import QUERY, AddressReport
from site_gen.model.problem import Problem, Result
from site_gen.model.published import PublishedAddress
from site_gen.pages.repair import GONE_WORD, Answers
from site_gen.parsing.earlier_site import IMPORTED, Earlier, earlier_addresses, recordable
from site_gen.pipeline.addresses import addresses_text, record_addresses, recorded_in

_NOTHING = "nothing here follows it: write its line in redirects.yaml, or run: site-gen redirect --all --gone"


class Sitemap(Struct, frozen=True):
    """A sitemap, or a text with one address a line: what it is called, and its bytes."""

    name: str
    data: bytes


def addresses_in(sitemaps: Iterable[Sitemap], home: str, now: datetime) -> Result[Earlier]:
    """The addresses of an old site whose full address is `home`, in all of its sitemaps."""
    found: dict[str, PublishedAddress] = {}
    impossible: list[str] = []
    problems: list[Problem] = []
    for one in sitemaps:
        read = earlier_addresses(one.name, one.data, home, f"{now:%Y-%m-%d}")
        problems += read.problems
        if read.value:
            found |= {address.address: address for address in read.value.addresses}
            impossible += read.value.skipped
    if problems:
        return Result(None, tuple(problems))
    return Result(Earlier(tuple(sorted(found.values())), tuple(dict.fromkeys(impossible))))


def answered(earlier: Earlier, answers: Answers) -> tuple[AddressReport, ...]:
    """By what each address is answered."""
    found = []
    for one in earlier.addresses:
        by = answers.by(one.address)
        found.append(AddressReport(one.address, by, answers.end_of(one.address) if by else "", "" if by else _NOTHING))
    return (*found, *(_of_skipped(one, answers) for one in earlier.skipped))


def _of_skipped(link: str, answers: Answers) -> AddressReport:
    """What answers a link of a sitemap that no page can have: its query, if it has one."""
    parts = urlsplit(link)
    address = f"{parts.path or '/'}?{parts.query}"
    if parts.query and answers.by(address):
        return AddressReport(address, QUERY, answers.end_of(address))
    return AddressReport(link, "", "", "no page of this site can have such an address")


def followed(earlier: Earlier, answers: Answers, wanted: Collection[str]) -> dict[str, str]:
    """Where addresses lead that nothing answers yet, but that something here follows."""
    lost = (one.address for one in earlier.addresses if one.address not in wanted)
    ends = {one: answers.end_of(one) for one in lost if not answers.is_answered(one)}
    return {address: end for address, end in ends.items() if end and end != GONE_WORD}


def record(
    root: Path, earlier: Earlier, placed: Iterable[Placed], reports: Iterable[AddressReport], now: datetime
) -> None:
    """Note old addresses in addresses.lock, where they are not yet, so that none of them vanishes later."""
    day = f"{now:%Y-%m-%d}"
    found = {one.address: one for one in earlier.addresses}
    answers = (recordable(one.address) for one in reports if one.by)
    found |= {one: PublishedAddress(one, IMPORTED, "", day) for one in answers if one}
    for one in placed:
        for old in one.item.addresses:
            address = recordable(old)
            if address in found:
                found[address] = PublishedAddress(address, one.item.kind, one.path, day)
    known = {one.address for one in recorded_in(addresses_text(root))}
    record_addresses(root, (one for one in found.values() if one.address not in known))
