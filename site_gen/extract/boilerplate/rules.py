"""All rules, in order: the first that a line fits names the cut."""

from site_gen.extract.boilerplate import calls, credits, languages, legal, navigation, widgets
from site_gen.extract.boilerplate.rule import Rule

RULES: tuple[Rule, ...] = (
    *widgets.RULES,
    *navigation.RULES,
    *calls.RULES,
    *legal.RULES,
    *credits.RULES,
    *languages.RULES,
)
