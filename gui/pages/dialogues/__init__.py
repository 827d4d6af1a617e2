"""The page of citizen and expert dialogues: from idea to review."""
