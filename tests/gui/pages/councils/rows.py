"""What the tables of the councils page show."""


def lines(model):
    """The first column of every row."""
    return [model.columns[0].cell(row).words for row in model.rows()]
