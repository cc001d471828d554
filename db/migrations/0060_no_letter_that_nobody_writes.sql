-- That a spread is up is told with the letter of its figures and of its meeting; the worker writes no letter of its own for it.
drop policy told_by_the_worker on letter;
