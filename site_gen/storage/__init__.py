"""Files as names, stamps and bytes: scanned, read, written atomically, removed, cached; not what they say."""
