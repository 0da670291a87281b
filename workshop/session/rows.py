"""Sums of rows: what tells a damaged row from a good one."""

from workshop.sums import content_sum


def row_sum(guid: str, table: str, row_id: str, content: bytes) -> bytes:
    """The BLAKE2b sum of a row over the session's guid, its table, its id and its content (RFC 7693, 16 bytes).

    The guid, table and id are in it so that a row which strayed from elsewhere is noticed as well.
    """
    prefix = f"{guid}\0{table}\0{row_id}\0".encode()
    return content_sum(prefix + content)
