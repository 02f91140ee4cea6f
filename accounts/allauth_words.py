"""Sentences of django-allauth that our translations word in their own way.

allauth has Swedish of its own; ours comes first (`LOCALE_PATHS`). They are named here so that
`make messages`, which reads our sources only, keeps them in `locale/`.
"""

from django.utils.translation import gettext_noop as _

REWORDED = [
    _("Email"),
    _("Email address"),
    _("Email Addresses"),
    _("The following email addresses are associated with your account:"),
    _("Verified"),
    _("Unverified"),
    _("Make Primary"),
    _("Re-send Verification"),
    _("Add Email Address"),
    _("Add Email"),
    _("Do you really want to remove the selected email address?"),
    _("The email address and/or password you specified are not correct."),
    _("This email address is already associated with this account."),
    _("A user is already registered with this email address."),
    _("The email address is not assigned to any user account."),
    _("You must type the same password each time."),
    _("Password Reset"),
    _(
        "Forgotten your password? Enter your email address below, and we'll send you an email"
        " allowing you to reset it."
    ),
    _("Reset My Password"),
    _("Please contact us if you have any trouble resetting your password."),
    _(
        "We have sent you an email. If you have not received it please check your spam folder."
        " Otherwise contact us if you do not receive it in a few minutes."
    ),
    _("Password Reset Email"),
    _(
        "You're receiving this email because you or someone else has requested a password reset"
        " for your user account.\nIt can be safely ignored if you did not request a password"
        " reset. Click the link below to reset your password."
    ),
    _("Sign Up Closed"),
    _("We are sorry, but the sign up is currently closed."),
    _("Change Password"),
    _("Password successfully changed."),
    _("Successfully signed in as %(name)s."),
    _("Use your password"),
    _("Use authenticator app or code"),
    _("Use a security key"),
    _("Incorrect code."),
    _("Authenticator app activated."),
    _("Authenticator app deactivated."),
    _("Security key added."),
    _("Security key removed."),
    _("A new set of recovery codes has been generated."),
    _("Save them  in a secure location now — they won't be shown again."),
    _("Recovery codes"),
    _("TOTP Authenticator"),
    _("WebAuthn"),
]
