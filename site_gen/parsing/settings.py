"""Parsing of site.yaml to `Settings`."""

import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec.structs import fields, replace

from site_gen.model.assistance import AssistantSettings
from site_gen.model.problem import Keys, Result
from site_gen.model.settings import DeployTarget, MenuItem, Settings
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import decode
from site_gen.parsing.language import language_fault
from site_gen.parsing.names import option_fault
from site_gen.parsing.schema import read_yaml
from site_gen.text.did_you_mean import did_you_mean
from site_gen.text.language.tags import canonical, tag_hint
from site_gen.text.paths import path_fault
from site_gen.text.slug import fold, is_slug, slugify
from site_gen.text.zones import suggested_zone

_PERMALINK_NAMES = ("year", "month", "day", "slug", "type", "section")
_PERMALINK = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*(?:[A-Za-z0-9._~-]+/|(?!index\.html)[A-Za-z0-9._~-]+\.html)")
_CLOUD = ("bucket", "prefix", "gzip", "page_seconds")
# The required and the optional keys of each type of target.
_TARGET_KEYS = {
    "folder": (("path",), ("keep",)),
    "rsync": (("host", "path"), ("keep", "ssh")),
    "git": (("remote",), ("branch", "history", "domain")),
    "s3": (("bucket",), (*_CLOUD, "endpoint", "region")),
    "gcs": (("bucket",), _CLOUD),
    "azure": (("bucket", "account"), (*_CLOUD, "endpoint")),
    "rclone": (("remote",), ()),
    "command": (("command",), ()),
}
_SOURCES = ("content", "seeds", "themes", "static", "templates", ".site_gen", ".git")
_NAMES = ("path", "host", "remote", "branch", "domain", "bucket", "prefix", "endpoint", "region", "account")
_OF_ANY_TARGET = ("type", "base_url", "preview", "after", "websub", "indexnow")
_ADDRESS = re.compile(r"[^\s\\\x00-\x1f\x7f\"<>^`{|}]+")  # characters of a URL (RFC 3986, or an IRI)
_SECRET = (
    "An address holds a password or a token.",
    "Remove it: it belongs in the environment or in the credential store of git, ssh or rclone.",
)
_NO_TARGETS = ("status",)  # parts of the command


def read_settings(path: str, data: bytes) -> Result[Settings]:
    """The settings in a file's bytes."""
    text = decode(path, data)
    if text.value is None:
        return Result(None, text.problems)
    reading = Reading(path, text.value, UTC)
    settings: Settings | None = read_yaml(Settings, reading)
    if settings is not None:  # checks go on where some key could not be read, so that one run reports all problems
        _check(settings, reading)
    return Result(None if reading.problems else settings, tuple(reading.problems))


def menu_addresses(settings: Settings) -> Iterator[tuple[Keys, str]]:
    """Each address of the menu, and its keys in site.yaml."""
    menus: list[tuple[Keys, tuple[MenuItem, ...]]] = [(("menu",), settings.menu)]
    menus += [(("languages", tag, "menu"), one.menu) for tag, one in settings.languages.items()]
    for keys, menu in menus:
        for at, item in enumerate(menu):
            yield (*keys, at, "url"), item.url
            for below, child in enumerate(item.children):
                yield (*keys, at, "children", below, "url"), child.url


def _check(settings: Settings, reading: Reading) -> None:
    checked = _Checker(reading)
    checked.base_url(settings.base_url, ("base_url",))
    checked.zone(settings.timezone)
    checked.languages(settings)
    checked.permalink(settings)
    checked.theme(settings.theme.name)
    checked.tags(settings)
    checked.menu(settings)
    checked.publisher(settings)
    checked.security(settings)
    checked.acronyms(settings)
    checked.assistant(settings.ingest.assistant)
    checked.deploy(settings)


def _zone_hint(name: str, known: list[str]) -> str:
    if re.search(r"\d", name):
        return "An offset has no summer time: name a city's zone, like Europe/London."
    city = suggested_zone(name, known)
    return f"Did you mean '{city}'?" if city else did_you_mean(name, known, "Write it like Europe/London.")


