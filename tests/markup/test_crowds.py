from site_gen.markup.crowds import is_crowded


def test_a_table_whose_cells_are_written_out_is_never_crowded() -> None:
    for columns in (2, 50, 1000):
        assert not is_crowded(columns, "\n".join(["a|" * columns] * 1000))


def test_a_wide_head_above_many_short_rows_is() -> None:
    assert is_crowded(1000, "a|" * 1000 + "\n" + "a\n" * 1000)
