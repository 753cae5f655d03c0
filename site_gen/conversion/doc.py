"""Documents of Word 97 to 2003 (.doc), whose form is not read: what else is in such a file is, and else a problem."""

from datetime import tzinfo

from site_gen.conversion.archive import Archive
from site_gen.conversion.refusal import Refusal
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The text of a newer document under the old suffix; a problem for others."""
    from site_gen.conversion import docx

    if data.startswith(b"PK\x03\x04"):
        return docx.convert(name, data, zone)
    try:
        Archive(data)
        what, hint = "This file is no document of Word.", "Open it in the program that made it, and save it as .docx."
    except Refusal as refusal:
        what, hint = refusal.what, refusal.hint
    return Result(None, (Problem(name, 0, 0, what, hint),))
