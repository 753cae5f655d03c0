"""The languages that a site is published in, and which of them the name of a file says."""

from msgspec import Struct

from site_gen.model.settings import Settings
from site_gen.text.language.tags import canonical, primary


class SiteLanguages(Struct, frozen=True):
    """The site's own language, and the others that it has a part in."""

    own: str = ""
    others: tuple[str, ...] = ()

    def named(self, stem: str) -> tuple[str, str]:
        """A file's name without its language, and the language: `talks.uk` is `talks` in Ukrainian.

        Only the languages of the site are looked for, so that the dots of other names mean nothing.
        """
        name, dot, tag = stem.rpartition(".")
        language = canonical(tag) if dot and name and self.others else ""
        return (name, language) if language and language in (canonical(self.own), *self.others) else (stem, "")

    def folded(self, tag: str) -> str:
        """A tag as entries have it: "" for the site's own language, or for that without its region."""
        own = canonical(self.own) or self.own
        return "" if tag in (own, primary(own)) else tag

    def typeset(self, language: str) -> str:
        """The language by whose rules a text is typeset; "" for English."""
        tag = language or self.own
        return "" if primary(tag) in ("en", "") else tag


def site_languages(settings: Settings) -> SiteLanguages:
    """The languages of a site by its settings."""
    return SiteLanguages(settings.language, tuple(tag for tag in settings.languages if tag != settings.language))
