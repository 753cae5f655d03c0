"""Saved feeds: `reader.py` begins; `items.py` makes an item of an entry."""
