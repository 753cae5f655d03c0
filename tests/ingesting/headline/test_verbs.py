import pytest

from site_gen.ingesting.headline.verbs import Form, verb_of


@pytest.mark.parametrize(
    ("word", "form", "base"),
    [
        ("approved", "past", "approve"),
        ("stopped", "past", "stop"),
        ("denies", "present", "deny"),
        ("struck", "past", "strike"),
        ("taken", "participle", "take"),
        ("found", "past", "find"),
        ("launches", "present", "launch"),
        ("cutting", "ing", "cut"),
        ("dying", "ing", "die"),
    ],
)
def test_a_form_leads_to_its_verb(word: str, form: Form, base: str) -> None:
    verb = verb_of(word, form)
    assert verb is not None
    assert verb.base == base


def test_a_word_that_is_no_verb() -> None:
    assert verb_of("frigate", "base") is None
