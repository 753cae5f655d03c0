"""A folder served on this machine as a common static host does it: index files, 404.html, gzip, headers of choice."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

# The strictest policy that a site without scripts of its own can be served with.
STRICT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".woff2": "font/woff2",
    ".ico": "image/x-icon",
}


def _is_text(kind: str) -> bool:
    return kind.startswith(("text/", "application/")) or kind == "image/svg+xml"


def _file_at(folder: Path, path: str) -> Path | None:
    file = (folder / path.lstrip("/")).resolve()
    if not file.is_relative_to(folder):
        return None
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() else None


def _handler(folder: Path, below: str, headers: Mapping[str, str], public: str) -> type[BaseHTTPRequestHandler]:
    @cache
    def body(file: Path, local: str) -> tuple[str, bytes, bytes]:
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        data = file.read_bytes()
        if public and _is_text(kind):
            data = data.replace(public.encode(), local.encode())
        return kind, data, gzip.compress(data, 6, mtime=0) if _is_text(kind) else b""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            inside = path.startswith(below)
            file = _file_at(folder, path[len(below) :]) if inside else None
            if (
                file is not None
                and file.name == "index.html"
                and not path.endswith("/")
                and (folder / path[1:]).is_dir()
            ):
                self.send_response(301)
                self.send_header("Location", self.path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            lost = folder / "404.html"
            self._answer(200 if file else 404, file or (lost if lost.is_file() else None))

        do_HEAD = do_GET

        def _answer(self, code: int, file: Path | None) -> None:
            local = f"http://{self.headers.get('Host', '')}{below}"
            kind, data, packed = body(file, local) if file else ("text/plain", b"not found", b"")
            zipped = bool(packed) and "gzip" in self.headers.get("Accept-Encoding", "")
            self.send_response(code)
            for name, value in {"Content-Type": kind, "Cache-Control": "max-age=600", **headers}.items():
                self.send_header(name, value)
            if zipped:
                self.send_header("Content-Encoding", "gzip")
            sent = packed if zipped else data
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(sent)

        def log_message(self, *_: object) -> None:
            """Nothing is told."""

    return Handler


class _Server(ThreadingHTTPServer):
    request_queue_size = 512  # a crawler asks for twenty at a time, and five may wait unless this says otherwise
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that goes away in the middle of an answer is no fault."""


@contextmanager
def served(folder: Path, below: str = "/", headers: Mapping[str, str] | None = None, public: str = "") -> Iterator[str]:
    """The address of the folder while it is served. `public` in its texts is replaced by that address."""
    server = _Server(("127.0.0.1", 0), _handler(folder.resolve(), below, headers or {}, public))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{below}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
