"""The language of a manuscript, and what is said of it: found first, since everything else is read by it."""

from msgspec import Struct

from site_gen.extract.languages import Language, detect, language_called
from site_gen.extract.manuscript import Manuscript
from site_gen.model.seed import Decision, Doubt


class TextLanguage(Struct, frozen=True):
    """A text's language and its tag, which is the site's own (`pt-BR`) where it is that; `own` says whether it is.

    `guessed`: the library that tells languages was missing.
    """

    language: Language
    tag: str
    own: bool
    guessed: bool = False
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[Decision, ...] = ()


def language_of(manuscript: Manuscript, site: str) -> TextLanguage:
    """The language of a manuscript that was opened and not read yet; `site` is the tag of the site's language."""
    found = detect("\n".join(line.text for line in manuscript.lines), site)
    own = site.lower().split("-")[0] == found.code
    tag = site if own else found.code
    doubt = Doubt("text", f"its language is uncertain: {found.why}")
    said = not own or found.how in ("site", "unsure")
    return TextLanguage(
        language_called(found.code),
        tag,
        own,
        found.needs_extra,
        (doubt,) if found.how == "unsure" else (),
        (Decision("language", tag, found.why),) if said else (),
    )
