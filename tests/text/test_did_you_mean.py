from site_gen.text.did_you_mean import did_you_mean, near_miss


def test_the_nearest_name_is_suggested_else_what_to_do() -> None:
    assert did_you_mean("navl", ["naval", "novel"], "Write one.") == "Did you mean 'naval'?"
    assert (
        did_you_mean("zzz", ["naval", "novel"], "Write one.") == did_you_mean("zzz", [], "Write one.") == "Write one."
    )


def test_a_near_miss_is_nearly_the_same_name() -> None:
    known = ("templates", "themes", "seeds", "site.yaml")
    assert [near_miss(name, known) for name in ("template", "Theme", "seed", "site.yml")] == [
        "templates",
        "themes",
        "seeds",
        "site.yaml",
    ]
    assert [near_miss(name, known) for name in ("tests", "tools", "src", "site_gen", "")] == [""] * 5
