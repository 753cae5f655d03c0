"""How the house is kept: floors, sizes, a test file for each module, and only the commands print."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

from tests.support import ROOT

PACKAGE = ROOT / "site_gen"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

# Modules, or rooms, without a test file of their own, and why.
EXCEPTIONS = {
    "__main__.py": "one call; every test of the real command runs it",
    "model/": "values without behaviour; every test holds them",
    "pipeline/": "told from outside by test_build.py, test_laws.py, test_kill.py and tests/broken",
    "built.py": "values of every build, told from outside by test_build.py and tests/pipeline/test_text_edit.py",
    "cli/executor.py": "one option; told from outside by tests/cluster/test_connect.py",
    "remote.py": "types of what tests/cluster tries",
    "cli/import_command.py": "told from outside by tests/importing",
    "importing/": "parts of one story, tried together by tests/importing on whole sites",
    "preview/hub.py": "every listening page of tests/preview/test_client.py depends on it",
    "preview/server.py": "a socket and a signal; told from outside by tests/cli/test_serve.py",
    "hosting/apache.py": "tried with Apache itself by tests/hosting/test_servers.py",
    "hosting/caddy.py": "tried with Caddy itself by tests/hosting/test_servers.py",
    "markup/engine.py": "a protocol and the choice of its one implementation, which test_python_markdown.py tries",
    "markup/linear/": "parts of one parser, tried together by tests/markup/linear",
    "markup/quick/": "parts of one reading, tried together by tests/markup/quick",
    "images/fault.py": "an exception without behaviour",
    "images/svg/allowed.py": "lists as data, read by tests/images/svg/test_clean.py and test_attributes.py",
    "images/svg/refusal.py": "messages, read by the tests of the modules that raise them",
    "extract/boilerplate/": "one rule a table row; tried together by tests/extract/boilerplate",
    "extract/forms/": "one form a file, each with its cases in tests/extract/forms/cases, and the laws of all",
    "extract/marked/": "parts of one reading, tried together by tests/extract/marked",
    "extract/claims/": "parts of one judgement, tried together by tests/extract/claims",
    "extract/headline/": "parts of one derivation, tried together by tests/extract/headline",
    "extract/names/": "parts of one derivation, tried together by tests/extract/names",
    "extract/syntax/": "parts of one parser, tried together by tests/extract/syntax",
    "extract/table_rules/": "rules that go by the table of any language, tried together on cases in each",
    "extract/languages/language.py": "the keys of a table, checked by tests/extract/languages/test_read.py",
    "extract/calendar.py": "names of days and months as data, read by tests/extract/test_dates.py",
    "extract/manuscript.py": "a value that every test of tests/extract/forms hands from form to form",
    "conversion/page_date.py": "a part of reading a page, tried by tests/conversion/test_page.py",
    "conversion/page_facts.py": "a part of reading a page, tried by tests/conversion/test_page.py",
    "conversion/page_notes.py": "a part of reading a page, tried by tests/conversion/test_page.py",
    "conversion/page_source.py": "a part of reading a page, tried by tests/conversion/test_page.py",
    "conversion/tei.py": "a part of reading a page, tried by tests/conversion/test_page.py",
    "conversion/feed_atom_03.py": "a part of reading a feed, tried by tests/conversion/test_feed.py",
    "conversion/feed_elements.py": "a part of reading a feed, tried by tests/conversion/test_feed.py",
    "conversion/feed_entry.py": "values without behaviour",
    "conversion/feed_html.py": "a part of reading a feed, tried by tests/conversion/test_feed.py",
    "conversion/feed_json.py": "a part of reading a feed, tried by tests/conversion/test_feed.py",
    "conversion/feed_xml.py": "a part of reading a feed, tried by tests/conversion/test_feed.py",
    "fetching/refusal.py": "two exceptions without behaviour",
    "conversion/given.py": "tried with what it reads from by tests/conversion/test_matter.py",
    "conversion/doc.py": "told by tests/conversion/test_documents.py",
    "conversion/document.py": "tried by the documents of tests/conversion/test_documents.py and test_docx.py",
    "conversion/docx_clean.py": "a part of one reading, tried by tests/conversion/test_docx.py",
    "conversion/docx_package.py": "a part of one reading, tried by tests/conversion/test_docx.py",
    "conversion/docx_styles.py": "a part of one reading, tried by tests/conversion/test_docx.py",
    "conversion/mail_header.py": "a part of one reading, tried by tests/conversion/test_eml.py",
    "conversion/mail_html.py": "a part of one reading, tried by tests/conversion/test_eml.py",
    "conversion/mail_parts.py": "a part of one reading, tried by tests/conversion/test_eml.py",
    "conversion/mail_text.py": "a part of one reading, tried by tests/conversion/test_eml.py",
    "conversion/odt_html.py": "a part of one reading, tried by tests/conversion/test_odt.py",
    "conversion/odt_styles.py": "a part of one reading, tried by tests/conversion/test_odt.py",
    "conversion/pdf_blocks.py": "a part of one reading, tried by tests/conversion/test_pdf.py",
    "conversion/pdf_columns.py": "a part of one reading, tried by tests/conversion/test_pdf.py",
    "conversion/pdf_furniture.py": "a part of one reading, tried by tests/conversion/test_pdf.py",
    "conversion/pdf_glyphs.py": "a part of one reading, tried by tests/conversion/test_pdf.py",
    "conversion/refusal.py": "an exception without behaviour",
    "conversion/rtf_reader.py": "a part of one reading, tried by tests/conversion/test_rtf.py",
    "conversion/limits.py": "numbers and their messages, tried by tests/conversion/test_conversion.py",
    "conversion/missing.py": "an exception without behaviour",
    "conversion/sniff.py": "tried with the choice that it is for by tests/conversion/test_conversion.py",
    "theming/limits.py": "tried with the sandbox by tests/attack/test_templates.py",
    "theming/sandbox.py": "tried by the escapes of tests/attack/test_templates.py",
    "text/transliteration/table.py": "a helper that every other module there reads its letters by",
    "text/months.py": "names of months and weekdays as data, read by tests/text/test_stamps.py",
    "assistant/reply.py": "a value without behaviour",
    "ingest/asking.py": "two values without behaviour",
    "ingest/ingested.py": "values without behaviour",
    "ingest/confined.py": "tried with what it is for by tests/attack/test_documents.py",
    "ingest/confined_process.py": "the other side of confined.py, tried by tests/attack/test_documents.py",
    "ingest/seed_texts.py": "a step of ingest, told from outside by tests/ingest/test_ingest.py and test_forms.py",
    "ingest/far_seeds.py": "told from outside by tests/cluster/test_connect.py, with whole sites",
    "ingest/probe.py": "a step of ingest, told from outside by tests/ingest/test_ingest.py and test_cache.py",
    "ingest/derive.py": "a step of ingest, told from outside by tests/ingest/test_ingest.py and tests/extract",
    "ingest/write.py": "a step of ingest, told from outside by tests/ingest/test_ingest.py",
    "ingest/settle.py": "told from outside by tests/ingest/test_review.py",
    "extract/text.py": "two values without behaviour",
    "extract/yaml_scalar.py": "tried by tests/extract/test_compose.py, which reads back what it wrote",
}
LONGEST = 400


def excepted(module: str) -> bool:
    return any(module == name or (name.endswith("/") and module.startswith(name)) for name in EXCEPTIONS)


def file_of_tests(module: str) -> Path:
    folder, _, name = module.rpartition("/")
    stem = name.removesuffix(".py").removesuffix("_command")
    return ROOT / "tests" / folder / f"test_{stem}.py"


def says_nothing(module: str) -> bool:
    """A module that holds a docstring alone."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    return all(isinstance(node, ast.Expr) for node in tree.body)


