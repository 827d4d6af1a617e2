"""The file behind a workspace: connections, journal, search, migrations, backups."""
