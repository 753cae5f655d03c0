"""Hostile SVG files by name: each would run a script or fetch something when a browser opens it."""

import base64
from collections.abc import Iterator

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XHTML = "http://www.w3.org/1999/xhtml"
RUN = "alert(1)"
FULL = '<rect width="100%" height="100%" fill="red"/>'
ROOT = f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" width="100" height="80"'


def drawing(body: str, before: str = "", root: str = "") -> bytes:
    return f"{before}{ROOT}{root}>{body}</svg>".encode()


def data_uri(kind: str, body: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(body.encode()).decode()}"


_INNER = f'<svg xmlns="{SVG}" width="9" height="9"><script>{RUN}</script></svg>'


def hostile(beacon: str) -> dict[str, bytes]:
    """Every file; `beacon` is the address of a server on this machine that nothing may ask."""
    found: dict[str, bytes] = {}
    for part in (_scripts, _handlers, _links, _animations, _documents, _encodings, _fetches, _styles, _spellings):
        for name, data in part(beacon):
            assert name not in found, name
            found[name] = data
    return found


def _scripts(beacon: str) -> Iterator[tuple[str, bytes]]:
    yield "script", drawing(f"<script>{RUN}</script>")
    yield "script in CDATA", drawing(f"<script><![CDATA[{RUN}]]></script>")
    yield "script with a prefix", drawing(f'<a-b:script xmlns:a-b="{SVG}">{RUN}</a-b:script>')
    yield "script with a letter of another alphabet as prefix", drawing(f'<ж:script xmlns:ж="{SVG}">{RUN}</ж:script>')
    yield "script of XHTML", drawing(f'<h:script xmlns:h="{XHTML}">{RUN}</h:script>')
    yield "script by default namespace", drawing(f'<g xmlns="{XHTML}"><script>{RUN}</script></g>')
    yield "script from outside", drawing(f'<script href="{beacon}x.js"/>')
    yield "script from outside by xlink", drawing(f'<script xlink:href="{beacon}x.js"/>')
    yield "script from data", drawing(f'<script href="data:text/javascript,{RUN}"/>')
    yield "script with spaces", drawing(f"<script \n\t>{RUN}</script\n>")
    yield "script in metadata", drawing(f"<metadata><script>{RUN}</script></metadata>")
    yield (
        "script in defs, symbol and title",
        drawing(f"<defs><symbol><title><script>{RUN}</script></title></symbol></defs>"),
    )
    yield "script in a foreign element", drawing(f'<x:y xmlns:x="urn:x"><script>{RUN}</script></x:y>')
    yield "script in style", drawing(f"<style>a{{}}<script>{RUN}</script></style>")
    yield "script in switch", drawing(f"<switch><script>{RUN}</script></switch>")
    yield (
        "script in foreignObject in switch",
        drawing(
            f'<switch><foreignObject width="9" height="9"><h:script xmlns:h="{XHTML}">{RUN}</h:script></foreignObject></switch>'
        ),
    )
    yield (
        "foreignObject with an image that fails",
        drawing(
            f'<foreignObject width="90" height="70"><h:img xmlns:h="{XHTML}" src="x" onerror="{RUN}"/></foreignObject>'
        ),
    )
    yield "iframe of XHTML", drawing(f'<h:iframe xmlns:h="{XHTML}" src="javascript:{RUN}"/>')
    yield "iframe of XHTML with srcdoc", drawing(f'<h:iframe xmlns:h="{XHTML}" srcdoc="&lt;script>{RUN}&lt;/script>"/>')
    yield "iframe of XHTML from outside", drawing(f'<h:iframe xmlns:h="{XHTML}" src="{beacon}i"/>')
    yield "object of XHTML", drawing(f'<h:object xmlns:h="{XHTML}" data="{beacon}o"/>')
    yield "embed of XHTML", drawing(f'<h:embed xmlns:h="{XHTML}" src="{beacon}e"/>')
    yield "video of XHTML", drawing(f'<h:video xmlns:h="{XHTML}" src="{beacon}v" onerror="{RUN}"/>')
    yield "link of XHTML", drawing(f'<h:link xmlns:h="{XHTML}" rel="stylesheet" href="{beacon}l.css"/>')
    yield "base of XHTML", drawing(f'<h:base xmlns:h="{XHTML}" href="{beacon}"/><use href="x#y"/>')
    yield (
        "refresh of XHTML",
        drawing(f'<h:meta xmlns:h="{XHTML}" http-equiv="refresh" content="0;url={beacon}m"/>'),
    )
    yield "form of XHTML", drawing(f'<h:form xmlns:h="{XHTML}" action="{beacon}f"><h:button>{FULL}</h:button></h:form>')
    yield (
        "XHTML as the root",
        f'<html xmlns="{XHTML}"><body><svg xmlns="{SVG}" width="9" height="9"/><script>{RUN}</script></body></html>'.encode(),
    )
    yield (
        "handler of SVG Tiny",
        drawing(f'<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">{RUN}</handler>'),
    )
    yield (
        "listener of XML events",
        drawing(
            f'<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events" event="load" handler="#h"/><script id="h">{RUN}</script>'
        ),
    )


