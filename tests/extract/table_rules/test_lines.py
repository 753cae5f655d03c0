"""Lines of heads in each language: bylines, dates, sources, several side by side."""

import pytest

from site_gen.extract.languages import Table, language_called
from site_gen.extract.table_rules.byline import read_byline, read_source_line
from site_gen.extract.table_rules.date_lines import read_date_line
from site_gen.extract.table_rules.meta import read_meta


def table_of(code: str) -> Table:
    table = language_called(code).table
    assert table is not None
    return table


@pytest.mark.parametrize(
    ("code", "line", "authors"),
    [
        ("uk", "Автор: Олена Гнатюк", ("Олена Гнатюк",)),
        ("uk", "Автори: Олена Гнатюк та Іван Сич", ("Олена Гнатюк", "Іван Сич")),
        ("uk", "Іван Сич, кореспондент", ("Іван Сич",)),
        ("ru", "Текст: Анна Петрова, Олег Сомов", ("Анна Петрова", "Олег Сомов")),
        ("de", "Von Anna Berg und Jonas Voss", ("Anna Berg", "Jonas Voss")),
        ("de", "Ein Bericht von Anna Berg, Kiel", ("Anna Berg",)),
        ("de", "Anna Berg (dpa)", ("Anna Berg",)),
        ("fr", "Par Jeanne Le Goff", ("Jeanne Le Goff",)),
        ("fr", "Propos recueillis par Jeanne Roux", ("Jeanne Roux",)),
        ("es", "Por Marta Iglesias y José de la Cruz", ("Marta Iglesias", "José de la Cruz")),
        ("it", "di Paola Rinaldi", ("Paola Rinaldi",)),
        ("pl", "Opracowała: Ewa Lis-Nowak", ("Ewa Lis-Nowak",)),
        ("tr", "Haber: Elif Şahin", ("Elif Şahin",)),
        ("pt", "Texto de Marta Azevedo", ("Marta Azevedo",)),
        ("de", "Von Anna B.", ("Anna B.",)),
        ("tr", "Muhabir: Elif Ş.", ("Elif Ş.",)),
        ("fr", "Par notre correspondante à Brest, Jeanne Roux", ("Jeanne Roux",)),
        ("pl", "Z Gdyni Ewa Lis", ("Ewa Lis",)),
        ("pl", "Z Nowego Jorku Ewa Lis (PAP)", ("Ewa Lis",)),
        ("pl", "Ewa Lis, korespondencja z Helu", ("Ewa Lis",)),
        ("es", "Desde Vigo, Marta Iglesias", ("Marta Iglesias",)),
        ("ja", "文：田中一郎（社会部）", ("田中一郎",)),
        ("zh", "作者：本报驻日本记者　王楠", ("王楠",)),
        ("zh", "王楠　东京特派员", ("王楠",)),
        ("ar", "د. ليلى منصور*", ("د. ليلى منصور",)),
    ],
)
def test_a_byline_names_its_authors(code: str, line: str, authors: tuple[str, ...]) -> None:
    found = read_byline(line, table_of(code))
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("uk", "Фото: пресслужба флоту"), ("ru", "Фото: Анна Петрова / ТАСС"), ("de", "Foto: Jonas Voss/dpa"),
        ("fr", "Crédit photo : Marine nationale"), ("es", "Foto: EFE"), ("it", "Foto: Marina Militare"),
        ("pl", "Fot. Marynarka Wojenna: archiwum"), ("tr", "Fotoğraf: MSB"),
    ],
)  # fmt: skip
def test_a_credit_names_no_author(code: str, line: str) -> None:
    found = read_byline(line, table_of(code))
    assert code == "pl" or found is not None
    assert found is None or (found.authors, found.source) == ((), "")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Von der Werft kam keine Antwort"), ("fr", "Par le détroit passent cent navires"),
        ("es", "Por el estrecho pasan cien barcos"), ("it", "di nuovo in mare la nave scuola"),
        ("de", "Von Berlin nach Kiel"), ("uk", "Автор: невідомий солдат"), ("pl", "Z portu wyszły dwa okręty"),
        ("pl", "Z Gdyni do Helu"), ("es", "Desde Vigo zarpan dos buques"), ("zh", "记者 今天抵达港口"),
    ],
)  # fmt: skip
def test_other_lines_are_no_bylines(code: str, line: str) -> None:
    assert read_byline(line, table_of(code)) is None


