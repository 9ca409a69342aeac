"""What must hold of the file whatever happened: each line has a name, explained in README.md, and a query that finds
the rows that break it."""

import sqlite3
from pathlib import Path

NOTHING_FOUND = {
    "foreign keys": "PRAGMA foreign_key_check",
    "every item has its circle's key": """
        SELECT i.id FROM circles_sealeditem i LEFT JOIN circles_circlekey k
        ON k.circle_id = i.circle_id AND k.epoch = i.epoch WHERE k.id IS NULL""",
    "every key is wrapped for somebody": """
        SELECT k.id FROM circles_circlekey k LEFT JOIN circles_circlewrap w
        ON w.circle_id = k.circle_id AND w.epoch = k.epoch WHERE w.id IS NULL""",
    "every circle has its newest key": """
        SELECT c.id FROM circles_circle c LEFT JOIN circles_circlekey k
        ON k.circle_id = c.id AND k.epoch = c.epoch WHERE k.id IS NULL""",
    "no seat is half made": """
        SELECT s.id FROM groups_seat s JOIN groups_group g ON g.id = s.group_id
        LEFT JOIN circles_circlewrap w ON w.holder_id = s.holder_id AND w.circle_id = g.circle_id
        LEFT JOIN circles_circle c ON c.id = g.circle_id AND c.epoch = w.epoch
        WHERE s.left_on IS NULL GROUP BY s.id
        HAVING count(c.id) <> 1 OR s.holder_id IS NULL OR s.name_item_id IS NULL""",
    "no seat is half left": """
        SELECT id FROM groups_seat
        WHERE left_on IS NOT NULL AND (holder_id IS NOT NULL OR name_item_id IS NOT NULL)""",
    "every open group has a circle and somebody in it": """
        SELECT g.id FROM groups_group g LEFT JOIN groups_seat s ON s.group_id = g.id AND s.left_on IS NULL
        WHERE g.closed_on IS NULL GROUP BY g.id HAVING count(s.id) = 0 OR g.circle_id IS NULL""",
    "every holder is somebody's": """
        SELECT h.id FROM circles_holder h LEFT JOIN groups_seat s ON s.holder_id = h.id WHERE s.id IS NULL""",
    "a thread is as long as its messages": """
        SELECT t.id FROM intake_thread t LEFT JOIN intake_message m ON m.thread_id = t.id
        GROUP BY t.id HAVING count(m.id) <> t.length OR t.length = 0""",
    "every letter and answer is a message": """
        SELECT i.id FROM circles_sealeditem i LEFT JOIN intake_message m ON m.item_id = i.id
        WHERE i.kind IN ('intake.letter', 'intake.question', 'intake.answer') AND m.id IS NULL""",
    "every note is a note of a thread": """
        SELECT i.id FROM circles_sealeditem i LEFT JOIN intake_note n ON n.item_id = i.id
        WHERE i.kind = 'intake.note' AND n.id IS NULL""",
    "a file has all its chunks": """
        SELECT f.id FROM circles_sealedfile f LEFT JOIN circles_filechunk c ON c.file_id = f.id
        GROUP BY f.id HAVING count(c.id) * 65536 <> f.size_class OR max(c.place) <> count(c.id) - 1""",
    "every file's item has its file": """
        SELECT i.id FROM circles_sealeditem i LEFT JOIN circles_sealedfile f ON f.item_id = i.id
        WHERE i.kind IN ('circles.file', 'circles.dropped_file') AND f.id IS NULL""",
    "every file lies on the shelf or came with a message": """
        SELECT f.id FROM circles_sealedfile f LEFT JOIN shelf_shelffile s ON s.file_id = f.id
        LEFT JOIN intake_sentfile m ON m.file_id = f.id WHERE s.id IS NULL AND m.id IS NULL""",
    "an answer settles what came before": """
        SELECT t.id FROM intake_thread t JOIN intake_message m ON m.thread_id = t.id
        GROUP BY t.id
        HAVING sum(m.from_stranger) = 1 AND count(*) > 1 AND sum(m.from_stranger AND settled_on IS NULL)""",
    "a duty has each day once": """
        SELECT duty_id, day FROM tasks_slot GROUP BY duty_id, day HAVING count(*) > 1""",
    "no day of the rota is lost": """
        SELECT d.id FROM tasks_duty d LEFT JOIN tasks_slot s ON s.duty_id = d.id AND s.day >= date('now')
        GROUP BY d.id HAVING count(s.id) < 55""",
    "a day that is offered has a holder": """
        SELECT id FROM tasks_slot WHERE offered_on IS NOT NULL AND held_by_id IS NULL""",
    "a record is imported once": """
        SELECT external_id FROM struggles_struggle WHERE external_id <> '' GROUP BY source_set, external_id
        HAVING count(*) > 1""",
    "every record has its sources": """
        SELECT s.id FROM struggles_struggle s
        LEFT JOIN struggles_source o ON o.struggle_id = s.id WHERE o.id IS NULL""",
    "a job that comes back stands once": """
        SELECT once FROM base_job WHERE once IS NOT NULL GROUP BY once HAVING count(*) > 1 OR once <> name""",
    "no job was given up": "SELECT id FROM base_job WHERE failed_on IS NOT NULL",
}


def broken(data: Path, periodic: list[str], clear: bytes) -> list[str]:
    """The names of what does not hold, each with what was found; `clear` may stand nowhere in the files."""
    found = broken_rows(data)
    connection = sqlite3.connect(data / "rooted.sqlite3", timeout=20)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchall()
        once = sorted(row[0] for row in connection.execute("SELECT name FROM base_job WHERE once IS NOT NULL"))
    finally:
        connection.close()
    if whole != [("ok",)]:
        found.append(f"integrity check: {whole[:3]}")
    if once != periodic:
        found.append(f"every job that comes back is there: {once}, not {periodic}")
    return found + in_clear(data, clear)


def broken_rows(data: Path) -> list[str]:
    """The names of the queries above that find something."""
    connection = sqlite3.connect(data / "rooted.sqlite3", timeout=20)
    try:
        return [
            f"{name}: {rows[:3]}"
            for name, query in NOTHING_FOUND.items()
            if (rows := connection.execute(query).fetchall())
        ]
    finally:
        connection.close()


def in_clear(data: Path, word: bytes) -> list[str]:
    """Files of the data folder that hold `word`."""
    return [
        f"nothing is written in clear: {path.name}"
        for path in sorted(data.rglob("*"))
        if path.is_file() and word in path.read_bytes()
    ]
