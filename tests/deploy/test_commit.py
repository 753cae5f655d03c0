"""The commit that a deployment says it is of."""

import subprocess
from pathlib import Path

from site_gen.deploy.commit import commit_of
from tests.support import write


def test_the_commit_is_that_of_the_site(tmp_path: Path) -> None:
    git = ("git", "-c", "user.name=D", "-c", "user.email=d@news.test")
    write(tmp_path, {"a": "1"})
    assert commit_of(tmp_path) == ""
    for arguments in (("init", "-q"), ("add", "a"), ("commit", "-qm", "A")):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    clean = commit_of(tmp_path)
    assert len(clean) == 12
    write(tmp_path, {"a": "2"})
    assert commit_of(tmp_path) == f"{clean}+"
