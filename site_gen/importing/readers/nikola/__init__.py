"""Folders of Nikola: `reader.py` begins; `site.py` has its settings, `matter.py` the metadata of a text."""
