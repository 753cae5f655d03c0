from site_gen.disk.program import program_digest


def test_the_program_is_the_same_one_until_it_changes() -> None:
    assert program_digest() == program_digest()
    assert len(program_digest()) == 32
