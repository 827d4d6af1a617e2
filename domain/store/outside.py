"""What has left the house, carried over when a backup replaces the file: numbers given out and what was sent."""

from dataclasses import dataclass

from domain.store.connection import RawConnection, Row


@dataclass(frozen=True, slots=True)
class Outside:
    """The counters (name, value) and the identities (event_id, number, uid, sequence, sent, sent_at) of a file."""

    counters: list[Row]
    identities: list[Row]


def read_outside(connection: RawConnection) -> Outside:
    """What the file has given out so far."""
    return Outside(
        connection.execute("SELECT name, value FROM counter").fetchall(),
        connection.execute("SELECT event_id, number, uid, sequence, sent, sent_at FROM event_identity").fetchall(),
    )


def keep_outside(connection: RawConnection, before: Outside) -> None:
    """Raise the restored counters and sequences to what was reached before, so that no number is given twice.

    Identities of events that the backup does not know are kept too; where both know what was sent, the later counts.
    """
    connection.executemany(
        "INSERT INTO counter (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
        before.counters,
    )
    for identity in before.identities:
        event_id, _number, _uid, sequence, sent, sent_at = identity
        connection.execute(
            "INSERT OR IGNORE INTO event_identity (event_id, number, uid, sequence, sent, sent_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            identity,
        )
        connection.execute(
            "UPDATE event_identity SET sent = ?, sent_at = ? WHERE event_id = ? AND coalesce(sent_at, '') < ?",
            (sent, sent_at, event_id, sent_at or ""),
        )
        connection.execute(
            "UPDATE event_identity SET sequence = ? WHERE event_id = ? AND sequence < ?", (sequence, event_id, sequence)
        )
