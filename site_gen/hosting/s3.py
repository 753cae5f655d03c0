"""The website configuration of an S3 bucket (https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html).

Its rules match prefixes only, so they are for whole folders; a single address is redirected by the page that is built
there. A rule applies where nothing is found, and S3 has no 410: what is gone is not found.
"""

from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from site_gen.hosting.ruleset import Ruleset
from site_gen.model.redirect import GONE, SPLAT, Redirect

MOST_RULES = 50


def website_configuration(rules: Ruleset) -> str:
    """What `aws s3api put-bucket-website --website-configuration` takes, as JSON."""
    root = rules.root.strip("/")
    configuration: dict[str, Any] = {
        "IndexDocument": {"Suffix": "index.html"},
        "ErrorDocument": {"Key": f"{root}/404.html".lstrip("/")},
    }
    if routed := routable(rules):
        configuration["RoutingRules"] = [_rule(one) for one in routed]
    return msgspec.json.format(msgspec.json.encode(configuration), indent=2).decode() + "\n"


def routable(rules: Ruleset) -> tuple[Redirect, ...]:
    """The redirects that S3 can have rules for; it takes at most `MOST_RULES`."""
    return tuple(one for one in rules.below if one.status != GONE)


def _rule(one: Redirect) -> dict[str, Any]:
    parts = urlsplit(one.target)
    redirect: dict[str, str] = {"HttpRedirectCode": str(one.status)}
    if parts.netloc:
        redirect |= {"Protocol": parts.scheme, "HostName": parts.netloc}
    key = unquote(one.target.partition(parts.netloc)[2] if parts.netloc else one.target).lstrip("/")
    if key.endswith(SPLAT):
        redirect["ReplaceKeyPrefixWith"] = key.removesuffix(SPLAT)
    else:
        redirect["ReplaceKeyWith"] = key.replace(SPLAT, "")
    condition = {"KeyPrefixEquals": one.prefix.lstrip("/"), "HttpErrorCodeReturnedEquals": "404"}
    return {"Condition": condition, "Redirect": redirect}
