"""The error for pictures that cannot be published."""


class BadPicture(Exception):
    """A file that cannot be published as a picture; carries what is wrong and what to do."""

    def __init__(self, what: str, hint: str = "Export it again, or remove it.") -> None:
        super().__init__(what, hint)
        self.what, self.hint = what, hint
