"""Errors that the domain raises; each message is one sentence that says what happened and what to do."""


class WorkshopError(Exception):
    """Base of all errors whose message may be shown to a user as it stands."""


class InvalidRecordError(WorkshopError):
    """A record breaks a rule of the model; the message names the record and the field."""


class DuplicateLinkError(WorkshopError):
    """The same two cards are already linked by this kind of link."""


class MissingRecordError(WorkshopError):
    """An intent names a record that the board does not hold."""


class ReadOnlyError(WorkshopError):
    """The session was opened to look at, so nothing may be changed."""


class LockedCardError(WorkshopError):
    """A locked card was to be changed or moved."""


class SessionFileError(WorkshopError):
    """A session file cannot be opened, created or written."""


class StrangerWroteError(SessionFileError):
    """Another program wrote into the session file since it was read, so nothing more is written over it."""


class NotASessionError(SessionFileError):
    """The file is no Trilliant session."""


class UntrustedFileError(SessionFileError):
    """A session file that was not written here could not be read within limits of memory and time."""


class OpeningCancelled(SessionFileError):
    """The user stopped the opening of a file; nothing was changed."""


class NewerSchemaError(SessionFileError):
    """The file was written by a newer Trilliant than this one."""


class ForeignFileError(WorkshopError):
    """A file to import is at fault; nothing was written."""


class ExportError(WorkshopError):
    """An export could not be written."""


class ExportCancelled(ExportError):
    """The user stopped an export; nothing was left behind."""
