"""Sentences by a language's table."""

import pytest

from site_gen.extract.languages import ENGLISH, language_called, sentences_of
from site_gen.text import sentences as english


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("uk", ["Ген. О. Петренко прибув до м. Київ о 5 ранку.", "Його зустріли."]),
        ("uk", ["Купили шоломи, аптечки і т. д. за 3,5 млн грн.", "У 2025 р. було менше."]),
        ("uk", ["«Ми чекаємо. Ми готові», — сказав він.", "Більше нічого."]),
        ("ru", ["Пр. обороны в 2025 г. вырос до 3 тыс. руб.", "Это мало и т. д. и т. п."]),
        ("ru", ["Министр А. С. Кузнецов и ген. Иванов прибыли в г. Орёл.", "Их ждали."]),
        ("de", ["Am 12. November kam die 3. Brigade, z. B. mit 1,5 Mrd. Euro.", "Das war alles."]),
        ("de", ["„Wir warten. Wir sind bereit“, sagte Dr. Voss.", "Mehr nicht."]),
        ("fr", ["M. Roux et le gén. Petit ont vu le no. 3, p. ex. à Lyon.", "C’est tout."]),
        ("es", ["El Sr. Otero vive en EE. UU. desde 2020.", "Vuelve el lunes, p. ej. a Vigo."]),
        ("it", ["Il gen. Bianchi e l’on. Verdi hanno visto l’art. 3.", "È tutto."]),
        ("pl", ["Gen. Nowak, płk J. Lis i in. 3. brygady mają m.in. 2 tys. zł.", "To wszystko."]),
        ("tr", ["Alb. Murat Kaya 3. Ordu’ya 12. kez geldi.", "Törene Prof. Dr. Can da katıldı."]),
        ("pt", ["O Sr. Costa vive na Av. Central.", "Tem 3 filhos."]),
        ("uk", ["Чи буде мир?", "Ніхто не знає!", "Далі буде…"]),
    ],
)
def test_stops_that_end_nothing_are_known(code: str, sentences: list[str]) -> None:
    assert list(sentences_of(" ".join(sentences), language_called(code))) == sentences


def test_english_is_split_by_its_own_rules() -> None:
    text = "The U.S. Navy sent Lt. Col. Roe. He left."
    assert sentences_of(text, ENGLISH) == english.sentences(text)


def test_other_languages_are_split_at_stops() -> None:
    found = sentences_of("Ministern kom. Han gick.", language_called("sv"))
    assert found == ("Ministern kom.", "Han gick.")
