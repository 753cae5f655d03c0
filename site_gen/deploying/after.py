"""A program of the site's own that runs after a deployment, to empty a cache in front of the target, say."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from site_gen.deploying.said import last_line

_PATIENCE = 300  # seconds


def run_after(root: Path, command: Sequence[str], addresses: Sequence[str]) -> tuple[str, ...]:
    """Run it in the site's folder with the changed addresses on its standard input, one a line.

    A failure is a warning: the site is out.
    """
    if not command:
        return ()
    text = "".join(f"{address}\n" for address in addresses)
    try:
        done = subprocess.run(
            list(command), cwd=root, input=text, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        why = f"took longer than {_PATIENCE} s" if isinstance(error, subprocess.TimeoutExpired) else str(error)
        return (f"The site is out, but '{command[0]}', which should run afterwards, failed: {why}.",)
    if done.returncode:
        last = last_line(done.stderr or done.stdout)
        return (f"The site is out, but '{command[0]}' ended with {done.returncode}: {last}",)
    return ()
