"""Parsing of settings, front matter and headers. Every mistake becomes a `Problem` with its place and a hint."""
