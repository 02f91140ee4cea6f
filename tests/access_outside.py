"""Who meets what outside the partnerships: start, signing in, the administration."""

from tests.access_table import READ

#: Pages outside partnerships: GET and POST for whoever is signed in, and for anyone else. The start
#: page leads whoever has one partnership there; Ada, who has none, stays.
OUTSIDE = {
    "pages:start": ((302, 405), (302, 403)),
    "pages:health": (READ, READ),
    "set_language": ((302, 302), (302, 302)),
    # An address that was altered; the right ones are in tests/deadlines.
    "pages:calendar": ((404, 405), (404, 405)),
}
OUTSIDE_TAKES = {"pages:calendar": {"token": "x"}}

#: django-allauth's pages: GET for whoever is signed in, and for anyone else.
#: 302 leads the signed in away from what they need not, and the others to the sign-in page.
ALLAUTH = {
    "account_login": (302, 200),
    "account_logout": (200, 302),
    "account_signup": (302, 200),  # says that it is closed
    "account_inactive": (200, 200),
    "account_reauthenticate": (200, 302),
    # The address is given by an operator.
    "account_email": (404, 404),
    "account_email_verification_sent": (200, 200),
    "account_confirm_email": (404, 404),
    "account_change_password": (200, 302),
    "account_set_password": (302, 302),
    "account_reset_password": (200, 200),
    "account_reset_password_done": (200, 200),
    "account_reset_password_from_key": (200, 200),
    "account_reset_password_from_key_done": (200, 200),
    "account_confirm_login_code": (302, 302),
    # The second factor. To change it one is asked for the password again.
    "mfa_index": (200, 302),
    "mfa_authenticate": (302, 302),
    "mfa_reauthenticate": (302, 302),
    "mfa_activate_totp": (302, 302),
    "mfa_deactivate_totp": (404, 302),
    "mfa_view_recovery_codes": (404, 302),
    "mfa_generate_recovery_codes": (302, 302),
    "mfa_download_recovery_codes": (404, 302),
    "mfa_list_webauthn": (200, 302),
    "mfa_add_webauthn": (302, 302),
    "mfa_reauthenticate_webauthn": (302, 302),
    "mfa_edit_webauthn": (302, 302),
    "mfa_remove_webauthn": (302, 302),
    "mfa_login_webauthn": (302, 302),
}
ALLAUTH_TAKES = {
    "account_confirm_email": {"key": "x"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "x-y"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
}
#: And for who has a second factor, as Ada.
ALLAUTH_IN_TWO_STEPS = ALLAUTH | {
    "mfa_reauthenticate": (200, 302),
    "mfa_deactivate_totp": (302, 302),
}

#: The administration pages: for Ada alone.
ADMIN_MODELS = {
    "auth_group",
    "accounts_user",
    "partnerships_organisation",
    "partnerships_partnership",
    "account_emailaddress",
    "mfa_authenticator",
    "deadlines_lawduty",
}
ADMIN_ACTS = {"changelist", "add", "history", "delete", "change"}
ADMIN = (
    {f"admin:{model}_{act}" for model in ADMIN_MODELS for act in ADMIN_ACTS}
    | {f"admin:{word}" for word in ("index", "app_list", "autocomplete", "jsi18n", "view_on_site")}
    | {"admin:password_change", "admin:password_change_done", "admin:auth_user_password_change"}
    | {"admin:login", "admin:logout"}
    # Old addresses that lead on, and the catch-all that hides which addresses exist.
    | {"admin:None"}
)
