"""A library that a form needs and that is not installed."""

from site_gen.text.extras import how_to_install


class MissingExtra(Exception):
    """A file of some form cannot be read without an extra. `what` and `hint` are for its problem."""

    def __init__(self, extra: str, form: str) -> None:
        super().__init__(extra)
        self.what = f"{form} files are not read without the extra '{extra}'."
        self.hint = f"Install it: {how_to_install(extra)}. The file waits until then."
