"""The common path: Markdown whose reading is beyond doubt, rendered without the reference engine, to the same bytes.

`document` tells the story: `division` finds a text's blocks, `definitions` what its links and notes refer to; `blocks`,
`lists`, `tables` and `prose` know the plain kinds of block, `inlines` what stands within them; `neighbours` gives to
the engine what its own blocks could reach. Each rule takes a part of what the engine would accept and gives None for
all else, which is then left to the engine. What is made here is harmless by construction: no element or attribute of
the author's own, no address of a scheme that could run.
`tests/markup/quick` holds it to the engine's bytes over generated, damaged and real texts.
"""
