"""Ghost's export: `reader.py` begins; `tables.py` has its rows, `routes.py` and `redirects.py` its addresses."""
