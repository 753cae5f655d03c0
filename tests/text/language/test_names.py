from typing import get_args

from site_gen.model.post import TERM_KINDS
from site_gen.model.seed import PostType
from site_gen.text.language.catalog import ENGLISH
from site_gen.text.language.names import KIND_HEADINGS, TYPES, kind_heading, marked, type_name


def test_every_kind_and_type_has_its_name() -> None:
    assert set(KIND_HEADINGS) == set(TERM_KINDS) and set(TYPES) == set(get_args(PostType))
    assert kind_heading(ENGLISH, "country") == "Countries" and kind_heading(ENGLISH, "ship") == "Ship"
    assert type_name(ENGLISH, "analysis") == "Analysis" and type_name(ENGLISH, "letter") == "Letter"
    assert marked("Email") == "Email"
