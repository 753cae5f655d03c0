"""SVG drawings, published as a serialisation of our own of what an allow-list names."""
