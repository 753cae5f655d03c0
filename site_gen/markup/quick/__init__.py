"""The common path: Markdown whose reading is beyond doubt, rendered without the reference engine, to the same bytes.

`document` divides a text into blocks and renders those of the plain kinds; `blocks`, `lists` and `tables` know the
kinds, `inlines` what stands within them, `definitions` what links and notes refer to. Each rule takes a part of what
the engine would accept and gives None for all else, which is then left to the engine. What is made here is harmless by
construction: no element or attribute of the author's own, no address of a scheme that could run.
`tests/markup/test_quick.py` holds it to the engine's bytes over generated, damaged and real texts.
"""
