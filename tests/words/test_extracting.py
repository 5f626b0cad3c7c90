"""Sentences are found in programs and in the templates of pages."""

from pathlib import Path

import pytest

from kiosk.words.extracting import extract, find_unreadable


def page(folder: Path, text: str) -> Path:
    (folder / "pages").mkdir()
    (folder / "pages" / "page.html").write_text(text, encoding="utf-8")
    return folder / "pages"


def test_a_template_says_sentences_as_a_program_does(tmp_path: Path) -> None:
    source = page(tmp_path, '<p>{{ words("Lent.") }}</p>\n{{ words("until %(day)s", day=day) }}')
    said = {message.id: message.locations for message in extract(source) if message.id}
    assert said["Lent."] == [("pages/page.html", 1)]
    assert said["until %(day)s"] == [("pages/page.html", 2)]


def test_a_plural_in_a_template_has_both_forms(tmp_path: Path) -> None:
    source = page(tmp_path, '{{ words.count("%(num)d item", "%(num)d items", found | length) }}')
    assert [message.id for message in extract(source) if message.id] == [
        ("%(num)d item", "%(num)d items")
    ]


@pytest.mark.parametrize("said", ["words(title)", 'words.count("%(num)d item", many, 3)'])
def test_what_no_translator_can_see_in_a_template_is_found(tmp_path: Path, said: str) -> None:
    [(where, text)] = find_unreadable(page(tmp_path, f"<p>\n{{{{ {said} }}}}"))
    assert where == "pages/page.html:2"
    assert text.startswith(said)


def test_what_a_page_is_told_besides_words_is_no_sentence(tmp_path: Path) -> None:
    source = page(tmp_path, "{% for one in words.offered %}{{ one.value }}{% endfor %}")
    assert [message.id for message in extract(source) if message.id] == []
    assert list(find_unreadable(source)) == []
