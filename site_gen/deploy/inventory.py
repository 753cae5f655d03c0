"""Manifests to bytes and back."""

import msgspec

from site_gen.model.deployment import Manifest


def encoded(manifest: Manifest) -> bytes:
    """The bytes of a manifest, as kept at a target."""
    return msgspec.json.encode(manifest, order="sorted")


def decoded(data: bytes) -> Manifest | None:
    """The manifest in a target's bytes; None if they are not a valid one, so that everything is deployed again."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError):
        return None
