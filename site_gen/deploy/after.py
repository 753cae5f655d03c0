"""The site's own command that runs after a deployment, for example to purge a cache in front of the target."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from site_gen.deploy.remote_output import quoted_output

_PATIENCE = 300  # seconds


def run_after(root: Path, command: Sequence[str], addresses: Sequence[str]) -> tuple[str, ...]:
    """Run the command in the site's folder with the changed addresses on its standard input, one a line.

    A failure is a warning, because the site is published already.
    """
    if not command:
        return ()
    text = "".join(f"{address}\n" for address in addresses)
    try:
        done = subprocess.run(
            list(command),
            cwd=root,
            input=text,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        why = f"took longer than {_PATIENCE} s" if isinstance(error, subprocess.TimeoutExpired) else str(error)
        return (f"Published, but '{command[0]}', which runs afterwards, failed: {why}.",)
    if done.returncode:
        output = quoted_output(done.stderr if done.stderr.strip() else done.stdout).rstrip()
        return (f"Published, but '{command[0]}', which runs afterwards, ended with {done.returncode}{output}",)
    return ()
