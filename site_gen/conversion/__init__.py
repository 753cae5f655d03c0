"""Files that are not plain text become texts: one module for each form, imported when a file of that form is read.

Each has `convert(name, data, zone) -> Result[tuple[Converted, ...]]`. It raises nothing for whatever is in a file, but
`MissingExtra` where its library is not installed. To add a form: its module here, and its line in `FORMS`.
"""

import importlib
from datetime import tzinfo

from site_gen.conversion.limits import over_limit
from site_gen.conversion.missing import MissingExtra
from site_gen.conversion.sniff import form_in
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted

PLAIN = ".txt"
FORMS = {
    ".atom": "feed",
    ".doc": "doc",
    ".docm": "docx",
    ".docx": "docx",
    ".eml": "eml",
    ".htm": "page",
    ".html": "page",
    ".json": "feed",
    ".markdown": "markdown",
    ".md": "markdown",
    ".odt": "odt",
    ".pdf": "pdf",
    ".rdf": "feed",
    ".rss": "feed",
    ".rtf": "rtf",
    ".xhtml": "page",
    ".xml": "feed",
}
"""The modules by the suffixes of files, in small letters."""

UNSURE = frozenset(("", ".json", ".rdf", ".xml"))
"""Suffixes of files that may be anything: they are read only if they begin as a form does."""

ZONELESS = frozenset((".docm", ".docx", ".odt", ".pdf", ".rtf"))
"""Forms whose texts do not depend on the zone: they have no dates besides those in the text."""


def form_of(name: str, data: bytes) -> str:
    """The suffix of the form that a file has: by its content where that is certain, else by its name.

    `PLAIN` is plain text; so is a file whose name says nothing.
    """
    suffix = suffix_of(name)
    found = form_in(suffix, data)
    return found if found in FORMS else suffix if suffix in FORMS else PLAIN


def suffix_of(name: str) -> str:
    """The suffix of a file's name in small letters, with its dot; "" without one."""
    last = name.rpartition("/")[2]
    stem, dot, suffix = last.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


def convert(form: str, name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The texts in a file of a form in `FORMS`. Dates without a zone are in `zone`."""
    if fault := over_limit(form, len(data)):
        return Result(None, (Problem(name, 0, 0, *fault),))
    module = importlib.import_module(f"site_gen.conversion.{FORMS[form]}")
    try:
        found: Result[tuple[Converted, ...]] = module.convert(name, data, zone)
    except MissingExtra as missing:
        return Result(None, (Problem(name, 0, 0, missing.what, missing.hint),))
    except RecursionError:
        what = "This file is nested too deep."
        return Result(None, (Problem(name, 0, 0, what, "Save the text of it as plain text (.txt)."),))
    return found
