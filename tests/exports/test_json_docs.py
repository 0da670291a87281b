"""The documentation of the JSON is what the records say."""

from exports.json_docs import DOCS, json_docs
from workshop.model.collections import COLLECTIONS


def test_the_committed_page_is_the_one_that_the_records_give() -> None:
    assert DOCS.read_text(encoding="utf-8") == json_docs(), "run: python -m exports.json_docs"


def test_every_field_of_every_record_is_described() -> None:
    page = json_docs()
    for name, record_type in COLLECTIONS.items():
        section = page.partition(f"## `{name}`\n")[2].partition("\n## ")[0]
        for field in {*record_type.__struct_fields__} - {"extra"}:
            assert f"| `{field}` |" in section, (name, field)
