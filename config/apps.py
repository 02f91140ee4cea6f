"""Which administration Django's `admin` serves."""

from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    """Django's administration behind our door."""

    default_site = "accounts.administration.Administration"
