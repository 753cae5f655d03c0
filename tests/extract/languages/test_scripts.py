"""Scripts, and the letters that only some languages have."""

import pytest

from site_gen.extract.languages.scripts import letters_in, possible, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Two boats", "Latin"), ("Два катери", "Cyrillic"), ("قاربان", "Arabic"), ("שתי סירות", "Hebrew"),
        ("两艘巡逻艇抵达", "Han"), ("巡視船が二隻到着した", "Kana"), ("순찰선 두 척", "Hangul"), ("12 — 34", ""),
    ],
)  # fmt: skip
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text)[0] == script


def test_latin_names_do_not_make_a_text_latin() -> None:
    assert script_of("Міністр оглянув системи IRIS-T та Patriot на полігоні")[0] == "Cyrillic"


@pytest.mark.parametrize(
    ("text", "script", "codes"),
    [
        ("Її військо зберігає ґрунт і їжу, є надія", "Cyrillic", {"uk"}),
        ("Міністэрства абароны паведаміла, што ўчора ў Мінску былі вучэнні, ўсё ў парадку", "Cyrillic", {"be"}),
        ("Министр обороны заявил, что эти выборы были", "Cyrillic", {"ru"}),
        ("وزير الدفاع قال إن القوات وصلت", "Arabic", {"ar"}),
    ],
)
def test_letters_leave_only_some_languages(text: str, script: str, codes: set[str]) -> None:
    assert codes <= set(possible(text, script))
    assert {"bg", "sr"} & set(possible(text, script)) == set() or script != "Cyrillic"


def test_a_few_foreign_names_rule_no_language_out() -> None:
    text = (
        "Die Werft in Świnoujście baut für Łódź zwei Fähren, die später über die Oder fahren sollen. Der Auftrag "
        "kostet mehr, als der Hafen bezahlen will, und die Stadt hat noch keine Bank gefunden, die ihn vorstreckt, "
        "sagte gestern der Kämmerer dem Rat, der darüber drei Stunden lang und ohne Ergebnis stritt. "
    )
    assert "de" in possible(text * 3, "Latin")
    assert "de" not in possible(
        "Stocznia zbuduje dwa promy, które będą pływać między Świnoujściem a Łebą. " * 6, "Latin"
    )


def test_a_sign_says_more_than_a_letter() -> None:
    assert letters_in("两艘巡逻艇") == 15
    assert letters_in("ab 12") == 2
