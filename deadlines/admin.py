"""Operators keep the list of what the law asks for here."""

from typing import ClassVar

from django.contrib import admin
from django.db import models

from deadlines.models import LawDuty


@admin.register(LawDuty)
class LawDutyAdmin(admin.ModelAdmin):
    """The duties by law."""

    list_display = ["source", "text", "every_n", "every_unit", "since", "until"]
    list_filter = ["subject"]
    formfield_overrides: ClassVar = {models.URLField: {"assume_scheme": "https"}}
