"""Folders of HTML: `reader.py` begins; `page.py` reads one page, by its `head.py`, `marks.py` and `body.py`."""
