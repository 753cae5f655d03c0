import pytest

from site_gen.extract.languages.digits import in_ascii, number


def test_digits_of_other_scripts_keep_their_places() -> None:
    text = "٠١٢٣٤٥٦٧٨٩ ۱۴۰۵/۰۲/۲۲ １２日 ५ 5"
    assert in_ascii(text) == "0123456789 1405/02/22 12日 5 5"
    assert len(in_ascii(text)) == len(text)
    assert in_ascii("12 May") == "12 May"


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("二〇二六", 2026), ("十", 10), ("十二", 12), ("二十", 20), ("二十五", 25), ("五", 5)],
)
def test_chinese_numerals_of_dates(text: str, value: int) -> None:
    assert number(text) == value
