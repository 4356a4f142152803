import pytest

from training.paths import shipped_version
from training.report import outdated_files, with_section


def test_readme_and_model_card_say_what_the_shipped_manifest_says() -> None:
    assert outdated_files(shipped_version(), write=False) == []


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    text = "before\n<!-- figures -->\nold\n<!-- /figures -->\nafter"
    expected = "before\n<!-- figures -->\n\n| new |\n\n<!-- /figures -->\nafter"
    assert with_section(text, "| new |") == expected
    assert with_section(expected, "| new |") == expected


@pytest.mark.parametrize("text", ["no marks", "<!-- figures -->\n<!-- /figures -->" * 2])
def test_a_file_without_its_one_pair_of_marks_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        with_section(text, "")