def _handlers(beacon: str) -> Iterator[tuple[str, bytes]]:
    yield "onload", drawing("", root=f' onload="{RUN}"')
    yield "onload of a part", drawing(f'<g onload="{RUN}">{FULL}</g>')
    yield "onload after a line break", drawing("", root=f'\n\tonload\n=\n"{RUN}"')
    yield "onload in references", drawing("", root=' onload="&#97;&#x6c;ert(1)"')
    yield "onclick", drawing(FULL, root=f' onclick="{RUN}"')
    yield "onmousemove", drawing(FULL, root=f' onmousemove="{RUN}"')
    yield "onfocusin", drawing(FULL, root=f' tabindex="0" onfocusin="{RUN}"')
    yield "onbegin", drawing(f'<rect><animate onbegin="{RUN}" attributeName="x" dur="1s"/></rect>')
    yield "onend", drawing(f'<rect><set onend="{RUN}" attributeName="x" to="1" dur="0.01s"/></rect>')
    yield "onrepeat", drawing(f'<rect><animate onrepeat="{RUN}" attributeName="x" dur="0.01s" repeatCount="3"/></rect>')
    yield (
        "onerror of an image",
        drawing(f'<image href="data:image/png;base64,AAAA" onerror="{RUN}" width="9" height="9"/>'),
    )
    yield "onload of an image", drawing(f'<image href="{beacon}i.png" onload="{RUN}" width="9" height="9"/>')
    yield (
        "onanimationstart",
        drawing(
            f"<style>@keyframes k{{to{{opacity:0}}}} rect{{animation:k 1s}}</style><rect width='9' height='9' onanimationstart='{RUN}'/>"
        ),
    )
    yield (
        "ontransitionrun",
        drawing(
            f"<style>rect{{transition:opacity 1s}}rect:hover{{opacity:0}}</style>{FULL[:-2]} ontransitionrun='{RUN}'/>"
        ),
    )
    yield "handler with a prefix of SVG", drawing(FULL, root=f' xmlns:s="{SVG}" s:onload="{RUN}" s:onclick="{RUN}"')
    yield "handler on an element with a prefix", drawing(f'<s:g xmlns:s="{SVG}" onclick="{RUN}">{FULL}</s:g>')
    yield (
        "handler of XML events",
        drawing(
            f'<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load" ev:handler="javascript:{RUN}">{FULL}</g>'
        ),
    )


def _links(beacon: str) -> Iterator[tuple[str, bytes]]:
    for name, href in (
        ("plainly", f"javascript:{RUN}"),
        ("in references", f"java&#115;cript:{RUN}"),
        ("in hexadecimal references", f"&#x6A;&#x61;vascript:{RUN}"),
        ("with a tab", f"java&#9;script:{RUN}"),
        ("with a line feed", f"java&#10;script:{RUN}"),
        ("with a return", f"java&#13;script:{RUN}"),
        ("after a space", f" javascript:{RUN}"),
        ("after a control character", f"&#x20;&#xA;javascript:{RUN}"),
        ("in capitals", f"JAVASCRIPT:{RUN}"),
        ("with a comment", f"javascript:/*x*/{RUN}//#"),
        ("to a document of data", data_uri("text/html", f"<script>{RUN}</script>")),
        ("to a drawing of data", data_uri("image/svg+xml", _INNER)),
        ("outside", f"{beacon}a"),
        ("outside without a scheme", f"{beacon[5:]}a"),
        ("to a neighbour", "neighbour.html"),
        ("to a view", "view-source:x"),
    ):
        yield f"link by xlink {name}", drawing(f'<a xlink:href="{href}">{FULL}</a>')
        yield f"link {name}", drawing(f'<a href="{href}" target="_top">{FULL}</a>')
    yield "link with another prefix", drawing(f'<a xmlns:q="{XLINK}" q:href="javascript:{RUN}">{FULL}</a>')
    yield "link around text", drawing(f'<text y="40" font-size="60"><a href="javascript:{RUN}">MMMMMM</a></text>')
    yield "ping of a link", drawing(f'<a href="#x" ping="{beacon}p">{FULL}</a>')
    yield "link in a new window", drawing(f'<a href="{beacon}w" target="_blank">{FULL}</a>')
    yield "download", drawing(f'<a href="{beacon}d" download="d">{FULL}</a>')


