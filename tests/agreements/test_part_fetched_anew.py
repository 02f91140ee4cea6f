"""After a save htmx fetches the page and takes one part of it: no more than that is written."""

from tests.desk import page


def ids(desk, target):
    """The ids of all sections that the answer shows when htmx is to replace `target`."""
    response = desk.client.get(
        desk.url("detail"), headers={"HX-Request": "true", "HX-Target": target}
    )
    return page(response).xpath("//section[contains(@class,'section')]/@id")


def test_only_the_section_of_the_part_is_written_but_the_contents_are_whole(desk):
    part = desk.row("part", kind="text")
    whole = ids(desk, "document")

    assert len(whole) > 3
    assert ids(desk, f"part-{part.key}") == [f"section-{part.section.key}"]
    assert ids(desk, f"section-{part.section.key}-block") == [f"section-{part.section.key}"]

    answer = desk.client.get(
        desk.url("detail"), headers={"HX-Request": "true", "HX-Target": f"part-{part.key}"}
    )
    assert len(
        page(answer).xpath("//nav[@id='toc']//li[not(a[contains(@href, 'behind')])]")
    ) == len(whole)


def test_what_stands_in_no_section_of_its_own_is_found_in_the_whole_document(desk):
    goal = desk.row("goal")

    assert ids(desk, f"goal-{goal.key}") == ids(desk, "document")
