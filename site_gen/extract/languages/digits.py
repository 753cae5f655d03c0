"""Numbers in other digits: those of other scripts, and Chinese numerals in dates."""

_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10)
"""The zeros of Arabic, Persian, Devanagari, Bengali and full-width digits; the other nine follow each."""
_DIGITS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}


HAN = "〇零一二三四五六七八九十"
"""Chinese numerals as dates have them: digit by digit in years, with tens in months and days."""
_HAN = {"〇": 0, "零": 0} | {numeral: at for at, numeral in enumerate("一二三四五六七八九", 1)}


def number(text: str) -> int:
    """The number in digits or in Chinese numerals below a hundred, or digit by digit: 二〇二六, 二十五."""
    if text.isascii():
        return int(text)
    if "十" not in text:
        return int("".join(str(_HAN[one]) for one in text))
    tens, _, ones = text.partition("十")
    return 10 * (_HAN[tens[-1]] if tens else 1) + (_HAN[ones[0]] if ones else 0)


def in_ascii(text: str) -> str:
    """The text with its digits as ASCII digits, of the same length."""
    return text if text.isascii() else text.translate(_DIGITS)
