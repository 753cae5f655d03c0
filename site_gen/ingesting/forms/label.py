"""The name of a section or of a kind of article that stands above a headline: "Opinion", "NEWS BEAT"."""

import re

_WORDS = frozenset(
    ["world", "news", "politics", "defence", "defense", "opinion", "opinions", "analysis", "europe", "asia", "africa", "americas", "business", "national", "international", "latest", "breaking", "exclusive", "security", "military", "land", "air", "naval", "navy", "sea", "space", "cyber", "industry", "editorial", "editorials", "commentary", "comment", "column", "columns", "columnist", "feature", "features", "explainer", "interview", "video", "videos", "live", "updates", "update", "alert", "bulletin", "flash", "urgent", "home", "top", "stories", "story", "report", "reports", "reporter", "beat", "desk", "press", "release", "releases", "media", "news", "statement", "statements", "blog", "op-ed", "oped", "op", "ed", "perspective", "perspectives", "viewpoint", "insight", "insights", "briefing", "briefings", "brief", "briefs", "digest", "newsletter", "roundup", "special", "investigation", "factbox", "fact", "check", "timeline", "background", "summary", "introduction", "abstract", "overview", "key", "takeaways", "takeaway", "points", "highlights", "contents", "executive", "regional", "region", "local", "us", "u.s.", "uk", "u.k.", "eu", "middle", "east", "pacific", "indo-pacific", "asia-pacific", "south", "north", "west", "central", "america", "technology", "tech", "science", "economy", "economics", "markets", "aerospace", "aviation", "army", "maritime", "weapons", "diplomacy", "foreign", "affairs", "policy", "war", "conflict", "conflicts", "culture", "sport", "sports", "photos", "photo", "gallery", "podcast", "long", "read", "longread", "first", "person", "today", "daily", "weekly", "week", "your", "my", "take", "view", "views", "letters", "letter", "to", "editor's", "pick", "picks", "must", "most", "free", "premium", "subscriber", "subscribers", "only", "sponsored", "advertisement", "featured", "trending"]
)
_LITTLE = frozenset(["and", "&", "the", "of", "in", "for", "from", "on", "a", "an", "/", "+", "–", "-", "|", ">", "»", ":"])
_NUMBER = re.compile(r"[#№]?\d{1,5}")
_MOST = 5


def is_label(text: str) -> bool:
    """Whether a line is made of nothing but the names of sections and kinds: "World / Middle East"."""
    words = [word for word in re.split(r"[\s/|>»:,]+", text.strip().strip("[]()*=-–—•·.:").lower()) if word]
    if not 0 < len(words) <= _MOST or text.rstrip()[-1:] in ".?!":
        return False
    return all(word in _WORDS or word in _LITTLE or _NUMBER.fullmatch(word) for word in words) and any(
        word in _WORDS for word in words
    )
