"""Rendered bodies, kept by the digest of their text: expensive to render, so rendered once."""

from pathlib import Path

from site_gen.storage.packs import Packs


class Bodies(Packs):
    """The rendered bodies of one cache folder, which belong to one kind of engine (`kind` is its digest)."""

    def __init__(self, folder: Path, kind: str) -> None:
        super().__init__(folder, "body", kind)

    def html(self, key: bytes) -> str | None:
        """The HTML under a key, if it is here and intact."""
        data = self.get(key)
        return None if data is None else data.decode()

    def put_html(self, key: bytes, html: str) -> None:
        """Keep the HTML under a key."""
        self.put(key, html.encode())
