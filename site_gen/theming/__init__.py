"""Themes: put together along their inheritance, checked before use, rendered."""
