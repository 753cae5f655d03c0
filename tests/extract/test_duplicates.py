"""Planted copies among made-up stories: what is a copy must be found, what only shares a part must not."""

import random
import time

import pytest

from site_gen.extract.duplicate_index import DuplicateIndex
from site_gen.extract.duplicates import sketch


def choices(row: str) -> list[str]:
    return row.split("|")


WHO = choices(
    "the ministry|a spokesman|the navy|officials|analysts|the general staff|lawmakers|the contractor|"
    "diplomats|the coalition|a senior officer|the mayor|border guards|two witnesses"
)
DID = choices(
    "confirmed|denied|announced|reported|signalled|disputed|postponed|welcomed|criticised|approved|"
    "reviewed|rejected|outlined|questioned"
)
WHAT = choices(
    "delivery of armoured vehicles|a new radar battery|the exercise in the strait|"
    "an upgrade of the frigates|talks on a truce|a review of posture|deployment of two brigades|"
    "imagery of the airfield|a contract for howitzers|sanctions on the yard|the prototype's first flight|"
    "a drill near the river"
)
WHEN = choices(
    "after weeks of talks|despite objections|as winter set in|late in the evening|ahead of the summit|"
    "while the front stayed quiet|following the vote|under an older accord|amid worry over stocks|"
    "before dawn|for the third time"
)
TAIL = tuple(
    f"About the agency: it follows {what} and {other} for readers in forty lands, and has since its founding."
    for what, other in zip(WHAT, WHAT[3:], strict=False)
)
BACKGROUND = (
    "The two countries have been at odds over the strait since the accord of that year lapsed, and each accuses the "
    "other of moving guns to the islands at night."
)


def story(pick: random.Random, paragraphs: int = 8) -> tuple[str, ...]:
    def sentence() -> str:
        number = pick.randint(2, 999)
        first, second = (f"{pick.choice(WHO)} {pick.choice(DID)}" for _ in range(2))
        event, when, then = pick.choice(WHAT), pick.choice(WHEN), pick.choice(WHEN)
        return f"{first} {event} {when}, citing {number} cases, and {second} it {then}."

    return tuple(" ".join(sentence() for _ in range(3)) for _ in range(paragraphs))


def edited(pick: random.Random, text: tuple[str, ...]) -> tuple[str, ...]:
    """Four words in a hundred replaced."""
    return tuple(" ".join("edited" if pick.random() < 0.04 else word for word in one.split()) for one in text)


def mutations(pick: random.Random, text: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {
        "other headline": ("Strike reported near the coast as talks go on", *text),
        "other lead": (story(pick, 1)[0], *text[1:]),
        "other tail": (*text, *TAIL[:2]),
        "cut short": text[: len(text) // 2],
        "small edits": edited(pick, text),
        "shouted": tuple(paragraph.upper() for paragraph in text),
        "rewrapped": (" ".join(text),),
    }


def grouped(texts: dict[str, tuple[str, ...]]) -> dict[str, str]:
    made = {path: sketch(text) for path, text in texts.items()}
    return {duplicate.seed: duplicate.of for duplicate in DuplicateIndex().find(made)}


def test_planted_copies_are_found_and_nothing_else() -> None:
    pick = random.Random(7)
    texts: dict[str, tuple[str, ...]] = {}
    for number in range(60):
        text = (*story(pick, pick.randint(4, 14)), BACKGROUND, *TAIL[:3])  # all share a background and a tail
        texts[f"{number}"] = text
        if number % 3 == 0:
            texts.update((f"{number} {name}", copy) for name, copy in mutations(pick, text).items())
    found = grouped(texts)
    roots = {path: path.split(" ")[0] for path in texts}
    wrong = [(path, of) for path, of in found.items() if roots[path] != roots[of]]
    kept = [path for path in texts if path not in found]
    missed = [path for path in kept if sum(roots[other] == roots[path] for other in kept) > 1]
    assert wrong == []
    assert len(missed) <= 0.02 * len(texts), missed


def test_a_shared_tail_or_head_alone_joins_nothing() -> None:
    pick = random.Random(11)
    same = story(pick, 4)
    assert grouped({"a": (*story(pick, 3), *same), "b": (*story(pick, 3), *same)}) == {}
    assert grouped({"a": (*same, *story(pick, 3)), "b": (*same, *story(pick, 3))}) == {}


def test_short_texts_are_joined_only_when_equal() -> None:
    assert grouped({"a": ("Tests began.",), "b": ("Tests  began",), "c": ("Tests ended.",)}) == {"b": "a"}
    assert grouped({"a": (), "b": ()}) == {"b": "a"}


def test_the_fullest_is_kept_and_order_does_not_matter() -> None:
    pick = random.Random(3)
    text = story(pick)
    texts = {"z": text, "a": text[:5], "m": edited(pick, text), "k": story(pick)}
    found = grouped(texts)
    assert set(found.values()) == {"m"} or set(found.values()) == {"z"}
    assert grouped(dict(reversed(texts.items()))) == found


def test_what_is_named_as_fuller_is_itself_kept() -> None:
    pick = random.Random(5)
    texts: dict[str, tuple[str, ...]] = {}
    for number in range(30):
        text = story(pick)
        texts.update((f"{number} {name}", copy) for name, copy in mutations(pick, text).items())
    found = grouped(texts)
    assert not set(found) & set(found.values())


@pytest.mark.slow
def test_ten_thousand_seeds_take_seconds() -> None:
    pick = random.Random(1)
    texts = [story(pick, 7) for _ in range(10_000)]
    began = time.process_time()
    DuplicateIndex().find({f"{number}": sketch((*text, BACKGROUND)) for number, text in enumerate(texts)})
    assert time.process_time() - began < 30


CHINESE = [
    "两艘新型救援船昨天抵达北部港口，舰队司令到码头迎接，并检查了船上的设备。",
    "司令说，第三艘船的维修费用约为二百五十万元，工程将于秋季完成。",
    "船员将在港口训练至十月底，课目包括夜间搜救、直升机起降和海上加油。",
    "港务局表示，码头改造分两期进行，第一期工程已经交付使用。",
]


def test_copies_in_scripts_without_blanks_are_found() -> None:
    pick = random.Random(7)
    long = tuple(
        "".join(pick.sample(CHINESE, 4)) + f"编号{number}的报告于第{number * 3}天送达。" for number in range(9)
    )
    retyped = tuple(one.replace("，", ", ").replace("。", "．") for one in long)
    shorter = (long[0].replace("昨天", "日前"), *long[1:8])
    other = tuple("台风过后，渔民协会要求市政府在本月内修复防波堤，并公布赔偿的标准与期限。" for _ in range(5))
    texts = {"a": long, "b": retyped, "c": shorter, "d": other}
    assert grouped(texts) == {"b": "a", "c": "a"}
