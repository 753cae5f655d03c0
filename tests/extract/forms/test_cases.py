from collections import Counter

import pytest

from tests.extract.forms.form_cases import FOLDER, Case, cases, facts_of, lost, read

FORMS = sorted(file.stem for file in FOLDER.glob("*.txt"))
ALL = [pytest.param(case, id=f"{form}: {case.name}") for form in FORMS for case in cases(form)]


@pytest.mark.parametrize("case", ALL)
def test_a_form_gives_what_the_text_says_of_itself(case: Case) -> None:
    assert facts_of(read(case.text)) == case.expected


@pytest.mark.parametrize("case", ALL)
def test_no_word_of_it_is_lost(case: Case) -> None:
    assert lost(case.text, read(case.text)) == Counter()


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_ten_cases(form: str) -> None:
    assert len(cases(form)) >= 10
