"""Read what an assistant answered: one JSON object of the schema, or a reason why it is none."""

import re
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from site_gen.extract.assistance.request import HEADLINE, SUMMARY, TAG, TAGS
from site_gen.model.assistance import Answer

_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_LONGEST = 20_000


class _Fields(Struct, frozen=True, forbid_unknown_fields=True):
    headline: Annotated[str, Meta(max_length=4 * HEADLINE)] = ""
    summary: Annotated[str, Meta(max_length=4 * SUMMARY)] = ""
    tags: Annotated[tuple[Annotated[str, Meta(max_length=4 * TAG)], ...], Meta(max_length=4 * TAGS)] = ()


def read_answer(text: str, model: str, prompt: str) -> Answer | str:
    """The answer in a model's reply to the prompt with this digest, or what is wrong with the reply.

    Texts that are too long for their field are for the check to refuse; those far too long are no answer.
    """
    if len(text) > _LONGEST:
        return f"the answer has {len(text)} characters"
    fenced = _FENCED.match(text)
    try:
        fields = msgspec.json.decode(fenced[1] if fenced else text, type=_Fields)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return f"the answer does not follow the schema ({error})"
    tags = tuple(dict.fromkeys(filter(None, map(_one_line, fields.tags))))
    return Answer(model, prompt, _one_line(fields.headline), _one_line(fields.summary), tags)


def _one_line(text: str) -> str:
    return " ".join(text.split())
