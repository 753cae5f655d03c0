"""Rules for links to other pages: see-also lines, lists of other articles, tags, skip links."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

from site_gen.extract.boilerplate.rule import Rule, Words, rule, words, words_of

_OPEN = r"[(\[*]{0,2}"
# Labels that only links have, whatever separates them from the title.
_SEE_ALSO = (
    r"(?:also (?:read|see|watch|check|on)(?: on [\w.]+)?|(?:read|see|watch) (?:also|too)|must[- ](?:read|watch|see)|read (?:more|next|here|this|full story|the full story)|read more (?:here|about this|on this)|see (?:more|here)|"
    r"recommended(?: reading| read| for you| stories| articles| story| article)?|related(?: (?:story|stories|article|articles|news|coverage|posts?|content|reading|reads?|topics?|links?|videos?))?|similar (?:story|stories|articles?|posts?|news)|"
    r"more on this(?: story| topic)?|more (?:news|stories|here)|don't miss(?: this)?|you (?:may|might) (?:also )?(?:like|want to read|be interested in)|in case you missed it|icymi|earlier (?:on|in) [\w.]+|previously (?:on|in) [\w.]+|suggested (?:reading|read|article)|further reading|"
    r"editor'?s'? picks?|read next|up next|watch (?:more|next|video|here|live|now|this)|full (?:story|coverage|report|text)|live (?:updates|blog|coverage)|follow (?:live|our live coverage)|click here|trending(?: now| news)?|top (?:stories|news)|latest(?: news)?|other (?:news|stories))"
)
# Labels that may also precede a headline of the article itself.
_KICKER = r"(?:read|watch|see|listen|more|also|video|videos|in pics|in pictures|photos|gallery|explained|explainer|opinion|editorial|analysis|interview|podcast|live|exclusive|premium|breaking|fact check|quiz|poll|timeline|profile|view|comment)"

_DATE = words_of("dates")
# Of these, the ones that are a link before a colon.
_LINK = r"(?:read|watch|listen|also|in pics|in pictures|explained|explainer|video)"

RULES: tuple[Rule, ...] = (
    rule("read more", "body", r"(?:see|watch|view) (?:the |this |full )?video[.:]?(?= )", rest="headline"),
    rule("read more", "call", r"(?:read|see|show|view|load|learn|watch|find out|know|discover) more\.?"),
    rule(
        "read more",
        "anywhere",
        r"(?:read|see|show|view|load|learn|watch|find out|know|discover) more ?\.{2,3}|show (?:more|less|all)|see all(?: newsletters| stories| posts)?|view (?:all|more)(?: ?\(\d+\))?|download (?:pdf|the pdf|as pdf)|(?:read|open) in (?:the )?app|republish (?:this )?(?:article|story)|go to top|read (?:the )?full report: mobile users click here|click here (?:to get|for) the (?:[\w.'&-]+ ){1,5}(?:app|newsletter)|view the original release on \S+|more ?\.{2,3}",
        r"(?:continue|keep) reading(?: below| the main story| this story| the article| this article)?(?: ?\.{0,3})?",
        r"click here(?: (?:to|for) (?:read|see|view|know|learn|get|more|the|full|story|article|report|news|latest|updates|on|about|this|live|a|list|all|our|from|details|information|subscribe|join|download|app|video|watch|pdf|map|larger|image|stories|other|and|and|here| ){1,12})?[.!:>]?",
        r"(?:read|see|view|watch)(?: the)? (?:full|complete|whole|original|entire) (?:story|article|post|text|report|list|version|video|interview|press release|release|statement)(?: (?:here|below|online|on our (?:web)?site))?[.!:>]?",
        r"(?:skip|jump|go|return|back) (?:past|to) (?:(?:the|main|next|page|article|site|top|newsletter|content|navigation|footer|header|primary|secondary|sidebar|search|homepage|home|of|page|this|promotion|and|continue|reading|menu|gallery|results|all|news|stories) ?){1,6}",
        rf"{_OPEN}(?:{_SEE_ALSO}|{_KICKER}) ?[|:»>-]? ?https?://\S+",
    ),
    rule(
        "read more",
        "anywhere",
        rf"{_OPEN}{_SEE_ALSO} ?(?:[|:»>]|-(?= )) ?(?=\S)",
        r"continue reading(?= )",
        rest="headline",
    ),
    rule(
        "read more",
        "anywhere",
        rf"{_OPEN}(?:also read|read also|see also|also see|also watch|must read)(?= )",
        rest="headline",
    ),
    rule("read more", "body", rf"{_OPEN}{_KICKER} ?[|»>] ?(?=\S)", rf"{_OPEN}{_LINK}(?: ?:| -)(?= )", rest="headline"),
    rule(
        "read more",
        "body",
        r"(?:read )?more (?:about|on|at|from|in) ?:?(?= )",
        r"read (?:about|on|at|from|in)(?= )",
        r"click here (?:to read more|for more|to see more)(?: (?:from|on|about|of))?(?= )",
        rest="names",
    ),
    rule(
        "read more",
        "edge",
        r"(?:read|see|view|click(?: here)?(?: to| for)?(?: read| view| see)?|click (?:here|this link|on the link)) (?:the )?(?:full|complete|whole|original|entire|rest of the|rest of this) (?:story|article|post|text|report|list|version|press release|release|statement)(?: (?:here|at|on|from))?(?: [\w.]+){0,4}[.!:>]?",
    ),
    rule(
        "post navigation",
        "end",
        r"(?:post|posts|article|story|page|site|main|primary|secondary) navigation",
        r"(?:← |<< ?|« ?)?(?:previous|prev|next|older|newer|earlier) (?:post|posts|article|story|page|entry|entries|articles|stories|comments?)s?(?: ?[:|→»>-])?",
        r"(?:previous|prev|next|older|newer) ?(?:[|/·-]|and)? ?(?:previous|next|newer|older)?",
        r"(?:« )?previous post(?: next post)?|(?:newer|older) posts?(?: (?:newer|older) posts?)?(?: home)?|back to (?:top|home|news|all (?:news|stories|posts))(?: button)?|return to (?:top|home|homepage)|load more(?: posts| stories)?|page \d+ of \d+",
    ),
    rule(
        "post navigation",
        "end",
        r"(?:← |<< ?|« ?)?(?:previous|prev|next) (?:post|article|story|entry|news|page)(?: ?[:|→»>-])? ?(?=\S)",
        r"(?:previous|prev|next) ?[:|»«←→>] ?(?=\S)",
        r"[←→] ?(?=\S)",
        rest="headline",
    ),
    # Headings that no article has in its text ...
    rule(
        "related list",
        "anywhere",
        r"(?:our )?(?:related|recommended|similar|suggested|trending|popular|promoted|must[- ]read|sponsored|editors?'?s?|recent blog|other popular|more related) (?:(?:related|recent|popular|top|great|latest) )?(?:posts?|articles?|stories|story|news|content|reading|reads?|coverage|links|videos?|topics?|searches|picks?|headlines|items|entries|tags|ads|for you|now|today|on this topic|in this section|roundup)(?: on this topic| in this section| for you)?:?",
        r"(?:recommended|picked|more|just|news|stories|suggested|selected|top picks) for you:?|you (?:may|might|will|could|would) (?:also )?(?:like|enjoy|be interested in|have missed|want to read)(?: (?:these|this|to read|in|articles?|stories|posts?|reading))*(?:\.\.\.|[:.])?|(?:what|people|others|readers|other people|other readers) (?:to read next|are reading|also (?:read|viewed|liked)|to watch)(?: (?:right )?now)?:?",
        r"(?:the )?most (?:popular|read|viewed|shared|commented|watched|discussed|e-?mailed)(?: (?:stories|articles|news|posts|today|this week|now|on the site|this month|in [\w.]+))*:?|(?:more|read more|see more) (?:great )?(?:[\w.]+ )?(?:stories|articles|posts) (?:about|like this|from|by)(?: [\w&.'-]+){0,4}:?",
        r"(?:see |read |browse )?(?:all|more) (?:articles|stories|posts|news) (?:from|by|on|about)(?: [\w&.'-]+){1,4}|(?:ads |recommended |sponsored links )?by (?:taboola|outbrain)|taboola|outbrain|stay in the know|around the web|from (?:around )?the web|from our (?:partners|advertisers|sponsors)|other topics of interest|editor'?s'? (?:picks?|choice)|don't miss(?: a thing)?[:.]?|in case you missed it(?:\.\.\.)?|read next:?|up next:?|next up:?|related (?:tags|topics|roundup|articles?)[: ]?|web stories|short videos|photo ?stories|tag cloud|popular tags|quick links|our latest stories|trending (?:now|on [\w.]+|this week)|why (?:you can )?trust(?: [\w&.'-]+){1,4}|about (?:this|our) (?:article|advertisers?|ads)|(?:buy|order|view|see) (?:this )?photos?(?: gallery)?|read (?:article|now|it now|story)",
    ),
    # ... and those that may be a heading in it.
    rule(
        "related list",
        "end",
        r"more (?:like this|news|stories|headlines)|table of contents|article contents|(?:read|see|view) all (?:stories|articles|posts|news)|show (?:all )?comments",
        r"(?:our )?(?:top trending|latest|recent|top|featured|more|other)(?: (?:related|recent|popular|top|great|latest))? (?:posts?|articles?|stories|story|news|content|coverage|links|videos?|topics?|headlines|items|entries|comments)(?: on this topic| in this section)?:?",
        r"(?:top trending|most recent stories|related|recommended|trending|popular|most recent|related coverage|tags)(?: stories| now)?:?|social media|trending topics",
        r"(?:trending|related|recommended|popular)(?: (?:posts?|articles?|stories|news))? (?:in|on|from|by)(?: [\w&.'-]+){1,4}",
        r"more (?:from|in|on|about) (?:this|the) (?:section|author|story|topic|category|series)",
        r"(?:coming up|watch|play) next:?|(?:more|also) (?:in|on) (?:this (?:section|category|topic|series|story)|the web|our (?:site|network)):?|in this (?:article|story):?|top videos",
    ),
    rule(
        "related list",
        "end",
        r"(?:more|latest|read more|all posts|all articles|all stories|see all|other (?:posts|articles)|also) (?:from|by|posts by|stories from|articles by|news from|in|about|on)(?= )",
        r"related (?:roundup|forum|stories|articles|posts) ?:(?= )",
        rest="names",
    ),
    rule(
        "read more",
        "body",
        r"(?:read )?more (?:important |breaking |related |latest )?(?:information|news|messages|stories|updates|content|articles)\b",
        rest=Words(
            words(
                "from on in the at our of about can be found main home page website site portal country world and other also read here available is are this topic subject"
            ),
            names=5,
        ),
        statement=True,
    ),
    rule(
        "live blog",
        "anywhere",
        r"(?:live (?:updates|blog|coverage|feed|reporting)(?: (?:ended|closed|has ended|is (?:now )?closed))?|this (?:live ?blog|live page|live coverage) (?:is|has)(?: (?:now|no longer|been|being|closed|ended|updated|paused|concluded|updating))+|show (?:latest|newer|older|new|key) (?:updates?|posts?|events)|\d+ new (?:updates?|posts?)|pinned post|(?:show )?key (?:events|moments) only|auto(?:matic)?[- ]updates? (?:on|off|every \d+ seconds)|share (?:update|entry)|latest updates)[.:!]?",
        statement=True,
    ),
    rule(
        "post data",
        "edge",
        r"\w+(?:[ ,]{1,2}#\w+){1,20}|(?:#\w+[ ,]*){1,20}",
        r"(?:tags?|tagged|categories|category|labels|keywords|published|posted|updated|modified|last updated|last modified|written|by|posted by|published by|in|edited by|topics?|related topics) ?:?",
        r"(?:reading time|read time|estimated reading time|time to read) ?:? ?(?:<|less than )?(?:\d+ ?-? ?(?:min(?:ute)?s?|sec(?:ond)?s?|m)?)?|(?:<|less than )?\d+ ?-? ?min(?:ute)?s?(?: read(?:ing)?(?: time)?)?|\d+ words|word ?count ?: ?\d+|rating ?: ?\d[\d./]*(?: votes?)?",
        r"(?:\d+|an?|one|two|three|few|yesterday|today|last) ?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year|[hmd])s? ago|just now",
        r"(?:views?|hits|reads|shares?|comments?|likes?|post views|total views) ?: ?\d[\d,.]*k?|\d[\d,.]*k? ?(?:views?|reads?|hits)",
        r"permalink|short ?link|short url ?: ?\S+|https?://\S+|(?:save|gift|bookmark|print) (?:this )?(?:article|story)|news desk|staff report(?:er)?|web desk",
    ),
    rule(
        "post data",
        "edge",
        r"(?:last |first |originally )?(?:published date|updated|published|posted|modified|created)(?: (?:on|at))? ?[:|-]? ?(?=.*\d)",
        r"posted ?by (?=.*\d{4}$)",
        rest=Words(_DATE, names=6),
    ),
    rule("post data", "edge", r"(?:published|posted|written) by ?:? ?(?=\S)", rest="names"),
    rule(
        "post data",
        "edge",
        r"(?:in this (?:article|story)|suggested topics|topics covered|explore more on(?: these topics)?|location) ?: ?(?=\S)",
        r"(?:tagged(?: as| with| in| under)?|tags?|categor(?:y|ies)|categorised|categorized(?: as| in)?|filed under|topics?|related (?:topics|tags)|keywords?|posted in|posted under|labels?|more on|hashtags?)(?: ?: ?| as | in | under )(?=\S)",
        r"keywords (?=\S)",
        rest="items",
    ),
    rule(
        "comment form",
        "end",
        r"this entry was posted (?:in|on|by)\b(?=.* (?:tagged|bookmark|permalink)\b)",
        statement=True,
        rest=Words(
            words("this entry was posted in on by and tagged bookmark the permalink at am pm under"),
            names=30,
            unknown=0.5,
        ),
    ),
    rule("read more", "call", rf"{_OPEN}{_SEE_ALSO} ?[|:»>-]?"),
)
