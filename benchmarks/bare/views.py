"""The least that the same kind of page costs in Django."""

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.shortcuts import get_object_or_404, redirect, render

from bare.forms import NoteForm
from bare.models import Note, Record

FOUND = """
SELECT rowid FROM bare_words WHERE bare_words MATCH %s ORDER BY rank LIMIT 20
"""


def hello(request):
    return render(request, "bare/hello.html", {"record": Record.objects.first()})


def record_list(request):
    return render(request, "bare/list.html", {"records": Record.objects.order_by("-day", "pk")[:50]})


def record_detail(request, pk):
    return render(request, "bare/hello.html", {"record": get_object_or_404(Record, pk=pk)})


@login_required
def mine(request, count):
    return render(request, "bare/list.html", {"records": Record.objects.order_by("-day", "pk")[:count]})


@login_required
def note(request):
    form = NoteForm(request.POST or None)
    if form.is_valid():
        Note.objects.create(**form.cleaned_data)
        return redirect("note")
    return render(request, "bare/note.html", {"form": form})


def search(request):
    with connection.cursor() as cursor:
        cursor.execute(FOUND, [" AND ".join(f'"{word}"' for word in request.GET["q"].split())])
        found = [number for (number,) in cursor.fetchall()]
    return render(request, "bare/list.html", {"records": Record.objects.filter(pk__in=found)})
