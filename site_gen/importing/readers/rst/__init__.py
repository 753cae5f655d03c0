"""reStructuredText for every source that has it, by docutils (extra `rst`): `text.py` begins."""
