"""What of a mail is cut: quoted mails, signatures and the like, and nothing of news that looks like them."""

import pytest

from site_gen.conversion.mail_cuts import own_message

STORY = """The navy said on Tuesday that ten ships would be built.

The first is due in 2030, the minister wrote:

“We need them.”"""

BELOW = {
    "quoted mail": (
        "On Mon, 3 Mar 2025 at 09:15, Jane Doe <jane@x.example> wrote:\n> Any news?",
        "On Monday, 3 March 2025, Jane Doe of the press office\n<jane@x.example>\nwrote:\n> Any news?",
        "Am 03.03.25 um 09:15 schrieb Jane Doe:\n> Gibt es etwas?",
        "Le lun. 3 mars 2025 à 09:15, Jane Doe <jane@x.example> a écrit :\n> Du neuf ?",
        "El lun, 3 mar 2025 a las 9:15, Jane (<jane@x.example>) escribió:\n> Hay algo?",
        "пн, 3 мар. 2025 г. в 09:15, Jane Doe <jane@x.example> пише:\n> Є новини?",
        "-----Original Message-----\nFrom: Jane\nAny news?",
        "-----Ursprüngliche Nachricht-----\nVon: Jane\nGibt es etwas?",
        "From: Jane Doe <jane@x.example>\nSent: Monday, 3 March 2025 09:15\nTo: Desk\nSubject: News\n\nAny news?",
        "Von: Jane Doe\nGesendet: Montag, 3. März 2025 09:15\nAn: Desk\nBetreff: Neues\n\nGibt es etwas?",
        "**From:** Jane Doe &lt;jane@x.example&gt;  \n**Sent:** 3 March  \n**To:** Desk  \n**Subject:** News\n\nAny?",
        "> Any news?\n> Jane",
    ),
    "mail signature": (
        "-- \nJane Doe\n+44 20 555 0100",
        "Kind regards,\n\nJane Doe\nPress Office",
        "Mit freundlichen Grüßen\nJane Doe",
        "Cordialement,\nJane Doe",
        "З повагою,\nJane Doe",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
    ),
    "disclaimer": (
        "This e-mail and any attachments are confidential and may be privileged.",
        "If you are not the intended recipient, please delete this message.",
        "Diese E-Mail kann vertrauliche Informationen enthalten.",
        "Please consider the environment before printing this e-mail.",
    ),
}
ABOVE = {
    "mail banner": (
        "[EXTERNAL] Be careful with links.",
        "CAUTION: This email originated from outside of the organisation.",
        "You don't often get email from jane@x.example. Learn why this is important",
    ),
    "greeting": ("Dear colleagues,", "Sehr geehrte Damen und Herren,", "Bonjour,", "Шановні колеги,", "Hi all"),
}
NEWS = (
    "The ministry wrote:",
    "On Tuesday the chancellor wrote: “No.”",
    "From: where the ships come is not known.",
    "Thank you, the minister said to the crews who had built the ships in less than three years at the yard.",
    "Warning: the ministry expects storms on Wednesday in all ports of the country.",
    "The message was confidential, the court heard on Monday.",
    "The report is intended for parliament, he said.",
    "--",
    "Dear prices keep the fleet in port, its commander said. Fuel has doubled.",
)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in BELOW.items() for text in texts])
def test_what_stands_below_a_story_is_cut(rule: str, text: str) -> None:
    found = own_message(tuple(f"{STORY}\n\n{text}".split("\n")))
    assert "\n".join(found.lines) == STORY
    assert rule in dict(found.cuts)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in ABOVE.items() for text in texts])
def test_what_stands_above_a_story_is_cut(rule: str, text: str) -> None:
    found = own_message(tuple(f"{text}\n\n{STORY}".split("\n")))
    assert "\n".join(found.lines).strip() == STORY
    assert found.cuts == ((rule, 1),)


def test_an_answer_below_a_quotation_stays() -> None:
    above = "On Mon, 3 Mar 2025 at 09:15, Jane Doe wrote:\n> Any news?\n>\n> Jane\n\n"
    found = own_message(tuple(f"{above}{STORY}\n\n{above}{STORY}".split("\n")))
    assert "\n".join(found.lines).strip() == f"{STORY}\n\n\n{STORY}"
    assert found.cuts == (("quoted mail", 8),)


def test_a_mail_of_a_greeting_alone_stays() -> None:
    assert own_message(("Hello", "")).lines == ("Hello",)
    below = ("> On 22 Aug 2015, at 19:21, Jane Doe <jane@x.example> wrote:", ">", "> Hi there!")
    assert own_message(("Hello", *below)).lines == ("Hello",)


@pytest.mark.parametrize("text", NEWS)
def test_news_that_looks_like_it_stays(text: str) -> None:
    long = f"{STORY}\n\n{text}\n\n{STORY}\n\n" + f"{'The ships are long. ' * 12}\n\n" * 2 + "The end is near."
    found = own_message(tuple(long.split("\n")))
    assert "\n".join(found.lines) == long
    assert found.cuts == ()
