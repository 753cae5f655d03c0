"""Servers that tests of several folders talk to, one of each in a process."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import answers, free_port, needed
from tests.support import write

__all__ = ("moto", "ssh")


@pytest.fixture(scope="session")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ...]]:
    """The command that reaches an sshd of this test's own on the loopback, as the host `newshost`."""
    folder = tmp_path_factory.mktemp("sshd")
    sshd = needed("sshd", "openssh-server")
    needed("rsync", "rsync")
    for name in ("host", "user"):
        subprocess.run(
            [needed("ssh-keygen", "openssh-client"), "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True
        )
    shutil.copy(folder / "user.pub", folder / "authorized")
    port = free_port()
    known = (folder / "host.pub").read_text()
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    write(
        folder,
        {
            "sshd_config": f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nStrictModes no\nUsePAM no\n"
            f"AuthorizedKeysFile {folder}/authorized\nPidFile none\nPermitRootLogin yes\nMaxStartups 50\n",
            "ssh_config": f"Host newshost\nHostName 127.0.0.1\nPort {port}\nUser {user}\nIdentityFile {folder}/user\n"
            f"IdentitiesOnly yes\nUserKnownHostsFile {folder}/known\n",
            "known": f"[127.0.0.1]:{port} {known}",
        },
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where it goes to be without rights
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([sshd, "-D", "-e", "-f", folder / "sshd_config"], stderr=log)
        try:
            answers(port, process)
            yield ("ssh", "-F", str(folder / "ssh_config"))
        finally:
            process.terminate()
            process.wait()


@pytest.fixture(scope="session")
def moto() -> Iterator[int]:
    """The port of a server that speaks S3."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        answers(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()
