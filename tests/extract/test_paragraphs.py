from site_gen.extract.paragraphs import join_lines
from site_gen.extract.text import Line, Paragraph


def joined(text: str) -> list[str]:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return [paragraph.text for paragraph in join_lines(lines)]


WRAPPED = """The ministry said on Tuesday that six patrol boats had been ordered
from the yard in the north and that the first of them would join the
fleet in 2027.
Opposition members asked why no other yard had been invited to bid for
the work, which is worth about $400 million over eight years.

The minister said that the yard was the only one with a covered slip,
a claim that two of its rivals deny."""


def test_a_line_is_a_paragraph() -> None:
    assert joined("One sentence here.\nAnother one.\n\nA third.") == ["One sentence here.", "Another one.", "A third."]


def test_hard_wrapped_lines_are_joined_up_to_a_short_one_or_a_blank() -> None:
    assert joined(WRAPPED) == [
        "The ministry said on Tuesday that six patrol boats had been ordered from the yard in the north and that the "
        "first of them would join the fleet in 2027.",
        "Opposition members asked why no other yard had been invited to bid for the work, which is worth about $400 "
        "million over eight years.",
        "The minister said that the yard was the only one with a covered slip, a claim that two of its rivals deny.",
    ]


def test_a_hyphen_at_the_end_of_a_wrapped_line_stays_and_glues() -> None:
    text = (
        "The brigade will get the new anti-\naircraft guns in spring, said the\n"
        "colonel in charge of all the work\nand then some more."
    )
    assert joined(text) == [
        "The brigade will get the new anti-aircraft guns in spring, said the colonel in charge of all the work "
        "and then some more."
    ]


def test_a_sentence_broken_off_goes_on_in_the_next_line() -> None:
    assert joined("The tender was built by the yard and named for the scientist Charles\n(T-AKE 10).\nIt sails.") == [
        "The tender was built by the yard and named for the scientist Charles (T-AKE 10).",
        "It sails.",
    ]
    assert joined("In the past day, the spokesman said, forces of the\ncoalition\nstruck twice\n. No one died.") == [
        "In the past day, the spokesman said, forces of the coalition struck twice. No one died."
    ]


def test_headings_and_items_stay_apart() -> None:
    text = "The general named three aims:\n- one for the army\n- two for the fleet\nWhat happens next\nNobody knows."
    assert joined(text) == text.split("\n")
    assert joined("apples\npears\nplums") == ["apples", "pears", "plums"]


def test_a_paragraph_is_numbered_by_its_first_line_and_a_gap_left_by_a_cut_does_not_matter() -> None:
    lines = (Line(3, "One."), Line(4, ""), Line(9, "Two."))
    assert join_lines(lines) == (Paragraph("One.", 3), Paragraph("Two.", 9))


def test_nothing_gives_nothing() -> None:
    assert join_lines(()) == ()
    assert joined("\n\n") == []


def test_lines_of_a_kind_are_paragraphs_of_their_own_and_nothing_is_glued_to_them() -> None:
    lines = (
        Line(1, "The general named three aims, said the"),
        Line(2, "army", "item"),
        Line(3, "and the fleet in the north of the country", "item"),
        Line(4, "and went on"),
        Line(5, "a | b", "row"),
        Line(6, "c | d", "row"),
        Line(7, "What next", "heading"),
    )
    assert join_lines(lines) == tuple(Paragraph(line.text, line.number, line.kind) for line in lines)


def test_a_word_that_a_typesetter_split_is_joined() -> None:
    text = "The govern-\nment said that six patrol boats had been ordered. The long-\nrange one is the last."
    assert joined(text) == [
        "The government said that six patrol boats had been ordered. The long-range one is the last."
    ]


def test_wrapped_lines_of_scripts_without_blanks_are_joined_without_one() -> None:
    story = (
        "两艘新型救援船昨天抵达北部港口，舰队司令到码头迎接，并检查了船上的设备。工程将于秋季完成，课目包括夜间搜救、"
        "直升机起降和海上加油，第三艘船的维修费用约为二百五十万元。"
    )
    wrapped = "\n".join(story[at : at + 34] for at in range(0, len(story), 34))
    assert joined(wrapped) == [story]


def test_short_lines_of_such_scripts_are_paragraphs_as_they_are() -> None:
    long = "第三艘船的维修费用约为二百五十万元，将于秋季完成，课目包括夜间搜救、直升机起降。"
    lines = ["维修工程", long, "训练课目", "船员将训练至十月。", "其他", "无"]
    assert joined("\n".join(lines)) == lines
