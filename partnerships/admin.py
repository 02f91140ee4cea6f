"""Operators keep the organisation register, the partnerships and their members here."""

from django.contrib import admin

from partnerships.models import Membership, Organisation, Partnership


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    """The register of organisations."""

    list_display = ["name", "kind", "parent", "ended_on"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["search_key"]
    autocomplete_fields = ["parent", "successors"]


class MembershipInline(admin.TabularInline):
    """The members of a partnership."""

    model = Membership
    autocomplete_fields = ["user", "organisation"]
    extra = 0


@admin.register(Partnership)
class PartnershipAdmin(admin.ModelAdmin):
    """Partnerships with their members."""

    list_display = ["name", "slug", "is_example"]
    search_fields = ["name"]
    autocomplete_fields = ["municipalities"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MembershipInline]