def _animations(beacon: str) -> Iterator[tuple[str, bytes]]:
    run = f"java&#115;cript:{RUN}"
    for kind in ("animate", "set"):
        for name in ("href", "xlink:href"):
            yield (
                f"{kind} {name} to",
                drawing(f'<a href="#x"><{kind} attributeName="{name}" to="{run}" begin="0s" fill="freeze"/>{FULL}</a>'),
            )
    yield (
        "animate href from",
        drawing(f'<a href="#x"><animate attributeName="href" from="{run}" to="{run}" dur="99s"/>{FULL}</a>'),
    )
    yield "animate href values", drawing(f'<a href="#x"><animate attributeName="href" values="{run};{run}"/>{FULL}</a>')
    yield "animate href by", drawing(f'<a href="#x"><animate attributeName="href" by="{run}" dur="9s"/>{FULL}</a>')
    yield (
        "animate href with another prefix",
        drawing(
            f'<a xlink:href="#x"><animate xmlns:q="{XLINK}" attributeName="q:href" values="{run};{run}"/>{FULL}</a>'
        ),
    )
    yield (
        "animate href of another element",
        drawing(f'<a id="t" href="#x">{FULL}</a><set href="#t" attributeName="href" to="{run}"/>'),
    )
    yield (
        "animate href with spaces about the name",
        drawing(f'<a href="#x"><set attributeName=" href " to="{run}"/>{FULL}</a>'),
    )
    yield (
        "animate an image's href",
        drawing(f'<image width="90" height="70"><set attributeName="href" to="{beacon}s.png"/></image>'),
    )
    yield "set onload", drawing(f'<g><set attributeName="onclick" to="{RUN}"/>{FULL}</g>')
    for name in ("fill", "filter", "mask", "clip-path", "marker-start", "cursor", "style"):
        yield (
            f"animate {name} to outside",
            drawing(
                f'<path d="M0 0h90v70z"><set attributeName="{name}" to="url({beacon}{name}.svg#a)" begin="0s"/></path>'
            ),
        )
    yield (
        "animate fill through values",
        drawing(
            f'<rect width="90" height="70"><animate attributeName="fill" values="red;url({beacon}av.svg#a)" dur="0.1s"/></rect>'
        ),
    )
    yield (
        "animateMotion along a path outside",
        drawing(f'<rect><animateMotion dur="1s"><mpath xlink:href="{beacon}mp.svg#p"/></animateMotion></rect>'),
    )
    yield "discard of something outside", drawing(f'<discard href="{beacon}d.svg#x" begin="1s"/>')


