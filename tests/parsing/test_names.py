import pytest

from site_gen.parsing.names import option_fault

GOOD = (
    ("host", "news.example"), ("host", "desk@news.example"), ("path", "/var/www"), ("path", "~/www"),
    ("path", "../www"),
    ("remote", "origin"), ("remote", "https://host/a.git"), ("remote", "git@host:a/b.git"), ("remote", "/far.git"),
    ("remote", "s3:bucket/x"), ("remote", ":local:/far,away"), ("remote", "C:\\far"), ("branch", "gh-pages"),
    ("branch", "deploy/live"), ("domain", "news.example"), ("bucket", "b"), ("endpoint", "https://s3.example"),
    ("prefix", "-x"),
)  # fmt: skip
BAD = (
    ("remote", "--upload-pack=touch /tmp/x"), ("remote", "-u"), ("remote", "ext::sh -c 'touch /tmp/x'"),
    ("remote", "fd::17"), ("remote", "EXT::x"), ("remote", "a\nb"), ("remote", ":sftp,ssh='touch /tmp/x':p"),
    ("remote", "far,ssh=x:p"), ("host", "-oProxyCommand=touch /tmp/x"), ("host", "desk@-oProxyCommand=x"),
    ("host", "a b"), ("host", "a\x00b"), ("path", "-x"), ("path", "a\nb"), ("branch", "-d"), ("branch", "a b"),
    ("branch", "a..b"), ("branch", "a:b"), ("branch", "a~1"), ("branch", "a.lock"), ("domain", "-x"),
    ("domain", "a\nb"),
    ("bucket", "-b"), ("region", "--x"), ("account", "-a"), ("endpoint", "-e"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "said"), GOOD)
def test_a_name_that_a_program_may_have(key: str, said: str) -> None:
    assert option_fault(key, said) is None


@pytest.mark.parametrize(("key", "said"), BAD)
def test_a_name_that_would_be_an_option_or_a_program(key: str, said: str) -> None:
    fault = option_fault(key, said)
    assert fault is not None and all(fault)
