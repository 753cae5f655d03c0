"""Rules for page widgets: share buttons, advertisements, players, comment forms, cookie notices."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

from site_gen.extract.boilerplate.parts import PLACE, PLACES, WINDOW
from site_gen.extract.boilerplate.rule import LONG, Rule, Words, rule, words, words_of

_BUTTON = (
    r"(?:share(?: this| on)?|tweet|re-?tweet|pin(?: it)?|like|post|send|submit|forward|copy(?: link| url)?|link|print|e-?mail|mail|save|bookmark|comments?|"
    r"facebook(?: messenger)?|twitter|x|linkedin|whats ?app|telegram|pinterest|reddit|tumblr|messenger|google ?\+|google news|instagram|youtube|viber|vk|flipboard|"
    r"bookmark|pocket|line|threads|bluesky|mastodon|follow|subscribe|copy|sms|tiktok|rss|more|flip|stumble|stumbleupon|digg|\d[\d.,]*k?|shares?|a[-+ ]|aa|a\+ a-)"
)
_COOKIE = words_of("cookies")
_COMMENT = words_of("comments")

RULES: tuple[Rule, ...] = (
    rule(
        "share widget",
        "anywhere",
        r"(?:share|rate|tweet)(?: (?:this|it|with|via|on|the))*(?: (?:post|article|story|page|news))? ?:|(?:share|tweet)(?: this| it)|share (?:with|to) (?:your )?friends[.!:]?",
        r"like this:(?: ?like)?(?: ?loading(?:\.{2,3})?)?",
        r"share (?:this|the|our) (?:post|article|story|page|entry|news|content|video)(?: (?:on|via|with|to|by) (?:your )?(?:friends|social media|others|others\.|family|colleagues))?[:!.]?",
        rf"share (?:this|the|our) (?:post|article|story|page|entry|news|content|via|on|with)(?: (?:on|via|with|by))?[ :]{{1,2}}{PLACES}[.!]?",
        rf"(?:click|tap|press)(?: here)? to (?:share|e-?mail|print|tweet|save|send|pin|post|open|copy)(?: (?:this|it|on|via|a|link|to|the|friend|in|with|url|{PLACE}))*{WINDOW}?(?: ?{PLACE})?[.!]?",
        rf"(?:share|tweet|pin|post|send|save|forward)(?: this| it| to| article| story)?(?:[ :]{{1,2}}(?:on|via|by|to|through|in|with))?[ :]{{1,2}}{PLACES}{WINDOW}?(?: ?{PLACE})?[.!]?",
        r"a[+-] ?a[+-]|a a a|(?:like ?)?loading(?: comments)? ?\.{2,3}|share all sharing options(?: for:? [\w' -]{1,60})?|sharing options|share options|show more sharing options",
        r"(?:be the first to like this|(?:\d+|%d) bloggers? likes? this)[.:]?|reblog(?: this post)?|go back|your message has been sent",
        r"(?:print|copy|share|email|save|gift|bookmark)(?: this)? (?:article|link|page|story|post)(?: link)?(?: copied)?!?",
        r"link copied(?: to clipboard)?[.!]?|copied to clipboard[.!]?|copy (?:link|url)(?: to clipboard)?",
        rf"(?:share|tweet|pin it|e-?mail|print|facebook|twitter|linkedin|whats ?app|telegram|pinterest|reddit|tumblr|copy link)(?:[ ,|/·•-]{{1,3}}{_BUTTON}){{1,12}}",
        r"(?:share|tweet|facebook|twitter|linkedin|whats ?app|telegram|pinterest|reddit|tumblr|e-?mail|print|posts?|follow|following|copy link|messenger|copy|link|instagram|youtube|flipboard|pocket|more| ){2,14}(?<=[a-z])(?<!^more)(?<!^link)",
        r"share on facebook ?share|share on twitter ?tweet|share to show you care|share your thoughts with friends\.?|retweet this(?: article)?!?|share this (?:story|article) about sharing|(?:click|tap) to tweet",
        r"(?:\d[\d.,]*k? ?)?(?:shares|tweets|retweets)(?: \d[\d.,]*k?)?|\d[\d.,]*k? (?:shares?|likes?|views|retweets)|send in e-?mail(?: ?send in e-?mail){0,3}|recommend(?: ?recommended)?",
    ),
    rule(
        "share widget",
        "anywhere",
        rf"(?:(?:share|click|tap|print|e-?mail|copy|save|tweet|pin|open|send|post|a|link|this|to|on|via|in|friend|the|it|{PLACE}) ){{0,14}}\(opens in (?:a )?new (?:window|tab)\)(?: ?{PLACE})?",
        contains=("(opens in",),
    ),
    rule(
        "advertisement",
        "anywhere",
        r"(?:[-\[(] ?){0,3}(?:advertisements?(?: ?- ?scroll to continue)?|advertising|sponsored(?: content| links?| post)?|promoted(?: content| stories)?|paid (?:content|post|partnership|advertisement)|ad|ads|ad ?choices|ad feedback|"
        r"(?:story|article|post|content|text|report) continues (?:below|after)(?: (?:this|the) )?(?: ?(?:ad|ads|advertisement|advertisements|promotion|newsletter|sign-?up))?|scroll (?:down )?to continue(?: with content| reading)?|(?:the )?(?:continuation|rest) of the (?:article|material|text|story) (?:is )?(?:under|below|after|beneath) (?:the )?(?:video|photo|gallery|advertisement|ad|graphic)s?(?: material)?:?|skip ad(?:vertisement)?|remove ads|report (?:this )?ad(?:vertisement)?|why (?:am i seeing )?this ads?\??|interest[- ]based ads)(?: ?[-\])]){0,3}",
        r"(?:ads by|sponsored by ?:|brought to you by ?:?) ?[\w.&'-]+(?: [\w.&'-]+){0,3}",
        r"(?:anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|reklam|реклама|advertentie|annons)[:.]?",
    ),
    rule(
        "advertisement",
        "anywhere",
        r"(?:please )?(?:disable|turn off|pause|whitelist)(?: your)? ad-? ?block(?:er|ers|ing)?(?: software| extension)?(?: (?:to|and|for|on|this|our|site|website|continue|reading|support|us|view|content|page)){0,10}[.!]?",
        r"(?:we have detected|we've detected|it (?:looks|seems) like|it appears) (?:that )?you(?:'re| are| have)?(?: (?:using|running|have|an|a|enabled))* ad-? ?block(?:er|ers|ing)?(?: (?:extension|software|enabled|installed|in|your|browser))*[.!]?",
        r"(?:please )?(?:enable|turn on) (?:javascript|cookies)(?: (?:in|to|your|browser|view|use|the|this|and|reload|page|site|comments|continue|powered|by|disqus|for|full|experience|all|features|load)){0,14}[.:!]?",
        r"(?:your browser|this browser) (?:does not|doesn't) support (?:the )?(?:html5 )?(?:audio|video|iframes?|javascript|html5|this)(?: (?:element|tag|player|file|format|video|audio))*[.!]?|you need to enable javascript(?: to (?:run|view|use) this (?:app|page|site))?\.?|javascript (?:is|must be|seems to be) (?:disabled|enabled|required)(?: in your browser| to view this (?:page|site))?\.?",
        r"this (?:content|video|feature|page|site|story|article|website) (?:is (?:currently )?not available|can(?:'t|not) be displayed|could not be loaded|is only available|is for subscribers|is (?:for )?(?:members|premium))(?: (?:in|to|for|your|region|country|only|subscribers|members|on|this|device|content|paying|registered|users|because|of|location))*[.!]?",
        statement=True,
    ),
    rule(
        "player",
        "edge",
        r"listen to (?:this )?(?:article|story)(?: ?[·|-]? ?\d+ ?(?:min|mins|minutes?|:\d\d))?|(?:\d{1,2}:)?\d{1,2}:\d\d ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d|hear this (?:article|story)|this audio is (?:created|generated) with ai assistance\.?|this (?:article|audio) (?:was|is) (?:auto-?generated|read by an automated voice)\.?",
        r"watch(?: the)?(?: full)? (?:video|clip|interview)(?: below| here| above)?:?|play video|video player|now playing|up next|autoplay|mute|unmute|fullscreen|full screen|closed captions?|captions|playback speed|current time|duration|video unavailable|embed|replay|volume \d+%",
        statement=True,
    ),
    rule(
        "cookie notice",
        "anywhere",
        r"(?:accept|reject|manage|allow|decline|customi[sz]e|about|necessary|functional|strictly necessary|essential|analytics|performance|marketing)(?: (?:all|only|your|necessary|essential))*(?: cookies?)(?: (?:settings|preferences|policy|choices))?",
        r"cookies? (?:settings|policy|preferences|notice|consent|statement|declaration)|(?:i accept|accept all|reject all|accept & close|accept and (?:close|continue)|got it!?|i agree|manage (?:preferences|consent|options|choices)|privacy (?:settings|preferences|center|centre|choices))",
        r"do not sell(?: or share)? my (?:personal )?(?:info|information)|your (?:california )?privacy (?:rights|choices)|california (?:privacy|consumer)(?: (?:rights|privacy|notice|act|policy))*|your ad choices|gdpr(?: (?:policy|notice|settings|compliance))?",
    ),
    rule(
        "cookie notice",
        "anywhere",
        r"(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our(?: \d+)?(?: [\w-]+){0,3} partners) (?:also )?(?:uses?|store|may use|and our partners use)\b(?=.*\bcookies?\b)",
        r"by (?:clicking|choosing|continuing|using|browsing|closing|selecting)\b(?=.*\b(?:cookies?|terms of (?:use|service)|privacy policy)\b)",
        r"(?:cookies|you can (?:change|manage|withdraw|set)|to (?:find out|learn) more|if you (?:continue|click|agree|want)|for more information|read our|see our|some of (?:our|these)|your (?:privacy|choices|consent|data)|please (?:read|review|accept))\b(?=.*\b(?:cookies?|privacy policy|your consent|personal data)\b)",
        rest=Words(_COOKIE, words("you your we our us this"), names=6, unknown=0.08),
        statement=True,
        longest=LONG,
    ),
    rule(
        "comment form",
        "end",
        r"(?:leave|post|add|write|make|submit) (?:a |an |your |the )?(?:public |first )?(?:reply|comment|response|feedback)s?(?: below| here| cancel reply)?[:.!]?(?: cancel reply)?",
        r"(?:\d[\d,]{0,8}|no|one|two|three|four|five|your|view|show|hide|load|read|see|all|view all|add|add your|join the) ?\(?\d{0,6}\)? (?:comments?|replies|reply|responses?|conversation|discussion)(?: (?:so far|are closed|yet))?[.!:]?",
        r"(?:comments?|discussion|replies|responses?) ?(?:\(?\d+\)?|are (?:closed|off|moderated|welcome|disabled)|(?:is|are) (?:now )?closed|off|policy|rules|guidelines|section|feed)[.!:]?|(?:no|\d+) comments? ?[|/·-] ?(?:reply|leave a comment)",
        r"\d[\d,]{0,8} ?comments?\.? click to view comments|view comments ?\d{0,9}|\[? ?\d+ comments? ?\]?|(?:[\d.,]+k? reactions ?[•·|-] ?)?join the conversation|no comments?(?: yet)?\.?(?: comment from the forums)?|(?:view|show|see|read|hide|all|load) (?:all )?comments? ?\(\d+\)|rss feed for comments on this post\.?(?: trackback uri)?\.?|trackback(?:s| uri| url)?|feed for comments",
        r"be the first to (?:comment|leave a comment|review|reply)(?: on this (?:post|article|story))?[.!]?|log ?in to (?:reply|comment|leave a comment)|report (?:this )?comment|reply|facebook comments(?: box)?|top rated comments|popular in the community|what people are saying\.\.\.|please enter your (?:comment|name)(?: here)?!?|enter your (?:comment|name)(?: here)?|website:?|name:?\*|e-?mail:?\*|comment:?\*|post comment|cancel reply",
        r"(?:disqus|view the discussion thread|powered by disqus|(?:blog )?comments powered by disqus)\.?",
    ),
    rule(
        "comment form",
        "end",
        r"leave a (?:reply|comment) (?:on|to)(?= )",
        r"(?:\d[\d,]*|one|two|three) (?:thoughts?|comments?|replies|responses?|reactions?) (?:on|to)\b",
        r"comments? off on(?= )",
        r"reply to(?= )",
        rest="headline",
    ),
    rule(
        "comment form",
        "end",
        r"(?:reply to )?(?=[\w.'-]+(?: [\w.'-]+){0,3} says ?:$)",
        rest=Words(words("says"), names=5, unknown=1.0),
        contains=("says:",),
    ),
    rule("comment form", "end", r"(?:filed (?:under|in)|posted in|bookmark the permalink) ?:?", rest="items"),
    rule(
        "comment form",
        "end",
        r"your e-?mail address will not be (?:published|shared)(?: or shared)?\.?(?: required fields are marked ?\*?)?\.?|required fields are marked ?\*?|fields marked with (?:an )?(?:asterisk|\*)(?: are required)?\.?",
        r"save my name,? (?:and )?e-?mail,?(?: and website)?(?: address)? in this browser for the next time i comment\.?",
        r"(?:you must be|please|you need to be) ?(?:logged in|log in|sign in|login|signed in|register|registered)(?: or \w+)? ?(?:to|before) (?:post|leave|add|submit|write|reply|join|comment|posting|commenting|view|see|the|this|comments?|reply|discussion|a| )*[.!]?",
        r"notify me (?:of|when|by|via)(?: (?:of|new|follow-up|followup|comments?|posts?|by|via|e-?mail|are|there|someone|replies|to|my|replies|on|this|post|article|new|added))*\.?",
        r"(?:fill in your details below or click an icon to log in:?|log in using one of these(?: methods)?:?|you are commenting using your [\w. ]{2,30} account\.?(?: \( ?log ?out ?(?:/ ?change ?)?\))?|e-?mail check failed,? please try again|sorry,? your blog cannot share posts by e-?mail\.?|post was not sent ?-? ?check your e-?mail addresses!?|send to email address)",
        r"(?:click here|log ?in|sign ?in|register)(?: or (?:register|sign ?up|log ?in))? to (?:leave|post|add|join|view|reply|comment)(?: (?:a|to|on|the|this|comments?|reply|discussion|conversation|article|post))*\.?",
        r"this (?:comment|post) has been removed by (?:the|a) (?:author|administrator|moderator)\.?|your comment is awaiting moderation\.?",
        statement=True,
    ),
    rule(
        "comment form",
        "end",
        r"(?:all |please |our |reader |readers' )?(?:comments|community rules|commenters|commenting|keep (?:it|your comments)|we (?:welcome|moderate|encourage|reserve)|be (?:respectful|civil|kind|courteous)|note: we are)\b",
        rest=Words(
            _COMMENT,
            words("comment comments commenting commenters discussion conversation moderated moderation"),
            names=3,
            unknown=0.05,
        ),
        statement=True,
    ),
)
