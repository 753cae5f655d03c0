"""Markdown to HTML: engines behind one protocol; Python-Markdown is the reference."""
