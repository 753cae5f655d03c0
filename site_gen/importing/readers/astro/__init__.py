"""Folders of Astro: `reader.py` begins; `site.py` has what is common to it, `mdx.py` what is program in a text."""
