"""Text to values: settings, front matter, headers. Every mistake becomes a `Problem` with its place and a way out."""