def base_url_fault(url: str) -> tuple[str, str] | None:
    """What is wrong with a base URL, and what to do; None for a valid one."""
    try:
        parts = urlsplit(url)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_right = urlsplit(""), False
    if parts.username or parts.password or "@" in parts.netloc:
        return _SECRET
    if url and not _ADDRESS.fullmatch(url):
        named = "a space, which" if re.search(r"\s", url) else "a character that"
        return f"{url!r} contains {named} no address has.", "Write it like https://example.org/."
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_right:
        return f"'{url}' is not the address of a site.", "Write it like https://example.org/."
    if parts.query or parts.fragment:
        return f"'{url}' has a query or a fragment.", "Leave out what follows ? or #."
    return None


class _Checker:
    """Checks of settings beyond their types."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.at, self.at_key = reading.report_value, reading.report_key

    def base_url(self, url: str, keys: Keys) -> None:
        fault = base_url_fault(url)
        if fault is _SECRET:
            self.secret(keys)
        elif fault:
            self.at(keys, *fault)

    def zone(self, name: str) -> None:
        from zoneinfo import available_timezones

        try:
            ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            self.at(("timezone",), f"'{name}' is not a time zone.", _zone_hint(name, sorted(available_timezones())))

    def languages(self, settings: Settings) -> None:
        known: dict[str, str] = {}
        for tag in settings.languages:
            if fault := language_fault(tag, known):
                self.at_key(("languages", tag), *fault)
            known[tag.lower()] = tag
        for key, one in settings.tags.items():
            for tag in one.names:
                if not canonical(tag):
                    self.at_key(("tags", key, "names", tag), f"'{tag}' is not a language.", tag_hint(tag))

    def permalink(self, settings: Settings) -> None:
        pattern, keys = settings.permalink, ("permalink",)
        names = re.findall(r"\{([^{}]*)\}", pattern)
        for name in names:
            if name not in _PERMALINK_NAMES:
                known = ", ".join(f"{{{known}}}" for known in _PERMALINK_NAMES)
                part = f"{{{name}}}"
                self.at(keys, f"'{part}' is not a part of an address.", f"Known: {known}.", part)
        if "slug" not in names:
            hint = "Two posts of a month would have one address; add {slug}."
            self.at(keys, "The pattern has no {slug}.", hint)
        bare = re.sub(r"\{[^{}]*\}", "x", pattern)
        fault = path_fault(bare)
        if fault and ".." not in bare:
            self.at(keys, f"'{pattern}' {fault}.", "Write it like /{year}/{slug}/.")
        elif fault or not _PERMALINK.fullmatch(bare):
            hint = "Begin with / and end with / or .html, like /{year}/{slug}/ or /{year}/{slug}.html."
            if bare.endswith("/index.html"):
                hint = f"Write '{pattern.removesuffix('index.html')}'."
            self.at(keys, f"'{pattern}' is not a pattern of addresses.", hint)
        elif "section" in names:
            self._section(settings)

    def _section(self, settings: Settings) -> None:
        """The part of an address that is left out for posts without a section."""
        name = "{section}"
        if name not in settings.permalink.split("/"):
            what = f"'{name}' shares a part of the address."
            self.at(("permalink",), what, f"Put it between slashes: /{name}/.", name)
        elif not settings.sections:
            what = f"No sections are set, so '{name}' would always be empty."
            hint = "Add 'sections:' with the tags that are sections, or remove it."
            self.at(("permalink",), what, hint, name)

    def theme(self, name: str) -> None:
        if not name.strip():
            self.at(("theme", "name"), "The theme has no name.", "Name one, or leave the key out.")

    def tags(self, settings: Settings) -> None:
        claimed: dict[str, str] = {}
        for key, tag in settings.tags.items():
            if tag.slug and (not is_slug(tag.slug) or path_fault(tag.slug)):
                what = f"The slug '{tag.slug}' cannot be part of an address."
                self.at(("tags", key, "slug"), what, f"Write '{slugify(tag.slug)}'.")
            for name in dict.fromkeys(
                fold(name) for name in (key, tag.name, *tag.names.values(), *tag.aliases) if name
            ):
                if claimed.setdefault(name, key) != key:
                    what = f"'{name}' means both '{claimed[name]}' and '{key}'."
                    self.at_key(("tags", key), what, "Keep it in one of them.")

    def menu(self, settings: Settings) -> None:
        for keys, url in menu_addresses(settings):
            if not re.match(r"/(?!/)|https?://|mailto:", url) or not _ADDRESS.fullmatch(url):
                self.at(keys, f"'{url}' leads nowhere.", "Begin with / or https://.")

    def publisher(self, settings: Settings) -> None:
        logo = settings.publisher.logo
        relative = logo and not re.match(r"/|[A-Za-z][A-Za-z0-9+.-]*:", logo)
        if logo and (not _ADDRESS.fullmatch(logo) or not (relative or re.match(r"/(?!/)|https?://", logo))):
            hint = "Write it like /logo.png or https://example.org/logo.png."
            self.at(("publisher", "logo"), f"{logo!r} is not the address of a picture.", hint)

    def security(self, settings: Settings) -> None:
        if settings.security.contact and settings.security.expires is None:
            what = "security.txt must say when it expires."
            self.at_key(("security", "contact"), what, "Add 'expires:' with a date at most a year ahead.")

    def acronyms(self, settings: Settings) -> None:
        for name in settings.markdown.acronyms.names:
            if not re.fullmatch(r"\w(?:[\w&./-]*\w)", name):
                what = f"'{name}' is not an acronym."
                self.at_key(("markdown", "acronyms", "names", name), what, "Write two letters or more, without spaces.")

    def assistant(self, assistant: AssistantSettings) -> None:
        keys = ("ingest", "assistant", "url")
        address = urlsplit(assistant.url)
        if "@" in address.netloc:
            self.secret(keys)
        elif assistant.url and not assistant.model:
            self.at(keys, "The assistant has no model.", "Add 'model: NAME', as the server knows it.")
        elif assistant.key_env and address.scheme == "http" and not assistant.is_local:
            self.at(keys, "The key would be sent unencrypted.", "Write https://, or leave out key_env.")

    def deploy(self, settings: Settings) -> None:
        for name, target in settings.deploy.items():
            if not is_slug(name) or name in _NO_TARGETS:
                what = f"'{name}' cannot be the name of a target."
                self.at_key(("deploy", name), what, "Write small letters, digits and hyphens; not 'status'.")
            if target.base_url:
                self.base_url(target.base_url, ("deploy", name, "base_url"))
            self._keys_of(name, target)
            self._folder_of(name, target, settings.output)
            self._secrets_of(name, target)
            self._options_of(name, target)

    def _keys_of(self, name: str, target: DeployTarget) -> None:
        needed, possible = _TARGET_KEYS[target.type]
        for key in needed:
            if not getattr(target, key):
                what = f"The target '{name}' of type {target.type} lacks '{key}'."
                self.at_key(("deploy", name), what, f"Add '{key}: ...'.")
        for field in fields(target):
            fits = field.name in (*_OF_ANY_TARGET, *needed, *possible)
            if not fits and getattr(target, field.name) != field.default:
                what = f"A target of type {target.type} has no '{field.name}'."
                known = ", ".join(dict.fromkeys((*needed, *possible, *_OF_ANY_TARGET[1:])))
                self.at_key(("deploy", name, field.name), what, f"It takes: {known}.")

    def _folder_of(self, name: str, target: DeployTarget, output: str) -> None:
        """Report a target folder that is among the sources, or is the output folder."""
        parts = PurePosixPath(target.path).parts
        if target.type == "folder" and target.path and (not parts or parts[0] in (*_SOURCES, output)):
            what = f"The folder '{target.path}' is the site's own."
            self.at(("deploy", name, "path"), what, "Name one beside the site, like ../www.")

    def _secrets_of(self, name: str, target: DeployTarget) -> None:
        for key in ("remote", "endpoint", "base_url"):
            if re.match(r"https?://[^/@]+@|[a-z+]+://[^/@]*:[^/@]+@", getattr(target, key)):
                self.secret(("deploy", name, key))

    def secret(self, keys: Keys) -> None:
        """Report a password in an address, without printing it."""
        self.at(keys, *_SECRET)
        self.reading.problems[-1] = replace(self.reading.problems[-1], excerpt="")

    def _options_of(self, name: str, target: DeployTarget) -> None:
        """Report names that a program would take for an option, since it may run what that says."""
        for key in _NAMES:
            value = getattr(target, key)
            if value and (fault := option_fault(key, value)):
                self.at(("deploy", name, key), f"{value!r} {fault[0]}.", fault[1])
