import re


def test_every_form_of_the_page_is_understood_as_it_says(root, read):
    page = (root / "docs/reference/words.md").read_text("utf-8")
    rows = re.findall(r"^\| `((?:[^`|]|\\\|)+)` \| (.+) \|$", page, re.MULTILINE)
    assert len(rows) > 100
    written = {text.replace("\\|", "|"): meant for text, meant in rows}
    assert {text: "; ".join(read(text)) for text in written} == written
