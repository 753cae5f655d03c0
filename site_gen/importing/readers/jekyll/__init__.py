"""Folders of Jekyll: `reader.py` begins; `address.py` says where a text was."""
