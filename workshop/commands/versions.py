"""Naming how the session is now, so that people find back to it: a version is a name for a number of a change."""

from workshop.errors import ReadOnlyError
from workshop.method.checks import checked_line
from workshop.session.opening import OpenSession
from workshop.session.versions import Version

END_OF_WORKSHOP = "End of workshop"
"""The name that closing a workshop gives."""


def name_version(session: OpenSession, *, name: str = END_OF_WORKSHOP) -> Version:
    """Name the session as it is after its last change; the file has it once all is saved. It is no step of undo.

    Several versions may bear one name: the time tells them apart. All are in `session.versions`, also after the
    session was opened again. Raises InvalidRecordError for an empty or overlong name, ReadOnlyError.
    """
    said = checked_line("The name of a version", name, needed=True)
    if session.saver is None:
        raise ReadOnlyError(session.workshop.read_only or "This session is not kept in a file yet.")
    workshop = session.workshop
    version = Version(workshop.new_id(), session.saver.state.queued, said, workshop.clock())
    session.saver.name_version(version)
    session.versions.append(version)
    return version
