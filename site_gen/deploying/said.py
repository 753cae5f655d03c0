"""What a program said before it failed."""


def last_line(said: str | bytes) -> str:
    """The last line that says anything: programs end with what went wrong."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else "it said nothing"
