from site_gen.extract.blocks import body_of
from site_gen.extract.marked.fit import fitted
from site_gen.extract.text import Mark, Markup, Paragraph, Run

BOLD = (Mark("strong"),)
RUNS = (Run("KYIV (Reuters) - The "), Run("navy", BOLD), Run(" sailed."), Run("", (Mark("note", "1"),)))


def test_runs_fit_the_words_that_are_left_of_them() -> None:
    assert fitted(RUNS, "KYIV (Reuters) - The navy sailed.") == RUNS
    assert fitted(RUNS, "The navy sailed.") == (Run("The "), *RUNS[1:])
    assert fitted(RUNS, "The nav") == (Run("The "), Run("nav", BOLD))
    assert fitted(RUNS, "vy sailed") == (Run("vy", BOLD), Run(" sailed"))


def test_words_in_other_case_keep_their_marks_and_other_words_have_none() -> None:
    assert fitted((Run("THE "), Run("NAVY", BOLD)), "The navy") == (Run("The "), Run("navy", BOLD))
    assert fitted(RUNS, "The army sailed.") is None
    assert fitted(RUNS, "") is None


def test_a_body_has_the_words_alone_where_they_are_others_or_of_another_kind() -> None:
    markup = Markup(kind="text", runs=(Run("A "), Run("ship", BOLD)))
    changed = Paragraph("A *ship* sails", 1, "text", markup)
    heading = Paragraph("A ship", 1, "heading", markup)
    same = Paragraph("ship", 1, "text", markup)
    assert body_of((changed, heading, same)) == "A \\*ship\\* sails\n\n## A ship\n\n**ship**"


def test_a_note_and_its_reference_stay_together() -> None:
    note = Paragraph("The source.", 5, "note", Markup(kind="note", runs=(Run("The source."),), first="[^1]: "))
    claim = Paragraph("A claim.", 1, "text", Markup(kind="text", runs=(Run("A claim."), RUNS[-1])))
    assert body_of((claim, note)) == "A claim.[^1]\n\n[^1]: The source."
    assert body_of((note,)) == "The source."
    assert body_of((claim,)) == "A claim."
