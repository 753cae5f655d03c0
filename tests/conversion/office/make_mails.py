"""Makes the mails in this folder, in the shapes of four programs. All of it is invented, addresses included.

python tests/conversion/office/make_mails.py
"""

import base64
import quopri
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent


def picture(shade: int, side: int = 64) -> bytes:
    """A PNG in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([shade, 90, 60]) * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def in_lines(data: bytes) -> str:
    return base64.encodebytes(data).decode().strip()


def quoted(text: str, charset: str = "utf-8") -> str:
    return quopri.encodestring(text.encode(charset)).decode("ascii")


GMAIL_STORY = (
    "VILNIUS, February 9, 2026 – Lithuania will lay mines along forty kilometres of its border with Belarus from the "
    "summer, Defence Minister Rasa Kazlauskienė said on Monday.",
    "The first stretch, between Šalčininkai and the Neris, is to be finished by October. The minefields are part of a "
    "line of obstacles for which parliament set aside 1.1 billion euros.",
    "“Nobody wants this work, but somebody has to do it,” the minister told reporters in Vilnius. Farmers whose land is "
    "needed will be paid twice its price.",
)
GMAIL_HTML = "".join(f"<div>{one}</div><div><br></div>" for one in GMAIL_STORY)
GMAIL_PLAIN = "".join(f"{one}\n\n" for one in GMAIL_STORY)
GMAIL_WHOLE = (
    f'<div dir="ltr">{GMAIL_HTML}<div>-- </div><div dir="ltr" class="gmail_signature" '
    'data-smartmail="gmail_signature"><div>CanarySignature Zyx</div><div>+370 5 555 0100</div></div></div><br>'
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Feb 9, 2026 at 1:15 PM CanaryQuoted Zyx &lt;'
    '<a href="mailto:canary.quoted@desk.example">canary.quoted@desk.example</a>&gt; wrote:<br></div><blockquote '
    'class="gmail_quote" style="margin:0px 0px 0px 0.8ex"><div>CanaryQuestion: when does the work begin, and who '
    "pays?</div><div>CanaryQuoted</div></blockquote></div>"
)
GMAIL = f"""\
Delivered-To: newsdesk@desk.example
Return-Path: <canary.sender@press.example>
Received: by 2002:a05:6402:1111 with SMTP id x; Mon, 9 Feb 2026 06:02:11 -0800 (PST)
MIME-Version: 1.0
References: <1@desk.example>
In-Reply-To: <1@desk.example>
From: =?UTF-8?Q?Ministry_Press_Office_=28Vilnius=29?= <canary.sender@press.example>
Date: Mon, 9 Feb 2026 16:02:00 +0200
Message-ID: <CAK@mail.gmail.com>
Subject: =?UTF-8?B?UmU6IFtwcmVzcy1saXN0XSBMaXRodWFuaWEgdG8gbWluZSBmb3J0eSBr?=
 =?UTF-8?B?aWxvbWV0cmVzIG9mIGJvcmRlcg==?=
To: Desk <newsdesk@desk.example>
Content-Type: multipart/alternative; boundary="000000000000abcdef"

--000000000000abcdef
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

{quoted(GMAIL_PLAIN)}
-- =20
CanarySignature Zyx
+370 5 555 0100

On Mon, Feb 9, 2026 at 1:15 PM CanaryQuoted Zyx <canary.quoted@desk.example>
wrote:

> CanaryQuestion: when does the work begin, and who pays?
>
> CanaryQuoted

--000000000000abcdef
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

{quoted(GMAIL_WHOLE)}
--000000000000abcdef--
"""

OUTLOOK_HTML = """\
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv="Content-Type" content="text/html; charset=Windows-1252">
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style></head>
<body lang="EN-GB" link="#0563C1" style="word-wrap:break-word"><div class="WordSection1">
<table class="MsoNormalTable"><tr><td><p class="MsoNormal">CAUTION: This email originated from outside of the organisation.\
</p></td></tr></table>
<p class="MsoNormal">Dear colleagues,<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">OSLO, 4 March 2026 – Norway has asked three yards for bids to build five patrol ships for its coast \
guard, the defence materiel agency said on Wednesday.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">The ships are to displace about 3,000 tonnes and to stay at sea for <b>sixty days</b>. Bids are due in \
November; the first hull would be launched in 2029.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">“We need ships that can break ice – and that we can afford,” said the agency’s director, \
Gro Jære.<o:p></o:p></p>
<p class="MsoNormal"><img width="64" height="64" id="Picture_x0020_1" src="cid:image001.png@01DC1234.5678ABCD" \
alt="A model of the patrol ship"><o:p></o:p></p>
<p class="MsoNormal">The three yards are in Ulsteinvik, Tomrefjord and Gdansk. The agency wants to sign a contract before \
the summer of 2027, when the oldest ships of the coast guard leave service.<o:p></o:p></p>
<p class="MsoNormal">Kind regards,<o:p></o:p></p>
<p class="MsoNormal">CanarySignature Zyx<br>Senior Adviser<br>Tel. +47 555 01 00<o:p></o:p></p>
<p class="MsoNormal"><img src="cid:image002.png@01DC1234.5678ABCD" alt="logo"><o:p></o:p></p>
<p class="MsoNormal" style="font-size:8.0pt">This e-mail and any attachments are confidential and intended solely for the \
CanaryRecipient. If you are not the intended recipient, delete it.<o:p></o:p></p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> \
CanaryQuoted Zyx &lt;canary.quoted@desk.example&gt; <br><b>Sent:</b> Wednesday, 4 March 2026 09:10<br><b>To:</b> \
CanarySignature Zyx &lt;canary.sender@agency.example&gt;<br><b>Subject:</b> Patrol ships<o:p></o:p></p></div></div>
<p class="MsoNormal">CanaryQuestion: could you send us the announcement?<o:p></o:p></p>
</div></body></html>
"""
OUTLOOK = f"""\
Received: from HE1PR.eurprd.example (2603:10a6::1) by AM0PR.eurprd.example with HTTPS; Wed, 4 Mar 2026 12:31:00 +0000
From: "Berg, Kari (Materiel Agency)" <canary.sender@agency.example>
To: "Newsdesk" <newsdesk@desk.example>
Subject: RE: Norway asks three yards for bids for five patrol ships
Thread-Topic: Patrol ships
Date: Wed, 4 Mar 2026 12:30:45 +0000
Message-ID: <AM0@agency.example>
Accept-Language: en-GB, nb-NO
Content-Type: multipart/related;
\tboundary="_005_AM0PR_"; type="multipart/alternative"
MIME-Version: 1.0

