"""Calendar files, tables and imports: what enters and leaves the house as files."""
