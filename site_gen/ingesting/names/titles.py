"""The words that stand before a person's name, and those that tell one from an organisation."""

# Words of office, rank and address; a run of them is a title ("Deputy Foreign Minister", "Lt. Gen.").
TITLES = frozenset(
    ["President", "Vice", "Premier", "Chancellor", "Prime", "Minister", "Minister-designate", "Deputy", "Foreign", "Defence", "Defense", "Interior", "Finance", "Secretary", "Undersecretary", "Under", "Assistant", "Acting", "Attorney", "Secretary-General", "Chief", "Commander", "Commandant", "Captain", "Capt", "Colonel", "Col", "Major", "Maj", "Lieutenant", "Lt", "Lieut", "Gen", "General", "Brig", "Brigadier", "Adm", "Admiral", "Rear", "Cmdr", "Cdr", "Cpl", "Corporal", "Sgt", "Sergeant", "Staff", "Spc", "Specialist", "Pfc", "Pvt", "Private", "Petty", "Officer", "Marshal", "Commodore", "Ensign", "Airman", "Sen", "Rep", "Senator", "Congressman", "Congresswoman", "Representative", "Rep", "Gov", "Governor", "Mayor", "Ambassador", "Envoy", "Spokesman", "Spokeswoman", "Spokesperson", "Director", "Director-General", "Chairman", "Chairwoman", "Chair", "Speaker", "Leader", "King", "Queen", "Prince", "Princess", "Sheikh", "Sheik", "Sultan", "Emir", "Amir", "Ayatollah", "Imam", "Pope", "Archbishop", "Bishop", "Rabbi", "Rev", "Reverend", "Father", "Sir", "Dame", "Lord", "Lady", "Baroness", "Count", "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Judge", "Justice", "Hon", "Honorable", "Honourable", "HE", "Lawmaker", "MP", "Analyst", "Adviser", "Advisor", "President-elect", "President-designate", "Minister-President", "Commissioner", "Superintendent", "Inspector", "Comrade", "Master", "Gunnery", "Seaman", "Fireman", "Midshipman", "Wing", "Flight", "Lance", "Bombardier", "Sapper", "Group", "Squadron", "CEO", "CFO", "COO", "Former", "Ex-President", "Vice-President", "Commander-in-Chief", "Dictator", "Lieutenant-General", "Major-General", "Lieutenant-Colonel", "Brigadier-General", "Taoiseach", "Tsar", "Shah", "Special", "Representative", "Coordinator", "Counselor", "Counsellor", "Treasurer", "Solicitor"]
)
# Of these, the ones that can be the last word before a name; "Foreign" or "Staff" alone make nobody a person.
CALLS = TITLES - frozenset(
    ["Vice", "Foreign", "Defence", "Defense", "Interior", "Finance", "Under", "Assistant", "Acting", "Deputy", "Staff", "Rear", "Prime", "Petty", "Special", "Former", "Group", "Squadron", "Wing", "Flight", "Gunnery", "Master", "Attorney", "Count", "Lance"]
)
# The titles under which prose gives a bare surname: "President Hollande", "Gen. Votel", "spokesman Peskov".
SURNAME_CALLS = frozenset(
    "President Minister Premier Chancellor Secretary Gen General Col Colonel Maj Major Capt Captain Lt Lieutenant Adm Admiral"
    " Sgt Sergeant Cpl Spc Brig Brigadier Commodore Marshal Sen Senator Rep Congressman Congresswoman Gov Governor Mayor"
    " Ambassador Envoy King Queen Prince Princess Sheikh Sheik Sultan Emir Amir Ayatollah Pope Archbishop Bishop Sir Dame"
    " Lord Lady Baroness Mr Mrs Ms Miss Dr Prof Professor Judge Justice Spokesman Spokeswoman Spokesperson Advisor Adviser"
    " Speaker Chairman Commander Commissioner Comrade President-elect president minister premier chancellor spokesman"
    " spokeswoman spokesperson ambassador senator governor general colonel".split()
)
ABBREVIATED = frozenset(
    ["Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Cpl", "Spc", "Pfc", "Pvt", "Adm", "Cmdr", "Cdr", "Brig", "Sen", "Rep", "Gov", "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Hon", "Lieut", "St", "Jr", "Sr", "Cpt", "Ret", "No", "Inc", "Corp", "Co", "Ltd", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"]
)
# The same in running text: "spokesman Dmitry Peskov", "chief executive Jane Doe".
ROLES = frozenset(
    ["president", "minister", "premier", "chancellor", "secretary", "spokesman", "spokeswoman", "spokesperson", "commander", "general", "admiral", "colonel", "chief", "leader", "director", "chairman", "chairwoman", "chair", "analyst", "adviser", "advisor", "ambassador", "envoy", "senator", "congressman", "congresswoman", "representative", "governor", "mayor", "deputy", "officer", "executive", "official", "lawmaker", "expert", "scholar", "professor", "historian", "economist", "researcher", "correspondent", "reporter", "journalist", "activist", "lawyer", "attorney", "judge", "dissident", "president-elect", "vice-president", "ex-president", "predecessor", "successor", "brother", "son", "daughter", "wife", "husband", "father", "mother", "uncle", "cousin", "widow", "counterpart", "candidate", "king", "queen", "prince", "princess", "emir", "sheikh", "ayatollah", "dictator", "strongman", "warlord", "commissioner", "manager", "engineer", "scientist", "pilot", "astronaut", "cosmonaut", "soldier", "sailor", "marine", "airman", "captain", "major", "lieutenant", "sergeant", "businessman", "businesswoman", "billionaire", "tycoon", "oligarch", "entrepreneur", "founder", "co-founder", "author", "writer", "scientist"]
)
PARTICLES = frozenset(["al", "el", "bin", "ben", "ibn", "bint", "de", "der", "den", "van", "von", "da", "dos", "das", "del", "di", "du", "la", "le", "ul", "abu", "ter", "y", "e"])
SPEECH = frozenset(
    ["said", "says", "told", "added", "noted", "explained", "stated", "announced", "warned", "tweeted", "argued", "wrote", "testified", "remarked", "declared", "commented", "recalled", "insisted", "asked", "replied", "urged", "confirmed", "denied", "claimed", "acknowledged", "stressed", "emphasized", "emphasised", "believes", "thinks", "suggested", "predicted", "vowed", "pledged", "thanked", "praised", "condemned", "criticised", "criticized"]
)
