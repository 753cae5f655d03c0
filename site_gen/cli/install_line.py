"""The entry for site-gen in a site's requirements.txt: a pipeline installs the version that the site was made with."""

import importlib.metadata
import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click
from msgspec import Struct

from site_gen.model.settings import Settings
from site_gen.text.extras import DISTRIBUTION

REQUIREMENTS = "requirements.txt"
WHEELS = "wheels"
_PINNED = re.compile(r"git\+(?:https|ssh)://\S+@[^\s@/:]+(?:#\S+)?")
_WHEEL_AT = re.compile(r"https://\S+\.whl(?:#\S+)?")
_RELEASE = re.compile(rf"{DISTRIBUTION}==\S+")
_OURS = re.compile(r"(?m)^[^#\n]*\bsite[-_.]gen[-_.]news\b", re.IGNORECASE)
_WHAT = (
    "a wheel (tools/release in a clone of site_gen builds one), the address of a wheel, or a repository at a tag or "
    "commit: git+https://HOST/REPOSITORY@TAG"
)


class Source(Struct, frozen=True):
    """A source of site-gen: an address or a release, or a wheel to copy into the site's repository."""

    address: str = ""
    wheel: Path | None = None

    def line(self, extras: str) -> str:
        """The requirement in pip's syntax."""
        if self.wheel is not None:
            return f"./{WHEELS}/{self.wheel.name}[{extras}]"
        if _RELEASE.fullmatch(self.address):
            return self.address.replace("==", f"[{extras}]==")
        return f"{DISTRIBUTION}[{extras}] @ {self.address}"


def source_named(text: str) -> Source:
    """The source that `--install-from` names; `UsageError` where pip could not install the same again later."""
    if any(shape.fullmatch(text) for shape in (_PINNED, _WHEEL_AT, _RELEASE)):
        return Source(address=text)
    if text.startswith("git+"):
        raise click.UsageError(f"'{text}' has no tag or commit at its end, so the site's pages would change with it.")
    wheel = Path(text)
    if not wheel.is_file() or not re.fullmatch(r"site_gen_news-[\w.+]+-py3-none-any\.whl", wheel.name):
        raise click.UsageError(f"'{text}' is not a wheel of site-gen. Name {_WHAT}.")
    return Source(wheel=wheel)


def source_installed() -> Source:
    """The source of this installation (PEP 610); `UsageError` where a pipeline could not install from it."""
    try:
        direct_url = json.loads(importlib.metadata.distribution(DISTRIBUTION).read_text("direct_url.json") or "{}")
    except importlib.metadata.PackageNotFoundError:
        direct_url = {}
    if source := source_of(direct_url):
        return source
    raise click.UsageError(
        f"Where can the pipeline install site-gen from? Say so with --install-from, and name {_WHAT}."
    )


def source_of(direct: dict[str, object]) -> Source | None:
    """The source in a `direct_url.json`; None where it is a local folder, or no longer exists."""
    address, commit, archive = str(direct.get("url", "")), direct.get("vcs_info"), direct.get("archive_info")
    if isinstance(commit, dict) and commit.get("vcs") == "git":
        pinned = f"git+{address}@{commit.get('commit_id', '')}"
        return Source(address=pinned) if _PINNED.fullmatch(pinned) else None
    if isinstance(archive, dict) and _WHEEL_AT.fullmatch(address):
        digest = (archive.get("hashes") or {}).get("sha256", "")
        return Source(address=f"{address}#sha256={digest}" if digest else address)
    if isinstance(archive, dict) and address.startswith("file:"):
        wheel = Path(url2pathname(urlsplit(address).path))
        return Source(wheel=wheel) if wheel.suffix == ".whl" and wheel.is_file() else None
    return None


def names_site_gen(requirements: str) -> bool:
    """Whether a requirements.txt says where to get site-gen from."""
    return _OURS.search(requirements) is not None


def extras_for(settings: Settings | None) -> str:
    """The extras that building a site needs: pictures in all sizes, and what its settings require."""
    wanted = ["images"]
    if settings is not None and settings.markdown.engine == "commonmark":
        wanted.append("commonmark")
    if settings is not None and settings.search == "pagefind":
        wanted.append("search")
    return ",".join(wanted)
