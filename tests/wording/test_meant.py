from site_gen.wording.meant import meant


def test_the_nearest_name_is_asked_after_and_else_what_to_do_is_said() -> None:
    assert meant("navl", ["naval", "novel"], "Write one.") == "Did you mean 'naval'?"
    assert meant("zzz", ["naval", "novel"], "Write one.") == meant("zzz", [], "Write one.") == "Write one."
