"""Names of months and weekdays in the languages that date lines come in, by their folded form."""

from functools import lru_cache

# Each row is January to December. Slavic months are given in the genitive, as dates have them, and in the nominative.
_MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz apr mai jun jul aug sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)
# Each row is Monday to Sunday.
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri sat sun",
    "mon tues weds thur fri sat sun",
    "mon tue wed thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "понеділок вівторок середа четвер п’ятниця субота неділя",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
)


def month_of(word: str) -> int:
    """1 to 12 for a month's name or abbreviation, with or without a full stop; 0 for any other word."""
    return _numbers(_MONTHS).get(_folded(word), 0)


def weekday_of(word: str) -> int | None:
    """0 (Monday) to 6 for a weekday's name; None for any other word."""
    number = _numbers(_WEEKDAYS).get(_folded(word))
    return None if number is None else number - 1


def _folded(word: str) -> str:
    return word.replace("İ", "i").replace("'", "’").casefold().rstrip(".")


@lru_cache(maxsize=2)
def _numbers(rows: tuple[str, ...]) -> dict[str, int]:
    return {name.casefold(): number for row in rows for number, name in enumerate(row.split(), 1)}
