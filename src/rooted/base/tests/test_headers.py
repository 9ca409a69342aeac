import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from rooted.base.headers import POWERS

ONION = "http://" + "a" * 56 + ".onion"


def page(request):
    return HttpResponse("x", headers={"Server": "ours 1.0", "Cache-Control": "public, max-age=60"})


def broken(request):
    raise RuntimeError


urlpatterns = [path("page/", page), path("broken/", broken)]


@pytest.fixture
def get(settings):
    """Ask for an address through the middleware that makes headers, and nothing else."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.startswith("rooted.people")]
    client = Client(raise_request_exception=False)
    return client.get


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
            "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Server", None),
        ("Onion-Location", None),
        ("Access-Control-Allow-Origin", None),
        ("X-Powered-By", None),
    ],
)
@pytest.mark.parametrize(("address", "status"), [("/page/", 200), ("/absent/", 404), ("/broken/", 500)])
def test_every_page_has_the_header(get, name, value, address, status):
    response = get(address)
    assert (response.status_code, response.get(name)) == (status, value)


def test_no_power_of_the_browser_is_lent_to_anybody(get):
    given = get("/page/")["Permissions-Policy"].split(", ")
    assert given == [f"{power}=()" for power in POWERS]
    assert {"camera=()", "microphone=()", "geolocation=()", "browsing-topics=()"} <= set(given)


def test_a_static_file_keeps_its_own_caching(get, settings, tmp_path):
    (tmp_path / "a.css").write_text("a {}")
    settings.STATIC_ROOT = tmp_path
    response = get("/static/a.css")
    assert response.status_code == 200
    assert "no-store" not in response["Cache-Control"]


def test_tor_browser_is_told_of_the_onion_service_and_the_same_page_there(get, settings):
    settings.ONION_LOCATION = ONION
    assert get("/page/?country=DE")["Onion-Location"] == f"{ONION}/page/?country=DE"


def test_on_the_onion_service_itself_nothing_is_offered(get, settings):
    settings.ONION_LOCATION = ONION
    settings.ONION = True
    assert "Onion-Location" not in get("/page/")


def test_after_a_form_nothing_is_offered(get, settings):
    settings.ONION_LOCATION = ONION
    assert "Onion-Location" not in Client(raise_request_exception=False).post("/page/")


def test_the_headers_stand_below_the_static_files_and_above_all_else():
    order = settings.MIDDLEWARE
    assert order[:3] == [
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "rooted.base.headers.HeadersMiddleware",
    ]
