"""Luleå's action plan as its coordinator has written it; facts from public pages, words our own."""

from datetime import date

from plans.choices import HeadingKind, ResponsibleRole
from plans.tree import Activity, Heading, PlanTree, Responsible

MUNICIPALITY, POLICE, LULEBO = "Luleå kommun", "Polisen", "Lulebo"


def _by(organisation: str, function: str = "", does: str = "") -> Responsible:
    return Responsible(
        organisation=organisation,
        function=function,
        does=does,
        role=ResponsibleRole.RESPONSIBLE.value,
    )


def _with(organisation: str = "", body: str = "") -> Responsible:
    return Responsible(organisation=organisation, body=body, role=ResponsibleRole.CONTRIBUTES.value)


ACTION_PLAN = PlanTree(
    title="Åtgärdsplan 2026–2027",
    label="Åtgärdsplan",
    period_from=date(2026, 1, 1),
    period_to=date(2027, 12, 31),
    areas=("Hela kommunen",),
    owner_organisation=MUNICIPALITY,
    owner_function="Socialförvaltningen",
    headings=(
        Heading(
            text="Trygga offentliga miljöer",
            kind=HeadingKind.FOCUS_AREA.value,
            headings=(
                Heading(
                    text="Färre känner sig otrygga utomhus", kind=HeadingKind.EFFECT_GOAL.value
                ),
            ),
        ),
        Heading(
            text="Närvaro på landsbygden",
            kind=HeadingKind.FOCUS_AREA.value,
            description="Råneå, Norrbyarna och Sörbyarna.",
        ),
        Heading(text="Barn och unga utanför brottslighet", kind=HeadingKind.FOCUS_AREA.value),
    ),
    activities=(
        Activity(
            number="1",
            heading=(1,),
            text="Samordnad tillsyn av serveringsställen",
            area="Centrum",
            when_from=date(2026, 1, 1),
            when_to=date(2027, 12, 31),
            operative_goal="Minst åtta tillsyner per år.",
            followed_up="Antal och anmärkningar, varje tertial.",
            responsible=(
                _by(MUNICIPALITY, "Tillståndsenheten", "samordnar"),
                _by(POLICE, does="deltar"),
            ),
        ),
        Activity(
            number="2",
            heading=(1, 1),
            text="Trygghetsvandring med unga vuxna",
            description="Ett område varje termin, valt efter den senaste trygghetsmätningen.",
            area="Porsön, Hertsön",
            when_text="vår och höst",
            when_from=date(2026, 4, 1),
            when_to=date(2027, 11, 30),
            followed_up="Det som vandringen visade går till den som äger platsen inom en månad.",
            tags=("situationell",),
            responsible=(
                _by(MUNICIPALITY, "Fritid", "bjuder in och skriver ned"),
                _by(POLICE, does="går med"),
                _with(LULEBO),
            ),
        ),
        Activity(
            number="3",
            heading=(1, 1),
            text="Kontroll av alla gångtunnlar: belysning och skadegörelse",
            area="Alla stadsdelar",
            when_text="fyra gånger per år",
            followed_up="Fel som lagats, räknade per kvartal.",
            tags=("situationell", "ordinarie"),
            responsible=(_by(MUNICIPALITY, "Stadsbyggnad"),),
        ),
        Activity(
            number="4",
            heading=(2,),
            text="Synlig och nåbar i byarna",
            area="Råneå, Norrbyarna, Sörbyarna",
            when_text="löpande",
            followed_up="Pass i byarna, räknade per månad.",
            responsible=(_by(POLICE),),
        ),
        Activity(
            number="5",
            heading=(2,),
            text="Trafikkontroller på byavägarna",
            when_text="riskhelger och skolstarter",
            followed_up="Antal kontroller och böter.",
            tags=("punktinsats",),
            responsible=(_by(POLICE), _with(body="Byaföreningarna")),
        ),
        Activity(
            number="6",
            heading=(3,),
            text="Social insatsgrupp för unga som dras in i brott",
            method="Social insatsgrupp",
            target_group="13–20 år",
            when_text="vid behov",
            followed_up="Styrgruppen, två gånger per år.",
            tags=("social",),
            responsible=(
                _by(MUNICIPALITY, "Socialförvaltningen", "leder gruppen"),
                _by(POLICE, does="deltar"),
                _with(body="Elevhälsan"),
            ),
        ),
        Activity(
            number="7",
            heading=(3,),
            text="Information till gymnasiets treor om langning",
            when_text="maj",
            when_from=date(2026, 5, 1),
            when_to=date(2026, 5, 31),
            cost="Inom ram",
            responsible=(
                _by(MUNICIPALITY, "Gymnasieskolan"),
                _by(POLICE),
                _with("Systembolaget"),
            ),
        ),
        Activity(text="Gemensam genomgång av lägesbilden varje vecka"),
    ),
)
