"""An entry of a feed as an item: its text as HTML, its pictures and attachments, its address, its dates."""

import hashlib
import html
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.feed_entry import Attachment, Content, Entry, Feed
from site_gen.conversion.feed_html import plain_words
from site_gen.conversion.feed_json import read_json_feed
from site_gen.conversion.feed_xml import read_xml_feed
from site_gen.extract.decode import decode
from site_gen.importing.item import Item, Loss, Term
from site_gen.importing.recall import text_of_html
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole
from site_gen.text.dates import in_zone
from site_gen.text.stamps import parse_written

_LARGEST = 512_000_000
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_BLOCK = re.compile(r"<(?:p|div|ul|ol|table|h[1-6]|blockquote|figure|pre)\b|<br\b[^<>]*>\s*<br\b", re.IGNORECASE)
_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\[?(?:read (?:more|on|the (?:full|rest)[^.]{0,40})|continue reading[^.]{0,200}"
    r"|(?:weiter|mehr) lesen|lire la suite|leer más|читать далее)\W{0,20})\Z",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*<p>\s*The post\s*<a\b[^<>]*>(?:(?!</?p\b).){0,500}?</a>\s*(?:first )?appeared (?:first )?on\s*"
    r"<a\b[^<>]*>(?:(?!</?p\b).){0,300}?</a>\.?\s*</p>\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_FLARE = re.compile(r"<div\b[^<>]*\bclass=[\"'](?:feedflare|blogger-post-footer)[\"'][^<>]*>.*?</div>", re.I | re.S)
_IMG = re.compile(r"<img\b", re.IGNORECASE)
_TRACKING = re.compile(r"&?\b(?:utm_\w+|fbclid|gclid)=[^&#]*")
_ENDING = re.compile(r"\.(?:html?|php|aspx?)\Z", re.IGNORECASE)
_LONGEST_TITLE = 80
_LONGEST_SUMMARY = 500
_FEWEST_WORDS = 100
_THREAD = "{http://purl.org/syndication/thread/1.0}in-reply-to"


class Text(Struct, frozen=True):
    """The text of an entry as HTML, as the feed has it, and what is lost of it."""

    html: str
    raw: str
    losses: tuple[Loss, ...]
    base: str = ""


def read_feed(file: Path) -> Result[Feed]:
    """The feed in a file; beside a problem there may be what was read before its place."""
    if file.stat().st_size > _LARGEST:
        what = f"This file has {file.stat().st_size // 1_000_000:,} MB; at most {_LARGEST // 1_000_000} MB are read."
        return Result(None, (Problem(file.name, 0, 0, what, "Export it in several files."),))
    data = read_whole(file)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return read_json_feed(file.name, decode(data).text)
    return read_xml_feed(file.name, data)


def is_comment(entry: Entry) -> bool:
    """Whether an entry is a reader's comment on another."""
    return _THREAD in entry.other or bool(re.search(r"#(?:comment-?|c)\d+\Z", entry.link))


def parent_of(entry: Entry) -> str:
    """The identifier of the entry that a comment is on."""
    return entry.other.get(_THREAD, "")


def key_of(entry: Entry) -> str:
    """What identifies an entry for good."""
    if entry.key or entry.link:
        return entry.key or entry.link
    said = f"{entry.title}\n{entry.published}\n{entry.content.text if entry.content else ''}"
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def home_of(feed: Feed) -> str:
    """The full address of a feed's site; its root, where entries are not below what the feed names."""
    links = [entry.link for entry in feed.entries if entry.link.startswith(("http://", "https://"))]
    home = feed.home if feed.home.startswith(("http://", "https://")) else ""
    if not home:
        hosts = [root_of(link) for link in links]
        return max(sorted(set(hosts)), key=hosts.count) if hosts else ""
    folder = (
        home if home.endswith("/") or "." not in urlsplit(home).path.rpartition("/")[2] else home.rpartition("/")[0]
    )
    folder = folder.partition("?")[0].partition("#")[0].rstrip("/")
    own = [link for link in links if is_same_site(link, home)]
    return folder if all(address_in(link, folder) for link in own) else root_of(home)


def root_of(url: str) -> str:
    """Scheme and host of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses have the same host, with `www.` or without."""
    hosts = [urlsplit(url).netloc.lower().removeprefix("www.") for url in (one, other)]
    return hosts[0] == hosts[1]


def address_in(link: str, home: str) -> str:
    """The path of a link below the home of its site, as people read it; "" for one elsewhere."""
    parts = urlsplit(link)
    root = unquote(urlsplit(home).path).rstrip("/")
    path = unquote(parts.path) or "/"
    if not parts.netloc or not is_same_site(link, home) or not (path == root or path.startswith(root + "/")):
        return ""
    query = _TRACKING.sub("", parts.query).strip("&")
    return re.sub(r"/{2,}", "/", path.removeprefix(root) or "/") + (f"?{query}" if query else "")


def moment_of(text: str, zone: tzinfo) -> tuple[datetime | None, bool]:
    """A date of a feed, and whether it has a time. Its offset stays, since the day of its old address is by that.

    One in UTC is put in the zone of the site: it names no place.
    """
    moment = _parsed(text.strip())
    if moment is None:
        found = parse_written(text, zone) if text else None
        return (found.moment, found.timed) if found else (None, False)
    timed = "T" in text or ":" in text
    moment = moment.replace(microsecond=0) if moment.tzinfo else moment.replace(tzinfo=zone, microsecond=0)
    return (moment if moment.utcoffset() or not timed else in_zone(moment, zone)), timed


def _parsed(text: str) -> datetime | None:
    """A date as RFC 3339 or RFC 822 write it."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(text)
            return moment if moment.year > 1 and _fits(moment) else None
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _fits(moment: datetime) -> bool:
    """Whether an offset is one that places have, in whole minutes."""
    offset = moment.utcoffset()
    return offset is None or (abs(offset) <= timedelta(hours=14) and offset.seconds % 60 == 0)


def text_of_entry(entry: Entry) -> Text:
    """The text of an entry, and whether it seems to be cut."""
    content, cut = entry.content, ""
    if content is None or not content.text.strip():
        content = entry.summary
        cut = "its feed has no more of it than a summary" if _is_short(content) else ""
    if content is None or not content.text.strip():
        return Text("", "", (Loss(0, "its feed has no text of it"),))
    made = as_html(content)
    losses = []
    for pattern, what in ((_TAIL, "the feed's closing line is left out"), (_FLARE, "the feed's buttons are left out")):
        shorter = pattern.sub("", made)
        if shorter != made:
            made = shorter
            losses.append(Loss(0, what))
    if _CUT.search(" ".join(text_of_html(made[-3000:]).split())):
        cut = cut or "its text seems to be cut in the feed: it ends as if more followed"
    if cut:
        losses.append(Loss(0, cut))
    return Text(made, content.text, tuple(losses), content.base)


def as_html(content: Content) -> str:
    """A text as HTML; the lines of plain words are kept."""
    if content.is_html and _TAG.search(content.text):
        return content.text
    plain = content.text if content.is_html else html.escape(content.text, quote=False)
    blocks = re.split(r"\n\s*\n", plain.replace("\r\n", "\n").strip())
    return "".join(f"<p>{'<br>'.join(block.strip().splitlines())}</p>" for block in blocks if block.strip())


def with_attachments(text: Text, attachments: Iterable[Attachment]) -> Text:
    """The text with links to the files that come with it, unless it shows them."""
    due = [one for one in attachments if one.url and one.url not in text.html]
    more = "".join(
        f'<p><a href="{html.escape(one.url)}">'
        f"{html.escape(one.title or unquote(urlsplit(one.url).path.rpartition('/')[2]) or one.url)}</a></p>"
        for one in due
    )
    losses = [Loss(0, f"the attached file {one.url[:200]} is a link below the text") for one in due]
    return replace(text, html=text.html + more, losses=(*text.losses, *losses))


def picture_of(entry: Entry, text: str) -> str:
    """The picture that stands for an entry and that its text does not show."""
    attached = next((one.url for one in entry.attachments if _is_picture(one)), "")
    found = entry.picture or attached or (entry.thumbnail if not _IMG.search(text) else "")
    return "" if not found or html.escape(found) in text or found in text else found


def item_of(entry: Entry, home: str, zone: tzinfo, file: str, authors: tuple[str, ...] = ()) -> Item:
    """The post that an entry is."""
    text = with_attachments(text_of_entry(entry), (one for one in entry.attachments if not _is_picture(one)))
    title, date, losses = plain_words(entry.title), moment_of(entry.published, zone), list(text.losses)
    if not title:
        title = _first_words(text.html)
        losses.append(Loss(0, "it has no title: it has its first words as one"))
    if date[0] is None:
        losses.append(Loss(0, "it has no date: it has the first of 1970"))
    address = address_in(entry.link, home) or (address_in(entry.key, home) if entry.is_address else "")
    if entry.link and not address:
        losses.append(Loss(0, f"its page {entry.link[:200]} is on another site: it has no old address here"))
    return _dated(
        Item(
            key=key_of(entry),
            kind="post",
            place=f"{file}: {title[:_LONGEST_TITLE] or key_of(entry)}",
            title=title,
            address="" if address == "/" else address,
            base=text.base,
            guid=entry.key or entry.link,
            slug=_ENDING.sub("", address.partition("?")[0].rstrip("/").rpartition("/")[2]),
            authors=tuple(filter(None, map(plain_words, entry.authors or authors))),
            terms=_terms(entry),
            summary=_summary(entry),
            body=text.raw,
            html=text.html,
            words=text.html,
            picture=picture_of(entry, text.html),
            losses=tuple(losses),
        ),
        date,
        moment_of(entry.updated, zone)[0],
    )


def _dated(item: Item, found: tuple[datetime | None, bool], updated: datetime | None) -> Item:
    """The item with its dates; without one it is of the first day of 1970."""
    date, timed = found
    if date is None:
        return replace(item, date=datetime(1970, 1, 1, tzinfo=UTC), timed=False)
    return replace(item, date=date, timed=timed, updated=updated if updated and updated > date else None)


def _summary(entry: Entry) -> str:
    """The summary of an entry that has a text besides."""
    words = plain_words(entry.summary.text) if entry.summary and entry.content else ""
    return words if len(words) <= _LONGEST_SUMMARY and not _CUT.search(words) else ""


def _terms(entry: Entry) -> tuple[Term, ...]:
    names = dict.fromkeys(plain_words(one.name) for one in entry.categories)
    return tuple(Term("category", name) for name in names if name)


def _is_short(content: Content | None) -> bool:
    """Whether a text is a summary: a paragraph at most, and not a long one."""
    if content is None:
        return False
    return not _BLOCK.search(content.text) or len(text_of_html(content.text).split()) < _FEWEST_WORDS


def _is_picture(one: Attachment) -> bool:
    return one.type.startswith("image/") or urlsplit(one.url).path.lower().endswith((".jpg", ".jpeg", ".png", ".webp"))


def _first_words(made: str) -> str:
    words = " ".join(text_of_html(made).split())
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
