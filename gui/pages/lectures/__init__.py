"""The page of lectures: the lectures themselves, the offers of the catalogue, and the people who speak."""
