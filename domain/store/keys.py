"""The passphrase of an encrypted file, and telling encrypted files from plain ones."""

import os
from dataclasses import dataclass, field
from pathlib import Path

SALT_BYTES = 16
_PLAIN_HEADER = b"SQLite format 3\0"
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**16, 8, 1  # 64 MiB and about 0.2 s a try
_SCRYPT_MEMORY = 2**27


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of an encrypted file and the salt it was made with, which are its first 16 bytes."""

    secret: bytes = field(repr=False)
    salt: bytes

    def pragma(self, name: str) -> str:
        """The statement that hands the key to SQLCipher: `name` is `key` or `rekey`.

        A raw key with its salt skips SQLCipher's own slow derivation at each connection.
        """
        return f"PRAGMA {name} = \"x'{self.secret.hex()}{self.salt.hex()}'\""


def derive(passphrase: str, salt: bytes | None = None) -> FileKey:
    """The key for a passphrase: scrypt over the file's salt, or over a fresh one for a new file."""
    import hashlib  # loads OpenSSL, which the window's first page should not wait for

    salt = os.urandom(SALT_BYTES) if salt is None else salt
    secret = hashlib.scrypt(
        passphrase.encode("utf-8", "surrogateescape"),
        salt=salt,
        n=_SCRYPT_N,
        r=_SCRYPT_R,
        p=_SCRYPT_P,
        maxmem=_SCRYPT_MEMORY,
        dklen=32,
    )
    return FileKey(secret, salt)


def salt_of(path: Path) -> bytes | None:
    """The salt of an encrypted file, None for a plain one.

    Read through the driver: opening and closing the file by ourselves would drop the locks that other connections of
    this process hold on it (sqlite.org/howtocorrupt.html 2.2).
    """
    from domain.store.connection import bare, scalar

    connection = bare(path)
    try:
        connection.execute("PRAGMA key = 'not tried, the header is read before any page'")
        header = bytes.fromhex(scalar(connection, "PRAGMA cipher_salt"))
    finally:
        connection.close()
    return None if header == _PLAIN_HEADER else header
