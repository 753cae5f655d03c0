"""Names in site.yaml that become arguments of other programs: none of them may be taken for an option, or run one."""

import re

_TRANSPORT = re.compile(r"[A-Za-z0-9+.-]+::")  # git: `ext::sh -c ...` is a program
_RCLONE_OPTIONS = re.compile(r"[^/:]*,|:[^:/]*,")  # rclone: `:sftp,ssh="...":` is a program
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|@\{|\.lock(?:/|\Z)|/\.|\.\Z))[^\s~^:?*\[\\\x00-\x20\x7f]+")


def option_fault(key: str, said: str) -> tuple[str, str] | None:
    """Why a name may not be handed to a program, as the end of a sentence, and what to do; None for one that may."""
    if not said.isprintable():
        return "contains a character that no name has", "Write it in one line."
    if any(part.startswith("-") for part in (said, said.rpartition("@")[2])) and key != "prefix":
        return "begins with a hyphen, so a program would take it for an option", "Give the name without it."
    if key == "host" and re.search(r"\s", said):
        return "contains a space", "Write it like news.example or desk@news.example."
    if key == "remote" and _TRANSPORT.match(said):
        return "names a program as the way to a repository", "Write an address like https://host/repository.git."
    if key == "remote" and _RCLONE_OPTIONS.match(said):
        return "contains options", "Put them into rclone's own configuration, and write REMOTE:PATH."
    if key == "branch" and not _BRANCH.fullmatch(said):
        return "is not the name of a branch", "Write it like gh-pages."
    return None
