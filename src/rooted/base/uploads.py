"""Files that people send: held in memory, looked at, repainted; never on the disk."""

from django.core.files.uploadhandler import MemoryFileUploadHandler


class InMemory(MemoryFileUploadHandler):
    pass
