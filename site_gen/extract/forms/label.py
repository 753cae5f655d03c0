"""Recognises labels above a headline: a section's name, a kind of article, the office that issued it."""

import re

from site_gen.extract.forms.places import gazetteer_kinds
from site_gen.extract.forms.word_list import words_in

_WORDS = words_in(
    """
    world news politics defence defense opinion opinions analysis europe asia africa americas business national
    international latest breaking exclusive security military land air naval navy sea space cyber industry
    editorial editorials commentary comment column columns columnist feature features explainer interview video
    videos live updates update alert bulletin flash urgent home top stories story report reports reporter beat
    desk press release releases media news statement statements blog op-ed oped op ed perspective perspectives
    viewpoint insight insights briefing briefings brief briefs digest newsletter roundup special investigation
    factbox fact check timeline background summary introduction abstract overview key takeaways takeaway points
    highlights contents executive regional region local us u.s. uk u.k. eu middle east pacific indo-pacific
    asia-pacific south north west central america technology tech science economy economics markets aerospace
    aviation army maritime weapons diplomacy foreign affairs policy war conflict conflicts culture sport sports
    photos photo gallery podcast long read longread first person today daily weekly week your my take view views
    letters letter to editor's pick picks must most free premium subscriber subscribers only sponsored
    advertisement featured trending assessment assessments
    """
)
_LITTLE = words_in(
    """
    and & the of in for from on a an / + – - | > » :
    """
)
_HEADINGS = frozenset(("background", "introduction", "overview"))
"""First words of the heading of a first section, which belongs to the article."""
_NUMBER = re.compile(r"[#№]?\d{1,5}")
_MOST = 5

_ISSUER_WORDS = words_in(
    """
    combined joint special operations operation task force forces command international security assistance ministry
    minister department secretary office embassy headquarters general staff coast guard allied maritime regional
    united states nations central european africa pacific indo-pacific northern southern eastern western strategic
    transportation fleet press public affairs spokesperson spokesman media information center centre service news
    bureau agency government royal national council white house pentagon brigade division wing squadron regiment
    battalion corps army navy air marine marines land defence defense foreign state war nato isaf un eu u.s. us uk
    north south east west high commission commissioner president presidential delegation mission consulate group
    """
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_MOST_ISSUER = 9


def is_issuer(text: str) -> bool:
    """Whether a line only names an office or a headquarters: "Joint Task Force North, Public Affairs"."""
    words = [word.strip("(),.-–—") for word in re.split(r"[\s/,]+", text.strip()) if word.strip("(),.-–—")]
    if not 2 <= len(words) <= _MOST_ISSUER or text.rstrip()[-1:] in ".?!:" or not text[:1].isupper():
        return False
    return any(word.lower() in _ISSUER_WORDS for word in words) and all(
        word.lower() in _ISSUER_WORDS
        or "country" in gazetteer_kinds(word)
        or word.lower() + "." in _ISSUER_WORDS
        or word.lower() in _LITTLE
        or _ORDINAL.fullmatch(word)
        for word in words
    )


def is_label(text: str) -> bool:
    """Whether a line is only names of sections and kinds, "World / Middle East", or only an office."""
    return is_issuer(text) or is_section(text)


def is_section(text: str) -> bool:
    """Whether a line is only names of sections and kinds."""
    words = [word for word in re.split(r"[\s/|>»:,]+", text.strip().strip("[]()*=-–—•·.:").lower()) if word]
    if not 0 < len(words) <= _MOST or text.rstrip()[-1:] in ".?!" or words[0] in _HEADINGS:
        return False
    return all(word in _WORDS or word in _LITTLE or _NUMBER.fullmatch(word) for word in words) and any(
        word in _WORDS for word in words
    )
