"""All settings, in one file. Each ROOTED_… option is described in docs/settings.md (a test compares the two)."""

import os
import re
import secrets
import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.conf.locale import LANG_INFO

from rooted.locale import strangers_path

SOURCE = Path(__file__).resolve().parents[3]


def option(name: str, default: str = "") -> str:
    """The value of one ROOTED_… environment variable."""
    return os.environ.get(f"ROOTED_{name}", default)


def kept_secret(path: Path) -> str:
    """The secret in `path`, 64 hex characters; made on first use, readable by the service alone."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
        try:
            os.link(draft, path)  # the first of two starts wins
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    found = path.read_text().strip()
    if not re.fullmatch("[0-9a-f]{64}", found):
        sys.exit(f"{path} is damaged. Move it away and bring a backup back: ./rooted restore FILE --replace")
    return found


# Where everything lives: database, keys, files.
DATA = Path(option("DATA", str(SOURCE / "data"))).resolve()
# The address people use, when a proxy or an onion service stands before us.
ADDRESS = option("ADDRESS").rstrip("/")
# Never in real use: shows errors with everything that was typed.
DEBUG = option("DEBUG") == "1"
# postgres://user:password@host:port/name; empty means the SQLite file in DATA.
DATABASE = option("DATABASE")
# Who may found a group here: "anyone", "invited", "first".
FOUNDING = option("FOUNDING", "invited")
# Where the source of this very server can be had (AGPL, section 13).
SOURCE_ADDRESS = option("SOURCE_ADDRESS", "/source/")
# What this server is called in the masthead.
SERVER_NAME = option("SERVER_NAME", "Rooted")
# The demo says on every page that all is invented.
DEMO = option("DEMO") == "1"
# How many megabytes the files of one circle may take up.
CIRCLE_MEGABYTES = int(option("CIRCLE_MB", "500"))
# How long a letter page must be open before its letter is taken at once; sooner, it is asked for once more. 0: never.
LETTER_SECONDS = int(option("LETTER_SECONDS", "3"))
# Where reminders are handed over: smtp://user:password@host:port (with STARTTLS) or smtps://…; and who they are from.
SMTP = option("SMTP")
MAIL_FROM = option("MAIL_FROM")
# The onion service of this same server, http://….onion: Tor Browser then offers to change over.
ONION_LOCATION = option("ONION").rstrip("/")

SECRET_KEY = kept_secret(DATA / "keys" / "django")
INSTANCE_KEY = bytes.fromhex(kept_secret(DATA / "keys" / "instance"))

_place = urlsplit(ADDRESS)
_onion_place = urlsplit(ONION_LOCATION)
ALLOWED_HOSTS = [_place.hostname] if _place.hostname else ["127.0.0.1", "localhost", "[::1]", "testserver"]
ALLOWED_HOSTS += [_onion_place.hostname] if _onion_place.hostname else []
ONION = (_place.hostname or "").endswith(".onion")
CSRF_TRUSTED_ORIGINS = [place for place in (ADDRESS, ONION_LOCATION) if place]
# An onion service has no https and needs none; only Tor Browser keeps Secure cookies there, other browsers drop them.
PLAIN_ONION = ONION and _place.scheme == "http"
COOKIE_PREFIX, COOKIES_SECURE = ("", False) if PLAIN_ONION else ("__Host-", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _place.scheme == "https" else None

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "rooted.base",
    "rooted.places",
    "rooted.people",
    "rooted.circles",
    "rooted.groups",
    "rooted.struggles",
    "rooted.imports",
    "rooted.exports",
    "rooted.comparisons",
    "rooted.doubles",
    "rooted.reports",
    "rooted.areas",
    "rooted.notes",
    "rooted.tasks",
    "rooted.shelf",
    "rooted.posters",
    "rooted.register",
    "rooted.ballots",
    "rooted.rules",
    "rooted.assembly",
    "rooted.proposals",
    "rooted.intake",
    "rooted.support",
    "rooted.nudges",
    "rooted.home",
    "rooted.operate",
    "rooted.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rooted.base.headers.HeadersMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "rooted.base.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "rooted.people.middleware.PersonMiddleware",
]

ROOT_URLCONF = "rooted.config.urls"
WSGI_APPLICATION = "rooted.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "rooted.base.pages.page_context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "rooted.base.templatetags.parts",
            ],
        },
    }
]
FORM_RENDERER = "rooted.base.forms.Renderer"

SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA busy_timeout=20000;"
)


def database() -> dict:
    """Django's description of the one database."""
    if not DATABASE:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "rooted.sqlite3",
            "CONN_MAX_AGE": None,  # each of the 16 threads keeps its own: opening costs as much as a page
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START},
        }
    place = urlsplit(DATABASE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": place.path.lstrip("/"),
        "USER": place.username or "",
        "PASSWORD": place.password or "",
        "HOST": place.hostname or "",
        "PORT": place.port or "",
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 20, "timeout": 10}},
        "TEST": {"TEMPLATE": "template0", "CHARSET": "UTF8"},
    }


DATABASES = {"default": database()}

# Twenty languages speak on the stranger's path; WHOLE_LANGUAGES are translated completely (tests hold us to both).
LANGUAGES = list(strangers_path.LANGUAGE_NAMES.items())
WHOLE_LANGUAGES = strangers_path.WHOLE
STRANGERS_ROUTES, READ_BY_A_NATIVE = strangers_path.ROUTES, strangers_path.READ_BY_A_NATIVE
LANG_INFO.update(strangers_path.NOT_IN_DJANGO)
LANGUAGE_CODE = "en"
LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "l"
LANGUAGE_COOKIE_SECURE = COOKIES_SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = None
LOCALE_PATHS = [SOURCE / "src" / "rooted" / "locale"]
FORMAT_MODULE_PATH = "rooted.locale"
USE_I18N = True
USE_TZ = True
TIME_ZONE = option("TIME_ZONE", "UTC")

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [SOURCE / "src" / "rooted" / "static"]
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

# Sessions and cookies: docs/privacy.md, "Who can use an open session".
AFTER_SIGN_IN = "/home/"
SESSION_ENGINE = "rooted.people.sessions"
SESSION_COOKIE_NAME = COOKIE_PREFIX + "s"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = COOKIES_SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = COOKIE_PREFIX + "c"
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SECURE = COOKIES_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "rooted.base.again.csrf_failure"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" would make browsers send "Origin: null", and every form fail
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 0 if ONION or _place.scheme != "https" else 31_536_000
SECURE_SSL_REDIRECT = False
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 100  # a form refuses more than 5 with a sentence; above 100 nobody needs one
FILE_UPLOAD_HANDLERS = ["rooted.base.uploads.InMemory"]  # Django's own would write a file of 2.5 MB to the disk

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DEFAULT_EXCEPTION_REPORTER_FILTER = "rooted.base.logs.NothingReporterFilter"
LOGGING_CONFIG = "rooted.base.logs.configure"
LOGGING = {"see": "rooted.base.logs"}  # not empty: with an empty one Django never calls LOGGING_CONFIG
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # X-Frame-Options comes from base/headers.py
    "security.W008",  # the proxy redirects to https; an onion has none
    "security.W004",  # HSTS is sent where the address is https
    "security.W021",  # no preload list: it would name the server in every browser
    "security.W005",
]
