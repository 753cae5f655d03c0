import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.decode import decode

ENGLISH = "The ministry said “no” – a café in Zürich cost €5…\nSecond line, with nothing special in it at all.\n"
WESTERN = "Le ministère a confirmé l’arrivée des véhicules à la frontière.\nDie Übung fällt größer aus.\n"
RUSSIAN = (
    "Министерство обороны сообщило во вторник, что первая батарея прибыла на побережье.\n"
    "Расчёты будут тренироваться до весны, говорится в сообщении, после чего комплекс заступит на дежурство.\n"
)
JAPANESE = (
    "防衛省は火曜日、最初の部隊が沿岸に到着したと発表した。\n訓練は春まで続く見通しだという。カメラの映像を公開した。\n"
)


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE, "plain ASCII\n"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_with_a_mark_and_utf8(text: str, mark: bytes, encoding: str) -> None:
    decoded = decode(mark + text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, "plain ASCII\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (WESTERN, "cp1252"),
        (WESTERN.replace("’", "'"), "latin-1"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN * 20, "koi8-r"),
        (RUSSIAN * 20, "cp1251"),
        (RUSSIAN, "cp866"),
        ("Міністерство оборони повідомило у вівторок про удар.\n", "cp1251"),
        ("Міністерство оборони повідомило у вівторок про удар.\n", "koi8-u"),
        (
            "Ministerstwo potwierdziło, że żołnierze dotarli już na wybrzeże; świadkowie mówią o dużych ćwiczeniach.\n",
            "cp1250",
        ),
        ("Το υπουργείο ανακοίνωσε την Τρίτη ότι η πρώτη πυροβολαρχία έφτασε στην ακτή της χώρας.\n", "cp1253"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("航空自衛隊、F-35Bを導入\n", "shift_jis"),
        ("Обстрел Харькова: есть раненые, сообщил мэр.\n", "cp1251"),
    ],
)
def test_old_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_lf(ends: str) -> None:
    assert decode(f"one{ends}two{ends}".encode()).text == "one\ntwo\n"


def test_some_broken_bytes_leave_the_rest_as_it_is() -> None:
    data = RUSSIAN.encode() + b"\xff\xfe " + "é".encode() + b" \x93quoted\x94"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(RUSSIAN)
    assert decoded.text.endswith("é “quoted”")


def test_a_character_cut_in_half_is_marked() -> None:
    assert decode(RUSSIAN.encode()[:-3]).text == RUSSIAN[:-3] + "\ufffd"


def test_stray_nuls_do_not_make_it_wide() -> None:
    assert decode(b"one\x00two three four five six seven eight nine ten\n" * 3).encoding == "utf-8"


@given(st.binary(max_size=300))
def test_anything_decodes(data: bytes) -> None:
    text = decode(data).text
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\x00")))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
