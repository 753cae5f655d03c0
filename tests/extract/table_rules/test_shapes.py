import time

import pytest

from site_gen.extract.languages import language_called
from site_gen.extract.table_rules.shapes import split_shape


@pytest.mark.parametrize(
    ("code", "raw", "place", "agency", "authors"),
    [
        ("zh", "新华社北京5月12日电（记者李国栋、梅常伟）", "北京", "新华社", ("李国栋", "梅常伟")),
        ("zh", "（中央社記者游凱翔台北2026年1月22日電）", "台北", "中央社", ("游凱翔",)),
        ("zh", "(中央社記者王大威華盛頓22日專電)", "華盛頓", "中央社", ("王大威",)),
        ("zh", "路透布鲁塞尔6月18日 - ", "布鲁塞尔", "路透", ()),
        ("zh", "法新社喀布尔10月19日电 ", "喀布尔", "法新社", ()),
        ("zh", "央视新闻客户端2026年2月27日消息，", "", "央视新闻客户端", ()),
        ("zh", "（开罗／喀土穆综合电）", "开罗／喀土穆", "", ()),
        ("zh", "【本报东京4月2日专电】", "东京", "", ()),
        ("zh", "（俄罗斯卫星通讯社中文网）", "", "俄罗斯卫星通讯社中文网", ()),
        ("ja", "【ワシントン共同】", "ワシントン", "共同", ()),
        ("ja", "[キーウ 6月3日 ロイター] - ", "キーウ", "ロイター", ()),
        ("ja", "【北京＝田中一郎】", "北京", "", ("田中一郎",)),
        ("ja", "【ソウル時事】2026年5月4日　", "ソウル", "時事", ()),
        ("ja", "（台北中央社）2026年1月22日 ", "台北", "中央社", ()),
        ("ja", "【１２日 ＡＦＰ＝時事】", "", "ＡＦＰ＝時事", ()),
        ("ko", "(서울=연합뉴스) 김호준 기자 = ", "서울", "연합뉴스", ("김호준",)),
        ("ko", "(서울=연합뉴스) 김호준·이승민 기자 = ", "서울", "연합뉴스", ("김호준", "이승민")),
        ("ko", "【모스크바=AP/뉴시스】 5월 9일 - ", "모스크바", "AP/뉴시스", ()),
        ("ko", "헬싱키(핀란드)/AFP 연합 - ", "헬싱키(핀란드)", "AFP 연합", ()),
        ("ko", "[뉴델리=국방일보 특파원 A. 싱] 2026년 1월 27일. ", "뉴델리", "국방일보", ("A. 싱",)),
    ],
)
def test_parts_that_no_sign_keeps_apart(code: str, raw: str, place: str, agency: str, authors: tuple[str, ...]) -> None:
    table = language_called(code).table
    assert table is not None
    story = {"zh": "两艘船抵达港口。", "ja": "船が港に着いた。", "ko": "배가 항구에 도착했다."}[code]
    found = split_shape(raw + story, table)
    assert (found.raw, found.rest) == (raw, story)
    assert (found.place, found.agency, found.author) == (place, agency, authors)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "据新华社报道，两艘船抵达港口。"),
        ("zh", "北京5月12日举行会谈。"),
        ("ja", "【速報】船が港に着いた。"),
        ("ko", "서울 시청에서 열린 회의."),
        ("ko", "서울(한국)에서 열린 회의."),
        ("fa", "به گزارش فرمانده بندر، دو کشتی رسیدند."),
        ("zh", "开罗／喀土穆的航线恢复。"),
    ],
)
def test_a_story_is_no_dateline(code: str, text: str) -> None:
    table = language_called(code).table
    assert table is not None
    assert split_shape(text, table).raw == ""


@pytest.mark.parametrize("code", ["zh", "ja", "ko"])
def test_long_runs_take_little_time(code: str) -> None:
    table = language_called(code).table
    assert table is not None
    split_shape("始", table)
    begun = time.process_time()
    for text in ("가 나·다라 " * 4000, "新华社" * 9000, "（中央社記者" + "王" * 9000, "[" * 9000, "1月" * 9000):
        split_shape(text, table)
    assert time.process_time() - begun < 2
