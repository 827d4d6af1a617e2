"""Reading files of other programs: file, columns, preview, done."""
