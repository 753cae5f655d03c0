import pytest

from site_gen.extract.forms.no_prose import flag_no_prose
from tests.extract.forms.texts import LEAD, MORE, doubts, left, taken

CODE = "\n".join(["import os", "def main():", "    x = 1;", "class A:", "def other():", "import sys"])
STYLE = "body{margin:0}p{color:red}a{color:blue;top:1px;left:2px;right:3px;bottom:4px;width:5px;height:6px}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "\n".join(f"2025-05-02 10:00:{n:02} INFO started" for n in range(6)),
            "this looks like a log file, not prose.",
        ),
        ("\n".join(f"[10:00:{n:02}] started job" for n in range(6)), "this looks like a log file, not prose."),
        ("\n".join(f"May  2 10:00:{n:02} host app: x" for n in range(6)), "this looks like a log file, not prose."),
        (
            "\n".join(f'::1 - - [02/May/2025:10:00:{n:02} +0] "GET /"' for n in range(6)),
            "this looks like a log file, not prose.",
        ),
        (
            "name,year,yard\n" + "\n".join(f"Boat{n},2025,Norby" for n in range(5)),
            "this looks like a list of values (CSV), not prose.",
        ),
        (
            "name;year;yard\n" + "\n".join(f"Boat{n};2025;Norby" for n in range(5)),
            "this looks like a list of values (CSV), not prose.",
        ),
        (CODE, "this looks like source code, not prose."),
        (STYLE, "this looks like source code, not prose."),
        ("\n".join(f"int x{n} = {n};" for n in range(6)), "this looks like source code, not prose."),
        ((LEAD + " ") * 300, "one line has 31,200 characters; its paragraphs seem to be lost."),
        (
            "T he Indian N avy said F our boats and T wo tugs had come.",
            "letters stand apart from their words ('T he'): ",
        ),
        (
            "It was s p a c e d out and w i d e l y so and L ong.",
            "letters stand apart from their words ('s p a c e d'): ",
        ),
    ],
)
def test_what_is_hardly_an_article_is_doubted_and_stays(text: str, why: str) -> None:
    found = taken(flag_no_prose, text)
    assert len(doubts(found)) == 1
    assert doubts(found)[0].startswith(f"text: {why}")
    assert left(found) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n{MORE}",
        "Plan B was late. Vitamin C is good. Class D will follow. Group E has none. Section F for now.",
        "A B C\nD E",
        "He paid 1,000,000 crowns, 2,000,000 crowns and 3,000,000 crowns.\n" * 6,
        "Boats, tugs, and piers\n" * 6,
        "It cost {sic} so; he said; she said; they said; it went; on.",
        "\n".join(f"On 2025-05-0{n} 10:00:00 the fleet sailed." for n in range(1, 7)),
        "J. R. R. Berg and W. H. A. Lind met.",
        "The U S A and the U K met the U A E.",
        "",
        "One line;\nAnother line.\nA third one.\nA fourth one.\nA fifth one.",
        "2025-05-02 10:00:00 INFO started",
    ],
)
def test_prose_is_not_doubted(text: str) -> None:
    assert doubts(taken(flag_no_prose, text)) == []
