"""Media types of files (https://www.iana.org/assignments/media-types/), by names and not by the system's own tables,
which differ. Charsets are added where files are served or stored. Pure.
"""

RSS = "application/rss+xml"
ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
MANIFEST = "application/manifest+json"
UNKNOWN = "application/octet-stream"
# By extension.
MEDIA_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "webmanifest": MANIFEST,
    "md": "text/markdown",
    "txt": "text/plain",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/vnd.wave",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mov": "video/quicktime",
    "vtt": "text/vtt",
    "wasm": "application/wasm",
    "csv": "text/csv",
    "ics": "text/calendar",
    "epub": "application/epub+zip",
    "zip": "application/zip",
}
# By full name: files whose extension is not specific enough.
BY_NAME = {
    "feed.xml": RSS,
    "atom.xml": ATOM,
    "feed.json": JSON_FEED,
    "site.webmanifest": MANIFEST,
    "opensearch.xml": "application/opensearchdescription+xml",
}
# Extensions of text that compression makes much smaller.
COMPRESSIBLE = frozenset(
    ("html", "css", "js", "mjs", "json", "webmanifest", "md", "txt", "xml", "svg", "csv", "vtt", "ics")
)


def ending_of(path: str) -> str:
    """The extension of a file, in lower case and without the dot: "html"; "" where there is none."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return ending.lower() if stem else ""


def media_type(path: str) -> str:
    """The media type of a file, by its extension."""
    return MEDIA_TYPES.get(ending_of(path), UNKNOWN)


def is_compressible(path: str) -> bool:
    """Whether a file is text that compression makes much smaller."""
    return ending_of(path) in COMPRESSIBLE
