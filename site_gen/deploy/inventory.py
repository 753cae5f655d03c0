"""The files of a built site with their digests; manifests to bytes and back."""

from collections.abc import Mapping

import msgspec

from site_gen.model.deployment import FileFact, Manifest
from site_gen.model.ledger import PageFact


def inventory(files: Mapping[str, PageFact]) -> dict[str, FileFact]:
    """Every file of a site by its path, from the record of the build that wrote it."""
    return {path: FileFact(fact.content.hex(), fact.stamp.size) for path, fact in sorted(files.items())}


def encoded(manifest: Manifest) -> bytes:
    """The bytes of a manifest, as kept at a target."""
    return msgspec.json.encode(manifest, order="sorted")


def decoded(data: bytes) -> Manifest | None:
    """The manifest in a target's bytes; None if they are not a valid one, so that everything is deployed again."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError):
        return None
