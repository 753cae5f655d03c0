"""The commit of a site's repository."""

import subprocess
from pathlib import Path

from site_gen.deploy.git import SITES_GIT


def commit_of(root: Path) -> str:
    """The commit of the site's repository, with a "+" if there are uncommitted changes; "" outside a repository."""
    outputs = []
    for arguments in (("rev-parse", "--short=12", "HEAD"), ("status", "--porcelain", "--untracked-files=no")):
        try:
            command = [*SITES_GIT, "-C", str(root), "--no-optional-locks", *arguments]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return ""
        if done.returncode:
            return ""
        outputs.append(done.stdout.strip())
    return outputs[0] + ("+" if outputs[1] else "")
