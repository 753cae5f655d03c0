"""What a publisher's lawyers want: copyright, disclaimers, terms, where a text first appeared."""
# ruff: noqa: E501  (a wording stays on one line, where it can be searched for)

from site_gen.ingesting.boilerplate.parts import PIECE
from site_gen.ingesting.boilerplate.rule import LONG, Rule, Words, rule

_RIGHTS = frozenset(
    "a all an and any are article articles as be broadcast by cached can commercial consent content contents copied copy copying copyright copyrighted created "
    "displayed distributed distribution duplicated express expressly express fair from for form full group holders if in including inc is it its law limited linking ltd llc "
    "made manner material may means media must network news no nor not of on only or original other otherwise our owner owners page part parts party permission permitted "
    "photocopied prior private prohibited property protected publication published publisher purpose purposes redistributed redistribution reprint reprinted reprints reproduce reproduced reproduction republication "
    "republish republished research reserved rewritten right rights sale shall site source stored strictly study subject such syndicated syndication terms text that the their this third "
    "through to transmitted unauthorised unauthorized under unless usage use used using web website whole with without written credit link back mandatory attribution provided "
    "apart dealing image images photo photos video company companies corporation co corp int'l international agency press foundation institute trust registered trademark trademarks".split()
)
_VIEWS = frozenset(
    "a accuracy accurate advice affiliated all an and any are article articles as author author's authors authors' based be belong below blog by column columnist columnists commentary company content contained contents contributor contributors contributor's "
    "correctness council department do does each editor editor's editorial editors employer employers endorse endorsed endorsement entirely every expressed fact facts financial for from government guest have herein his her here hold ideas in individual individuals information institution "
    "institutions investment is it its liability liable magazine management may media necessarily neither network news not of official on only opinion opinions or organisation organisations organization organizations other our out "
    "outlet own owner page paper party piece policies policy position positions presented present provided publication publications publisher publishers purely purposes represent representing represented reader readers reflect reflects reflected report represent responsibility "
    "responsible said shared should site solely statements stated story strictly taken that the their them these they this those thoughts to u.s us used using views view voiced was way we website were which with within without writer writer's writers "
    "general guidance informational educational only errors omissions completeness reliability warranty warranties guarantee guaranteed damages loss losses arising professional legal sole risk "
    "personal author(s agency defense defence military army navy air force united states staff board members".split()
)
_FIRST = frozenset(
    "author author's authors publisher's a also an and appeared article at been below by can collaboration column commons content cooperation courtesy creative edited edition first from full has have here in is issue it its "
    "licence license magazine minor newsletter of on online original originally our page partnership permission piece post posted previously print produced published publisher publication "
    "read reprinted republished republication repost reposted ran reproduced site story syndicated that the their this title translated translation under updated version via was website were with you "
    "news agency by-nc by-nd by-sa cc by attribution under changes headline different part series".split()
)

