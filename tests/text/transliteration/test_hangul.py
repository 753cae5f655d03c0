import pytest

from site_gen.text.transliteration.hangul import hangul

# The examples of notice 2000-8, and names of the field.
EXAMPLES = """
    구미 gumi 영동 yeongdong 백암 baegam 옥천 okcheon 합덕 hapdeok 호법 hobeop 월곶 wolgot 벚꽃 beotkkot 한밭 hanbat
    칠곡 chilgok 임실 imsil 울릉 ulleung 대관령 daegwallyeong 백마 baengma 종로 jongno 왕십리 wangsimni 별내 byeollae
    신라 silla 해돋이 haedoji 같이 gachi 굳히다 guchida 좋고 joko 놓다 nota 낳지 nachi 묵호 mukho 집현전 jiphyeonjeon
    압구정 apgujeong 낙동강 nakdonggang 극락전 geungnakjeon 설악 seorak 값이 gapsi 닭을 dalgeul 많이 mani
    한국 hanguk 북한 bukhan 협력 hyeomnyeok 대통령 daetongnyeong 국방부 gukbangbu 방위사업청 bangwisaeopcheong
"""


@pytest.mark.parametrize(
    ("word", "latin"), list(zip(EXAMPLES.split()[::2], EXAMPLES.split()[1::2], strict=True)), ids=str
)
def test_the_revised_romanization(word: str, latin: str) -> None:
    assert hangul(word) == latin


def test_other_letters_stay() -> None:
    assert hangul("ㄱ K9 자주포, 韓") == "ㄱ K9 jajupo, 韓"
