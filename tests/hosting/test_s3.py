import json

from site_gen.hosting.ruleset import Ruleset
from site_gen.hosting.s3 import routable, website_configuration
from site_gen.model.redirect import GONE, Redirect

RULES = Ruleset(
    "",
    (
        Redirect("/old/", "/new/"),
        Redirect("/desk/*", "/tags/:splat", 302),
        Redirect("/far/*", "https://other.example.org/%C5%82/:splat"),
        Redirect("/all/*", "/tags/"),
        Redirect("/closed/*", "", GONE),
    ),
    (),
)


def test_whole_folders_have_rules_and_what_is_gone_is_not_found() -> None:
    assert [one.source for one in routable(RULES)] == ["/desk/*", "/far/*", "/all/*"]
    made = json.loads(website_configuration(RULES))
    assert made["IndexDocument"] == {"Suffix": "index.html"} and made["ErrorDocument"] == {"Key": "404.html"}
    assert made["RoutingRules"] == [
        {
            "Condition": {"KeyPrefixEquals": "desk/", "HttpErrorCodeReturnedEquals": "404"},
            "Redirect": {"HttpRedirectCode": "302", "ReplaceKeyPrefixWith": "tags/"},
        },
        {
            "Condition": {"KeyPrefixEquals": "far/", "HttpErrorCodeReturnedEquals": "404"},
            "Redirect": {
                "HttpRedirectCode": "301",
                "Protocol": "https",
                "HostName": "other.example.org",
                "ReplaceKeyPrefixWith": "ł/",
            },
        },
        {
            "Condition": {"KeyPrefixEquals": "all/", "HttpErrorCodeReturnedEquals": "404"},
            "Redirect": {"HttpRedirectCode": "301", "ReplaceKeyWith": "tags/"},
        },
    ]


def test_without_folders_there_are_no_rules_and_a_path_is_part_of_the_key() -> None:
    made = json.loads(website_configuration(Ruleset("/news", (Redirect("/news/old/", "/news/new/"),), ())))
    assert made == {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "news/404.html"}}
