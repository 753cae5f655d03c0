"""Folders of Hugo: `reader.py` begins; `config.py` and `cascade.py` say what holds, `address.py` where it was."""
