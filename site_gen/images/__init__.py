"""Pictures: what they are, what must not be published with them, and the sizes they are published in."""
