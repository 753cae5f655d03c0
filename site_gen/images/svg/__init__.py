"""SVG drawings, reserialised with what an allow-list names."""
