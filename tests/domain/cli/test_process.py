"""The command line as a process of its own: exit codes, streams, bytes."""

import json
import os
import subprocess
import sys

import pytest

CALL = [sys.executable, "-c", "import sys; from domain.cli.main import main; sys.exit(main())"]


@pytest.fixture
def process(tmp_path):
    """Runs the command line in a fresh process; gives the finished process with bytes."""
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}

    def run(*arguments, given=b""):
        call = [*CALL, *map(str, arguments), "--file", str(tmp_path / "a.landauf")]
        return subprocess.run(call, input=given, capture_output=True, env=surroundings, timeout=60, check=False)

    return run


def test_a_whole_round_by_processes(process, tmp_path):
    assert process("init").returncode == 0
    table = tmp_path / "p.csv"
    table.write_text("Name;PLZ;Ort\nÄhre e. V. „Süd“;06366;Köthen\n", encoding="utf-8")
    done = process("import", "partners", table, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["new"] == 1
    listed = process("list", "partners", "--json")
    assert "Ähre e. V. „Süd“".encode() in listed.stdout
    assert json.loads(listed.stdout.decode("utf-8"))[0]["kreis_ags"] == "15082"


def test_refusals_are_one_line_on_stderr_without_a_traceback(process):
    done = process("info")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"landauf: ")
    assert done.stderr.count(b"\n") == 1
    assert b"gibt keine" in done.stderr or b"Arbeitsdatei" in done.stderr


def test_wrong_usage_ends_with_two(process):
    done = process("list", "wetter")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_a_passphrase_comes_through_standard_input(process):
    assert process("init", "--encrypt", "--passphrase-stdin", given="Größe 42\n".encode()).returncode == 0
    done = process("info", "--json", "--passphrase-stdin", given="Größe 42\n".encode())
    assert json.loads(done.stdout)["encrypted"] is True
    assert process("info", given=b"").returncode == 2
    done = process("info", "--passphrase-stdin", given="Größe 42\n".encode("latin-1"))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_a_reader_that_goes_away_is_no_trouble(process, tmp_path):
    process("init")
    table = tmp_path / "p.csv"
    table.write_text("Name\n" + "".join(f"Verein {number}\n" for number in range(5_000)), encoding="utf-8")
    process("import", "partners", table)
    call = [*CALL, "list", "partners", "--json", "--file", str(tmp_path / "a.landauf")]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) in {0, 1}  # some kernels take a last write into a pipe that nobody reads
