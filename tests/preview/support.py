"""A site in the preview server, in this process or in one of its own."""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx

from site_gen.preview.preview_site import PreviewSite
from tests.support import COMMAND

TAG = re.compile(rb'<script src="/__site__/client\.js" id="site-gen-preview"[^>]*></script>')
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def preview_site_of(root: Path, clock: datetime = NOW) -> PreviewSite:
    """The preview of a site, with its first snapshot prepared."""
    preview_site = PreviewSite(root, "127.0.0.1:8000", lambda: clock)
    preview_site.refresh(None)
    return preview_site


@contextmanager
def served(root: Path, *arguments: str) -> Iterator[str]:
    """The address of a real server, which must end soon when it is interrupted."""
    command = [*COMMAND, "serve", "--root", str(root), "--port", "0", "--json", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ)
    assert process.stdout is not None and process.stderr is not None
    try:
        line = process.stdout.readline()
        assert line, process.stderr.read().decode()
        yield json.loads(line)["address"]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)  # a busy machine takes its time
    assert process.returncode == 0


def plain(data: bytes) -> bytes:
    """A page without the preview's script."""
    return TAG.sub(b"", data)


def until(wanted: str, address: str, seconds: float = 30) -> str:
    """The page at an address, as soon as it says what is wanted."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = httpx.get(address).text
        if wanted in text:
            return text
        time.sleep(0.02)
    raise AssertionError(f"{address} does not say {wanted!r}: {text}")
