"""Errors that a person can act on."""

from domain.errors import (
    ConflictError,
    FileProblemError,
    InvalidInputError,
    LandaufError,
    NotFoundError,
    Problem,
    UsageError,
)


def test_message_is_filled_with_its_parameters():
    assert str(NotFoundError("There is no tour “{tour}”.", tour="Altmark")) == "There is no tour “Altmark”."


def test_braces_in_a_value_stay_as_they_are():
    assert str(LandaufError("“{file}” is empty.", file="{x}.csv")) == "“{x}.csv” is empty."


def test_problem_reads_like_the_error_it_becomes():
    problem = Problem("title", "At most {count} letters.", (("count", 80),))
    error = InvalidInputError(problem)
    assert str(problem) == str(error) == "At most 80 letters."


def test_invalid_input_names_the_first_field_and_keeps_all_problems():
    problems = (Problem("starts_at", "Please give the new date."), Problem("title", "Please fill in this field."))
    error = InvalidInputError(*problems)
    assert error.field == "starts_at"
    assert error.problems == problems


def test_one_clause_catches_everything_a_person_can_act_on():
    kinds = [InvalidInputError, NotFoundError, ConflictError, FileProblemError, UsageError]
    assert all(issubclass(kind, LandaufError) for kind in kinds)
