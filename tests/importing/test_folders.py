"""Folders of Hugo and Jekyll, imported, built, and asked for each of their old addresses."""

from pathlib import Path

import pytest

from site_gen.importing.readers.macros import without_hugo, without_liquid
from tests.importing.imports import check, imported

HUGO = {
    "hugo.toml": 'baseURL = "https://old.example.org/"\n[permalinks]\nnews = "/:year/:month/:slug/"\n',
    "content/news/first.md": """\
+++
title = "The first"
date = 2026-03-01T10:00:00Z
slug = "one"
categories = ["Naval"]
tags = ["NATO"]
aliases = ["/old/first/"]
+++

See [the bundle]({{< ref "news/bundle" >}}) and [us]({{% relref "/about.md" %}}), <b>boldly</b>.

{{< figure src="/img/ship.png" alt="A ship" caption="At sea" >}}

{{< youtube abc123 >}} and {{< note "Take care of it" />}}

<div class="box">

Markdown *within*, <a href="https://old.example.org/about/" onclick="x()">a link</a>.

</div>

<script>steal()</script>

```go
{{</* figure */>}} <div>
```
""",
    "content/news/bundle/index.md": """\
---
title: A bundle
date: 2026-03-02
draft: false
image: map.png
---

![A map](map.png "Of the strait") and [a gap](#gap), [a part](#a-part), [no part][none].

## A part

![Elsewhere][badge]

[none]: #nothing
[badge]: https://img.example.com/badge.svg
""",
    "content/news/json.md": '{"title": "In JSON", "date": "2026-03-03", "url": "/special/json.html"}\n\nWords of it.\n',
    "content/news/secret.md": "---\ntitle: Secret\ndate: 2026-03-04\ndraft: true\n---\n\nSecret plans.\n",
    "content/news/_index.md": "---\ntitle: News\n---\n",
    "content/about.md": "---\ntitle: Who we are\n---\n\nA desk.\n",
}
JEKYLL = {
    "_config.yml": "url: https://old.example.org\npermalink: date\n",
    "_posts/2026-03-01-first-one.md": """\
---
title: First
categories: [naval]
redirect_from: [/was/here/, /was here/too/]
---

[Second]({% post_url 2026-03-02-second %}) and ![A ship]({{ site.baseurl }}/assets/ship.png).

{% highlight python %}
print("{{ kept }}")
{% endhighlight %}

{% raw %}{{ shown }}{% endraw %} {% include figure.html src="/assets/ship.png" alt="Again" caption="The same ship" %}
""",
    "_posts/2026-03-02-second.md": "---\ntitle: Second\n---\n\nMore words, {{ page.author }}.\n",
    "_drafts/idea.md": "---\ntitle: Idea\n---\n\nSecret plans.\n",
    "about.md": "---\ntitle: Who we are\npermalink: /who/\n---\n\nA desk.\n",
    "README.md": "Not a text.\n",
}


def test_hugo(tmp_path: Path) -> None:
    site, report = imported(tmp_path, HUGO, "static/img/ship.png", "content/news/bundle/map.png")
    check(site, report)
    first = (site / "content/posts/2026-03-01-one.md").read_text(encoding="utf-8")
    assert "tags: [Naval, NATO]" in first and 'aliases: ["/old/first/"]' in first
    assert "See [the bundle](2026-03-02-a-bundle.md) and [us](../pages/about.md), **boldly**." in first
    assert '![A ship](/img/ship.png "At sea")' in first
    assert (
        "[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123) and Take care of it" in first
    )
    assert "Markdown *within*, [a link](../pages/about.md)." in first
    assert "```go\n{{< figure >}} <div>\n```" in first and "<script" not in first
    bundle = (site / "content/posts/2026-03-02-a-bundle.md").read_text(encoding="utf-8")
    assert '![A map](/2026/03/a-bundle/map.png "Of the strait") and a gap, [a part](#a-part), no part.' in bundle
    assert "[Elsewhere](https://img.example.com/badge.svg)" in bundle and 'src: "/2026/03/a-bundle/map.png"' in bundle
    losses = [(one["place"], one["line"], one["what"]) for one in report["losses"]]
    assert ("content/news/bundle/index.md", 8, "the link to #gap is removed; its words stay") in losses
    assert ("content/news/first.md", 14, "the shortcode 'note' is left out; its words stay") in losses
    assert {old["address"] for old in report["addresses"]} >= {"/2026/03/one/", "/old/first/", "/special/json.html"}
    assert [item["why"] for item in report["items"] if item["outcome"] == "skipped"] == [
        "a list's own file without a text"
    ]


def test_jekyll(tmp_path: Path) -> None:
    site, report = imported(tmp_path, JEKYLL, "assets/ship.png")
    check(site, report)
    first = (site / "content/posts/2026-03-01-first-one.md").read_text(encoding="utf-8")
    assert "[Second](2026-03-02-second.md) and ![A ship](/assets/ship.png)." in first
    assert "```python" in first and "{{ shown }}" in first
    assert '![Again](/assets/ship.png "The same ship")' in first
    addresses = {old["address"] for old in report["addresses"]}
    assert addresses >= {"/naval/2026/03/01/first-one.html", "/was/here/", "/2026/03/02/second.html", "/who/"}
    assert any(one["what"].startswith("{{ page.author }} is left out") for one in report["losses"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{< vimeo 12 >}}", "[https://vimeo.com/12](https://vimeo.com/12)"),
        ("{{< box >}}inner{{< /box >}}", "inner"),
        ('{{< img src="data.json" >}}', ""),
        ("{{< highlight go >}}a{{< /highlight >}}", "\n```go\na\n```\n"),
    ],
)
def test_shortcodes(text: str, said: str) -> None:
    assert without_hugo(text).text == said


def test_liquid_keeps_what_is_raw() -> None:
    said = without_liquid('{% raw %}{{ a }}{% endraw %} {% comment %}no{% endcomment %}{{ "/x/" | relative_url }}', "")
    assert said.text == "{{ a }} /x/"


def test_an_address_of_a_template_does_not_end_its_link() -> None:
    assert without_liquid('[A]({{ "/a/> b/" | url }})', "").text == "[A](/a/%3E%20b/)"
