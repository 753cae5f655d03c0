import pytest

from site_gen.deploy.remote_output import advice, lines_of, quoted_output


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("one", ": one. "),
        ("one.\n \n", ": one. "),
        (b"warning: a\nfatal: b \n\n", ":\n  warning: a\n  fatal: b\n"),
        (b"caf\xe9\n", ": caf\ufffd. "),
        (b"", " and gave no reason. "),
        (" \n", " and gave no reason. "),
        ("same\nsame\n", ": same. "),
        (
            "\n".join(f"row {n}" for n in range(10)),
            ":\n  (2 lines before)\n" + "".join(f"  row {n}\n" for n in range(2, 10)),
        ),
    ],
)
def test_what_was_said_is_shown_in_its_line_or_as_a_block(said: str | bytes, text: str) -> None:
    assert quoted_output(said) == text


def test_nothing_steers_the_terminal_and_no_password_is_shown() -> None:
    assert lines_of(b"\x1b[31mred\x1b[0m\a \x1b]0;title\x07x\rfatal: https://me:secret@host/x\x00") == (
        "red\ufffd x",
        "fatal: https://host/x\ufffd",
    )


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("rsync: write failed on x: No space left on device (28)", "no space left"),
        (b"cp: Disk quota exceeded", "no space left"),
        ("403 storageQuotaExceeded: The user's quota", "no space left"),
        ("mkdir: cannot create directory: Permission denied", "who may write"),
        ("AccessDenied", "who may write"),
        ("something else", "as usual"),
    ],
)
def test_what_to_do(said: str | bytes, part: str) -> None:
    assert part in advice(said, "as usual")
