"""Naming, correcting and moving those who are told, through the forms of the page."""

from concurrent.futures import ThreadPoolExecutor

from cast import ADMINISTRATOR, LONDON
from safety_net.net import JOAN, MOIRA, PAGE, TESS, Net, plain

PEOPLE = 4
MESSY = {"full_name": "  Moira   Castell", "email": "Moira Castell <lead@riverside.example>; ",
         "mobile": "+44 (0)7700 900-901"}  # fmt: skip


def test_what_is_typed_any_way_is_read_and_what_is_wrong_is_said_with_nothing_lost(
    net: Net,
) -> None:
    address = f"{PAGE}/{net.tuesday.id}/lead"
    form = {"full_name": "Moira Castell", "email": "lead@riverside", "mobile": "020 7946 0011"}
    also = {"also": f"lead:{net.thursday.id}", "instead_of": ""}
    answer = net.admin.post(address, data={**form, **also})
    assert answer.status_code == 400
    for kept in form.values():
        assert f'value="{kept}"' in answer.text
    assert answer.text.count(" checked") == 1
    words = plain(answer.text)
    assert words.count("Enter an e-mail address like name@trust.nhs.uk") == 2
    assert words.count("This is a landline and takes no texts.") == 2
    assert "Error: Who is the safeguarding lead of RIV-TUE?" in answer.text
    assert net.people() == []
    assert net.name("lead", MESSY) == 302
    assert net.people() == [("lead", "Moira Castell", "lead@riverside.example")]
    assert "07700 900901" in net.page()


def test_one_is_named_for_several_clinics_in_one_step_with_one_mail(net: Net) -> None:
    net.name("lead", MOIRA, also=f"lead:{net.thursday.id}")
    assert [each[:2] for each in net.people()] == [("lead", "Moira Castell")] * 2
    assert net.mails() == [("lead@riverside.example", "waiting")]
    net.mails_are_taken()
    assert "Not tested yet" not in net.page()
    # A clinic of others is not named for by typing its id.
    net.name("lead", TESS, also=f"lead:{net.away.id}")
    assert net.people("XBM01") == []


def test_who_is_named_anew_takes_the_place_and_the_form_says_of_whom(net: Net) -> None:
    net.name("lead", MOIRA)
    shown = net.admin.get(f"{PAGE}/{net.tuesday.id}/lead").text
    assert "Now it is Moira Castell, lead@riverside.example." in plain(shown)
    assert 'value="Moira Castell"' not in shown
    net.name("lead", TESS)
    assert [each[1] for each in net.people()] == ["Tess Oyelaran"]


def test_details_are_corrected_for_every_part_and_a_tested_address_stays_tested(net: Net) -> None:
    net.name("lead", MOIRA, also=f"lead:{net.thursday.id}")
    net.name("list", MOIRA)
    net.name("list", JOAN)
    net.mails_are_taken()
    address = f"{PAGE}/{net.tuesday.id}/lead"
    shown = net.admin.get(f"{address}?correct=yes").text
    assert 'value="lead@riverside.example"' in shown
    assert shown.count(" checked") == 2
    parts = [f"lead:{net.thursday.id}", "list:"]
    form = {**MOIRA, "mobile": "07700 900999", "correct": "yes", "also": parts}
    instead = str(net.person("lead").id)
    assert net.admin.post(address, data={**form, "instead_of": instead}).status_code == 302
    page = net.page()
    assert page.count("07700 900999") == 3
    assert "Not tested yet" not in page
    assert [each[1] for each in net.people() if each[0] == "list"] == [
        "Moira Castell", "Joan Ekwueme"
    ]  # fmt: skip


def test_lead_and_cover_are_two_people(net: Net) -> None:
    net.name("lead", MOIRA)
    answer = net.admin.post(
        f"{PAGE}/{net.tuesday.id}/cover", data={**MOIRA, "instead_of": ""}
    )  # fmt: skip
    assert answer.status_code == 400
    assert "Moira Castell is the safeguarding lead of RIV-TUE: lead and cover are two people" in (
        plain(answer.text)
    )
    assert len(net.people()) == 1


