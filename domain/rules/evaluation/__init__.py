"""What a set of events adds up to: columns read once, filtered and summed in memory.

Whoever needs only names and periods imports those modules, which load no numpy.
"""