RULES: tuple[Rule, ...] = (
    rule("copyright", "anywhere", r"(?:© ?|\(c\) ?|copyright(?: ©| \(c\)|:)? ?)(?:copyright )?(?=\d{4}|the |[\w.&'-]+ \d{4}|all rights)", r"©", rest=Words(_RIGHTS, names=10), statement=True, longest=LONG),
    rule("copyright", "anywhere", r"(?=(?:[\w.&,'-]+ ){0,8}all rights? reserved\b)", rest=Words(_RIGHTS, names=10), statement=True, longest=LONG, holds=("all right",)),
    rule(
        "copyright",
        "anywhere",
        r"(?:this (?:material|content|document|article|story|publication)|the (?:material|contents?|text|images?)|no part|any (?:use|reproduction|form|copying)|all (?:materials?|content|rights)|reproduction|republication|distribution|unauthori[sz]ed|reprint(?:ing)?|copying)\b",
        rest=Words(_RIGHTS, frozenset("permission consent prohibited redistributed permitted unauthorized unauthorised reproduced reserved copyright".split()), names=4),
        statement=True,
        longest=LONG,
    ),
    rule(
        "copyright",
        "anywhere",
        r"(?:proudly )?powered by (?:wordpress|blogger|ghost|substack|drupal|disqus|medium|squarespace|wix|google|lendingtree)(?:\.com)?(?: vip)?\.?|blog at wordpress\.com\.?|create a free website (?:or blog )?at wordpress\.com\.?|website built with wordpress\.com\.?|reprints? (?:&|and) permissions?|request (?:a )?(?:reprint|correction)(?: (?:&|and) licensing)?|view our editorial guidelines",
        r"registration on or use of this site constitutes acceptance of our (?:[\w ,&'-]{4,120})\.?|use of this (?:web)?site (?:constitutes|signifies) (?:your )?(?:acceptance|agreement) (?:of|to|with) (?:our |the )?(?:[\w ,&'-]{4,120})\.?",
        r"this site is protected by (?:recaptcha|hcaptcha) and the google(?: privacy policy and terms of service apply)?\.?(?: privacy policy and terms of service apply\.?)?|this site uses akismet to reduce spam\.?(?: learn how your comment data (?:is|are) processed\.?)?|learn how your comment data (?:is|are) processed\.?",
        r"(?:portions of this content are ©|content available under a creative commons licen[cs]e)[\w ,.©&'-]{0,120}",
        statement=True,
    ),
    rule("copyright", "anywhere", r"(?:wordpress |blog )?theme(?: ?:|:? by) ?(?=\S)|(?:website built with|hosted by|designed by|developed by|web design by|site by|maintained by)(?= )", rest="names"),
    rule(
        "disclaimer",
        "anywhere",
        r"\(?(?:(?:the )?(?:author|writer)(?: is [\w' ,.-]{3,120})?[.,] )?(?:the |all )?(?:views?|opinions?)(?: expressed)?(?: (?:here|by the author|in this (?:article|piece)))? ?(?:are|is)? (?:strictly |purely |entirely |solely )?(?:personal|(?:his|her|their|my|the author's|the writer's) own)\.?\)?",
        r"the appearance of (?:the )?(?:u\.s\. )?department of (?:defense|war) \(do[dw]\) visual information does not imply or constitute do[dw] endorsement\.?",
        statement=True,
        longest=LONG,
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"\(?(?:disclaimer ?: ?)?(?:the |any |all |these )?(?:views?|opinions?|statements?)(?:(?:,? (?:and|or|&|thoughts|views?|opinions?|ideas|facts|statements?)){1,5})?,? (?:and comments )?(?:(?:that are )?(?:expressed|presented|stated|voiced|contained|reflected)|in this (?:article|column|piece)|are those|do not)\b",
        r"(?:this (?:article|column|commentary|piece|op-ed|content)|(?:the )?(?:author|contributor)s?) (?:reflects?|represents?|does not|do not|is an opinion|is solely responsible)\b",
        rest=Words(_VIEWS, frozenset("views view opinion opinions author author's authors".split()), names=12),
        statement=True,
        longest=LONG,
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"\(?disclaimer ?[:-] ?(?=\S)",
        rest=Words(_VIEWS, frozenset("views opinions information responsible liability liable advice website accuracy endorse site".split()), names=12, unknown=0.35),
        statement=True,
        longest=LONG,
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"(?:we|this (?:site|post|article|page)|[\w.&'-]+(?: [\w.&'-]+){0,3}) may (?:earn|receive|contain|get)(?: an?| some)? (?:small )?(?:affiliate )?(?:commissions?|affiliate links?|links?)\b",
        r"as an amazon associate\b",
        rest=Words(frozenset("affiliate commission commissions affiliates from if you purchase buy something through recommended links link in this article at no extra additional cost to when click on our site a an the products and or qualifying purchases page may be us earn we i which helps support made via an".split()), names=3),
        statement=True,
        holds=("affiliate", "commission", "amazon"),
    ),
    rule(
        "republished",
        "edge",
        rf"\(?(?:this|the above|a version of this|an earlier version of this|editor's note ?: this) (?:{PIECE}|commentary|text)(?: \([^)]{{0,60}}\))? (?:has |have |was |is |were )?(?:been )?(?:also )?(?:(?:originally|first|previously) (?:published|appeared|posted|ran|written|produced)|(?:originally|first) (?:was|in)|re-?published|reprinted|syndicated|reproduced|reposted|adapted from|excerpted from|translated from|translated by|published (?:under|in (?:collaboration|partnership|cooperation)))\b",
        r"\(?(?:originally |first |re-?\s?)(?:published|printed|appeared|posted|reprinted)(?: with permission)? (?:on|at|in|by|from|under|with)\b",
        r"(?:this|the above) (?:article|story|post|piece) (?:is|was) (?:licen[cs]ed|republished|available|published) under\b",
        rest=Words(_FIRST, names=10),
        statement=True,
        longest=LONG,
    ),
    rule(
        "republished",
        "anywhere",
        rf"[(\[]?(?:this|the above|the) (?:{PIECE}) (?:has been|was|is|has) (?:auto-?generated|automatically generated|generated|published|created|sourced|taken|produced|not been (?:edited|created|verified))\b",
        r"[(\[]?(?:except for|apart from|only|barring) the headline\b",
        rest=Words(
            frozenset(
                "a agency and any apart appeared auto auto-generated automatically barring been body by changes created directly edited except feed feeds for from generated has have headline image in is may "
                "minor modifications modification modified not of only our other picture program published report rest sourced staff story syndicated team text the this title to verified was wire with without "
                "as part no editing done has feed. content copy press release news service reworked editors newsroom intervention computer ai tool tools and reviewed by humans editor".split()
            ),
            frozenset("syndicated agency feed auto-generated wire staff service automatically ai".split()),
            names=5,
        ),
        statement=True,
        longest=LONG,
    ),
    rule("republished", "anywhere", r"the post (?=.* (?:first )?appeared first on .)", rest=Words(frozenset(), names=40, unknown=1.0), statement=True),
)
