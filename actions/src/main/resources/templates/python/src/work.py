"""The first module: rename it to what it does."""


def mean(values):
    """The mean of some numbers, of which there is at least one."""
    return sum(values) / len(values)
