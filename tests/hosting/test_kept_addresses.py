"""The law of addresses: after any changes and `redirect --all --gone`, none that was published answers 404.

By nginx with the rules of the site, and by the file `_redirects` as hosts read it.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from site_gen.hosting.netlify import read_redirects
from site_gen.urls import encoded, file_at
from tests.hosting.changing_site import ChangingSite
from tests.hosting.conftest import Published, ask, nginx
from tests.support import tree

MOST_STEPS = 4  # redirects one after the other before readers are at a page


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a server's own user may read."""
    with tempfile.TemporaryDirectory(prefix="site_gen-kept-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def by_file(rules: dict[str, tuple[str, int]], files: set[str], address: str) -> int:
    """The status that a host with these rules, all for single addresses, ends with."""
    for _ in range(MOST_STEPS):
        rule = rules.get(address.rstrip("/"))
        if rule is None:
            return 200 if file_at(address, files) else 404
        if rule[1] == 410:
            return 410
        address = unquote(rule[0])
    return 508


def by_server(port: int, address: str) -> int:
    """The status that nginx ends with."""
    asked = encoded(address)
    for _ in range(MOST_STEPS):
        answer = ask(port, asked)
        if not answer.leads_to:
            return answer.status
        asked = urlsplit(answer.leads_to).path
    return 508


def law(folder: Path, seed: int, changes: int) -> Counter[int]:
    """The statuses that were answered."""
    site = ChangingSite(folder / "site", seed)
    output = site.publish()
    statuses: Counter[int] = Counter()
    for _ in range(changes):
        site.change()
        output = site.publish()
        rules = {
            unquote(source).rstrip("/"): (target, status)
            for source, target, status in read_redirects((output / "_redirects").read_text(encoding="utf-8"))
        }
        files = set(tree(output))
        kept = {address: by_file(rules, files, address) for address in sorted(site.published)}
        assert set(kept.values()) <= {200, 410}, (
            seed,
            site.done,
            {a: s for a, s in kept.items() if s not in (200, 410)},
        )
        place = folder / "server"
        place.mkdir(exist_ok=True)
        with nginx(Published(site.root, output), place) as port:
            served = {address: by_server(port, address) for address in sorted(site.published)}
        assert served == kept, (seed, site.done)
        statuses.update(served.values())
    assert "# moved by hand\n/from-before/: gone   # a comment\n" in (site.root / "redirects.yaml").read_text()
    return statuses


@pytest.mark.servers
@pytest.mark.parametrize("seed", range(3))
def test_no_published_address_is_ever_lost(folder: Path, seed: int) -> None:
    statuses = law(folder, seed, 14)
    assert statuses[200] > statuses[410] > 0


@pytest.mark.slow
@pytest.mark.servers
@pytest.mark.parametrize("seed", range(100, 140))
def test_a_thousand_changes_lose_no_address(folder: Path, seed: int) -> None:
    assert law(folder, seed, 25)[200]