def test_who_comes_second_is_told_who_was_named_meanwhile_and_may_go_on(net: Net) -> None:
    address = f"{PAGE}/{net.tuesday.id}/lead"
    net.name("lead", MOIRA)
    answer = net.admin.post(address, data={**TESS, "instead_of": ""})
    assert answer.status_code == 400
    assert "Somebody else changed this meanwhile: Moira Castell is named now." in (
        plain(answer.text)
    )
    assert 'value="Tess Oyelaran"' in answer.text
    assert [each[1] for each in net.people()] == ["Moira Castell"]
    net.name("lead", TESS)
    assert [each[1] for each in net.people()] == ["Tess Oyelaran"]


def test_who_has_left_has_left_one_part_or_all_of_them(net: Net) -> None:
    net.name("lead", MOIRA, also=f"lead:{net.thursday.id}")
    net.name("list", MOIRA)
    assert "Moira Castell is also safeguarding lead of RIV-THU, and on the list." in net.page()
    gone = net.person("lead")
    page = net.do("left", gone)
    assert "Moira Castell has left: they are told nothing here any more." in page
    assert [each[0] for each in net.people()] == ["lead", "list"]
    assert "They had left already" in net.do("left", gone, everywhere="yes")
    assert "They had left already" in net.do("test", gone)
    page = net.do("left", net.person("list"), everywhere="yes")
    assert "Moira Castell has left: they are told nothing any more." in page
    assert net.people() == []
    assert "mail goes to concerns@riverside.example" in page


def test_the_list_is_told_in_the_order_it_is_put_in(net: Net) -> None:
    for each in (MOIRA, TESS, JOAN):
        net.name("list", each)
    order = [each[1] for each in net.people()]
    assert order == ["Moira Castell", "Tess Oyelaran", "Joan Ekwueme"]
    first = net.person("list")
    assert "Moira Castell is told later now." in net.do("move", first, way="down")
    assert [each[1] for each in net.people()] == ["Tess Oyelaran", "Moira Castell", "Joan Ekwueme"]
    assert "is told earlier now." in net.do("move", first, way="up")
    assert "The list has changed meanwhile." in net.do("move", first, way="up")
    assert [each[1] for each in net.people()] == order


def test_one_of_the_list_is_replaced_where_they_stand(net: Net) -> None:
    net.name("list", MOIRA)
    net.name("list", TESS)
    first = net.person("list")
    address = f"{PAGE}/list/{first.id}"
    assert "in place of Moira Castell" in net.admin.get(address).text
    net.admin.post(address, data={**JOAN, "instead_of": str(first.id)})
    assert [each[1] for each in net.people()] == ["Joan Ekwueme", "Tess Oyelaran"]
    # Who replaces somebody that has left meanwhile is asked once more, and comes to the end.
    form = {**MOIRA, "instead_of": str(first.id)}
    assert net.admin.post(address, data=form).status_code == 400
    assert net.admin.post(address, data={**form, "instead_of": ""}).status_code == 302
    assert [each[1] for each in net.people()][-1] == "Moira Castell"


def test_a_test_mail_goes_again_once_to_each_address_and_not_while_one_is_on_its_way(
    net: Net,
) -> None:
    net.name("lead", MOIRA)
    net.name("list", MOIRA)
    net.name("cover", TESS)
    assert "A test mail is on its way already." in net.do("test", net.person("lead"))
    net.mails_are_taken()
    assert "A test mail goes to Moira Castell." in net.do("test", net.person("lead"))
    net.mails_are_taken()
    before = len(net.mails())
    page = net.admin.post(f"{PAGE}/test", follow_redirects=True).text
    assert "Test mails go to 2 addresses." in plain(page)
    assert sorted(net.mails()[before:]) == [
        ("cover@riverside.example", "waiting"), ("lead@riverside.example", "waiting")
    ]  # fmt: skip
    assert len(net.people(LONDON)) == 3


def test_of_many_who_name_somebody_at_once_one_is_first_and_the_others_are_told(
    net: Net,
) -> None:
    address = f"{PAGE}/{net.tuesday.id}/lead"
    browsers = [net.browser(ADMINISTRATOR) for _ in range(PEOPLE)]

    def name(person: int) -> int:
        form = {"full_name": f"Person {person}", "email": f"p{person}@riverside.example"}
        return browsers[person].post(address, data={**form, "instead_of": ""}).status_code

    with ThreadPoolExecutor(PEOPLE) as pool:
        statuses = list(pool.map(name, range(PEOPLE)))
    assert sorted(statuses) == [302, *[400] * (PEOPLE - 1)]
    assert [each[1] for each in net.people()] == [f"Person {statuses.index(302)}"]
