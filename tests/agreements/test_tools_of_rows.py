"""What can be done with a row is said with its name, and only what leads somewhere."""

from agreements import tree
from agreements.kind import AGREEMENT
from desk.editing.ways import open_ways
from documents.row_kinds import NAME_LENGTH
from tests.desk import page
from tests.factories import key, small_tree


def test_a_row_can_be_moved_where_there_is_somewhere_to_go():
    ways = open_ways(small_tree())

    assert ways[key("section-parties")] == {"down"}
    assert ways[key("section-work")] == {"up", "in"}
    assert ways[key("section-plan")] == {"up", "in", "out"}
    assert ways[key("goal-first")] == {"down", "out"}
    assert ways[key("police")] == {"up"}
    assert ways[key("signatory-1")] == set()
    assert ways[key("part-goal-list")] == {"up"}


def test_every_row_has_a_short_name_on_one_line():
    long = tree.TextPart(text=f"<p>Vi\u00a0ses</p><ul><li><p>{'ord ' * 200}</p></li></ul>")
    nodes = (long, tree.Section(), tree.TextPart(text=""), tree.BlockPart(block="goals"))
    nodes += (tree.Signatory(), tree.Seat(), tree.Duty(subject="plan", strength="must"))
    for node in (*nodes, *small_tree().parties, *small_tree().bodies, *small_tree().appendices):
        name = AGREEMENT.short_name(node)
        assert 0 < len(name) <= NAME_LENGTH, node
        assert "\n" not in name


def test_the_tools_of_a_row_bear_its_name_and_hold_back_what_leads_nowhere(desk):
    goal = desk.row("goal", text="Minska brottsligheten")
    desk.fill_in(desk.at("edit", goal), text="<b>&\ue000")
    shown = page(desk.get(desk.url("detail")))

    (tools,) = shown.xpath(f"//*[@id='goal-{goal.key}']/ul")
    assert tools.get("aria-label").startswith("<b>&")
    held = {one.get("value") for one in tools.xpath(".//*[@aria-disabled='true']")}
    assert held == {"down", "out"}


def test_a_row_is_added_where_it_was_asked_for(desk):
    first = desk.row("goal", text="Öka tryggheten.")
    desk.fill_in(desk.url("add", "goal", after=first.key), text="Näst först")
    desk.fill_in(f"{desk.url('add', 'goal', under=first.key)}&first=1", text="Först under")

    assert [goal.text for goal in first.siblings()][:2] == ["Öka tryggheten.", "Näst först"]
    assert first.children.order_by("rank").first().text == "Först under"
    part = desk.row("part", kind="text")
    desk.fill_in(desk.url("add", "part", after=part.key), text="<p>Efter</p>")
    assert [row.text for row in part.siblings()][1] == "<p>Efter</p>"
    for address in (desk.url("add", "part", after="nej"), desk.url("add", "part", after=first.key)):
        assert desk.get(address).status_code == 404


def test_deleting_and_placing_are_asked_in_place_by_a_form_alone(desk):
    goal = desk.row("goal", text="Öka tryggheten.")
    for name in ("delete", "move"):
        asked = page(desk.get(desk.at(name, goal), htmx=True))
        assert asked.get("id") == f"{name}-{goal.key}"
        assert "data-edit" in asked.attrib
    assert "Bygga broar" in page(desk.get(desk.at("delete", goal), htmx=True)).text_content()

    refused = desk.post(desk.at("move", goal), {"parent": goal.pk}, htmx=True)
    assert (refused.status_code, refused["HX-Retarget"]) == (422, f"#move-{goal.key}")
