"""Substack's export: `reader.py` begins; `markup.py` reads a text."""
