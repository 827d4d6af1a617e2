"""Files are written whole or not at all."""

import os

import pytest

from domain.errors import FileProblemError
from domain.exchange.files import write_file_if_changed

OLD = 1_700_000_000


def test_new_file_is_written(tmp_path):
    path = tmp_path / "Termine.ics"
    assert write_file_if_changed(path, lambda out: out.write(b"one")) is True
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["Termine.ics"]


def test_file_with_the_same_bytes_is_left_alone(tmp_path):
    path = tmp_path / "a.ics"
    path.write_bytes(b"one" * 1_000_000)
    os.utime(path, (OLD, OLD))
    assert write_file_if_changed(path, lambda out: out.write(b"one" * 1_000_000)) is False
    assert path.stat().st_mtime == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.ics"]


@pytest.mark.parametrize("content", [b"two", b"one and more", b""])
def test_file_with_other_bytes_is_replaced(tmp_path, content):
    path = tmp_path / "a.ics"
    path.write_bytes(b"one")
    assert write_file_if_changed(path, lambda out: out.write(content)) is True
    assert path.read_bytes() == content


def test_failure_in_the_middle_keeps_the_old_file(tmp_path):
    path = tmp_path / "a.ics"
    path.write_bytes(b"one")

    def fail(out):
        out.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_file_if_changed(path, fail)
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.ics"]


def test_missing_folder_and_folder_as_target_are_refused(tmp_path):
    with pytest.raises(FileProblemError, match="no folder"):
        write_file_if_changed(tmp_path / "fehlt" / "a.ics", lambda out: out.write(b"x"))
    with pytest.raises(FileProblemError, match="is a folder"):
        write_file_if_changed(tmp_path, lambda out: out.write(b"x"))


def test_trouble_with_the_disk_is_one_clear_line(tmp_path):
    with pytest.raises(FileProblemError, match=r"“x+\.ics” cannot be written"):
        write_file_if_changed(tmp_path / ("x" * 300 + ".ics"), lambda out: out.write(b"x"))