def _documents(beacon: str) -> Iterator[tuple[str, bytes]]:
    yield (
        "ATTLIST onload",
        drawing("", before=f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{RUN}">]>'),
    )
    yield (
        "ATTLIST href",
        drawing(f"<a>{FULL}</a>", before=f'<!DOCTYPE svg [<!ATTLIST a href CDATA "javascript:{RUN}">]>'),
    )
    yield (
        "ATTLIST namespace",
        drawing(f"<x>{RUN}</x>", before=f'<!DOCTYPE svg [<!ATTLIST x xmlns CDATA "{XHTML}"><!ENTITY s "<script/>">]>'),
    )
    yield "entity with a script", drawing("&s;", before=f'<!DOCTYPE svg [<!ENTITY s "<script>{RUN}</script>">]>')
    yield (
        "entity in a link",
        drawing(f'<a href="&s;">{FULL}</a>', before=f'<!DOCTYPE svg [<!ENTITY s "javascript:{RUN}">]>'),
    )
    yield "external entity", drawing("<text>&x;</text>", before=f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{beacon}x">]>')
    yield (
        "external entity of a file",
        drawing("<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    )
    yield "parameter entity", drawing("", before=f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "{beacon}x.dtd"> %x;]>')
    yield "external subset", drawing("", before=f'<!DOCTYPE svg SYSTEM "{beacon}x.dtd">')
    yield "billion laughs", drawing("<text>&e;</text>", before=_laughs())
    yield "stylesheet instruction", drawing("", before=f'<?xml-stylesheet href="{beacon}s.css"?>')
    yield "XSL instruction", drawing("", before=f'<?xml-stylesheet type="text/xsl" href="{beacon}s.xsl"?>')
    yield (
        "XSL of its own",
        drawing(
            f'<xsl:stylesheet id="s" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:template match="/">'
            f'<script xmlns="{XHTML}">{RUN}</script></xsl:template></xsl:stylesheet>',
            before='<?xml-stylesheet type="text/xsl" href="#s"?>',
        ),
    )
    yield "XInclude", drawing(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{beacon}x"/>')
    yield "xml:base", drawing(f'<use href="#x" width="9"/>{FULL}', root=f' xml:base="{beacon}b.svg"')
    yield "use with its own base", drawing(f'<g xml:base="{beacon}"><use xlink:href="b.svg#x"/></g>')
    yield "two roots", drawing("") + f'<svg xmlns="{SVG}" onload="{RUN}"/>'.encode()


def _laughs() -> str:
    rows = "".join(f'<!ENTITY {name} "{f"&{below};" * 10}">' for below, name in zip("abcd", "bcde", strict=True))
    return f'<!DOCTYPE svg [<!ENTITY a "laughter">{rows}]>'


def _encodings(beacon: str) -> Iterator[tuple[str, bytes]]:
    script = drawing(f"<script>{RUN}</script>").decode()
    yield "UTF-16 with a mark", script.encode("utf-16")
    yield "UTF-16 without a mark", script.encode("utf-16-le")
    yield (
        "UTF-16 after <svg",
        b'<!--<svg xmlns="x" width="9" height="9"/>-->'.decode().encode("utf-16") + script.encode("utf-16-le"),
    )
    yield "UTF-32", script.encode("utf-32")
    yield "UTF-7", b'<?xml version="1.0" encoding="UTF-7"?>' + drawing("+ADw-script+AD4-alert(1)+ADw-/script+AD4-")
    escaped = b"\x1b(B"
    yield (
        "ISO-2022-JP",
        b'<?xml version="1.0" encoding="ISO-2022-JP"?>'
        + drawing("<SCRIPT/>").replace(b"<SCRIPT/>", b"<" + escaped + b"script>alert(1)</" + escaped + b"script>"),
    )
    yield (
        "ISO-2022-JP in a link",
        b'<?xml version="1.0" encoding="ISO-2022-JP"?>'
        + drawing(f'<a href="java@script:{RUN}">{FULL}</a>').replace(b"@", escaped),
    )
    yield "EBCDIC", ("<?xml version='1.0' encoding='cp037'?>" + script).encode("cp037")
    yield "GB18030", b'<?xml version="1.0" encoding="GB18030"?>' + script.encode()
    yield (
        "Shift_JIS that hides a quote",
        b'<?xml version="1.0" encoding="Shift_JIS"?>'
        + ROOT.encode()
        + (b' id="\x81" class="> <script>alert(1)</script> <g id=""></g></svg>'),
    )
    yield "replaced characters", drawing("").replace(b"></svg>", b' id="\xff">' + FULL.encode() + b"</svg>")
    yield "overlong", ROOT.encode() + b">\xc0\xbcscript>alert(1)\xc0\xbc/script></svg>"
    yield "a zero byte", ROOT.encode() + b"><scr\0ipt>alert(1)</scr\0ipt></svg>"


def _fetches(beacon: str) -> Iterator[tuple[str, bytes]]:
    bare = beacon[5:]  # //host:port/
    for name, href in (
        ("plainly", f"{beacon}1.png"),
        ("in references", f"&#104;ttp:{bare}2.png"),
        ("without a scheme", f"{bare}3.png"),
        ("with backslashes", f"\\\\{bare[2:]}4.png"),
        ("with mixed strokes", f"/\\{bare[2:]}5.png"),
        ("with tabs in it", f"ht&#9;tp:&#10;{bare}6.png"),
        ("with one stroke", f"http:/{bare[2:]}7.png"),
        ("beside it", "beside.png"),
        ("above it", "/above.png"),
        ("by query", "?x#y"),
        ("of a file", "file:///etc/passwd"),
        ("of ftp", "ftp://127.0.0.1/x.png"),
        ("of a drawing of data", data_uri("image/svg+xml", _INNER)),
        ("of a drawing that says it is PNG", data_uri("image/png", _INNER)),
        ("of a page of data", data_uri("text/html", f"<script>{RUN}</script>")),
    ):
        yield f"image {name}", drawing(f'<image href="{href}" width="90" height="70"/>')
        yield (
            f"feImage {name}",
            drawing(
                f'<filter id="f"><feImage xlink:href="{href}"/></filter><rect width="90" height="70" filter="url(#f)"/>'
            ),
        )
    for element in (
        "use",
        "linearGradient",
        "radialGradient",
        "pattern",
        "filter",
        "textPath",
        "tref",
        "mask",
        "cursor",
    ):
        yield (
            f"<{element}> outside",
            drawing(
                f'<{element} id="u" xlink:href="{beacon}{element}.svg#x"/><rect width="9" height="9" fill="url(#u)"/>'
            ),
        )
    yield "use of data", drawing(f'<use href="{data_uri("image/svg+xml", _INNER)}#x"/>')
    yield (
        "use of data by xlink",
        drawing(f'<use xlink:href="data:application/xml,{_INNER.replace("<", "&lt;").replace(chr(34), "&quot;")}#x"/>'),
    )
    for name in (
        "fill",
        "stroke",
        "filter",
        "mask",
        "clip-path",
        "marker",
        "marker-mid",
        "cursor",
        "background",
        "src",
    ):
        yield f"{name} outside", drawing(f'<path d="M0 0h90v70z" {name}="url({beacon}{name}.svg#x)"/>')
        yield f"{name} outside in style", drawing(f'<path d="M0 0h90v70z" style="{name}:url({beacon}s-{name}.svg#x)"/>')
    yield (
        "font of SVG",
        drawing(
            f'<defs><font-face font-family="f"><font-face-src><font-face-uri xlink:href="{beacon}f.svg#f"/></font-face-src>'
            '</font-face></defs><text font-family="f" y="20">x</text>'
        ),
    )
    yield "colour profile", drawing(f'<color-profile name="p" xlink:href="{beacon}p.icc"/>')
    yield "srcset", drawing(f'<image srcset="{beacon}s.png" width="9" height="9"/>')
    yield "audio", drawing(f'<audio xlink:href="{beacon}a.mp3"/>')
    yield "view of elsewhere", drawing(f'<view xlink:href="{beacon}v"/>')
    yield (
        "SVG Tiny's references",
        drawing(f'<animation xlink:href="{beacon}t.svg"/><video xlink:href="{beacon}t.mp4"/>'),
    )
    yield "manifest", drawing("", root=f' manifest="{beacon}m"')


def _styles(beacon: str) -> Iterator[tuple[str, bytes]]:
    bare = beacon[5:]
    rect = '<rect class="r" width="90" height="70"/><text y="20" font-family="f">x</text>'
    for name, text in (
        ("import of a string", f'@import "{beacon}1.css";'),
        ("import of an address", f"@import url({beacon}2.css);"),
        ("import in capitals", f"@IMPORT '{beacon}3.css';"),
        ("import with an escape", f"@\\69mport '{beacon}4.css';"),
        ("import with escapes and spaces", f"@\\000069 \\6d port '{beacon}5.css';"),
        ("import with a comment after it", f"@import/**/'{beacon}6.css';"),
        ("import in a layer", f"@import '{beacon}7.css' layer(x);"),
        ("import after charset", f"@charset 'utf-8';@import '{beacon}8.css';"),
        ("import after layers", f"@layer a;@import '{beacon}9.css';"),
        ("import after a broken rule", f"@import;@import '{beacon}10.css';"),
        ("import after CDO", f"<!-- @import '{beacon}11.css'; -->"),
        ("import by a neighbour's name", "@import 'neighbour.css';"),
        ("address with an escape", f".r{{fill:url(h\\74tp:{bare}1.svg#x)}}"),
        ("address with escaped function", f".r{{fill:\\75rl({beacon}2.svg#x)}}"),
        ("address with a long escape", f".r{{fill:u\\000072 l({beacon}3.svg#x)}}"),
        ("quoted address with an escape", f".r{{fill:url('\\68 ttp:{bare}4.svg#x')}}"),
        ("address with an escaped line break", f".r{{fill:url('ht\\\ntp:{bare}5.svg#x')}}"),
        ("address with backslashes", f".r{{filter:url(\\\\\\\\{bare[2:]}6.svg#x)}}"),
        ("address that never ends", f".r{{filter:url({beacon}7.svg#x"),
        ("quoted address that never ends", f".r{{filter:url('{beacon}8.svg#x"),
        ("address in a custom property", f".r{{--a:url({beacon}9.svg#x);fill:var(--a)}}"),
        ("address in a fallback", f".r{{fill:var(--no, url({beacon}10.svg#x))}}"),
        ("address after a broken string", f".r{{x:'\n;fill:url({beacon}11.svg#x)}}"),
        ("address in a comment that is none", f".r{{fill:url(/**/{bare}12.svg#x)}}"),
        ("background", f"svg{{background:url({beacon}13.png)}}"),
        ("background of an image set", f"svg{{background:image-set('{beacon}14.png' 1x)}}"),
        ("background of a prefixed image set", f"svg{{background-image:-webkit-image-set(url({beacon}15.png) 1x)}}"),
        ("background of a cross fade", f"svg{{background:-webkit-cross-fade(url({beacon}16.png),url(#b),50%)}}"),
        ("content", f"text::before{{content:url({beacon}17.png)}}svg{{content:url({beacon}17b.png)}}"),
        ("cursor", f".r{{cursor:url({beacon}18.cur),auto}}"),
        ("list of pictures", f"svg{{display:list-item;list-style-image:url({beacon}19.png)}}"),
        ("border of pictures", f"svg{{border:9px solid;border-image:url({beacon}20.png) 9}}"),
        ("mask of pictures", f"svg{{mask-image:url({beacon}21.png);-webkit-mask:url({beacon}21b.png)}}"),
        ("shape", f"svg{{float:left;shape-outside:url({beacon}22.png)}}"),
        ("offset path", f".r{{offset-path:url({beacon}23.svg#x)}}"),
        ("font", f"@font-face{{font-family:f;src:url({beacon}24.woff2)}}"),
        (
            "font with a range of characters",
            f"@font-face{{font-family:f;src:url({beacon}25);unicode-range:U+0-10FFFF}}",
        ),
        ("font in a media query", f"@media all{{@font-face{{font-family:f;src:url({beacon}26)}}}}"),
        ("font by an escape", f"@f\\6fnt-face{{font-family:f;src:url({beacon}27)}}"),
        ("nested rule", f"svg{{& .r{{fill:url({beacon}28.svg#x)}}}}"),
        ("rule in supports", f"@supports (fill:red){{.r{{filter:url({beacon}29.svg#x)}}}}"),
        ("rule in a layer", f"@layer x{{.r{{filter:url({beacon}30.svg#x)}}}}"),
        ("rule in a scope", f"@scope (svg){{.r{{filter:url({beacon}31.svg#x)}}}}"),
        (
            "rule in a container",
            f"svg{{container-type:size}}@container (width>0){{.r{{filter:url({beacon}32.svg#x)}}}}",
        ),
        ("starting style", f"@starting-style{{.r{{filter:url({beacon}33.svg#x)}}}}"),
        ("keyframes", f"@keyframes k{{to{{filter:url({beacon}34.svg#x)}}}}.r{{animation:k .1s}}"),
        ("a registered property", f"@property --p{{syntax:'<url>';inherits:true;initial-value:url({beacon}35)}}"),
        (
            "namespace that hides",
            f"@namespace url({XHTML});@namespace s url({SVG});s|rect{{filter:url({beacon}36.svg#x)}}",
        ),
        ("moz-binding", f".r{{-moz-binding:url({beacon}37.xml#x)}}"),
        ("expression", f".r{{width:expression({RUN})}}"),
        ("behaviour", f".r{{behavior:url({beacon}38.htc)}}"),
        ("javascript address", f"svg{{background:url(javascript:{RUN})}}"),
        ("data of a drawing", f"svg{{background:url({data_uri('image/svg+xml', _INNER)})}}"),
        ("selector that closes", f"a[x='}}@import \"{beacon}39.css\";{{']{{}} .r{{filter:url({beacon}39.svg#x)}}"),
        ("counter style", f"@counter-style c{{system:cyclic;symbols:url({beacon}40.png)}}"),
        ("attr as an address", f".r{{filter:src(attr(class));fill:src('{beacon}41.svg#x')}}"),
    ):
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        yield f"style: {name}", drawing(f"<style>{escaped}</style>{rect}")
        if name.startswith(("import", "address", "quoted")):
            yield f"style in CDATA: {name}", drawing(f'<style type="text/css"><![CDATA[{text}]]></style>{rect}')
    yield "style: import split by CDATA", drawing(f"<style>@im<![CDATA[port '{beacon}50]]>.css';</style>{rect}")
    yield "style: import split by a comment of XML", drawing(f"<style>@im<!-- -->port '{beacon}51.css';</style>{rect}")
    yield "style: import split by an instruction", drawing(f"<style>@im<?x y?>port '{beacon}52.css';</style>{rect}")
    yield "style: import split by an element", drawing(f"<style>@im<g/>port '{beacon}53.css';</style>{rect}")
    yield "style: import in references", drawing(f"<style>&#64;import &#39;{beacon}54.css&#39;;</style>{rect}")
    yield "style of XHTML", drawing(f"<h:style xmlns:h='{XHTML}'>@import '{beacon}55.css';</h:style>{rect}")
    yield (
        "style in defs with a prefix",
        drawing(f"<defs><s:style xmlns:s='{SVG}'>@import '{beacon}56.css';</s:style></defs>"),
    )
    yield "style with media", drawing(f"<style media='all'>@import '{beacon}57.css';</style>{rect}")
    yield "style by href", drawing(f"<style href='{beacon}58.css' src='{beacon}58b.css'/>{rect}")
    yield (
        "style attribute with escapes",
        drawing(f'<rect width="90" height="70" style="f\\69ll:u\\72l(h\\74tp:{bare}59.svg#x)"/>'),
    )
    yield "style attribute that closes", drawing(f"<rect style=\"fill:red}} @import '{beacon}60.css'; a{{\"/>")
    yield (
        "style attribute with a comment",
        drawing(f'<rect width="9" height="9" style="/*;*/filter:/**/url({beacon}61.svg#x)"/>'),
    )
    yield (
        "presentation attribute with a quoted address",
        drawing(f"<rect width='9' height='9' filter='url(\"{beacon}62.svg#x\")'/>"),
    )
    yield (
        "presentation attribute with an escape",
        drawing(f'<rect width="9" height="9" filter="u\\rl({beacon}63.svg#x)"/>'),
    )
    yield (
        "filters, the second outside",
        drawing(f'<rect width="9" height="9" filter="blur(1px) url({beacon}64.svg#x)"/>'),
    )
    yield (
        "paint with a fallback outside",
        drawing(f'<rect width="9" height="9" fill="url(#no) url({beacon}65.svg#x)"/>'),
    )


def _spellings(beacon: str) -> Iterator[tuple[str, bytes]]:
    """What is no well-formed XML, or is only nearly what it seems."""
    yield "two handlers of one name", drawing("", root=f' id="a" onload="{RUN}" onload="{RUN}"')
    yield "handler without quotes", drawing("", root=f" onload={RUN}")
    yield "script never closed", drawing(f"<script>{RUN}")
    yield "prefix that is not declared", drawing(f"<svg:script>{RUN}</svg:script>")
    yield "svg without a namespace", f'<svg width="9" height="9" onload="{RUN}"/>'.encode()
    yield "svg of another namespace", f'<svg xmlns="{XHTML}" width="9" height="9"><script>{RUN}</script></svg>'.encode()
    yield "namespace changed within", drawing(f'<g xmlns="urn:x"><g xmlns="{SVG}"><script>{RUN}</script></g></g>')
    yield "comment that ends early", drawing(f"<!--> <script>{RUN}</script> -->")
    yield (
        "HTML in front",
        f'<!doctype html><svg xmlns="{SVG}" width="9" height="9"><script>{RUN}</script></svg>'.encode(),
    )
    yield "much space in front", b" " * 5000 + drawing(f"<script>{RUN}</script>")
    yield "long comment in front", b"<!--" + b"-" * 0 + b"x" * 5000 + b"-->" + drawing(f"<script>{RUN}</script>")
    yield (
        "root with a prefix",
        f'<s:svg xmlns:s="{SVG}" width="9" height="9"><s:script>{RUN}</s:script></s:svg>'.encode(),
    )
    yield "a picture in front", b"GIF89a" + drawing(f"<script>{RUN}</script>")
