"""Questions that are ready to be asked: whole sentences, each a link. They hold for any chronicle."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rooted.comparisons.question import Question
from rooted.struggles.finding import Selection

EVERYTHING = Selection(short=True)


@dataclass(frozen=True)
class Ready:
    words: str | Promise
    question: Question

    @property
    def query(self) -> str:
        return self.question.query()


READY = [
    Ready(
        _("Do struggles led by the workers themselves win more often than those led by a union?"),
        Question(EVERYTHING, "led_by", "gained", one=("wildcat", "union")),
    ),
    Ready(_("Do large struggles win more often than small ones?"), Question(EVERYTHING, "size", "gained")),
    Ready(
        _("Have strikes become shorter or longer, decade by decade?"),
        Question(EVERYTHING.but(form="strike"), "decade", "lasted"),
    ),
    Ready(_("At what time of year do strikes begin?"), Question(EVERYTHING.but(form="strike"), "month", "records")),
    Ready(
        _("Strike, protest, open letter: how many of each, year by year?"),
        Question(EVERYTHING, "form", "records", "year", ("strike", "protest", "open-letter")),
    ),
    Ready(_("In which branches do most people take part?"), Question(EVERYTHING, "branch", "people")),
    Ready(
        _("How did it go where police came, where a court was asked, and where people were sacked?"),
        Question(EVERYTHING, "response", "gained", one=("police", "court", "sackings")),
    ),
    Ready(_("Which weak points stand in the records of those who lost?"), Question(EVERYTHING, "weak", "lost")),
]
