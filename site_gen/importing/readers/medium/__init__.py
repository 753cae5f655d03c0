"""Medium's export: `reader.py` begins; `markup.py` reads a text."""
