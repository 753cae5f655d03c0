"""Sites in real Chromium: the demonstration's theme and hostile words, served under the strictest policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_gen.build import BuildOptions, build
from tests.hostile import write_hostile
from tests.support import ROOT
from tools.judging.built import BuiltSite
from tools.judging.served import STRICT_POLICY, served

AS_OF = datetime(2026, 12, 1, tzinfo=UTC)


@dataclass
class Visit:
    """One site at an address, and a browser to see it with."""

    site: BuiltSite
    address: str
    running: Browser
    said: list[str] = field(default_factory=list)

    @contextmanager
    def see(self, file: str, width: int = 390, **how: Any) -> Iterator[Page]:
        """A page in a window of its own. What the browser complains of is kept in `said`."""
        context = self.running.new_context(viewport={"width": width, "height": 800}, **how)
        page = context.new_page()
        page.on("console", lambda one: self.said.append(f"{file}: {one.text}") if one.type == "error" else None)
        page.on("pageerror", lambda one: self.said.append(f"{file}: {one}"))
        page.on("requestfailed", lambda one: self.said.append(f"{file}: {one.url} failed"))
        try:
            page.goto(self.address + self.site.path_of(file), wait_until="load")
            yield page
        finally:
            context.close()


def _site(name: str, folder: Path) -> Path:
    """Where the named site is built."""
    if name == "hostile":
        build(write_hostile(folder), BuildOptions(as_of=AS_OF))
        return folder / "output"
    state, output = folder / "state", folder / "output"
    build(ROOT, BuildOptions(as_of=AS_OF, output=str(output), state=str(state)))
    return output


@pytest.fixture(scope="session", params=["demonstration", "hostile"])
def visit(
    request: pytest.FixtureRequest, running: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    output = _site(request.param, tmp_path_factory.mktemp(request.param))
    headers = {"Content-Security-Policy": STRICT_POLICY, "X-Content-Type-Options": "nosniff"}
    site = BuiltSite(output)
    with served(output, site.below, headers) as address:
        yield Visit(site, address, running)
