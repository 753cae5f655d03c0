from site_gen.importing.heading_names import names_in_markdown
from site_gen.importing.markdown_body import headings_of


def test_headings_are_known_by_the_names_that_other_programs_give_them() -> None:
    text = "## What's new in C++\n\n## 3.2 `Data`\n\n## Again\n\n## Again\n\n## Own {#mine}\n"
    names = names_in_markdown(text)
    assert names["whats-new-in-c"] == names["what-s-new-in-c"] == "what-s-new-in-c"
    assert names["32-data"] == "section-3-2-data"
    assert (names["again"], names["again-1"]) == ("again", "again_1")
    assert names["mine"] == "mine"


def test_what_is_in_code_is_no_heading() -> None:
    names = names_in_markdown("- a\n\n  ```md {file=x}\n  ## Not one\n  ```\n\n## One\n")
    assert names == {"one": "one"}


def test_headings_in_blocks_of_html_count() -> None:
    assert "below" in headings_of("words\n\n<h2>Below</h2>\n")
