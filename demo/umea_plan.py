"""Umeå's activity plan; what is promised is public, the words are our own.

The agreement says that it is for two years, revised every year, and adopted by UmeBrå's steering
group. Its period, the numbers of the rows and what is reported are invented.
"""

from datetime import date
from decimal import Decimal

from core.intervals import Interval, IntervalUnit
from documents.tree import Section, TextPart
from followup.choices import State
from plans.choices import Comparator, HeadingKind, MeasureKind, Part, ResponsibleRole
from plans.tree import Activity, Heading, Measure, PlanTree, Responsible

MUNICIPALITY, POLICE = "Umeå kommun", "Polisen"
LOCAL_COUNCILS = "Lokala förebyggande råd"


def _by(organisation: str, does: str = "", *, function: str = "", body: str = "") -> Responsible:
    return Responsible(
        organisation=organisation,
        function=function,
        body=body,
        does=does,
        role=ResponsibleRole.RESPONSIBLE.value,
    )


def _times(number: int, comparator: Comparator, unit: str, per: Part) -> Measure:
    return Measure(
        kind=MeasureKind.COUNT.value,
        comparator=comparator.value,
        value=Decimal(number),
        unit=unit,
        per=per.value,
    )


ACTIVITY_PLAN = PlanTree(
    title="Aktivitetsplan 2026–2027",
    label="Aktivitetsplan",
    period_from=date(2026, 1, 1),
    period_to=date(2027, 12, 31),
    areas=("Hela kommunen",),
    owner_body="UmeBrå",
    revised_every=Interval(1, IntervalUnit.YEAR.value),
    part_of_title="Överenskommelse om samverkan och prioriteringar 2017-2020 "
    "mellan Polismyndigheten och Umeå kommun",
    sections=(
        Section(
            heading="Så används planen",
            parts=(
                TextPart(
                    text="<p>Planen säger vad var och en av oss gör för att nå målen i "
                    "överenskommelsen. Den gäller i två år och ses över varje höst. Hur det går "
                    "med en aktivitet berättar den som är ansvarig, senast inför styrgruppens "
                    "möten.</p>"
                ),
            ),
        ),
    ),
    headings=(
        Heading(
            text="Tryggt på stan och i stadsdelarna",
            kind=HeadingKind.FOCUS_AREA.value,
            goals=("Öka tryggheten i Umeå kommun.",),
            headings=(
                Heading(text="Varje råd vet vad det ska göra i år", kind=HeadingKind.GOAL.value),
            ),
        ),
        Heading(
            text="Våld i nära relationer och utnyttjande",
            kind=HeadingKind.FOCUS_AREA.value,
            goals=("Minska brottsligheten i Umeå kommun.",),
        ),
        Heading(text="Trafiken", kind=HeadingKind.FOCUS_AREA.value),
        Heading(
            text="Alkohol, droger och spel",
            kind=HeadingKind.FOCUS_AREA.value,
            goals=(
                "Minska nyttjandet av alkohol, narkotika, tobak, dopning samt motverka "
                "överdrivet spelande som kan leda till brottslighet.",
            ),
        ),
    ),
    activities=(
        Activity(
            number="1",
            heading=(1,),
            text="Medborgardialog där folk handlar",
            when_text="en lördag på våren och en på hösten",
            followed_up="Det som sades skrivs ned och tas med i lägesbilden.",
            measures=(_times(2, Comparator.EXACTLY, "dialoger", Part.YEAR),),
            responsible=(
                _by(MUNICIPALITY, "bjuder in och för anteckningar"),
                _by(POLICE, "svarar på frågor om området"),
            ),
        ),
        Activity(
            number="2",
            heading=(1,),
            text="Vuxna på plats när många unga är ute",
            target_group="unga",
            when_text="storhelger och stora ungdomskvällar",
            followed_up="Gemensam genomgång veckan efter.",
            tags=("punktinsats",),
            responsible=(
                _by(POLICE, "leder insatsen"),
                _by(MUNICIPALITY, "möter de unga och ringer hem", function="Fältgruppen"),
            ),
        ),
        Activity(
            number="3",
            heading=(1, 1),
            text="Gemensam plan för läsåret i varje råd",
            area="Alla stadsdelar med ett råd",
            when_text="före höstlovet",
            measures=(_times(12, Comparator.EXACTLY, "planer", Part.YEAR),),
            responsible=(
                _by("", "skriver planen", body=LOCAL_COUNCILS),
                _by(MUNICIPALITY, "samlar planerna och ger råd", function="UmeBrås kansli"),
            ),
        ),
        Activity(
            number="4",
            heading=(2,),
            text="Utbildning i att upptäcka och möta våld i nära relationer",
            target_group="personal hos kommunen och polisen",
            when_from=date(2026, 2, 1),
            when_to=date(2027, 11, 30),
            responsible=(
                _by(MUNICIPALITY, "håller utbildningen", function="Socialtjänsten"),
                _by(POLICE, "berättar hur en anmälan tas om hand"),
            ),
        ),
        Activity(
            number="5",
            heading=(2,),
            text="Insatser mot prostitution och människohandel",
            when_text="löpande",
            tags=("ordinarie",),
            responsible=(
                _by(POLICE, "utreder"),
                _by(MUNICIPALITY, "ger stöd till den som har utnyttjats"),
            ),
        ),
        Activity(
            number="6",
            heading=(3,),
            text="Kampanj för dem som cyklar och går",
            when_text="vår (regler och hjälm) och höst (lyse och reflexer)",
            measures=(_times(2, Comparator.AT_LEAST, "kampanjer", Part.YEAR),),
            responsible=(
                _by(MUNICIPALITY, "tar fram och betalar kampanjen"),
                _by(POLICE, "delar ut och kontrollerar"),
            ),
        ),
        Activity(
            number="7",
            heading=(3,),
            text="Kontroller av trimmade mopeder och A-traktorer",
            when_text="innan skolan slutar och när den börjar",
            measures=(_times(2, Comparator.AT_LEAST, "kontroller", Part.YEAR),),
            tags=("punktinsats",),
            responsible=(_by(POLICE),),
        ),
        Activity(
            number="8",
            heading=(3,),
            text="Trafikutbildning erbjuds alla i årskurs 4",
            target_group="årskurs 4",
            when_text="varje läsår",
            responsible=(_by(MUNICIPALITY, function="Skolan"),),
        ),
        Activity(
            number="9",
            heading=(4,),
            text="Föräldramöten om alkohol, narkotika och spel",
            target_group="vårdnadshavare",
            when_text="vid behov",
            responsible=(
                _by(MUNICIPALITY, "kallar och håller i mötet", function="Elevhälsan"),
                _by(POLICE, "är med när skolan ber om det"),
            ),
        ),
    ),
)

#: How it goes with rows, by printed number: who says so and what.
REPORTED = {
    "1": ("samordnare", {"state": State.ONGOING}),
    "2": ("kommunpolis", {"state": State.ONGOING}),
    "3": (
        "samordnare",
        {
            "state": State.PARTLY_DONE,
            "deviation": "Två råd har bytt ledning och väntar till våren.",
        },
    ),
    "5": ("kommunpolis", {"state": State.ONGOING}),
    "6": ("samordnare", {"state": State.ONGOING}),
    "8": ("samordnare", {"state": State.REGULAR_WORK}),
    "9": ("samordnare", {"state": State.NOT_STARTED}),
}
#: What came out of one of them in its first year.
OUTCOME = (
    "7",
    "kommunpolis",
    {
        "period_from": date(2026, 1, 1),
        "period_to": date(2026, 6, 30),
        "value": Decimal(1),
        "measure": "kontroller",
        "text": "En helg i maj, vid tre infarter.",
    },
)
