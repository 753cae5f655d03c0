"""Entries to `Site`: what is published, in which order, under which terms, beside which neighbours."""
