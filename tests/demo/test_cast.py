"""The cast of the demo: whoever is told of a concern can sign in and open it."""

from cast import NOW

from app.db import Database
from app.demo.cast import NET, STAFF
from app.demo.load import load
from app.safety_net.access import access_in_words
from app.safety_net.queries import everybody


def test_everybody_who_is_told_has_an_account_that_opens_concerns(
    sqlite_database: Database,
) -> None:
    with sqlite_database.writing() as session:
        load(session, now=NOW)
    with sqlite_database.reading() as session:
        for code in {each.organisation_code for each in NET}:
            people = everybody(session, code)
            assert {each.email for each in people} <= {each.email for each in STAFF}
            assert {each.role for each in people} >= {"lead", "cover"}
            for each in people:
                said = access_in_words(each.account, each.part, each.name, each.email)
                assert not said.tag, f"{each.email}: {said.says}"


def test_the_names_of_those_who_are_told_are_those_of_their_accounts() -> None:
    accounts = {each.email: each.full_name for each in STAFF}
    assert {each.full_name == accounts[each.email] for each in NET} == {True}
