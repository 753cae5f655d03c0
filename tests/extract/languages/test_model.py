"""The model of the extra `languages`."""

import pytest

from site_gen.extract.languages import model


def test_scores_are_probabilities() -> None:
    scores = model.scores("Міністерство оборони повідомило про прибуття двох катерів до порту.")
    assert 0.9 < sum(scores.values()) < 1.1
    assert max(scores, key=lambda code: scores[code]) == "uk"


def test_without_the_library_there_are_no_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_detector", lambda: None)
    assert not model.is_installed()
    assert model.scores("Zwei Boote") == {}
