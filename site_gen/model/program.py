"""The program that makes the bytes of a site."""

from msgspec import Struct


class Program(Struct, frozen=True, kw_only=True):
    """Versions, a digest of the program's own files, libraries as "name version", and the rules of time zones."""

    version: str
    python: str
    files: str
    libraries: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()

    def difference(self, other: "Program") -> str:
        """The first thing in which another differs, as "this, not that"; "" where it makes the same bytes."""
        if self.version != other.version:
            return f"site_gen {self.version}, not {other.version}"
        if self.python != other.python:
            return f"Python {_short(self.python, other.python)}, not {_short(other.python, self.python)}"
        if self.files != other.files:
            return f"other files of site_gen {self.version}"
        if self.libraries != other.libraries:
            ours, theirs = (dict(one.split(" ", 1) for one in each) for each in (self.libraries, other.libraries))
            name = min(name for name in ours | theirs if ours.get(name) != theirs.get(name))
            return f"{name} {ours.get(name, 'missing')}, not {theirs.get(name, 'missing')}"
        return "other rules of time zones (tzdata)" if self.zones != other.zones else ""


def _short(text: str, other: str) -> str:
    """The number of a version of Python, or all that is said of it where the number does not tell it from the other."""
    number = text.partition(" ")[0]
    return number if number != other.partition(" ")[0] else text
