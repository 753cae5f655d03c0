"""Themes: assembled along their inheritance, checked, and rendered."""
