"""The texts of all sentences, in English, as the ones to translate. Gaps are %(name)s; `by` decides one or many."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """One text, and the same for many; `by` is the gap whose number decides, or nothing."""

    key: str
    one: str
    many: str
    by: str


def _table(*rows: tuple[str, str] | tuple[str, str, str, str]) -> dict[str, Template]:
    found = {}
    for row in rows:
        key, one, many, by = row if len(row) == 4 else (row[0], row[1], row[1], "")
        found[key] = Template(key, one, many, by)
    return found


STAGES = _table(
    (
        "start",
        "%(valid)s ballot counts. Who has %(quota)s of the votes is elected.",
        "%(valid)s ballots count. Who has %(quota)s of the votes is elected.",
        "valid",
    ),
    (
        "start-majority",
        "%(valid)s ballot counts. Who has more than half of the votes is elected.",
        "%(valid)s ballots count. Who has more than half of the votes is elected.",
        "valid",
    ),
    ("no-ballots", "No ballot names anybody, so nobody is elected."),
    ("blank", "%(n)s ballot is blank.", "%(n)s ballots are blank.", "n"),
    (
        "elected",
        "%(name)s has %(votes)s vote: enough, and is elected.",
        "%(name)s has %(votes)s votes: enough, and is elected.",
        "votes",
    ),
    (
        "elected-last",
        "As many places are left as names, so %(name)s is elected, with %(votes)s vote.",
        "As many places are left as names, so %(name)s is elected, with %(votes)s votes.",
        "votes",
    ),
    (
        "majority",
        "%(name)s has %(votes)s of %(of)s vote: more than half.",
        "%(name)s has %(votes)s of %(of)s votes: more than half.",
        "of",
    ),
    (
        "surplus",
        "%(name)s had %(votes)s vote more than needed. They went on to: %(gains)s.",
        "%(name)s had %(votes)s votes more than needed. They went on to: %(gains)s.",
        "votes",
    ),
    (
        "surplus-nobody",
        "%(name)s had %(votes)s vote more than needed. No ballot names anybody else who is still in.",
        "%(name)s had %(votes)s votes more than needed. No ballot names anybody else who is still in.",
        "votes",
    ),
    ("passed-on", "The votes of %(name)s went on to: %(gains)s."),
    ("passed-nobody", "No ballot of %(name)s names anybody else who is still in."),
    (
        "excluded",
        "%(name)s has the fewest votes, %(votes)s, and drops out.",
        "%(name)s has the fewest votes, %(votes)s, and drops out.",
        "votes",
    ),
    (
        "exhausted",
        "%(votes)s vote could not go on: its ballot names nobody else who is still in.",
        "%(votes)s votes could not go on: their ballots name nobody else who is still in.",
        "votes",
    ),
    ("lost", "%(votes)s of a vote was lost in cutting to five decimals."),
    ("looked-back", "%(names)s are level. Stage %(stage)s leaves %(left)s."),
    ("looked-back-most", "%(names)s are level. At stage %(stage)s %(left)s had the most, so %(left)s comes first."),
    ("looked-back-fewest", "%(names)s are level. At stage %(stage)s %(left)s had the fewest, so %(left)s drops out."),
    ("lot", "%(names)s are level, and were at every stage before. The lot fell on %(name)s."),
)

OUTCOMES = _table(
    ("outcome", "Elected: %(names)s."),
    ("outcome-none", "Nobody is elected."),
    ("tied", "%(names)s are level. A tie decides nothing."),
    ("tied-places", "%(names)s are level for the last place, which stays empty: a tie decides nothing."),
    ("beats-all", "%(name)s wins against each of the others, one against one."),
    ("beats-by-path", "Nobody wins against each of the others. By the strongest chains of wins, %(name)s comes first."),
    ("below-quorum", "%(name)s is left out: %(votes)s prefer it to %(other)s, and %(quorum)s are needed."),
    (
        "not-above",
        "%(name)s is left out: %(votes)s prefer it to %(other)s, %(against)s the other way round.",
    ),
    ("none-first", "“None of these” comes first, so nothing is carried."),
    ("motion-carried", "Carried: %(name)s."),
    ("no-motion-half", "No motion has more than half of the ballots, so nothing is carried."),
    ("ahead", "%(name)s is ahead of %(n)s other.", "%(name)s is ahead of %(n)s others.", "n"),
    (
        "approved",
        "%(name)s: %(votes)s of %(of)s agrees.",
        "%(name)s: %(votes)s of %(of)s agree.",
        "votes",
    ),
    ("scored", "%(name)s: %(votes)s points from %(of)s ballots."),
    ("drawn", "Drawn by lot from %(n)s names with the seed “%(seed)s”: %(names)s."),
)

DECISIONS = _table(
    ("carried", "Carried."),
    ("not-carried", "Not carried."),
    ("more-yes", "%(yes)s yes, %(no)s no: more yes than no."),
    ("not-more-yes", "%(yes)s yes, %(no)s no: not more yes than no."),
    ("tie", "%(yes)s yes, %(no)s no: a tie. Ties are not carried."),
    ("share-reached", "%(yes)s yes of %(of)s. %(needed)s are needed: reached."),
    ("share-missed", "%(yes)s yes of %(of)s. %(needed)s are needed: not reached."),
    ("quorum-missed", "%(n)s took part. %(needed)s are needed for a decision."),
    ("pledges-missed", "%(yes)s said yes. %(needed)s are needed."),
    ("pledges-reached", "%(yes)s said yes, %(needed)s were needed."),
    ("nobody-voted", "Nobody said yes or no."),
    ("no-objection", "Nobody objects."),
    ("objections", "%(n)s person objects, so we go on talking.", "%(n)s people object, so we go on talking.", "n"),
    ("blocks", "%(n)s person blocks, so it is stopped.", "%(n)s people block, so it is stopped.", "n"),
    ("nobody-agreed", "Nobody agrees, so there is nothing to carry."),
    (
        "stand-asides",
        "%(n)s person stands aside: not in the way, and not bound to help.",
        "%(n)s people stand aside: not in the way, and not bound to help.",
        "n",
    ),
    ("too-many-aside", "%(n)s stand aside. At most %(most)s may."),
    ("abstentions", "%(n)s person abstains.", "%(n)s people abstain.", "n"),
)

REFUSALS = _table(
    ("options", "There must be 1 to %(most)s options, not %(n)s."),
    ("same-name", "Two options are called “%(name)s”. Give each its own name."),
    ("unknown-option", "A ballot names an option that is not among the %(n)s."),
    ("weight", "A number of ballots is a whole number above 0."),
    ("seats", "At least one place must be filled, not %(n)s."),
    ("tally", "A number of votes is a whole number, 0 or more."),
    ("share", "A share lies between 0 and 1."),
    ("scores", "Points go from 0 to %(most)s, for options that are on the list."),
    ("draw", "%(n)s cannot be drawn from %(of)s names."),
    ("no-such-option", "There is no option “%(name)s”."),
    ("matrix", "The table must have a row and a column for each option, with whole numbers of 0 or more."),
    ("kind-ties", "A .%(kind)s file cannot say that options are equal. Use .toi or .blt."),
    ("kind-short", "A .%(kind)s file cannot hold a ballot that ranks only some. Use .toi or .blt."),
    ("kind-blank", "PrefLib files cannot hold blank ballots. Use .blt."),
    ("kind-withdrawn", "PrefLib files cannot say who withdrew. Use .blt."),
    ("method", "There is no method “%(name)s”. There are: %(names)s."),
    ("needs-none", "Say which option is “none of these”: --none NAME."),
    ("one-place", "%(name)s fills one place, not %(n)s."),
    ("needs-seats", "The file does not say how many places are to be filled. Add --seats."),
)

UNREADABLE = _table(
    ("kind", "This is no file of ballots we know. Its name ends in .blt, .soc, .soi, .toc or .toi."),
    ("size", "The file is larger than %(most)s MB."),
    ("not-text", "Line %(line)s holds signs that are not UTF-8 text."),
    ("empty", "The file is empty."),
    ("blt-head", "Line %(line)s must hold two numbers: how many options, and how many places."),
    ("many-options", "Line %(line)s speaks of %(n)s options. At most %(most)s can be counted."),
    ("few-options", "Line %(line)s speaks of %(n)s options. There must be at least 1."),
    ("blt-places", "Line %(line)s speaks of %(n)s places. There must be at least 1."),
    ("blt-withdrawn", "Line %(line)s withdraws option %(n)s, which there is not."),
    ("blt-word", "Line %(line)s holds “%(word)s”, where a number belongs."),
    ("blt-weight", "Line %(line)s must begin with how many ballots there are: a whole number above 0."),
    ("blt-end", "Line %(line)s does not end with 0."),
    ("blt-middle", "Line %(line)s has a 0 before its end."),
    ("blt-no-end", "After the last ballot a line with only 0 is missing."),
    ("unknown", "Line %(line)s names option %(n)s, but there are %(of)s."),
    ("twice", "Line %(line)s names option %(n)s twice."),
    ("blt-names", "There must be %(of)s names after the ballots; the file ends after %(n)s."),
    ("blt-quote", "Line %(line)s has a quotation mark without its other half."),
    ("blt-name", "Line %(line)s must hold a name."),
    ("same-name-at", "Line %(line)s repeats the name “%(name)s”."),
    ("control", "Line %(line)s holds a sign that cannot be printed."),
    ("blt-after", "Line %(line)s stands after the title, where nothing belongs."),
    ("long", "Line %(line)s has a name of more than %(most)s signs."),
    ("preflib-type-at", "Line %(line)s says “%(word)s”. We read soc, soi, toc and toi."),
    ("preflib-missing", "The line “# %(word)s” is missing."),
    ("preflib-number", "Line %(line)s must hold a whole number."),
    ("preflib-named", "Option %(n)s has no line “# ALTERNATIVE NAME %(n)s”."),
    ("preflib-line", "Line %(line)s must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    ("preflib-ties", "Line %(line)s says that options are equal, which a .%(kind)s file cannot."),
    ("preflib-short", "Line %(line)s ranks %(n)s of %(of)s options; a .%(kind)s file ranks all."),
    ("preflib-voters", "The file speaks of %(n)s ballots, but its lines add up to %(of)s."),
    ("preflib-orders", "The file speaks of %(n)s different ballots, but holds %(of)s."),
    ("preflib-late", "Line %(line)s begins with #, but the head ended above it."),
)

TEMPLATES = {**STAGES, **OUTCOMES, **DECISIONS, **REFUSALS, **UNREADABLE}
