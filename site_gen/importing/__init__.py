"""Sites of other programs become posts and pages: read, convert, place, write, redirect, and account for each item.

A source is a module with `read(path, zone) -> Result[Export]` and its line in `sources.py`. Nothing here knows which
one an item came from.
"""
