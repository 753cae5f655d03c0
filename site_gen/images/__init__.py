"""Pictures: recognising them, stripping their metadata, and making the sizes they are published in."""
