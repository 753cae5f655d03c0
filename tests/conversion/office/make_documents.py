"""Makes the documents in this folder with LibreOffice, pdflatex and qpdf. All of it is invented.

    python tests/conversion/office/make_documents.py

`tracked.fodt` becomes .docx, .odt, .rtf and .doc; `columns.txt` becomes PDFs in two columns. They are committed, so that
tests need none of these programs. Debian: libreoffice-writer-nogui, hyphen-en-gb, texlive-latex-recommended, qpdf.
"""

import re
import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
LONGEST_HEADING = 60
TEX = r"""\documentclass[10pt,twocolumn,a5paper]{article}
%s\usepackage{fancyhdr}\usepackage[margin=14mm,top=18mm,bottom=18mm]{geometry}
\pagestyle{fancy}\fancyhf{}\fancyhead[L]{Danube Defence Review}\fancyhead[R]{May 2026}\fancyfoot[C]{\thepage}
\pdfinfo{/Author (CanaryAuthor Zyx) /Title (CanaryTitle) /Subject (CanarySubject) /Keywords (CanaryKeyword)}
\title{%s}\author{}\date{}
\begin{document}\maketitle\thispagestyle{fancy}
%s
\end{document}
"""
FOOTNOTE = r"\footnote{The figures are those of the ministry, in prices of 2025.}"
STYLES = """\
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:text-align="justify" fo:margin-bottom="0.15cm" fo:hyphenation-ladder-count="no-limit"/><style:text-properties
fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true" fo:hyphenation-remain-char-count="2"
fo:hyphenation-push-char-count="2"/></style:style><style:style style:name="Sect" style:family="section">
<style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="2" fo:column-gap="0.5cm">
<style:column style:rel-width="1*" fo:end-indent="0.25cm"/><style:column style:rel-width="1*" fo:start-indent="0.25cm"/>
</style:columns></style:section-properties></style:style><style:style style:name="HIDE\""""


def paragraphs() -> tuple[str, list[str]]:
    """The title of `columns.txt`, and its paragraphs and headings."""
    title, *body = (HERE / "columns.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return title, body


def latex(preamble: str) -> str:
    def written(text: str) -> str:
        return text.replace("“", "``").replace("”", "''").replace("–", "--")

    title, body = paragraphs()
    parts = [rf"\section*{{{one}}}" if len(one) < LONGEST_HEADING else written(one) for one in body]
    parts[0] += FOOTNOTE
    return TEX % (preamble, written(title), "\n\n".join(parts))


def writer() -> str:
    """`tracked.fodt` with another text, in two columns on small pages."""
    title, body = paragraphs()
    blocks = "".join(
        f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(one, quote=False)}</text:h>'
        if len(one) < LONGEST_HEADING
        else f'<text:p text:style-name="Body">{escape(one, quote=False)}</text:p>'
        for one in body
    )
    text = (
        f'<office:body><office:text><text:p text:style-name="Title">{escape(title, quote=False)}</text:p>'
        f'<text:section text:style-name="Sect" text:name="S">{blocks}</text:section></office:text></office:body>'
    )
    source = (HERE / "tracked.fodt").read_text(encoding="utf-8")
    source = re.sub(r"<office:body>.*</office:body>", lambda _: text, source, flags=re.DOTALL)
    larger = '><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>'
    return (
        source.replace('<style:style style:name="HIDE"', STYLES)
        .replace('fo:page-width="21cm" fo:page-height="29.7cm"', 'fo:page-width="14.8cm" fo:page-height="21cm"')
        .replace('style:default-outline-level="1"/>', f'style:default-outline-level="1"{larger}')
    )


def right_to_left() -> str:
    """`tracked.fodt` with a text in Arabic and one in Hebrew."""
    blocks = "".join(
        f'<text:p text:style-name="R">{escape(one, quote=False)}</text:p>'
        for one in (HERE / "right-to-left.txt").read_text(encoding="utf-8").strip().split("\n\n")
    )
    text = f"<office:body><office:text>{blocks}</office:text></office:body>"
    source = (HERE / "tracked.fodt").read_text(encoding="utf-8")
    source = re.sub(r"<office:body>.*</office:body>", lambda _: text, source, flags=re.DOTALL)
    style = (
        '<style:style style:name="R" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties '
        'style:writing-mode="rl-tb" fo:text-align="start"/><style:text-properties fo:font-family="DejaVu Sans" '
        'style:font-family-complex="DejaVu Sans"/></style:style><style:style style:name="HIDE"'
    )
    return source.replace('<style:style style:name="HIDE"', style)


def main() -> None:
    """Make all documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def run(*command: str) -> None:
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def office(source: str, kind: str) -> None:
            run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, source)

        shutil.copy(HERE / "tracked.fodt", folder)
        for kind in ("docx", "odt", "rtf", "doc"):
            office("tracked.fodt", kind)
        (folder / "columns-writer.fodt").write_text(writer(), encoding="utf-8")
        office("columns-writer.fodt", "pdf")
        (folder / "right-to-left.fodt").write_text(right_to_left(), encoding="utf-8")
        office("right-to-left.fodt", "pdf")
        for kind, preamble in (("latex", ""), ("type3", "\\usepackage[T1]{fontenc}")):
            (folder / f"columns-{kind}.tex").write_text(latex(preamble), encoding="utf-8")
            run("pdflatex", "-interaction=batchmode", f"columns-{kind}.tex")
        run("qpdf", "--encrypt", "secret", "secret", "256", "--", "columns-writer.pdf", "locked.pdf")
        run("qpdf", "--encrypt", "", "secret", "256", "--", "columns-writer.pdf", "restricted.pdf")
        for made in (*folder.glob("tracked.*"), *folder.glob("*.pdf")):
            shutil.copy(made, HERE)


if __name__ == "__main__":
    main()
