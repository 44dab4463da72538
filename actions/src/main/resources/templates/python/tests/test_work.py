from work import mean


def test_the_mean_lies_in_the_middle():
    assert mean([1, 2, 3]) == 2
