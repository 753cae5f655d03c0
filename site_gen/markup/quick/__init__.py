"""The fast path: common Markdown rendered without the reference engine, to the same bytes.

`document` is the entry point: `division` finds a text's blocks, `definitions` what its links and notes refer to;
`blocks`, `lists`, `tables` and `prose` render the plain kinds of block, `inlines` what is within them; `neighbours`
leaves to the engine what its own blocks could affect. Each rule takes a part of what the engine would accept and gives
None for all else, which is then left to the engine. The result is safe by construction: no element or attribute of the
author's own, no address of a scheme that could run.
`tests/markup/quick` compares it with the engine, byte for byte, over generated, damaged and real texts.
"""
