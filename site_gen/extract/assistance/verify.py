"""What of an answer the article's source supports, by the check; the rest is refused, with reasons."""

from site_gen.extract.assistance.request import TAGS
from site_gen.extract.claims import check
from site_gen.model.assistance import About, Answer, Assistance, Refused


def verified(answer: Answer, source: str) -> Assistance:
    """The proposals of an answer that pass the check against the article's text, and those that do not."""
    refused: list[Refused] = []

    def passed(about: About, text: str) -> str:
        why = check(text, source, "tag" if about == "tags" else about) if text else ()
        if why:
            refused.append(Refused(about, text, tuple(map(str, why))))
        return "" if why else text

    return Assistance(
        model=answer.model,
        headline=passed("headline", answer.headline),
        summary=passed("summary", answer.summary),
        tags=tuple(filter(None, (passed("tags", tag) for tag in answer.tags[:TAGS]))),
        refused=tuple(refused),
    )