def test_every_module_has_its_test_file_or_a_reason_to_have_none() -> None:
    bare = [name for name in MODULES if not name.endswith("__init__.py") and not excepted(name)]
    assert [name for name in bare if not file_of_tests(name).is_file()] == []


def test_the_reasons_are_needed_and_given() -> None:
    for name, reason in EXCEPTIONS.items():
        assert (PACKAGE / name).exists(), f"{name} is gone"
        assert len(reason) > 10
        assert name.endswith("/") or not file_of_tests(name).is_file(), f"{name} has a test file now"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_short_and_says_what_it_is_for(module: str) -> None:
    text = (PACKAGE / module).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text)) or says_nothing(module), "a docstring is missing"


def test_only_the_commands_print() -> None:
    found = []
    for module in MODULES:
        if module.startswith(("cli/", "__main__")):
            continue
        for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "print",
                "sys.stdout.write",
                "sys.stderr.write",
            ):
                found.append(f"{module}:{node.lineno}")
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                found += [
                    f"{module}:{node.lineno}" for name in names if name.split(".")[0] in ("click", "rich", "logging")
                ]
    assert found == []


def test_no_clock_locale_environment_or_chance_below_the_floor_of_the_disk() -> None:
    pure = (
        "model/",
        "text/",
        "parsing/",
        "indexing/",
        "markup/",
        "urls.py",
        "media_types.py",
        "theming/",
        "extract/",
        "pages/",
        "render.py",
        "outdated.py",
    )
    banned = ("time", "random", "locale", "secrets", "uuid", "subprocess", "socket", "tempfile", "shutil", "os")
    calls = ("datetime.now", "datetime.today", "date.today", "open", "hash")
    found = []
    for module in MODULES:
        if not module.startswith(pure):
            continue
        for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [f"{module}: {alias.name}" for alias in node.names if alias.name.split(".")[0] in banned]
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in banned:
                found.append(f"{module}: {node.module}")
            if isinstance(node, ast.Call) and ast.unparse(node.func) in calls:
                found.append(f"{module}:{node.lineno}: {ast.unparse(node.func)}")
    assert found == []


# What a call is named that reads or writes a file; to ask whether one is there is none.
TOUCHES = {"read_bytes", "read_text", "write_bytes", "write_text", "unlink", "rmdir", "mkdir", "touch", "symlink_to"}
TOUCHES |= {"os.open", "os.scandir", "os.listdir", "os.replace", "os.rename", "os.remove", "open"}


