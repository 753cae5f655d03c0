"""Why an address is not fetched."""


class Refusal(Exception):
    """An address that is not fetched by our rules or those of its site: what is wrong, and what to do."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


class Failure(Refusal):
    """An address that could not be fetched: the network or the other site failed."""
