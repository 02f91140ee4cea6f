"""What the law and Brå ask for, to begin with (`domain.md` 2a–2b); operators go on from there."""

from datetime import date

from django.db import migrations

LAW = "lag (2023:196) om kommuners ansvar för brottsförebyggande arbete"
LINK = "https://lagen.nu/2023:196"
DUTIES = (
    {
        "subject": "situational_picture",
        "text": "Kommunen tar fram en lägesbild över brottsligheten i sitt område och håller den "
        "aktuell, minst vartannat år.",
        "source": f"4 och 6 §§ {LAW}",
        "link": LINK,
        "every_n": 2,
        "every_unit": "year",
        "since": date(2023, 7, 1),
    },
    {
        "subject": "plan",
        "text": "Utifrån lägesbilden tar kommunen ställning till vad som behöver göras och "
        "beslutar en åtgärdsplan, som hålls aktuell minst vartannat år.",
        "source": f"5 och 6 §§ {LAW}",
        "link": LINK,
        "every_n": 2,
        "every_unit": "year",
        "since": date(2023, 7, 1),
    },
    {
        "subject": "plan_followup",
        "text": "Åtgärdsplanen följs upp minst vartannat år.",
        "source": f"6 § {LAW}",
        "link": LINK,
        "every_n": 2,
        "every_unit": "year",
        "since": date(2023, 7, 1),
    },
    {
        "subject": "other",
        "strength": "should",
        "text": "Kommunen besvarar Brås årliga enkät om det brottsförebyggande arbetet.",
        "source": "Brottsförebyggande rådet (Brå)",
        "link": "https://bra.se/forebygga-brott/kommuner-mot-brott.html",
        "every_n": 1,
        "every_unit": "year",
        "since": date(2024, 1, 1),
    },
)


def write(apps, schema_editor):
    law_duty = apps.get_model("deadlines", "LawDuty")
    for duty in DUTIES:
        law_duty.objects.create(**duty)


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0001_initial")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