def test_below_the_disk_nobody_touches_a_file_but_the_packages_own_and_ingest_leaves_it_to_the_disk() -> None:
    pure = (
        "pages",
        "model",
        "wording",
        "reading",
        "indexing",
        "markup",
        "theming",
        "ingesting",
        "picturing",
        "hosting",
    )
    found = []
    for module in MODULES:
        text = (PACKAGE / module).read_text(encoding="utf-8")
        room = module.split("/")[0]
        if room not in (*pure, "ingest") or "importlib" in text or "__file__" in text:  # the package's own data
            continue
        for node in ast.walk(ast.parse(text)):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if name in TOUCHES or name.rpartition(".")[2] in TOUCHES - {"open"}:
                found.append(f"{module}: {name}")
    assert found == []


def test_the_floors_hold(capsys: pytest.CaptureFixture[str]) -> None:
    configure()
    kept = lint_imports(str(ROOT / "pyproject.toml"), cache_dir=None, no_logo=True)
    said = capsys.readouterr().out
    assert kept, said
    assert "1 kept, 0 broken" in said


def test_every_library_has_a_lower_bound_and_a_cap_where_private_names_are_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].items()
    asked = [*project["dependencies"], *(one for name, ones in extras if name != "dev" for one in ones)]
    asked = [one for one in asked if not one.startswith("site-gen-news[")]
    assert [one for one in asked if not re.match(r"[\w.-]+(\[\w+\])?>=\d", one)] == []
    capped = {re.split("[>]", one)[0] for one in asked if ",<" in one}
    assert capped >= {"jinja2", "markdown", "markupsafe", "text-unidecode"}


MOST_BRANCHES, LONGEST_FUNCTION = 15, 60
# Functions with more branches, counted as radon does, or rooms of such, and why they are not split.
BRANCHED = {
    "conversion/rtf_reader.py:_format": "a table: one line a control word of the format",
    "storage/files.py:walk": "one loop over ten thousand files, with all that a name may be refused for",
    "indexing/index.py:_links": "what may be linked to, one line a kind of text",
    "ingest/settle.py:settle": "a table: one line a choice that an editor has",
    "extract/": "rules of language in the order in which they are tried; each branch has its cases",
    "markup/commonmark.py:render": "one step a line, each left out where a text cannot need it",
    "markup/linear/links.py:_in_parentheses": "the library's own loop, held to its result for any text",
    "markup/quick/document.py:divide": "reasons to leave a text to the engine, in their order",
    "markup/quick/inlines.py:_rest": "reasons to leave a line to the engine, in their order",
    "pages/front.py:tail_of": "one search for the cut at which two columns are as high",
    "pages/front.py:top_of": "the layouts of the front page side by side",
    "pages/redirect.py:faults": "tables of what there is, and one loop over redirects",
    "images/jpeg.py:plain_jpeg": "one pass over the segments of a file",
    "pipeline/read.py:read_sources": "the story of reading",
    "pipeline/render_pages.py:_site_view": "one line a part of what every page shows of the site",
    "theming/blocks.py:block_faults": "rules about blocks, one a line",
    "theming/bundle.py:_addressed": "one pass over tokens, one branch a kind",
    "text/paths.py:part_fault": "a list: one line a reason",
    "text/stamps.py:_next": "forms of dates and times in the order in which they are tried",
}


def branches(node: ast.AST) -> int:
    """One more than the places at which a function may go two ways; functions within are counted by themselves."""
    own = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        own += branches(child) - 1
        if isinstance(child, ast.BoolOp):
            own += len(child.values) - 1
        elif isinstance(child, ast.comprehension):
            own += 1 + len(child.ifs)
        elif isinstance(child, ast.For | ast.While):
            own += 1 + bool(child.orelse)
        elif isinstance(child, ast.If | ast.IfExp | ast.ExceptHandler | ast.Assert | ast.Lambda | ast.match_case):
            own += 1
    return own + 1


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for module in MODULES:
        for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield module, node


def test_functions_are_short_and_go_few_ways_or_there_is_a_reason() -> None:
    branched = {f"{module}:{one.name}" for module, one in functions() if branches(one) > MOST_BRANCHES}
    listed = {name for name in branched for known in BRANCHED if name == known or name.startswith(known)}
    assert branched - listed == set()
    assert [known for known in BRANCHED if not any(name.startswith(known) for name in branched)] == []
    long = [f"{module}:{one.name}" for module, one in functions() if _length(one) > LONGEST_FUNCTION]
    assert [name for name in long if name not in BRANCHED] == []


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def test_the_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = "import sys, site_gen.cli; print(' '.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    heavy = {"jinja2", "markdown", "yaml", "nh3", "rich", "ftfy", "text_unidecode", "charset_normalizer"}
    assert not (heavy | {"multiprocessing"}) & set(loaded)


def test_no_virtual_environment_is_tracked_nor_a_link_to_one() -> None:
    """Merged into a checkout, it would take the place of the environment there, which git ignores and so gives up."""
    listed = subprocess.run(["git", "ls-files", ".venv"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert listed.stdout == "", "git rm --cached .venv, and amend the commit that added it"
