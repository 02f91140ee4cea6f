"""Operators keep the list of what the law asks for here."""

from django.contrib import admin

from deadlines.models import LawDuty


@admin.register(LawDuty)
class LawDutyAdmin(admin.ModelAdmin):
    """The duties by law."""

    list_display = ["source", "text", "every_n", "every_unit", "since", "until"]
    list_filter = ["subject"]
