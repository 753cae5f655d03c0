"""The bench: the same posts through several generators, measured side by side. `bench/run` is its command."""
