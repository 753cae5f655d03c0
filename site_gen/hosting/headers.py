"""The one source of response headers: security, cache lifetimes, media types."""

from site_gen.media_types import BY_NAME, MANIFEST, MEDIA_TYPES
from site_gen.model.feed import FeedLink
from site_gen.model.settings import Settings
from site_gen.model.site_files import HeaderRule

ASSETS = "/assets/"  # the folder of files whose names contain a digest of their bytes
FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=60"  # pages: news changes, and a minute takes load off a busy server
# Content types by a file's last name, wherever it is.
TYPES = {name: kind if kind == MANIFEST else f"{kind}; charset=utf-8" for name, kind in BY_NAME.items()}
# Types that older servers do not know.
ENDINGS = {name: MEDIA_TYPES[name] for name in ("avif", "webp", "woff2")} | {
    "md": f"{MEDIA_TYPES['md']}; charset=utf-8"
}
# Files of the output folder that are for the host only, not for readers.
PRIVATE = ("_headers", "_redirects")


def header_rules(settings: Settings, feeds: tuple[FeedLink, ...]) -> tuple[HeaderRule, ...]:
    """The rules of the file `_headers`.

    Pages get no cache lifetime: hosts that read the file have a good default, and some join the values of all rules.
    """
    feed = tuple(
        HeaderRule(one.url, (("Content-Type", f"{one.type}; charset=utf-8"), ("Access-Control-Allow-Origin", "*")))
        for one in feeds
    )
    return (
        HeaderRule("/*", security_headers(settings)),
        HeaderRule(f"{ASSETS}*", (("Cache-Control", FOREVER),)),
        HeaderRule("/site.webmanifest", (("Content-Type", MANIFEST),)),
        *feed,
    )


def security_headers(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The headers of every response: they forbid everything that a built page does not need."""
    secure = (("Strict-Transport-Security", "max-age=31536000"),) * settings.base_url.startswith("https:")
    return (
        ("Content-Security-Policy", content_policy(settings)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        *secure,
    )


def content_policy(settings: Settings) -> str:
    """The Content-Security-Policy (https://www.w3.org/TR/CSP3/)."""
    allowed = settings.headers
    # Pagefind searches in WebAssembly, which a browser compiles under this source alone (CSP 3, "wasm-unsafe-eval").
    compiled = ("'wasm-unsafe-eval'",) if settings.search == "pagefind" else ()
    sources = {
        "default-src": ("'none'",),
        "style-src": ("'self'",),
        "img-src": ("'self'", *allowed.images),
        "font-src": ("'self'",),
        "media-src": ("'self'", *allowed.media),
        "script-src": ("'self'", *compiled, *allowed.scripts),
        "connect-src": ("'self'", *allowed.connections),
        "frame-src": allowed.frames or ("'none'",),
        "manifest-src": ("'self'",),
        "base-uri": ("'none'",),
        "form-action": ("'self'",),
        "frame-ancestors": ("'none'",),
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in sources.items())