--_005_AM0PR_
Content-Type: multipart/alternative;
\tboundary="_000_AM0PR_"

--_000_AM0PR_
Content-Type: text/plain; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

Please see the HTML version.

--_000_AM0PR_
Content-Type: text/html; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

{quoted(OUTLOOK_HTML, "cp1252")}
--_000_AM0PR_--

--_005_AM0PR_
Content-Type: image/png; name="image001.png"
Content-Description: image001.png
Content-Disposition: inline; filename="image001.png"; size=200
Content-ID: <image001.png@01DC1234.5678ABCD>
Content-Transfer-Encoding: base64

{in_lines(picture(20))}

--_005_AM0PR_
Content-Type: image/png; name="image002.png"
Content-Disposition: inline; filename="image002.png"
Content-ID: <image002.png@01DC1234.5678ABCD>
Content-Transfer-Encoding: base64

{in_lines(picture(200, 16))}

--_005_AM0PR_--
"""

APPLE_PLAIN = """\
For us?

CanaryForwarder

Sent from my iPhone

> Begin forwarded message:
>\x20
> From: Finnish Navy <canary.navy@navy.example>
> Subject: Finland tests its new coastal missile in the Gulf of Bothnia
> Date: 15. April 2026 at 17:40:12 EEST
> To: CanaryForwarder Zyx <canary.forwarder@desk.example>
> Reply-To: canary.reply@navy.example
>\x20
> KOKKOLA, April 15, 2026 – The Finnish Navy has fired its new coastal missile for the first time and hit a target
> 180 kilometres away, it said on Wednesday.
>\x20
> The missile was launched from a lorry near Kokkola and flew over the Gulf of Bothnia. Two more tests are planned
> for May, one of them at night.
>\x20
> “The system did what we had been promised,” said Commander Jussi Heikkilä. The navy is to have four batteries by
> 2028.
>\x20
"""
APPLE = f"""\
From: CanaryForwarder Zyx <canary.forwarder@desk.example>
Content-Type: multipart/mixed; boundary="Apple-Mail=_1111"
Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.400.131.1.6\\))
Subject: Fwd: Finland tests its new coastal missile in the Gulf of Bothnia
Date: Thu, 16 Apr 2026 08:15:30 +0300
To: newsdesk@desk.example
X-Mailer: Apple Mail (2.3826.400.131.1.6)


--Apple-Mail=_1111
Content-Transfer-Encoding: quoted-printable
Content-Type: text/plain;
\tcharset=utf-8

{quoted(APPLE_PLAIN)}

--Apple-Mail=_1111
Content-Disposition: inline;
\tfilename=IMG_0042.png
Content-Type: image/png;
\tx-unix-mode=0666;
\tname="IMG_0042.png"
Content-Transfer-Encoding: base64

{in_lines(picture(120))}

--Apple-Mail=_1111
Content-Transfer-Encoding: 7bit
Content-Type: text/plain;
\tcharset=us-ascii



--Apple-Mail=_1111--
"""

THUNDERBIRD = """\
Message-ID: <b1a2@desk.example>
Date: Tue, 19 May 2026 10:20:00 +0200
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
Subject: =?UTF-8?Q?Bundeswehr_bestellt_zw=C3=B6lf_Br=C3=BCckenlegepanzer?=
Content-Language: de-DE
To: redaktion@desk.example
From: =?UTF-8?Q?Pressestelle_S=C3=BCd?= <canary.sender@presse.example>
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

Sehr geehrte Damen und Herren,

KOBLENZ, 19. Mai 2026 – Die Bundeswehr hat zwölf Brückenlegepanzer\x20
bestellt. Das teilte das Beschaffungsamt am Dienstag in Koblenz mit.

Die Fahrzeuge können in zehn Minuten eine Brücke von 26 Metern Länge\x20
legen. Das erste soll im Herbst 2027 übergeben werden, das letzte zwei\x20
Jahre später.

„Wir schließen eine Lücke, die seit Jahren bekannt ist“, sagte\x20
Amtspräsidentin Annette Lehnigk. Der Auftrag ist 310 Millionen Euro wert.

Mit freundlichen Grüßen
CanarySignature Zyx

--\x20
CanarySignature Zyx
Telefon 0261 555 0100

Am 18.05.26 um 16:02 schrieb CanaryQuoted Zyx:
> CanaryQuestion: Gibt es etwas Neues zu den
> Brücken?
"""

MAILS = {
    "gmail.eml": GMAIL.encode(),
    "outlook.eml": OUTLOOK.encode().replace(b"\n", b"\r\n"),
    "apple.eml": APPLE.encode(),
    "thunderbird.eml": THUNDERBIRD.encode().replace(b"\n", b"\r\n"),
}

if __name__ == "__main__":
    for name, data in MAILS.items():
        (HERE / name).write_bytes(data)
