"""Words that the rules of headlines know, by what they do."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: a readable way to write a long list."""
    return frozenset(text.split())


NEUTRAL_SPEECH = words("learn say tell report state add note announce declare reveal disclose recount inform")
"""Verbs that only say that somebody said it: it may stand behind the news as ", minister says"."""
SPEECH = NEUTRAL_SPEECH | words(
    "claim warn confirm allege insist stress acknowledge admit argue believe think hope suggest predict maintain assert "
    "contend estimate explain indicate promise vow pledge deny conclude affirm reiterate emphasise emphasize underline "
    "underscore caution fear expect know find show complain concede boast recall signal decide rule agree feel claim"
)
"""Verbs whose object is a clause; those that are not neutral are kept as they are said."""
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday "
    "tonight overnight morning afternoon evening night midnight noon"
)
MONTHS = words(
    "january february march april may june july august september october november december jan jan. feb feb. mar. apr "
    "apr. aug aug. sept sept. sep oct oct. nov nov. dec dec."
)
TIMES = (
    DAYS
    | MONTHS
    | words(
        "week weekend month year day hour hours minutes moment recently weeks days months spring summer autumn winter"
    )
)
PAST_TIMES = words("ago last previous previously earlier once former formerly then since in")
FILLERS = words(
    "also meanwhile however earlier recently already formally officially moreover furthermore additionally thus "
    "therefore indeed instead too though subsequently separately accordingly later today yesterday tonight currently "
    "now presently respectively again incidentally namely"
)
"""Adverbs that a headline does without; none of them hedges, denies or limits."""
CONDITIONS = words("unless if except without provided unless lest whether only barring")
HEDGES = words(
    "may might could would should allegedly reportedly apparently likely possibly probably perhaps seemingly nearly "
    "almost about around up least most more fewer less over under suspected alleged possible potential attempted "
    "planned proposed former acting interim fake would-be so-called unconfirmed presumed purported not no never none "
    "nor neither hardly barely cannot few little only first last failed false"
)
"""Words that limit or hedge: without them the rest may be false."""
PRONOUNS = words("he she it they we i you this that these those his her its their our my your him them us who one")
THIRD = words("he she it they")
PLURALS = words(
    "police people forces troops they we you both officials authorities data media personnel cattle aircraft"
)
GENERIC = words(
    "man woman men women people person persons those one ones number group part something anyone everyone "
    "somebody someone all some many most any half majority series member members kind type sort soldier soldiers "
    "vehicle vehicles plane country countries company companies"
)
"""Nouns that say little without the clause that goes with them."""
OFFICES = words(
    "president minister secretary premier chancellor senator general admiral colonel commander chief leader ambassador "
    "spokesman spokeswoman spokesperson governor mayor representative chairman chairwoman director commissioner king "
    "prince sheikh pope sergeant captain major lieutenant brigadier marshal judge justice attorney speaker deputy "
    "prosecutor official envoy congressman congresswoman head analyst expert lawmaker mp captain coach striker officer "
    "professor researcher author economist lawyer chairperson chief executive"
)
SPOKESPERSONS = words("spokesman spokeswoman spokesperson spokespeople spokesmen")
TITLES = words("mr mrs ms dr sir dame lord lady mr. mrs. ms. dr. prof prof. rev rev. hon hon.")
LOCATIONS = words("in at near on around outside across through inside along beyond above below off within over")
BACKGROUND = words(
    "amid despite during following after before since under ahead alongside along besides including ahead"
    " through via upon throughout among while per"
)
FUNCTION_TAGS = words("DT IN TO CC MD PRP$ WDT WP WRB WP$ EX PDT POS")

MEDIA = words(
    "agency radio tv television newspaper newspapers media report reports reuters afp ap tass interfax xinhua bbc cnn efe dpa "
    "ansa yonhap kcna irna channel daily website times post journal tribune telegraph guardian bloomberg axios politico"
)
"""Who passes on what others say; left out where those others are named."""


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (verb, word) for part in text.split() for verb, _, rest in (part.partition(":"),) for word in rest.split(",")
    )


