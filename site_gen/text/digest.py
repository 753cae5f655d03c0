"""Digests of bytes."""

import hashlib


def digest(data: bytes) -> str:
    """The digest of some bytes: BLAKE2b, 16 bytes, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
