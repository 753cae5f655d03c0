"""The files of a built site with their digests, and manifests as bytes."""

from collections.abc import Mapping

import msgspec

from site_gen.model.deployment import FileFact, Manifest
from site_gen.model.ledger import PageFact


def inventory(files: Mapping[str, PageFact]) -> dict[str, FileFact]:
    """Every file of a site by its path, from what the build that wrote it knows."""
    return {path: FileFact(fact.content.hex(), fact.stamp.size) for path, fact in sorted(files.items())}


def encoded(manifest: Manifest) -> bytes:
    """A manifest as it is kept at a target."""
    return msgspec.json.encode(manifest, order="sorted")


def decoded(data: bytes) -> Manifest | None:
    """A manifest as a target gives it back; None for what is none, which means that all is put anew."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError):
        return None
