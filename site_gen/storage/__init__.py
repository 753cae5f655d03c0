"""Files as names, stamps and bytes: scanned, read, written whole, pruned, remembered; not what they say."""
