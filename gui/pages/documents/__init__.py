"""The page of the documents: the folder of an event or a tour day, checked, ordered, shown and printed."""
