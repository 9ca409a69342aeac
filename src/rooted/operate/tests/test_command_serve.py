"""`./rooted serve`, as another process."""

import json
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading

import pytest
from django.conf import settings

from rooted.operate.tests.machine import command, fetch, free_port, prepared, server, surroundings, wait_for

SLOW_SERVER = """
import sys, threading, time
import django; django.setup()
from rooted.operate import serving

def application(environ, start_response):
    print("asked", flush=True)
    time.sleep(1)
    start_response("200 OK", [("Content-Length", "200000")])
    return [b"x" * 200000]

stop = threading.Event()
server = serving.make_server(application, serving.listen("127.0.0.1", int(sys.argv[1])))
serving.stop_on_signal(server, stop)
print("ready", flush=True)
serving.run(server, stop)
"""


@pytest.fixture(scope="module")
def first_start(tmp_path_factory):
    """What a start before any group is founded, a look at it, and its end left behind. The start in an empty folder
    begins the first thread (tests/browser)."""
    data, port = prepared(tmp_path_factory.mktemp("first") / "data"), free_port()
    with server(data, port) as process:
        page = fetch(f"http://127.0.0.1:{port}/privacy/")
        taken = command(tmp_path_factory.mktemp("other") / "data", "serve", "--port", str(port))
        twice = command(data, "serve", "--port", str(free_port()))
    return {"data": data, "port": port, "process": process, "page": page, "taken": taken, "twice": twice}


def test_the_first_start_prints_the_address_and_one_founding_link(first_start):
    said, port = first_start["process"].said, first_start["port"]
    assert said[0] == f"Rooted runs at http://127.0.0.1:{port}/"
    links = [line.strip() for line in said if "/found/" in line]
    assert len(links) == 1
    assert re.fullmatch(rf"http://127\.0\.0\.1:{port}/found/[^/]+/", links[0])


def test_a_page_is_served_and_names_no_server_software(first_start):
    status, headers, _body = first_start["page"]
    assert status == 200
    assert headers["Server"] is None


def test_a_port_that_is_taken_is_said_in_one_line_with_the_way_out(first_start):
    port = first_start["port"]
    assert first_start["taken"].returncode == 1
    assert first_start["taken"].stderr == (
        f"Port {port} is taken by another program. Choose another one: ./rooted serve --port {port + 1}\n"
    )


def test_a_second_server_on_the_same_folder_is_refused(first_start):
    assert first_start["twice"].returncode == 1
    assert first_start["twice"].stderr == (
        f"Rooted already runs from this folder, at http://127.0.0.1:{first_start['port']}"
        " Stop it first, or name another folder with ROOTED_DATA.\n"
    )


def test_a_signal_stops_it_cleanly_and_empties_the_write_ahead_log(first_start):
    assert first_start["process"].returncode == 0
    assert first_start["process"].said[-1] == "Rooted has stopped."
    log = first_start["data"] / "rooted.sqlite3-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_the_data_folder_and_the_database_are_readable_by_the_service_alone(first_start):
    data = first_start["data"]
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in [data / "rooted.sqlite3", *(data / "keys").iterdir()]} == {
        0o600
    }


def test_a_later_start_prints_no_second_link_but_how_to_get_one(first_start):
    with server(first_start["data"], free_port()) as process:
        pass
    assert process.said[1] == "No group yet. A fresh link to found one: ./rooted founding-link"
    assert not [line for line in process.said if "/found/" in line]


@pytest.mark.long
def test_links_use_the_address_people_use(tmp_path):
    port = free_port()
    with server(prepared(tmp_path), port, ROOTED_ADDRESS="https://rooted.example.org") as process:
        status, headers, _body = fetch(f"http://127.0.0.1:{port}/privacy/", Host="rooted.example.org")
        other, _headers, _body = fetch(f"http://127.0.0.1:{port}/privacy/", Host="elsewhere.example")
        noted = json.loads((tmp_path / "serve.lock").read_text())["address"]
    assert [line for line in process.said if "https://rooted.example.org/found/" in line]
    assert (status, other, noted) == (200, 400, "https://rooted.example.org")
    assert headers["Strict-Transport-Security"]


@pytest.mark.parametrize(("port", "sentence"), [("0", "A port is a number"), ("70000", "A port is a number")])
def test_a_port_that_is_none_is_refused(tmp_path, port, sentence):
    done = command(tmp_path, "serve", "--port", port)
    assert (done.returncode, done.stderr[: len(sentence)]) == (1, sentence)


def test_a_command_that_is_none_is_refused_in_one_line(tmp_path):
    done = command(tmp_path, "bak-up", "all.age")
    assert (done.returncode, done.stderr) == (1, "There is no ./rooted bak-up. What there is: ./rooted --help\n")


def test_a_damaged_database_is_said_in_one_line(tmp_path):
    (tmp_path / "rooted.sqlite3").write_bytes(b"this is no database, " * 500)
    done = command(tmp_path, "serve", "--port", str(free_port()))
    assert done.returncode == 1
    assert done.stderr == (
        f"{tmp_path}/rooted.sqlite3 is damaged. Move it away and bring a backup back: ./rooted restore FILE\n"
    )


@pytest.mark.long
def test_a_full_disk_is_said_in_one_line(tmp_path):
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", tmp_path], check=False, stderr=-3)
    if mounted.returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        done = command(tmp_path, "serve", "--port", str(free_port()))
        other = command(tmp_path, "migrate")
    finally:
        subprocess.run(["umount", tmp_path], check=True)
    assert (done.returncode, other.returncode) == (1, 1)
    assert {done.stderr, other.stderr} == {
        f"The disk is full. Free some space where {tmp_path} lies, then run this again."
        " Nothing that was saved is lost.\n"
    }


@pytest.mark.long
def test_a_request_that_runs_when_the_signal_comes_gets_its_whole_answer(tmp_path):
    port = free_port()
    environment = surroundings(
        tmp_path, DJANGO_SETTINGS_MODULE="rooted.config.settings", PYTHONPATH=str(settings.SOURCE / "src")
    )
    words = [sys.executable, "-c", SLOW_SERVER, str(port)]
    answers = []
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        asking = threading.Thread(target=lambda: answers.append(fetch(f"http://127.0.0.1:{port}/")))
        asking.start()
        assert process.stdout.readline() == "asked\n"
        process.send_signal(signal.SIGTERM)
        asking.join(timeout=20)
    assert [len(body) for _status, _headers, body in answers] == [200_000]
    assert process.returncode == 0


@pytest.mark.long
def test_sixty_stalled_requests_leave_pages_answering(tmp_path):
    port = free_port()
    with server(prepared(tmp_path), port):
        stalled = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
        for connection in stalled:
            connection.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900000\r\n\r\nhalf")
        answers = [fetch(f"http://127.0.0.1:{port}/privacy/")[0] for _ in range(10)]
        for connection in stalled:
            connection.close()
    assert answers == [200] * 10


@pytest.mark.long
def test_jobs_are_done_in_the_same_process(tmp_path):
    with server(prepared(tmp_path), free_port()):
        with sqlite3.connect(tmp_path / "rooted.sqlite3", timeout=10) as opened:
            wait_for(lambda: opened.execute("SELECT count(*) FROM base_job").fetchone()[0] > 0)
        opened.close()
