"""The settings of the file, and the words, people and things that everything else picks from."""
