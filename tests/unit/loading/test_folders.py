from __future__ import annotations

from skillgap.loading.yaml.files import yaml_files


def test_files_come_in_the_order_given_and_folders_sorted(tmp_path):
    for name in ("z.yaml", "d/b.yml", "d/a.YAML", "d/.c.yaml", "d/note.md", "d/roles/r.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")

    def names(**options):
        files, wrong = yaml_files([tmp_path / "z.yaml", tmp_path / "d"], **options)
        assert wrong == []
        return [file.relative_to(tmp_path).as_posix() for file in files]

    assert names() == ["z.yaml", "d/a.YAML", "d/b.yml"]
    assert names(with_roles=True) == ["z.yaml", "d/a.YAML", "d/b.yml", "d/roles/r.yaml"]


def test_a_folder_of_nothing_is_told(tmp_path):
    files, (told,) = yaml_files([tmp_path])
    assert (files, told.code) == ([], "SG105")


def test_a_missing_file_is_left_to_whoever_opens_it(tmp_path):
    assert yaml_files([tmp_path / "gone.yaml"]) == ([tmp_path / "gone.yaml"], [])
