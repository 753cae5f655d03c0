"""Checks of names in site.yaml that become arguments of programs: none may be an option, or run a program."""

import re

_TRANSPORT = re.compile(r"[A-Za-z0-9+.-]+::")  # git: `ext::sh -c ...` is a program
_RCLONE_OPTIONS = re.compile(r"[^/:]*,|:[^:/]*,")  # rclone: `:sftp,ssh="...":` is a program
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|@\{|\.lock(?:/|\Z)|/\.|\.\Z))[^\s~^:?*\[\\\x00-\x20\x7f]+")


def option_fault(key: str, value: str) -> tuple[str, str] | None:
    """Why a name may not be passed to a program, as the end of a sentence, and what to do; None for one that may."""
    if not value.isprintable():
        return "contains a character that no name has", "Write it in one line."
    if any(part.startswith("-") for part in (value, value.rpartition("@")[2])) and key != "prefix":
        return "begins with a hyphen, so a program would take it for an option", "Give the name without it."
    if key == "host" and re.search(r"\s", value):
        return "contains a space", "Write it like news.example or desk@news.example."
    if key == "remote" and _TRANSPORT.match(value):
        return "names a program as the way to a repository", "Write an address like https://host/repository.git."
    if key == "remote" and _RCLONE_OPTIONS.match(value):
        return "contains options", "Put them into rclone's own configuration, and write REMOTE:PATH."
    if key == "branch" and not _BRANCH.fullmatch(value):
        return "is not the name of a branch", "Write it like gh-pages."
    return None
