"""Folders of Eleventy: `reader.py` begins; `permalink.py` fills the templates of addresses."""
