"""Folders of Pelican: `reader.py` begins; `site.py` has the settings, `matter.py` metadata, `tags.py` Liquid tags."""