@pytest.mark.parametrize(
    ("code", "line", "read"),
    [
        ("uk", "Опубліковано: 5 травня 2026 року о 14:30", "2026-05-05 14:30 published"),
        ("uk", "вівторок, 5 травня 2026", "2026-05-05 "),
        ("ru", "Дата публикации: 05.05.2026, 09:05 (мск)", "2026-05-05 09:05 published"),
        ("de", "Stand: 05.05.2026, 14:30 Uhr", "2026-05-05 14:30 published"),
        ("de", "Aktualisiert am Dienstag, 5. Mai 2026", "2026-05-05 updated"),
        ("fr", "Publié le mardi 5 mai 2026 à 14h30", "2026-05-05 14:30 published"),
        ("es", "Actualizado el 5 de mayo de 2026 a las 14:30 h", "2026-05-05 14:30 updated"),
        ("it", "martedì 5 maggio 2026, ore 14.30", "2026-05-05 14:30 "),
        ("pl", "Data publikacji: 5 maja 2026 r., godz. 14:30", "2026-05-05 14:30 published"),
        ("tr", "Yayınlanma: 5 Mayıs 2026 Salı, 14:30", "2026-05-05 14:30 published"),
        ("pt", "Publicado em 5 de maio de 2026, às 14:30", "2026-05-05 14:30 published"),
        ("zh", "发布/2026年5月5日 2:30 PM", "2026-05-05 14:30 published"),
        ("ar", "آخر تحديث: ٥/٥/٢٠٢٦ الساعة ١٤:٣٠ (توقيت القاهرة)", "2026-05-05 14:30 updated"),
        ("ar", "نُشر: 14:30-5 مايو 2026 م ـ 18 ذو القِعدة 1447 هـ", "2026-05-05 14:30 published"),
        ("he", "השעה 14:30, 5 במאי 2026", "2026-05-05 14:30 "),
    ],
)
def test_a_date_line_is_read(code: str, line: str, read: str) -> None:
    (found,) = read_date_line(line, table_of(code))
    clock = f"{found.clock:%H:%M} " if found.clock else ""
    assert f"{found.found.day} {clock}{found.label}" == read


@pytest.mark.parametrize(
    ("code", "line"),
    [("uk", "5 травня 2026 року флот вийшов у море"), ("de", "Am 5. Mai 2026 beginnt der Umbau"), ("fr", "12 mars")],
)
def test_prose_with_a_date_is_no_date_line(code: str, line: str) -> None:
    assert [one for one in read_date_line(line, table_of(code)) if one.found.day] == []


@pytest.mark.parametrize(
    ("code", "line", "source"),
    [
        ("uk", "Джерело: Укрінформ", "Укрінформ"), ("uk", "За матеріалами ДержСКЗЗ", "ДержСКЗЗ"),
        ("ru", "Источник: ТАСС", "ТАСС"), ("de", "Quelle: Reuters", "Reuters"), ("fr", "Source : AFP", "AFP"),
        ("es", "Fuente: Europa Press", "Europa Press"), ("it", "Fonte: ANSA", "ANSA"), ("pl", "Źródło: PAP", "PAP"),
        ("tr", "Kaynak: AA", "AA"), ("uk", "За даними слідства, вибух стався вночі", ""),
        ("de", "Quelle allen Übels", ""),
    ],
)  # fmt: skip
def test_a_source_line_names_its_source(code: str, line: str, source: str) -> None:
    assert read_source_line(line, table_of(code)) == source


@pytest.mark.parametrize(
    ("code", "line", "said"),
    [
        ("ru", "Анна Петрова, Рига | 29 апреля 2026 в 15:00", (("Анна Петрова",), ("Рига",), 1)),
        ("uk", "Львів. О. Гнатюк. 01.04.2026, 17:20", (("О. Гнатюк",), ("Львів",), 1)),
        ("de", "Von Anna Weber, 12. November 2025", (("Anna Weber",), (), 1)),
        ("it", "Di Alvise Rossi - Pubblicato il 8 giugno 2026 alle 11:11", (("Alvise Rossi",), (), 1)),
        ("fr", "NATHALIE ROUX | 04.06.2026 | 16:48", (("NATHALIE ROUX",), (), 1)),
        ("tr", "Elif Şahin - Berlin", (("Elif Şahin",), ("Berlin",), 0)),
        ("ar", "عمّان - ليلى منصور", (("ليلى منصور",), ("عمّان",), 0)),
        ("it", "Paola Rinaldi, Lubiana", (("Paola Rinaldi",), ("Lubiana",), 0)),
        ("ru", "Анна Петрова, Скопье", (("Анна Петрова",), ("Скопье",), 0)),
        ("es", "Por Marta Iglesias — 04/05/2026 - 09:31 h", (("Marta Iglesias",), (), 1)),
        ("fa", "۱۵ خرداد ۱۴۰۵ | ۱۸:۰۲ | جهان > آسیا", ((), (), 1)),
        ("zh", "星島日報　2026/5/4　國際", ((), (), 1)),
    ],
)
def test_several_facts_side_by_side(code: str, line: str, said: tuple[tuple[str, ...], tuple[str, ...], int]) -> None:
    found = read_meta(line, table_of(code))
    assert found is not None
    assert (found.authors, found.places, len(found.dates)) == said


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Die Marine kauft zwei Boote | mehr im Text"),
        ("uk", "Флот вийшов у море"),
        ("fr", "Paris, Berlin et Rome"),
        ("es", "Barcos Nuevos, Puerto Viejo"),
        ("fa", "جهان > آسیا"),
    ],
)
def test_headlines_say_no_such_facts(code: str, line: str) -> None:
    assert read_meta(line, table_of(code)) is None
