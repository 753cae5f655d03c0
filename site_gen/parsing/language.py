"""The language of a text: from its front matter, or from its file's name."""

from collections.abc import Collection

from site_gen.parsing.document import Reading
from site_gen.text.language.site_languages import SiteLanguages
from site_gen.text.language.tags import canonical, tag_hint


def language_of(written: str, named: str, languages: SiteLanguages, reading: Reading) -> str:
    """The language of a text by its front matter and its file's name, "" for the site's own; misfits are problems."""
    tag = canonical(written) if written else named
    if not tag and written:
        reading.report_value(("language",), f"'{written}' is not a language.", tag_hint(written))
    elif named and tag != named:
        hint = "Make them the same, or leave one out."
        reading.report_value(("language",), f"The file's name says '{named}', but this says '{tag}'.", hint)
    return languages.folded(tag)


def language_fault(tag: str, known: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a language of the settings, and what to do; `known` are those before it."""
    if not canonical(tag):
        return f"'{tag}' is not a language.", tag_hint(tag)
    if canonical(tag) != tag:
        return f"'{tag}' is not how the language is written.", f"Write '{canonical(tag)}'."
    if tag.lower() in known:
        return f"The language '{tag}' is there already.", "Keep one of them."
    return None
