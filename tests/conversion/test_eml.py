"""Mails in the shapes of four programs, and broken in the ways that real ones are."""

from base64 import b64encode
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from site_gen.conversion import convert
from site_gen.model.seed import Converted
from tests.conversion.office.make_mails import APPLE_PLAIN, GMAIL_STORY, MAILS, picture
from tests.conversion.words import OFFICE, has_canary, recall, words_of

OSLO = (
    "OSLO, 4 March 2026 – Norway has asked three yards for bids to build five patrol ships for its coast guard, the defence "
    "materiel agency said on Wednesday. The ships are to displace about 3,000 tonnes and to stay at sea for sixty days. Bids "
    "are due in November; the first hull would be launched in 2029. “We need ships that can break ice – and that we can "
    "afford,” said the agency’s director, Gro Jære. A model of the patrol ship The three yards are in Ulsteinvik, "
    "Tomrefjord and Gdansk. The agency wants to sign a contract before the summer of 2027, when the oldest ships of the "
    "coast guard leave service."
)
KOBLENZ = (
    "KOBLENZ, 19. Mai 2026 – Die Bundeswehr hat zwölf Brückenlegepanzer bestellt. Das teilte das Beschaffungsamt am Dienstag "
    "in Koblenz mit. Die Fahrzeuge können in zehn Minuten eine Brücke von 26 Metern Länge legen. Das erste soll im Herbst "
    "2027 übergeben werden, das letzte zwei Jahre später. „Wir schließen eine Lücke, die seit Jahren bekannt ist“, sagte "
    "Amtspräsidentin Annette Lehnigk. Der Auftrag ist 310 Millionen Euro wert."
)
KNOWN = {
    "gmail.eml": " ".join(GMAIL_STORY),
    "outlook.eml": OSLO,
    "apple.eml": APPLE_PLAIN[APPLE_PLAIN.index("KOKKOLA") :].replace(">", ""),
    "thunderbird.eml": KOBLENZ,
}
GIVEN = {
    "gmail.eml": (
        "Lithuania to mine forty kilometres of border",
        "Ministry Press Office",
        datetime(2026, 2, 9, 14, 2, tzinfo=UTC),
    ),
    "outlook.eml": (
        "Norway asks three yards for bids for five patrol ships",
        "Kari Berg",
        datetime(2026, 3, 4, 12, 30, 45, tzinfo=UTC),
    ),
    "apple.eml": (
        "Finland tests its new coastal missile in the Gulf of Bothnia",
        "Finnish Navy",
        datetime(2026, 4, 15, 14, 40, 12, tzinfo=UTC),
    ),
    "thunderbird.eml": (
        "Bundeswehr bestellt zwölf Brückenlegepanzer",
        "Pressestelle Süd",
        datetime(2026, 5, 19, 8, 20, tzinfo=UTC),
    ),
}
LONG = " ".join(f"The ministry said in point {number} that the ships would be built in time." for number in range(12))


def converted(data: bytes, name: str = "seeds/a.eml") -> Converted:
    found = convert(".eml", name, data, ZoneInfo("UTC"))
    assert found.problems == ()
    assert found.value is not None
    (only,) = found.value
    return only


def mail(body: str | bytes, *headers: str, subject: str = "Ruritania orders ten frigates") -> bytes:
    first = [f"Subject: {subject}", "From: Desk <desk@desk.example>", "Date: Tue, 4 Mar 2025 10:00:00 +0000"]
    head = "\n".join([*first, *headers]).encode("utf-8")
    return head + b"\n\n" + (body if isinstance(body, bytes) else body.encode())


def test_the_mails_are_those_that_their_script_makes() -> None:
    assert {name: (OFFICE / name).read_bytes() for name in MAILS} == MAILS


@pytest.mark.parametrize("name", MAILS)
def test_the_story_is_whole(name: str) -> None:
    assert recall(KNOWN[name], converted(MAILS[name]).text) >= 0.98
    assert len(words_of(converted(MAILS[name]).text)) <= 1.02 * len(words_of(KNOWN[name]))


@pytest.mark.parametrize("name", MAILS)
def test_subject_sender_and_date_are_headline_source_and_date(name: str) -> None:
    given = converted(MAILS[name]).given
    assert (given.title, given.source_name, given.date, given.timed) == (*GIVEN[name], True)


