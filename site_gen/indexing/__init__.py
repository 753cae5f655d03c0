"""Makes the `Site` from entries: which posts are published, in which order, with which terms and neighbours."""
