"""The texts of all sentences, in English. Gaps are %(name)s.

`gettext` and `ngettext` mark what pages say, so that it is collected for translation; what only `./rooted count` says
stays `english`. Marks change nothing: telling.tell() hands the texts to the page's own gettext.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """One text, and the same for many; `by` is the gap whose number decides, or nothing."""

    one: str
    many: str = ""
    by: str = ""


def gettext(text: str) -> Template:
    """A text that is the same for one and many."""
    return Template(text)


def ngettext(one: str, many: str, by: str) -> Template:
    """A text with a number in the gap `by`."""
    return Template(one, many, by)


english = Template


STAGES = {
    "ballots-count": ngettext("%(n)s ballot counts.", "%(n)s ballots count.", "n"),
    "quota": ngettext("%(quota)s vote is enough to be elected.", "%(quota)s votes are enough to be elected.", "quota"),
    "half": gettext("More than half of the votes is enough to be elected."),
    "no-ballots": gettext("No ballot names anybody, so nobody is elected."),
    "blank": ngettext("%(n)s ballot is blank.", "%(n)s ballots are blank.", "n"),
    "elected": ngettext(
        "%(name)s has %(votes)s vote and is elected.",
        "%(name)s has %(votes)s votes and is elected.",
        "votes",
    ),
    "elected-last": ngettext(
        "As many names are left as places, so %(name)s is elected, with %(votes)s vote.",
        "As many names are left as places, so %(name)s is elected, with %(votes)s votes.",
        "votes",
    ),
    "majority": ngettext(
        "%(name)s has %(votes)s of %(of)s vote: more than half.",
        "%(name)s has %(votes)s of %(of)s votes: more than half.",
        "of",
    ),
    "surplus": ngettext(
        "%(name)s had %(votes)s vote more than needed. It went on to: %(gains)s.",
        "%(name)s had %(votes)s votes more than needed. They went on to: %(gains)s.",
        "votes",
    ),
    "surplus-nobody": ngettext(
        "%(name)s had %(votes)s vote more than needed. No ballot names anybody else who is still in.",
        "%(name)s had %(votes)s votes more than needed. No ballot names anybody else who is still in.",
        "votes",
    ),
    "passed-on": gettext("The votes of %(name)s went on to: %(gains)s."),
    "passed-nobody": gettext("No ballot of %(name)s names anybody else who is still in."),
    "excluded": gettext("%(name)s has the fewest votes, %(votes)s, and drops out."),
    "exhausted": ngettext(
        "%(votes)s vote could not go on: its ballot names nobody else who is still in.",
        "%(votes)s votes could not go on: their ballots name nobody else who is still in.",
        "votes",
    ),
    "lost": ngettext(
        "%(votes)s vote was lost in cutting to five decimals.",
        "%(votes)s votes were lost in cutting to five decimals.",
        "votes",
    ),
    "looked-back": gettext("%(names)s are level. Round %(stage)s leaves %(left)s."),
    "looked-back-most": gettext(
        "%(names)s are level. In round %(stage)s %(left)s had the most, so %(left)s comes first."
    ),
    "looked-back-fewest": gettext(
        "%(names)s are level. In round %(stage)s %(left)s had the fewest, so %(left)s drops out."
    ),
    "lot": gettext("%(names)s are level, and were in every round before. The lot fell on %(name)s."),
}

OUTCOMES = {
    "outcome": gettext("Elected: %(names)s."),
    "outcome-none": gettext("Nobody is elected."),
    "tied": gettext("%(names)s are level. A tie decides nothing."),
    "tied-places": gettext("%(names)s are level for the last place, which stays empty: a tie decides nothing."),
    "beats-all": gettext("%(name)s wins against each of the others, one against one."),
    "beats-by-path": gettext(
        "Nobody wins against each of the others. By the strongest chains of wins, %(name)s comes first."
    ),
    "below-quorum": gettext("%(name)s is left out. Prefer it to %(other)s: %(votes)s. Needed: %(quorum)s."),
    "not-above": gettext("%(name)s is left out. Prefer it to %(other)s: %(votes)s. The other way round: %(against)s."),
    "none-first": gettext("“None of these” comes first, so nothing is carried."),
    "motion-carried": gettext("Carried: %(name)s."),
    "no-motion-half": gettext("No motion has more than half of the ballots, so nothing is carried."),
    "ahead": ngettext("%(name)s is ahead of %(n)s other.", "%(name)s is ahead of %(n)s others.", "n"),
    "approved": ngettext("%(name)s: %(votes)s of %(of)s agrees.", "%(name)s: %(votes)s of %(of)s agree.", "votes"),
    "scored": gettext("%(name)s: %(votes)s points."),
    "drawn": gettext("Drawn by lot from %(n)s names with the seed “%(seed)s”: %(names)s."),
}

DECISIONS = {
    "carried": gettext("Carried."),
    "not-carried": gettext("Not carried."),
    "more-yes": gettext("%(yes)s yes, %(no)s no: more yes than no."),
    "not-more-yes": gettext("%(yes)s yes, %(no)s no: not more yes than no."),
    "tie": gettext("%(yes)s yes, %(no)s no: a tie. Ties are not carried."),
    "share-reached": gettext("%(yes)s yes of %(of)s. Needed: %(needed)s. Reached."),
    "share-missed": gettext("%(yes)s yes of %(of)s. Needed: %(needed)s. Not reached."),
    "quorum-missed": gettext("Took part: %(n)s. Needed for a decision: %(needed)s."),
    "pledges-missed": gettext("Said yes: %(yes)s. Needed: %(needed)s. Too few."),
    "pledges-reached": gettext("Said yes: %(yes)s. Needed: %(needed)s. Enough."),
    "nobody-voted": gettext("Nobody said yes or no."),
    "no-objection": gettext("Nobody objects."),
    "objections": ngettext(
        "%(n)s person objects, so we go on talking.", "%(n)s people object, so we go on talking.", "n"
    ),
    "blocks": ngettext("%(n)s person blocks, so it is stopped.", "%(n)s people block, so it is stopped.", "n"),
    "nobody-agreed": gettext("Nobody agrees, so there is nothing to carry."),
    "stand-asides": ngettext(
        "%(n)s person stands aside: not in the way, and not bound to help.",
        "%(n)s people stand aside: not in the way, and not bound to help.",
        "n",
    ),
    "too-many-aside": gettext("Stand aside: %(n)s. At most: %(most)s."),
    "abstentions": ngettext("%(n)s person abstains.", "%(n)s people abstain.", "n"),
}

REFUSALS = {
    "options": gettext("There must be 1 to %(most)s options, not %(n)s."),
    "same-name": gettext("Two options are called “%(name)s”. Give each its own name."),
    "unknown-option": gettext("A ballot names an option that is not among the %(n)s."),
    "all-withdrawn": english("Every option has withdrawn, so there is nothing to count."),
    "weight": gettext("A number of ballots is a whole number above 0."),
    "seats": gettext("At least one place must be filled, not %(n)s."),
    "tally": gettext("A number of votes is a whole number, 0 or more."),
    "totals": gettext("An option has 0 to %(of)s votes, as many as voted."),
    "other-options": gettext("These ballots are about other options."),
    "share": gettext("A share lies between 0 and 1."),
    "scores": gettext("Points go from 0 to %(most)s, for options that are on the list."),
    "draw": gettext("%(n)s cannot be drawn from %(of)s names."),
    "no-such-option": gettext("There is no option “%(name)s”."),
    "matrix": gettext("The table must have a row and a column for each option, with whole numbers of 0 or more."),
    "kind-ties": gettext("A .%(kind)s file cannot say that options are equal. Use .toi or .blt."),
    "kind-short": gettext("A .%(kind)s file cannot hold a ballot that ranks only some. Use .toi or .blt."),
    "kind-blank": gettext("PrefLib files cannot hold blank ballots. Use .blt."),
    "kind-withdrawn": gettext("PrefLib files cannot say who withdrew. Use .blt."),
    "method": english("There is no method “%(name)s”. There are: %(names)s."),
    "needs-none": english("Say which option is “none of these”: --none NAME."),
    "one-place": english("%(name)s fills one place, not %(n)s."),
    "needs-points": english("The file holds no points. The .json file of a result counted by points does."),
    "only-points": english("The file holds points, so only score counts it."),
    "needs-seed": english("Say the number that was agreed for the lots: --seed NUMBER."),
    "no-method": english(
        "The file does not say how to count: its figures are hidden, or something was asked of each sitting."
    ),
    "only-options": english("The file holds votes between options, which %(name)s does not count."),
    "only-stands": english("The file holds how many said %(words)s. That can be counted by: %(names)s."),
    "needs-votes": english("The file holds no votes between options, so there is nothing to count."),
    "needs-seats": english("The file does not say how many places are to be filled. Add --seats."),
}

UNREADABLE = {
    "kind": english("This is no file of ballots we know. Its name ends in .blt, .json, .soc, .soi, .toc or .toi."),
    "size": english("The file is larger than %(most)s MB."),
    "not-text": english("Line %(line)s holds signs that are not UTF-8 text. Save the file as UTF-8."),
    "empty": english("The file is empty."),
    "blt-head": english("Line %(line)s must hold two numbers: how many options, and how many places."),
    "many-options": english("Line %(line)s speaks of %(n)s options. At most %(most)s can be counted."),
    "few-options": english("Line %(line)s speaks of %(n)s options. There must be at least 1."),
    "blt-places": english("Line %(line)s speaks of %(n)s places. There must be at least 1."),
    "blt-withdrawn": english("Line %(line)s withdraws option %(n)s, which there is not."),
    "blt-word": english("Line %(line)s holds “%(word)s”, where a number belongs."),
    "blt-weight": english("Line %(line)s must begin with how many ballots there are: a whole number above 0."),
    "blt-end": english("Line %(line)s does not end with 0."),
    "blt-middle": english("Line %(line)s has a 0 before its end."),
    "blt-no-end": english("After the last ballot a line with only 0 is missing."),
    "unknown": english("Line %(line)s names option %(n)s, but there are %(of)s."),
    "twice": english("Line %(line)s names option %(n)s twice."),
    "blt-names": english("There must be %(of)s names after the ballots; the file ends after %(n)s."),
    "blt-quote": english("Line %(line)s has a quotation mark without its other half."),
    "blt-name": english("Line %(line)s must hold a name."),
    "same-name-at": english("Line %(line)s repeats the name “%(name)s”."),
    "control": english("Line %(line)s holds a sign that cannot be printed."),
    "blt-after": english("Line %(line)s stands after the title, where nothing belongs."),
    "long": english("Line %(line)s has a name of more than %(most)s signs."),
    "preflib-type-at": english("Line %(line)s says “%(word)s”. We read soc, soi, toc and toi."),
    "preflib-again": english("Line %(line)s says “# %(word)s” a second time."),
    "preflib-missing": english("The line “# %(word)s” is missing."),
    "preflib-number": english("Line %(line)s must hold a whole number."),
    "preflib-named": english("Option %(n)s has no line “# ALTERNATIVE NAME %(n)s”."),
    "preflib-line": english("Line %(line)s must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    "preflib-ties": english("Line %(line)s says that options are equal, which a .%(kind)s file cannot."),
    "preflib-short": english("Line %(line)s ranks %(n)s of %(of)s options; a .%(kind)s file ranks all."),
    "preflib-voters": english("The file speaks of %(n)s ballots, but its lines add up to %(of)s."),
    "preflib-orders": english("The file speaks of %(n)s different ballots, but holds %(of)s."),
    "json": english("Line %(line)s is no JSON."),
    "json-part": english("“%(word)s” is missing or wrong: this is not the .json file of one of our results."),
    "json-text": english("A title, name or number in the file is too long, or cannot be printed."),
    "json-option": english("Option %(n)s must be a name of at most %(most)s signs that can be printed."),
    "json-ballot": english("Ballot %(n)s must hold a choice, and how many chose so."),
    "json-points": english("Ballot %(n)s must give each of %(of)s options 0 to %(most)s points."),
    "json-ranks": english("Ballot %(n)s must name options by their numbers, each once."),
    "preflib-late": english("Line %(line)s begins with #, but the head ended above it."),
}

TEMPLATES = {**STAGES, **OUTCOMES, **DECISIONS, **REFUSALS, **UNREADABLE}
