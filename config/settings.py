"""Settings. The environment is read here and nowhere else; `docs/operations.md` lists it."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.environment import Environment
from config.kinds import apps_of

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment(BASE_DIR / ".env")

VAR_DIR = Path(env.text("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.flag("DEBUG", default=False)
# With DEBUG off the program refuses to start on this key, without hosts, or while nobody has said
# whether it is behind TLS (`core.starting`). `make setup` writes a key of its own to `.env`.
SECRET_KEY = env.text("SECRET_KEY", default="django-insecure-only-for-this-machine")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS", default=[])
#: None while nobody has said.
HTTPS = env.flag("HTTPS", default=None)
#: Whose X-Forwarded-For is believed (`core.client_address`): addresses, networks, "unix"
#: or "none"; None while nobody has said.
TRUSTED_PROXIES = env.names("TRUSTED_PROXIES", default=None)

#: The kinds of document there are, each declared in one place: the `kind.py` of its own room.
DOCUMENT_KINDS = ["agreements.kind.AGREEMENT", "plans.kind.PLAN"]

INSTALLED_APPS = [
    "allauth.mfa",  # before `accounts`, which has other pages for it in the administration
    "core",
    "accounts",
    "partnerships",
    "intake",
    "documents",
    "consultation",
    "deadlines",
    "followup",
    "decisions",
    "desk",
    *apps_of(DOCUMENT_KINDS),
    "pages",
    "demo",
    "allauth",
    "allauth.account",
    "django_htmx",
    "csp",
    "js_asset",
    "django_prose_editor",
    "simple_history",
    "config.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "documents.conflicts.ConflictMiddleware",
    "accounts.unreached.UnreachedMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# --- Data ------------------------------------------------------------------------------------

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR}/overens.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Deferred transactions fail under concurrent writers; immediate ones wait their turn.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
elif env.flag("DATABASE_POOL", default=False):
    DATABASES["default"]["OPTIONS"] = {"pool": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILES_DIR = VAR_DIR / "files"
SIMPLE_HISTORY_DATE_INDEX = False
SIMPLE_HISTORY_REVERT_DISABLED = True

#: What all processes share: the limits of the sign-in and the codes that have been used. In the
#: database, so that nothing more need be installed; its table comes with the migrations.
CACHES = {
    "default": env.cache("CACHE_URL", "dbcache://overens_cache?max_entries=100000"),
    # What a process works out once and need not share.
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # PDFs that are not stored with a text (`desk.printing.kept`), for a week.
    "prints": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "prints",
        "TIMEOUT": 7 * 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

# --- Language and time -----------------------------------------------------------------------

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

# --- Sign-in ---------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Överens] "
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
# Before a second factor is added to an account its owner is asked for the password again.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# A new password by letter leads in, past what others have guessed at the account meanwhile.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
#: Wrong passwords, how many in which time (`accounts.limits`): for an account, from an address, and
#: for an account from a browser that has signed in to it before. The rest are django-allauth's own.
ACCOUNT_RATE_LIMITS = {
    "sign_in_account": env.limit("SIGN_IN_LIMIT_ACCOUNT", "10/15m") + "/key",
    "sign_in_address": env.limit("SIGN_IN_LIMIT_ADDRESS", "50/10m") + "/ip",
    "sign_in_known": env.limit("SIGN_IN_LIMIT_ACCOUNT", "10/15m") + "/key",
    # Counts right passwords too, by address alone: a town hall would lock itself out.
    "login": None,
    "reset_password": "20/m/ip,5/h/key",
    # Wrong codes, for an account whose password has been given.
    "login_failed": "5/10m/key",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# A household or an office has a network of this size; in it one can choose any address.
ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 56
# What is shown beside the password (`accounts.second_factor`).
MFA_ADAPTER = "accounts.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "accounts.second_factor_forms.AuthenticateForm",
    "reauthenticate": "accounts.second_factor_forms.ReauthenticateForm",
    "login_webauthn": "accounts.second_factor_forms.LoginPasskeyForm",
    "authenticate_webauthn": "accounts.second_factor_forms.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "accounts.second_factor_forms.ReauthenticatePasskeyForm",
    "add_webauthn": "accounts.second_factor_forms.AddPasskeyForm",
    "activate_totp": "accounts.second_factor_forms.ActivateAppForm",
}
# There is nothing to guess at a passkey: no more than a town hall signs in with.
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Överens"
MFA_TOTP_TOLERANCE = 1  # half a minute to type in, and clocks that differ
# An operator has given the account its address; nobody signs up with another's.
MFA_ALLOW_UNVERIFIED_EMAIL = True
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Served for oneself they are written in files, where the log of the server does not hide them.
LETTERS = f"filemail:///{VAR_DIR}/letters" if HTTPS is False else "consolemail://"
EMAIL_CONFIG = env.letters("EMAIL_URL", LETTERS)
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "overens@localhost")

# --- Static files ----------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns of a folder that is not there
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True

# --- Limits and policy -----------------------------------------------------------------------

# A pasted section of 100,000 characters is 400 kB at most; an import file may be 5 MB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        # The one style element that the text editor adds; it hides a marker of ProseMirror.
        "style-src": [SELF, "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
        "img-src": [SELF, "data:"],  # the design system draws its check marks as data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "pages.errors.no_token"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = bool(HTTPS)
SECURE_SSL_REDIRECT = bool(HTTPS)
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", default=bool(HTTPS))
# Preloading is asked for by whoever owns a whole domain, never by a program under one of its names.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_LEVEL = env.one_of("LOG_LEVEL", LOG_LEVELS, "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"links": {"()": "consultation.hidden_links.HidePersonalLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["links"]}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # Fonttools and WeasyPrint describe every glyph and every unknown CSS rule at these levels.
    "loggers": {name: {"level": "ERROR"} for name in ("fontTools", "weasyprint")}
    # Django's own handlers know nothing of personal links.
    | {
        "django": {"handlers": []},
        # Each request is told at INFO.
        "django.server": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
    },
}
