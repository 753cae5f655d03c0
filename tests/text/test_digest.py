from site_gen.text.digest import digest


def test_equal_bytes_have_equal_names_and_others_have_not() -> None:
    assert digest(b"a") == digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 32
