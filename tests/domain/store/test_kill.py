"""A program that is killed while it writes loses nothing it has acknowledged."""

from tests.bench.kill import kill_and_look, opened


def test_twenty_kills_lose_no_acknowledged_step(tmp_path):
    opened(tmp_path / "a.landauf").close()
    tally = kill_and_look(tmp_path / "a.landauf", 20, seed=7)
    assert tally.wrong == []
    assert tally.kills == 20
    assert tally.acknowledged >= 60


def test_a_kill_leaves_no_open_step_and_no_half_undo(tmp_path):
    path = tmp_path / "a.landauf"
    opened(path).close()
    kill_and_look(path, 1, seed=3)
    workspace = opened(path)
    open_step, torn = workspace.glance(_traces)
    workspace.close()
    assert (open_step, torn) == (None, 0)


def _traces(connection):
    """The step left open, and how many steps or changes have no counterpart."""
    return connection.execute(
        "SELECT (SELECT step FROM journal_now), (SELECT count(*) FROM step WHERE last IS NULL)"
        " + (SELECT count(*) FROM change WHERE step NOT IN (SELECT id FROM step))"
    ).fetchone()
