"""The one form."""

from django import forms


class NoteForm(forms.Form):
    text = forms.CharField(max_length=8_000, widget=forms.Textarea)
