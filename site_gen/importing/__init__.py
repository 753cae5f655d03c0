"""Sites of other programs become posts and pages: read, convert, place, write, redirect, and account for each item.

A source is a module in `readers/` and its line in `sources.py`. Nothing else here knows which one
an item came from.
"""
