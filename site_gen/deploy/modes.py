"""Permissions of published files: a server that runs as another user can read them whatever the umask is."""

import os
import stat

FILE, FOLDER = 0o644, 0o755
UMASK = 0o022 if os.name == "posix" else -1  # for programs that copy a site somewhere


def let_all_read(path: str | os.PathLike[str], mode: int) -> None:
    """Set the mode of a file or folder; bits such as setgid are kept.

    File systems without permissions refuse that, which is fine if everybody can read the file already.
    """
    now = stat.S_IMODE(os.stat(path).st_mode)
    if now & 0o777 == mode:
        return
    try:
        os.chmod(path, now & 0o7000 | mode)
    except PermissionError:
        if now & mode & 0o555 != mode & 0o555:
            raise


def let_all_read_below(folder: str | os.PathLike[str]) -> None:
    """Let everybody read a folder and everything in it."""
    for where, _, names in os.walk(folder):
        let_all_read(where, FOLDER)
        for name in names:
            let_all_read(f"{where}/{name}", FILE)


def make_folders(path: str) -> None:
    """Make a folder and its missing parents; existing ones keep their permissions."""
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    if above and above != path:
        make_folders(above)
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    let_all_read(path, FOLDER)
