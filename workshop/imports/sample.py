"""The sample workshop that comes with the program."""

from importlib import resources

from workshop.imports.json_session import records_from_json
from workshop.model.record import Record

SAMPLE = "self-service-onboarding.json"


def sample_records() -> list[Record]:
    """The records of the sample: three stories of CX and UX people over all eight phases."""
    return records_from_json(resources.files("resources").joinpath("samples", SAMPLE).read_bytes())
