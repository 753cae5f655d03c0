"""A run's limits: once one is reached, its reason stays."""

from site_gen.assistant.budget import Budget


def test_a_reason_stays() -> None:
    budget = Budget(1, 100)
    assert budget.take() == ""
    assert "max_calls" in budget.take()
    budget.spent(1000)
    assert "max_calls" in budget.take()


def test_only_failures_in_a_row_count() -> None:
    budget = Budget(100, 100)
    for unanswered in (True, True, False, True, True):
        budget.failed(unanswered)
    assert budget.take() == ""
    budget.succeeded()
    budget.failed(True)
    budget.failed(True)
    assert budget.take() == ""
    budget.failed(True)
    assert "given up" in budget.take()
