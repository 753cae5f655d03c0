"""An assistant (a language model): its settings, what it proposed for a post, and what the check said of it."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from msgspec import Meta, Struct, field

About = Literal["headline", "summary", "tags"]


class AssistantSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A language model that proposes headlines, summaries and tags; each is checked against the seed before any use."""

    url: Annotated[
        str,
        Meta(
            pattern=r"^(https?://([^\s/?#\[\]]+|\[[0-9A-Fa-f:.]+\](:[0-9]+)?)(/[^\s?#]*)?)?\Z",
            description="A server for chat completions, like `http://localhost:11434/v1`; none: no assistant.",
        ),
    ] = ""
    model: Annotated[str, Meta(description="The model's name, as the server knows it.")] = ""
    key_env: Annotated[
        str,
        Meta(
            pattern=r"^([A-Za-z_][A-Za-z0-9_]*)?\Z",
            description="The environment variable that has the key for the server. The key itself is never written.",
        ),
    ] = ""
    for_: Annotated[
        Literal["unsure", "all"],
        Meta(description="Which posts it is asked about: those with a doubtful headline, summary or tags, or all."),
    ] = field(default="unsure", name="for")
    use: Annotated[
        Literal["propose", "unsure"],
        Meta(
            description="What happens to a proposal that passes the check: `propose` shows it in `site-gen review`; "
            "`unsure` also puts it in place of what the rules are unsure of, marked for review."
        ),
    ] = "propose"
    timeout: Annotated[int, Meta(ge=1, le=3600, description="Seconds to wait for an answer.")] = 120
    retries: Annotated[int, Meta(ge=0, le=10, description="How often a call that failed is tried again.")] = 2
    parallel: Annotated[int, Meta(ge=1, le=32, description="Calls at the same time.")] = 2
    max_calls: Annotated[int, Meta(ge=1, le=100000, description="Calls in one run of `site-gen ingest`.")] = 500
    max_tokens: Annotated[
        int, Meta(ge=1, le=10**9, description="Tokens in one run, sent and received, as the server counts them.")
    ] = 2_000_000
    answer_tokens: Annotated[int, Meta(ge=50, le=100000, description="The longest answer, in tokens.")] = 1000
    characters: Annotated[
        int, Meta(ge=200, le=10**6, description="How much of a text is sent, in characters from its beginning.")
    ] = 12_000

    @property
    def is_local(self) -> bool:
        """Whether the server is on this machine."""
        return urlsplit(self.url).hostname in ("localhost", "127.0.0.1", "::1")


class Answer(Struct, frozen=True, omit_defaults=True):
    """An answer as it was given and is kept in seeds.lock, unchecked; `prompt` is the digest of what was sent."""

    model: str
    prompt: str
    headline: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()


class Refused(Struct, frozen=True):
    """A proposal that the check refused, and why; it is shown to editors and never used."""

    about: About
    text: str
    why: tuple[str, ...]


class Assistance(Struct, frozen=True):
    """What passed the check of an answer ("" and () where nothing did), and what was refused.

    `used` are the fields of the post that have the assistant's words.
    """

    model: str
    headline: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    used: tuple[About, ...] = ()