@pytest.mark.parametrize("name", MAILS)
def test_quoted_mails_signatures_addresses_and_disclaimers_are_cut_and_counted(name: str) -> None:
    assert has_canary(MAILS[name]), "or this test shows nothing"
    found = converted(MAILS[name])
    assert not has_canary(repr(found).encode())
    assert "@" not in repr((found.text, found.given, found.notes))
    expected = {
        "gmail.eml": {"quoted mail", "mail signature"},
        "outlook.eml": {"quoted mail", "mail signature", "mail banner", "greeting"},
        "apple.eml": set(),
        "thunderbird.eml": {"quoted mail", "mail signature", "greeting"},
    }[name]
    assert expected <= {note.why for note in found.notes if note.what == "cut"}


def test_pictures_in_the_text_come_along_and_that_of_the_signature_does_not() -> None:
    found = converted(MAILS["outlook.eml"])
    assert "\n![A model of the patrol ship](picture-1.png)\n" in found.text
    assert [(one.name, one.data, one.alt) for one in found.pictures] == [
        ("picture-1.png", picture(20), "A model of the patrol ship")
    ]
    assert [one.data for one in converted(MAILS["apple.eml"]).pictures] == [picture(120)]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Ruritania orders ten frigates", "Ruritania orders ten frigates"),
        ("Re: Fwd: AW: [desk] Ruritania orders ten frigates", "Ruritania orders ten frigates"),
        ("PRESS RELEASE: Ruritania orders ten frigates", "Ruritania orders ten frigates"),
        ("=?utf-8?Q?Z=C3?=\n =?utf-8?Q?=BCrich orders ten new frigates?=", "Zürich orders ten new frigates"),
        ("=?windows-1251?B?0O7x8ej/IPHr7uLgIPHl4+7k7f8g4iDk5evl?=", "Россия слова сегодня в деле"),
        ("=?utf-8?B?brokenÜ orders ten frigates", "=?utf-8?B?brokenÜ orders ten frigates"),
        ("Zürich orders ten new frigates", "Zürich orders ten new frigates"),
        ("Defence Weekly Newsletter, issue 45", ""),
        ("Press release attached", ""),
        ("FYI", ""),
        ("", ""),
    ],
)
def test_a_subject_is_the_headline_only_if_it_is_one(subject: str, title: str) -> None:
    found = converted(mail(LONG, subject=subject))
    assert found.given.title == title
    assert bool(title) or not subject or any(note.what == "headline" for note in found.notes)


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        ("Desk <desk@desk.example>", "Desk"),
        ('"Doe, Jane" <jane@desk.example>', "Jane Doe"),
        ("jane.doe@desk.example", ""),
        ('"jane.doe@desk.example" <jane.doe@desk.example>', ""),
        ("Jane Doe via Press List <list@desk.example>", "Jane Doe"),
        ("=?utf-8?Q?J=C3=BCrgen?= <j@desk.example>", "Jürgen"),
    ],
)
def test_the_source_is_a_name_and_never_an_address(sender: str, source: str) -> None:
    assert converted(mail(LONG).replace(b"Desk <desk@desk.example>", sender.encode())).given.source_name == source


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("utf-8", "Zürich’s ships".encode()),
        ("us-ascii", "Zürich’s ships".encode("cp1252")),
        ("utf-8", "Zürich’s ships".encode("cp1252")),
        ("iso-8859-1", "Zürich’s ships".encode("cp1252")),
        ("x-unknown", "Zürich’s ships".encode()),
        ("windows-1252", "Zürich’s ships".encode("cp1252")),
    ],
)
def test_charsets_that_are_wrong_do_no_harm(charset: str, data: bytes) -> None:
    body = data + b" were seen off the coast on Tuesday, the ministry said in the evening."
    found = converted(mail(body, f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: 8bit"))
    assert found.text.startswith(("Zürich’s ships", "Zürich's ships"))


def test_encodings_that_are_not_declared_are_read_all_the_same() -> None:
    quoted = "The ships =E2=80=93 ten of them =E2=80=93 were seen off the =\ncoast on Tuesday, the minis=\ntry said.\n"
    text = converted(mail(quoted, "Content-Type: text/plain; charset=utf-8")).text
    assert text == "The ships – ten of them – were seen off the coast on Tuesday, the ministry said."
    junk = b"!!" + b64encode(LONG.encode()) + b"\n=junk"
    found = converted(mail(junk, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"))
    assert found.text.startswith("The ministry said in point 0") or "base64" in str(found.notes)


def test_the_fuller_alternative_is_taken() -> None:
    def parts(plain: str, html: str) -> bytes:
        return mail(
            f"--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n{html}\n--b--\n",
            "MIME-Version: 1.0",
            'Content-Type: multipart/alternative; boundary="b"',
        )

    assert "**ships**" in converted(parts(LONG, f"<p>{LONG.replace('ships', '<b>ships</b>', 1)}</p>")).text
    assert converted(parts(LONG, "<p>View this mail in your browser.</p>")).text.startswith("The ministry said")
    assert converted(parts("See the HTML.", f"<p>{LONG}</p>")).text.startswith("The ministry said")


def attached(cover: str, name: str, data: bytes) -> bytes:
    part = f'Content-Type: application/octet-stream; name="{name}"\nContent-Disposition: attachment; filename="{name}"'
    return mail(
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{cover}\n--b\n{part}\nContent-Transfer-Encoding: base64\n\n"
        f"{b64encode(data).decode()}\n--b--\n",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b"',
        subject="Press release attached",
    )


@pytest.mark.parametrize("name", ("tracked.docx", "tracked.odt", "tracked.rtf", "columns-latex.pdf"))
def test_of_a_cover_note_the_attached_document_is_the_story(name: str) -> None:
    found = converted(attached("Dear all,\nplease find our release attached.\n", name, (OFFICE / name).read_bytes()))
    assert found.given.title.startswith(("Estonia orders twelve howitzers", "Romania opens its second air base"))
    assert found.given.source_name == "Desk"
    assert found.given.date == datetime(2025, 3, 4, 10, tzinfo=UTC)
    assert "please find" not in found.text
    assert not has_canary(repr(found).encode())


def test_a_text_file_can_be_the_story_and_a_mail_with_a_story_keeps_its_own() -> None:
    assert converted(attached("See below.", "release.txt", LONG.encode())).text == LONG
    found = converted(attached(LONG, "Jane Canary.txt", b"Other words. " * 300))
    assert found.text == LONG
    assert not has_canary(repr(found).encode())
    assert ("an attached .txt", "attached to a mail that tells its own story") in {
        (one.value, one.why) for one in found.notes
    }


def test_an_attachment_that_cannot_be_read_is_a_note_and_the_mail_is_the_text() -> None:
    found = converted(attached("The release is attached, says the ministry.", "release.pdf", b"%PDF-1.4 broken"))
    assert found.text == "The release is attached, says the ministry."
    assert any(note.why.startswith("This PDF is damaged. Open it, and print it") for note in found.notes)


def test_a_mail_within_a_mail_is_the_story_of_a_cover_note() -> None:
    inner = MAILS["thunderbird.eml"].decode()
    found = converted(
        mail(
            f"--b\nContent-Type: text/plain\n\nFor you.\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n",
            "MIME-Version: 1.0",
            'Content-Type: multipart/mixed; boundary="b"',
            subject="Fwd: two",
        )
    )
    assert found.given.title == "Bundeswehr bestellt zwölf Brückenlegepanzer"
    assert found.given.source_name == "Pressestelle Süd"
    assert recall(KOBLENZ, found.text) >= 0.98


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Navy <n@navy.example>\nDate: Mon, Mar 3, 2025 at 9:15 AM\n"
        "Subject: Ruritania launches its ninth frigate\nTo: <d@desk.example>\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Ruritania launches its ninth frigate\n"
        "Datum: Mon, 3 Mar 2025 09:15:00 +0000\nVon: Navy <n@navy.example>\nAn: d@desk.example\n",
        "________________________________\nFrom: Navy <n@navy.example>\nSent: Monday, March 3, 2025 9:15 AM\n"
        "To: Desk <d@desk.example>\nSubject: Ruritania launches its ninth frigate\n",
    ],
)
def test_the_header_of_a_forwarded_mail_counts(head: str) -> None:
    found = converted(mail(f"{head}\n{LONG}\n", subject="Fwd: for tomorrow"))
    assert (found.given.title, found.given.source_name) == ("Ruritania launches its ninth frigate", "Navy")
    assert found.given.date == datetime(2025, 3, 3, 9, 15, tzinfo=UTC)
    assert found.text == LONG


def test_what_is_encrypted_or_empty_says_so() -> None:
    (problem,) = convert(
        ".eml",
        "a.eml",
        mail(
            "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n",
            'Content-Type: multipart/encrypted; boundary="b"',
            "MIME-Version: 1.0",
        ),
        UTC,
    ).problems
    assert str(problem) == "a.eml: This mail is encrypted. Save its text from your mail program."
    (problem,) = convert(".eml", "a.eml", mail("-- \nJane Doe\n"), UTC).problems
    assert problem.what == "Nothing is left of this mail when quoted mails and signatures are cut."
