"""Names of agencies and papers in their usual form."""

from functools import cache

# Each line: the name in usual form, then other spellings; case does not matter. Kept by hand.
_SOURCES = """
Reuters|Thomson Reuters
AP|Associated Press|The Associated Press
AFP|Agence France-Presse|Agence France Presse
UPI|United Press International
PTI|Press Trust of India
ANI|Asian News International
IANS|Indo-Asian News Service
UNI|United News of India
API|Asian Press International
Hindustan Times|HT
NNS|Navy News Service
DVIDS
TASS|ITAR-TASS
Interfax
Interfax-Ukraine
RIA Novosti|RIA
Sputnik
RT
Ukrinform
Ukrainska Pravda
Kyiv Independent|The Kyiv Independent
Kyiv Post
UNIAN
Xinhua|Xinhua News Agency
Global Times
CGTN
Kyodo|Kyodo News
Yonhap|Yonhap News Agency
KCNA
Anadolu|Anadolu Agency
Tasnim|Tasnim News Agency
IRNA
Mehr|MNA|Mehr News Agency
Fars|FNA|Fars News Agency
Press TV
KUNA
SPA
WAM
SANA
MENA
Bernama
Antara
APP|Associated Press of Pakistan
Dawn
Geo News
The Express Tribune|Express Tribune
The News International
Khaama Press
TOLOnews
Pajhwok|Pajhwok Afghan News
dpa|Deutsche Presse-Agentur
ANSA
EFE|Agencia EFE
Lusa
PAP
CTK
MTI
BTA
Belga
NTB
TT
STT
Ritzau
BNS
LETA
BBC|BBC News
CNN
CNBC
NBC News
CBS News
ABC News
Fox News
Sky News
Al Jazeera
Al Arabiya
Al-Monitor
Arab News
VOA|Voice of America
RFE/RL|RFERL|Radio Free Europe/Radio Liberty
Radio Free Asia|RFA
Deutsche Welle|DW
France 24
Euronews
Politico
Axios
Bloomberg|Bloomberg News
Financial Times
The Guardian
The Times
The Telegraph
The Independent
The Economist
The New York Times|New York Times
The Washington Post|Washington Post
The Wall Street Journal|Wall Street Journal
Los Angeles Times
USA Today
Le Monde
Le Figaro
Der Spiegel
Die Welt
El Pais|El País
The Jerusalem Post|Jerusalem Post
The Times of Israel|Times of Israel
Haaretz
Ynet
The Times of India|Times of India|TOI
The Hindu
The Indian Express|Indian Express
The Economic Times|Economic Times
The Tribune|Tribune News Service
The Pioneer
The Print|ThePrint
The Wire
The Week
The Quint
The Diplomat
The Statesman
The Asian Age|Asian Age
The Financial Express|Financial Express
Business Standard
Business Line|The Hindu BusinessLine
Deccan Herald
Deccan Chronicle
India Today
NDTV
News18|CNN-News18
Zee News
Republic World
Firstpost
Mint|Livemint
Moneycontrol
Outlook
Swarajya
The Eurasian Times|EurAsian Times|Eurasian Times
Defense News|Defence News
Defense One
Breaking Defense
Jane's|Janes
Naval News
USNI News
Military Times
Stars and Stripes
Nikkei|Nikkei Asia
The Japan Times|Japan Times
The Korea Herald|Korea Herald
The Straits Times|Straits Times
South China Morning Post|SCMP
Business Wire
PR Newswire|PRNewswire
GlobeNewswire|Globe Newswire
Army News Service|ARNEWS
Bakhtar|Bakhtar News Agency
Army Times
Press Association|PA Media
"""


@cache
def _names() -> dict[str, str]:
    rows = (row.split("|") for row in _SOURCES.strip().split("\n"))
    return {spelling.casefold(): row[0] for row in rows for spelling in row}


LONGEST = 5
"""Words of the longest name."""


def usual_source(name: str) -> str:
    """The usual form of an agency's or paper's name; empty for an unknown one."""
    return _names().get(" ".join(name.split()).strip(" .,").casefold(), "")


def known_source(words: list[str]) -> int:
    """How many of the first words are the name of a known agency or paper."""
    for count in range(min(len(words), LONGEST), 0, -1):
        if usual_source(" ".join(words[:count])):
            return count
    return 0
