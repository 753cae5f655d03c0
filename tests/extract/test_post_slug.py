import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.post_slug import LONGEST, post_slug, slug_doubt


@pytest.mark.parametrize(
    ("title", "stem", "name"),
    [
        ("Kremlin open to talks", "000_x", "kremlin-open-to-talks"),
        ("Harbour council approves a second pier for patrol boats of the northern fleet", "x",
         "harbour-council-approves-a-second-pier-for-patrol-boats"),
        ("Песков в Москве", "x", "peskov-v-moskve"),
        ("!!!", "2024-rain", "2024-rain"),
        ("!!!", "???", "post"),
    ],
)  # fmt: skip
def test_slugs(title: str, stem: str, name: str) -> None:
    assert post_slug(title, stem) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("U.S. and U.K. back U.N. mission", "us-and-uk-back-un-mission"),
        ("U.S.-led force leaves Ruritania", "us-led-force-leaves-ruritania"),
        ("Two F-35A jets land", "two-f-35a-jets-land"),
        ("Ruritania's army buys boats", "ruritania-army-buys-boats"),
        ("Ruritania’s and Borduria‘s fleets meet", "ruritania-and-borduria-fleets-meet"),
        ("Officers' mess burns down", "officers-mess-burns-down"),
        ("Minister doesn't resign, says he won't", "minister-doesnt-resign-says-he-wont"),
        ("It's over for O'Hara", "its-over-for-ohara"),
        ("Côte d’Ivoire buys drones", "cote-d-ivoire-buys-drones"),
        ("Larsen & Toubro shows a carrier", "larsen-toubro-shows-a-carrier"),
    ],
)
def test_dots_and_apostrophes_leave_no_single_letters(title: str, name: str) -> None:
    assert post_slug(title, "x") == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Parliament of Ruritania votes down the third naval budget in a row after a night of debate",
         "parliament-of-ruritania-votes-down-the-third-naval-budget"),
        ("Frigate returns to harbour with forty survivors of the storm and two of its own helicopters",
         "frigate-returns-to-harbour-with-forty-survivors-of-the-storm"),
        ("Minister vows to rebuild the northern garrison, which burned down last winter in a storm",
         "minister-vows-to-rebuild-the-northern-garrison"),
        ("Crew of trawler thanks Rear Admiral Konstantin Oberholzer Vandermeersch personally",
         "crew-of-trawler-thanks"),
    ],
)  # fmt: skip
def test_a_long_title_is_cut_where_a_phrase_ends(title: str, name: str) -> None:
    assert post_slug(title, "x") == name


@pytest.mark.parametrize("last", ["the", "of", "to", "in", "and", "amid", "after", "for", "its", "will", "who", "not"])
def test_a_cut_slug_ends_with_no_function_word(last: str) -> None:
    title = f"Border regiment stationed northward counts remaining {last} extraordinarily long-winded correspondence"
    assert not post_slug(title, "x").endswith(f"-{last}")


@given(st.text(), st.text())
def test_any_title_gives_a_valid_slug(title: str, stem: str) -> None:
    name = post_slug(title, stem)
    assert 0 < len(name) <= LONGEST
    assert all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in name)
    assert not name.startswith("-")
    assert not name.endswith("-")


def test_the_language_is_that_of_all_the_title() -> None:
    assert post_slug("Сили оборони: Київ отримав", "x") == "syly-oborony-kyiv-otrymav"
    assert post_slug("Сили", "x", "uk") == "syly"


@pytest.mark.parametrize(
    ("language", "title", "name"),
    [
        ("zh", "国防部新闻发言人表示中俄两国海军将在日本海举行联合演习",
         "guo-fang-bu-xin-wen-fa-yan-ren-biao-shi-zhong-e-liang-guo"),
        ("zh", "重庆银行", "chong-qing-yin-hang"),
        ("en", "重庆银行", "zhong-qing-yin-xing"),
        ("ja", "防衛装備庁は、レールガンの洋上射撃に成功したと公表した",
         "boei-sobicho-wa-reru-gan-no-yojo-shageki-ni-seiko-shita"),
        ("ko", "한국 방위사업청, 노르웨이와 계약", "hanguk-bangwisaeopcheong-noreuweiwa-gyeyak"),
        ("de", "Größte Übung der Bundeswehr", "groesste-uebung-der-bundeswehr"),
    ],
)  # fmt: skip
def test_the_language_of_the_title_decides(language: str, title: str, name: str) -> None:
    assert post_slug(title, "x", language) == name
    assert slug_doubt(title, language) == ""


def test_characters_that_no_dictionary_reads_are_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.text.transliteration.readings._tokenizer", lambda: None)
    assert post_slug("海上自衛隊", "x", "ja") == "hai-shang-zi-wei-dui"
    assert "pip install 'janome>=0.5'" in slug_doubt("海上自衛隊", "ja")
    assert slug_doubt("ミサイル", "ja") == ""


def test_a_first_word_that_is_too_long_is_cut_at_its_hyphens() -> None:
    name = post_slug("国" * 40, "x", "en")
    assert len(name) <= LONGEST and set(name.split("-")) == {"guo"}