REQUIRED = _pairs(
    "ask:for accuse:of charge:with,over blame:for,on link:to,with provide:with,for,to sue:for,over call:for,on,off warn:of,against,about "
    "put:on,in,into,at,off take:part,over,to,on,off prevent:from ban:from strip:of convict:of sentence:to urge:to award:to,for "
    "depend:on rely:on focus:on agree:on,to,with insist:on consist:of result:in,from lead:to contribute:to belong:to refer:to "
    "apply:for,to aim:at,for suffer:from,in lack:of deal:with comply:with cooperate:with compete:with,for,against fight:for,against,with "
    "vote:for,against,on object:to respond:to,with react:to turn:into,to,on,down change:into,to convert:into,to transform:into "
    "split:from,into separate:from withdraw:from pull:out,from,back,off retreat:from return:to,from,from move:to,into,from,up,toward "
    "send:to,into,for give:to,for hand:to,over deliver:to sell:to,for supply:to,with equip:with arm:with replace:with,by "
    "compare:with,to name:as,for,after describe:as regard:as see:as,in treat:as serve:as,in,on,with act:as work:as,with,on,for use:as,for,in,against "
    "plead:to,for,guilty appeal:to,for,against protest:against,over,at negotiate:with,for,over talk:to,with,about,of meet:with join:in,with "
    "hit:out,at,back crack:down close:to,down,in open:to,fire,up start:with,on begin:with,on end:in,with,up base:on,in,at locate:in,at "
    "die:in,of,from,after kill:in,by injure:in,by wound:in,by hold:in,on,up,for keep:in,on,from,up bring:to,in,back,down,into,under place:on,in,under "
    "set:up,off,out,for,to,on rule:on,out,in,against come:to,into,from,under,in,after,as,up go:to,on,into,for,through,ahead get:to,into,off,rid "
    "fall:to,into,in,on,by,from rise:to,by,from,in grow:to,by,in drop:to,by,from,in increase:to,by,from cut:to,by,from,off reduce:to,by,from "
    "raise:to,by,from,over,about stand:at,by,for,in,up step:down,up,in live:in,on land:in,on,at arrive:in,at,on depart:for,from leave:for,with,to,in head:to,for "
    "travel:to fly:to,over,into cross:into,to enter:into,in expel:from remove:from free:from release:from,to,on rescue:from save:from protect:from,against "
    "defend:against,from guard:against ready:for prepare:for,to plan:for,on,to threaten:with,to,against seek:from,to,in look:at,for,into,to invest:in engage:in,with "
    "participate:in involve:in interest:in succeed:in,as fail:in,to specialise:in result:in consist:of dispose:of inform:of,about remind:of accuse:of rob:of "
    "impose:on force:to,into,on press:for,on,ahead push:for,to,ahead,into,back lobby:for campaign:for,against run:for,out,in,on stop:from,at ban:from,in "
    "sign:with,on,to strike:at,in,with,down attack:in,with,on be:in,at,on,of,to,under,for,with,from,over,out,up,about,behind,due,off back:down,up,out "
    "shoot:down,at,in shut:down carry:out,on break:out,into,down,up blow:up build:up,in,on,for draw:up,on,down,in hand:over lay:off,down pay:for,to,out pick:as,for,up "
    "point:to,at,out reach:for,to,in agree:to,on consider:as,for concentrate:on operate:in,from,on,at station:in,at deploy:to,in,on,against,with "
    "launch:at,on,against,from,into fire:at,on,into,from aimed:at test:in,for,on remand:in,for detain:in,for,on,over arrest:in,for,on,over,after jail:for,over fine:for,over "
    "try:for,in,over question:over,about,by investigate:for,over suspect:of acquit:of clear:of find:in,on,at,to "
    "criticise:for,over criticize:for,over denounce:for,as condemn:for,as praise:for,as thank:for reject:as dismiss:as,over brand:as label:as "
    "nominate:as,for,to appoint:as,to elect:as,to,in hire:as,for promote:to,as choose:as,for select:as,for,in tap:as,for crown:as,for list:as,in"
)
"""Verbs and the words that what they need begins with."""

HONORIFICS = TITLES | words("prince princess sheikh ayatollah")
"""Titles that stand between an office and a name: the office is the one that tells."""
FIRMS = words(
    "co corp inc ltd plc llc company corporation group industries systems electric dynamics atomics motors assembly staff "
    "command hospital council committee agency ministry department office university institute association party union"
)
LIMITING = words("first second third last only latest next fastest biggest largest best worst most least")
"""Before a noun they ask for what follows it: "the first title in five years"."""

NOUNS_REQUIRE = _pairs(
    "attack:on,against ban:on,for call:for demand:for,by plan:for threat:to,against access:to answer:to support:for,from talks:with,on,between "
    "agreement:with,on,for,between ties:with,to,between war:with,on,against,in deal:with,for,on,between case:against,for sanctions:on,against "
    "control:over,on tax:on limit:on limits:on change:to,in changes:to,in role:in help:for,from,to aid:to,for visit:to,by trip:to return:to,from "
    "end:to way:for part:in interest:in rise:in fall:in drop:in increase:in growth:in cut:in,to cuts:in,to dependence:on reliance:on "
    "dispute:over,with,between row:over,with,between debate:over,on,about vote:on,for,against,by bid:for,to,by claim:for,to,on right:to rights:to "
    "response:to reaction:to solution:to threat:to,from,of damage:to,in injury:to resistance:to opposition:to,from shift:to,from,in transition:to,from "
    "exports:to,of imports:from,of trade:with,between,in contract:for,with,to,from tender:for order:for,from,to orders:for,from request:for,from,to "
    "inquiry:into investigation:into probe:into research:into,on report:on,into,by study:of,on,into law:on,against bill:on,for rules:on,for "
    "victory:over,in,for win:over,against defeat:to,in,by strike:on,against strikes:on,against raid:on,against raids:on,against assault:on,against "
    "appeal:for,to,against plea:for,to campaign:against,for fight:against,for,over battle:for,against,over,with struggle:for,against protest:against,over "
    "protests:against,over criticism:of,from,over concern:over,about,for concerns:over,about fears:of,over,for warning:of,to,from,about"
)
"""Nouns and the words that what they need begins with."""

RANKS = words(
    "representative senator congressman congresswoman general admiral colonel sergeant captain major lieutenant brigadier judge "
    "justice lawmaker mp professor gen adm col lt maj capt sgt rep sen king prince pope sheikh striker captain coach author actor singer writer director analyst expert researcher economist professor defender midfielder goalkeeper prop winger"
)
"""Offices that many hold, so that a last name goes with them."""

OFFICE_WORDS = OFFICES | words(
    "prime foreign defence defense home interior finance energy trade justice health transport economy vice deputy former chief "
    "acting senior press government military army navy police opposition party external affairs"
)
"""Words of an office that are written small where no name follows."""

ASKS_TO = words(
    "decision plan plans bid refusal attempt attempts effort efforts agreement deal order orders request right rights ability proposal "
    "move moves offer promise threat need way ways failure power duty vote pledge willingness readiness intention call calls "
    "chance opportunity time reason permission pressure"
)
"""Nouns that say nothing without "to ..."."""
