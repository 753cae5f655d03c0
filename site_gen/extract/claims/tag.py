"""A tag must be a name or a term that the source has."""

import re

from site_gen.extract.claims.cover import Cover, cover, is_content
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.terms import passage


def tag_refusals(tag: str, source: Source) -> tuple[Refusal, ...]:
    """Reasons against a tag: its words are not in the source, or not together."""
    if len(tag.split()) > 6:
        return (Refusal("form", "a tag has at most six words"),)
    one = passage(tag)
    covered = cover(one, source)
    content = [term for term in one.terms if is_content(one, term)]
    if re.search(re.escape(tag), source.text, re.I):
        return ()
    if covered.missing:
        words = " ".join(term.text for term in covered.missing)
        return (Refusal("name", f"the source does not mention “{words}”"),)
    if len(content) > 1 and not any(
        _together(covered, [term.at for term in content], number) for number in covered.sentences()
    ):
        return (Refusal("joined", f"the source does not say these words together: “{tag}”"),)
    return ()


def _together(covered: Cover, places: list[int], number: int) -> bool:
    spots = [covered.places(at, number) for at in places]
    return all(spots) and any(
        all(any(abs(at - first) <= 2 * len(places) for at in spot) for spot in spots) for first in spots[0]
    )
