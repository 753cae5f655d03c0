from site_gen.preview.inject import injected
from tests.preview.support import plain


def test_the_script_is_in_the_head_and_can_be_removed_again() -> None:
    for page in (b"<HEAD></HEAD><body>", b"<p>no head", b""):
        done = injected(page, {"source": '"><script>alert(1)</script>', "tag": "t"})
        assert done != page and plain(done) == page
    assert injected(b"<head></head>", {}).endswith(b"</script></head>")


def test_what_a_file_is_called_cannot_leave_its_attribute() -> None:
    assert b'"><script>' not in injected(b"<head></head>", {"source": '"><script>alert(1)</script>'})
