"""How languages write: strings of the interface, plural forms, dates, numbers, direction."""
