"""The only room that touches files: what is scanned, read, written, pruned and remembered."""
