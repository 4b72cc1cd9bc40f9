"""The rooms of evidence and of the report, which need more of the world than the others."""

from starlette.routing import Route

from generator.desk.evidence_screens import evidence_routes
from generator.desk.needs import DraftOffice, Office
from generator.desk.proof_needs import ProofOffice, ReportOffice
from generator.desk.received_files import received_routes
from generator.desk.report_screen import report_routes
from generator.desk.table_screen import table_routes


def proof_routes(
    office: Office, drafts: DraftOffice, proofs: ProofOffice, reports: ReportOffice
) -> list[Route]:
    """What they answer."""
    return [
        *received_routes(office, proofs),
        *table_routes(office, proofs),
        *evidence_routes(office, proofs),
        *report_routes(office, drafts, reports),
    ]
