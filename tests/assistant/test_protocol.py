"""Whatever a server sends is a completion or a `BadReply`."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.assistant.protocol import BadReply, Completion, read_reply


@given(st.binary(max_size=400), st.sampled_from(["application/json", "text/event-stream; charset=utf-8", ""]))
def test_any_bytes(body: bytes, media_type: str) -> None:
    try:
        assert isinstance(read_reply(body, media_type), Completion)
    except BadReply as error:
        assert str(error)


def test_a_token_count_that_cannot_be_is_bounded() -> None:
    body = b'{"choices": [{"message": {"content": "a"}}], "usage": {"total_tokens": -5}}'
    assert read_reply(body, "") == Completion("a", 0)
