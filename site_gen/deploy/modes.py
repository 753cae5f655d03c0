"""Rights of what is published: a server that runs as another user reads it, whatever the umask of the deployment is."""

import os
import stat

FILE, FOLDER = 0o644, 0o755
UMASK = 0o022 if os.name == "posix" else -1  # for programs that bring a site somewhere


def let_all_read(path: str | os.PathLike[str], mode: int) -> None:
    """Give a file or a folder its mode; bits like the group's inheritance are kept.

    File systems without such rights refuse that; there it is enough if everybody can read already.
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
    """Give a folder and everything in it such rights."""
    for where, _, names in os.walk(folder):
        let_all_read(where, FOLDER)
        for name in names:
            let_all_read(f"{where}/{name}", FILE)


def make_folders(path: str) -> None:
    """Make a folder and those above it that are not there; the ones that are keep their rights."""
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
