"""Why a file is not converted: raised within a converter, which returns it as a problem."""


class Refusal(Exception):
    """A file that cannot or must not be read: what is wrong, and what to do about it."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint
