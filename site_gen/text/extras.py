"""What is installed only for sites that need it, and the command that does so.

The libraries are named, rather than extras of this package: that works wherever the package came from.
"""

DISTRIBUTION = "site-gen-news"
EXTRAS = {
    "cloud": "obstore>=0.8",
    "commonmark": "pyromark>=0.10",
    "images": "pillow>=11.3",
    "search": "pagefind[bin]>=1.3",
}


def how_to_install(extra: str) -> str:
    """The command that adds an extra's library to the environment of site-gen."""
    return f"pip install '{EXTRAS[extra]}'"
