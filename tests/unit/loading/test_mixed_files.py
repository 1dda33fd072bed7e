from __future__ import annotations

from pathlib import Path

from skillgap.loading.mixed_files import load_mixed_files

ROLE = (
    "id: r\ntitle: R\nrequirements: [{skill: sql, level: 1, importance: 1, necessity: optional}]\n"
)


def test_each_file_of_a_folder_is_read_as_what_it_is(tmp_path):
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "c.yaml").write_text("schema_version: 1\nskills: [{id: sql, label: SQL}]\n")
    (tmp_path / "deep" / "deeper" / "r.yml").write_text(ROLE)
    (tmp_path / "deep" / "me.yaml").write_text("schema_version: 1\nskills: [sql]\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / ".hidden.yaml").write_text("schema_version: 1\n")
    found = load_mixed_files([tmp_path])
    assert found.diagnostics == ()
    assert (list(found.loaded.catalog.skills), list(found.loaded.catalog.roles)) == (["sql"], ["r"])
    assert [profile.skills[0].text for profile, _ in found.profiles] == ["sql"]
    assert [Path(each).name for each in found.files] == ["c.yaml", "me.yaml", "r.yml"]
    assert [Path(each).name for each in found.passed_over] == ["mkdocs.yml"]


def test_a_folder_of_other_programs_files_is_not_a_pass(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    assert [each.code for each in load_mixed_files([tmp_path]).diagnostics] == ["SG105"]


def test_a_file_that_is_named_is_judged_whatever_it_looks_like(tmp_path):
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: x\n")
    assert {each.code for each in load_mixed_files([file]).diagnostics} == {"SG201", "SG202"}


def test_links_that_lead_back_are_not_followed(tmp_path):
    (tmp_path / "c.yaml").write_text("schema_version: 1\n")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(load_mixed_files([tmp_path]).files) == 1


def test_a_file_given_twice_is_read_once(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("schema_version: 1\nskills: [{id: sql, label: SQL}]\n")
    assert load_mixed_files([file, tmp_path, file]).diagnostics == ()
