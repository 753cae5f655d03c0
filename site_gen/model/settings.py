"""What `site.yaml` may say. The description of each key is its documentation (`docs/reference/settings.md`)."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from site_gen.model.assistance import AssistantSettings
from site_gen.model.seed import EntityKind
from site_gen.model.theme import OptionText


def _says(text: str) -> Meta:
    return Meta(description=text)


class SubMenuItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One link below another of the main navigation."""

    title: Annotated[str, _says("The link's text.")]
    url: Annotated[str, _says("Where it leads: an address on this site (`/about/`) or a full one.")]


class MenuItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One link of the main navigation."""

    title: Annotated[str, _says("The link's text.")]
    url: Annotated[str, _says("Where it leads: an address on this site (`/about/`) or a full one.")]
    children: Annotated[tuple[SubMenuItem, ...], _says("Links that open below it, itself the first of them.")] = ()


class Publisher(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who publishes the site, for search engines and feeds."""

    name: Annotated[str, _says("The publisher's name; the site's title when empty.")] = ""
    logo: Annotated[str, _says("Address of a logo picture on this site.")] = ""
    email: Annotated[str, _says("A public address for corrections and contact.")] = ""
    rights: Annotated[str, _says("Who holds the rights, for feeds; `© NAME` when empty.")] = ""
    profiles: Annotated[
        tuple[
            Annotated[str, Meta(pattern=r"^https?://[^\s/]+\S*\Z", description="like https://social.example/@desk.")],
            ...,
        ],
        _says("The publisher's pages elsewhere, which `rel=me` names: `https://social.example/@desk`."),
    ] = ()


class ThemeChoice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which theme renders the site. A bare name stands for `{name: ...}`."""

    shorthand: ClassVar[str] = "name"  # for parsing/schema.py: the key that a bare text stands for
    name: Annotated[str, _says("A folder of `themes/`, or a theme that comes with site_gen (broadsheet, plain).")] = (
        "broadsheet"
    )
    options: Annotated[
        dict[str, OptionText], _says("Options that the theme declares in its theme.yaml; others are errors.")
    ] = {}


class FeedSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """RSS, Atom and JSON feeds of the site and of each tag."""

    items: Annotated[int, Meta(ge=1, le=500, description="How many of the newest posts a feed holds.")] = 20
    formats: Annotated[
        tuple[Literal["rss", "atom", "json"], ...], _says("Which feeds there are, of the site and of each tag.")
    ] = ("rss", "atom", "json")
    content: Annotated[Literal["full", "summary"], _says("The full text of each post, or only its summary.")] = "full"
    hub: Annotated[
        str,
        Meta(
            pattern=r"^(https?://[^\s/]+\S*)?\Z",
            description="A WebSub hub, which feeds name and which targets with `websub` notify of changed feeds.",
        ),
    ] = ""


class AcronymSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the first use of an acronym is explained, unless the text itself does so."""

    explain: Annotated[bool, _says("Mark the acronyms of defence that site_gen knows (in English), and these.")] = False
    names: Annotated[
        dict[str, str],
        _says("Acronyms and what they stand for, in addition to those known or instead of them; empty removes one."),
    ] = {}


class MarkdownSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How bodies become HTML."""

    raw_html: Annotated[
        bool, _says("Let hand-written posts and pages hold raw HTML. Posts made from seeds never may.")
    ] = False
    engine: Annotated[
        Literal["python-markdown", "commonmark"],
        _says(
            "What reads Markdown: Python-Markdown, or CommonMark by pyromark (the extra `commonmark`), much quicker."
        ),
    ] = "python-markdown"
    typography: Annotated[bool, _says("Typographic quotes, dashes and ellipses, never inside code.")] = True
    longest_paragraph: Annotated[
        int,
        Meta(
            ge=0,
            le=10000,
            description="Split a paragraph of more words at the end of a sentence, for example 150; 0 splits none.",
        ),
    ] = 0
    acronyms: Annotated[AcronymSettings, _says("`<abbr>` for the first use of each acronym.")] = AcronymSettings()


class ImageSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """In which sizes and formats pictures are published (the extra `images`), and what must be given with them."""

    widths: Annotated[
        tuple[Annotated[int, Meta(ge=16, le=8000)], ...],
        Meta(min_length=1, description="Widths in pixels; none is made wider than the picture is."),
    ] = (480, 768, 960, 1440)
    formats: Annotated[
        tuple[Literal["avif", "webp"], ...],
        _says("Formats for browsers that know them, the best first, besides JPEG or PNG for all."),
    ] = ("avif", "webp")
    credit: Annotated[Literal["required", "optional"], _says("Whether a picture without a credit is a problem.")] = (
        "required"
    )


class DossierSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first page of each tag."""

    facts: Annotated[
        bool,
        _says("Show what site_gen knows of countries, organisations and systems beside what `content/tags/` says."),
    ] = True


class PreviewSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `site-gen serve` adds to pages."""

    bar: Annotated[bool, _says("The bar with a page's source, its template and why it was made.")] = True


_Colour = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]


class SocialCardSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pictures of 1200 by 630 pixels with the headline, for posts that are shared (the extra `images`)."""

    newest: Annotated[
        int,
        Meta(ge=0, le=10000, description="How many of the newest posts have one; all others share the site's picture."),
    ] = 100
    paper: Annotated[_Colour, _says("Colour of the background, as `#rrggbb`.")] = "#fffdf8"
    ink: Annotated[_Colour, _says("Colour of the site's name and the headline, as `#rrggbb`.")] = "#191715"
    accent: Annotated[_Colour, _says("Colour of the bar at the top and of the tag, as `#rrggbb`.")] = "#8a1c2e"


class LanguageSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The part of the site in one language, named by its tag; what is empty is that of the site."""

    names_suffice: ClassVar[bool] = True  # for parsing/schema.py: a list of names stands for a mapping of them
    name: Annotated[str, _says("What readers choose it by; what its speakers call it when empty.")] = ""
    title: Annotated[str, _says("The site's name in this language.")] = ""
    tagline: Annotated[str, _says("The line beneath the name.")] = ""
    menu: Annotated[tuple[MenuItem, ...], _says("Main navigation of this language; not that of the site.")] = ()


class TagSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One tag, named by the key: how it is shown, and its synonyms."""

    name: Annotated[str, _says("The name readers see; the key itself when empty.")] = ""
    names: Annotated[
        dict[str, str], _says("The name in other languages of the site, by their tags; also synonyms.")
    ] = {}
    aliases: Annotated[tuple[str, ...], _says("Other spellings and synonyms that fold into this tag.")] = ()
    kind: Annotated[EntityKind | None, _says("The group that lists it in the tag index.")] = None
    slug: Annotated[str, _says("Its part of the address; made from the key when empty.")] = ""


class EntitySetting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name that ingest should know in addition to its own."""

    name: Annotated[str, _says("The canonical spelling.")]
    kind: Annotated[EntityKind, _says("What it is.")]
    aliases: Annotated[tuple[str, ...], _says("Other forms that mean the same.")] = ()
    iso3: Annotated[str, _says("For a country: its ISO 3166 alpha-3 code.")] = ""


class IngestSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Defaults for posts made from seeds."""

    authors: Annotated[tuple[str, ...], _says("Authors of a post whose seed names none.")] = ()
    draft: Annotated[bool, _says("Make new posts drafts, for an editor to release.")] = False
    unsure: Annotated[
        Literal["publish", "draft"],
        _says(
            "What to do with a post that ingest is unsure of: publish it, or make it a draft until `site-gen review`."
        ),
    ] = "publish"
    assistant: Annotated[
        AssistantSettings, _says("A language model that makes proposals. Nothing is sent unless it has a `url`.")
    ] = AssistantSettings()


_Origin = Annotated[
    str, Meta(pattern=r"^[^\s;,'\"]+\Z", description="the address of a site, like https://pictures.example.org.")
]


class HeaderSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `_headers`, by which hosts such as Netlify and Cloudflare Pages send security and cache headers.

    Its Content-Security-Policy lets pages load files of the site itself, and from the other sites that are named here.
    """

    write: Annotated[bool, _says("Write the file. The site's own `static/_headers` wins over it.")] = True
    images: Annotated[tuple[_Origin, ...], _says("Other sites from which pages may show pictures.")] = ()
    media: Annotated[tuple[_Origin, ...], _says("Other sites from which pages may play sound and films.")] = ()
    scripts: Annotated[tuple[_Origin, ...], _says("Other sites whose scripts pages may run.")] = ()
    frames: Annotated[tuple[_Origin, ...], _says("Other sites that pages may show in a frame.")] = ()
    connections: Annotated[tuple[_Origin, ...], _says("Other sites that scripts may connect to.")] = ()


class SecuritySettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`/.well-known/security.txt` (RFC 9116): whom to report vulnerabilities to. Written if a contact is given."""

    contact: Annotated[
        tuple[
            Annotated[str, Meta(pattern=r"^(https://|mailto:|tel:)\S+\Z", description="mailto:desk@example.org.")], ...
        ],
        _says("Addresses in order of preference: `mailto:`, `https://` or `tel:`."),
    ] = ()
    expires: Annotated[datetime | None, _says("When the file is out of date; within a year. Required.")] = None
    policy: Annotated[
        str, Meta(pattern=r"^(https://\S+)?\Z", description="Address of the disclosure policy: https://...")
    ] = ""


class PlainSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The site for programs that read plain text."""

    markdown: Annotated[bool, _says("Publish each post as Markdown too, beside its page.")] = False
    llms: Annotated[bool, _says("Publish `/llms.txt`, a guide to the newest posts (https://llmstxt.org).")] = False


class DeployTarget(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where `site-gen deploy` puts the site. Its type decides which keys it may have; see docs/deploy.md."""

    type: Annotated[
        Literal["folder", "rsync", "git", "s3", "gcs", "azure", "rclone", "command"], _says("How the site gets there.")
    ]
    base_url: Annotated[str, _says("Where the site is published from there, if not at `base_url` of the site.")] = ""
    preview: Annotated[
        bool, _says("Only for looking at: addresses may vanish there, and are not recorded in addresses.lock.")
    ] = False
    path: Annotated[
        str, _says("folder, rsync: the folder that holds `releases/` and `current`; here or on the host.")
    ] = ""
    keep: Annotated[
        int, Meta(ge=1, le=1000, description="folder, rsync: how many releases are kept, including the live one.")
    ] = 5
    host: Annotated[str, _says("rsync: the host as ssh knows it: `news.example` or `desk@news.example`.")] = ""
    ssh: Annotated[tuple[str, ...], _says("rsync: the command of ssh with its options; ssh finds its keys itself.")] = (
        "ssh",
    )
    remote: Annotated[
        str, _says("git: a remote of the site's repository or its address; rclone: `REMOTE:PATH` as rclone knows it.")
    ] = ""
    branch: Annotated[str, _says("git: the branch that is published.")] = "gh-pages"
    history: Annotated[
        Literal["keep", "squash"], _says("git: a commit for each deployment, or one commit without history.")
    ] = "keep"
    domain: Annotated[str, _says("git: the site's own domain, written to `CNAME`.")] = ""
    bucket: Annotated[str, _says("s3, gcs: the bucket; azure: the container.")] = ""
    prefix: Annotated[str, _says("s3, gcs, azure: a folder within the bucket.")] = ""
    endpoint: Annotated[str, _says("s3, azure: address of a service that is not Amazon's or Microsoft's own.")] = ""
    region: Annotated[str, _says("s3: the bucket's region.")] = ""
    account: Annotated[str, _says("azure: the storage account.")] = ""
    gzip: Annotated[bool, _says("s3, gcs, azure: store texts compressed; for delivery that does not compress.")] = False
    page_seconds: Annotated[
        int, Meta(ge=0, le=31536000, description="s3, gcs, azure: how long caches may keep a page, in seconds.")
    ] = 60
    command: Annotated[
        tuple[str, ...], _says("command: program and arguments; `{folder}` stands for the built site.")
    ] = ()
    after: Annotated[
        tuple[str, ...],
        _says("Program and arguments run afterwards, with changed addresses on standard input: to empty a cache."),
    ] = ()
    websub: Annotated[bool, _says("Notify the hub of the settings (`feeds: {hub: ...}`) of changed feeds.")] = False
    indexnow: Annotated[
        str,
        Meta(
            pattern=r"^(https?://[^\s/]+\S*)?\Z",
            description="A service to notify of changed pages, like https://api.indexnow.org/indexnow. "
            "The site's own `indexnow` is the key.",
        ),
    ] = ""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole of site.yaml."""

    title: Annotated[str, Meta(min_length=1, description="The site's name, as on the masthead.")] = "Untitled site"
    tagline: Annotated[str, _says("A line beneath the name, and the site's description for search engines.")] = ""
    base_url: Annotated[str, _says("Where the site is published: `https://example.org/`, or with a path below it.")] = (
        "http://localhost:8000/"
    )
    language: Annotated[
        str,
        Meta(
            pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            description="A language tag like `en`, `de` or `pt-BR` (BCP 47).",
        ),
    ] = "en"
    languages: Annotated[
        dict[str, LanguageSettings],
        _says(
            "Languages that the site is published in, by their tags. Each but `language` has its own front page, tags, "
            "archive, search and feeds, at `/uk/` and below. A list of tags will do: `[uk, ar]`."
        ),
    ] = {}
    timezone: Annotated[str, _says("IANA zone in which dates without a zone are read and all are shown.")] = "UTC"
    permalink: Annotated[
        str,
        _says(
            "A post's address; it ends with `/` or `.html`. It may use {year} {month} {day} {slug} {type} {section} "
            "and must use {slug}. {section} is the slug of the first of its tags that is one of `sections`."
        ),
    ] = "/{year}/{month}/{slug}/"
    output: Annotated[str, _says("The output folder.")] = "output"
    page_size: Annotated[int, Meta(ge=1, le=1000, description="Posts on one page of the home and tag lists.")] = 20
    related: Annotated[int, Meta(ge=0, le=50, description="Related posts shown with a post.")] = 4
    authors: Annotated[tuple[str, ...], _says("Authors of a post that names none.")] = ()
    publisher: Annotated[Publisher, _says("Who publishes the site.")] = Publisher()
    menu: Annotated[tuple[MenuItem, ...], _says("Main navigation, in order.")] = ()
    sections: Annotated[tuple[str, ...], _says("Tags with their own list on the front page, in order.")] = ()
    theme: Annotated[ThemeChoice, _says("The theme and its options.")] = ThemeChoice()
    feeds: Annotated[FeedSettings, _says("What feeds hold.")] = FeedSettings()
    markdown: Annotated[MarkdownSettings, _says("How bodies become HTML.")] = MarkdownSettings()
    images: Annotated[ImageSettings, _says("How pictures are published.")] = ImageSettings()
    dossiers: Annotated[DossierSettings, _says("The first page of each tag.")] = DossierSettings()
    coverage: Annotated[bool, _says("The page `/coverage/`: a map, a calendar and the most frequent names.")] = True
    search: Annotated[
        Literal["browse", "pagefind", "none"],
        _says(
            "The page `/search/`: `pagefind` searches the texts of all posts (the extra `search`), `browse` leads to "
            "tags and archive alone, `none` makes no page."
        ),
    ] = "browse"
    social_cards: Annotated[SocialCardSettings, _says("Pictures that represent posts where they are shared.")] = (
        SocialCardSettings()
    )
    ingest: Annotated[IngestSettings, _says("Defaults for posts made from seeds.")] = IngestSettings()
    tags: Annotated[dict[str, TagSettings], _says("Display names, kinds, slugs and synonyms of tags.")] = {}
    tag_minimum: Annotated[
        int,
        Meta(
            ge=1,
            le=1000,
            description="Stories that a tag needs for feeds of its own, and for its page to be in the sitemap and in "
            "search engines. Rarer tags keep their page, marked `noindex`; 1 for no difference.",
        ),
    ] = 3
    entities: Annotated[tuple[EntitySetting, ...], _says("Names that ingest should know in addition to its own.")] = ()
    hosting: Annotated[
        tuple[Literal["netlify", "cloudflare", "apache"], ...],
        _says(
            "Hosts whose own file of redirects is written into the site: `_redirects` for netlify and cloudflare, "
            "`.htaccess` for apache. For other servers: `site-gen rules`."
        ),
    ] = ()
    headers: Annotated[HeaderSettings, _says("The file `_headers`, for hosts that read it.")] = HeaderSettings()
    plain: Annotated[PlainSettings, _says("The site for programs that read plain text.")] = PlainSettings()
    security: Annotated[SecuritySettings, _says("`/.well-known/security.txt`.")] = SecuritySettings()
    fediverse: Annotated[
        str,
        Meta(
            pattern=r"^(@[\w.-]+@[\w.-]+\.\w+)?\Z",
            description="The site's account, like `@desk@news.example`, credited when a post is shared there.",
        ),
    ] = ""
    indexnow: Annotated[
        str,
        Meta(
            pattern=r"^([A-Za-z0-9-]{8,128})?\Z",
            description="An IndexNow key of 8 to 128 letters, digits and hyphens; its file is written.",
        ),
    ] = ""
    preview: Annotated[PreviewSettings, _says("What `site-gen serve` adds to pages.")] = PreviewSettings()
    deploy: Annotated[dict[str, DeployTarget], _says("Targets of `site-gen deploy`, by name.")] = {}
