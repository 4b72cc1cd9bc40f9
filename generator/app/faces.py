"""The faces of the workspace (mặt ngoài): all that results show but the texts of pieces."""

from generator.model.artifact import digest_of
from generator.model.plan import Plan


def faces_of(plan: Plan) -> str:
    """Names all that results show as of a moment, but the texts of pieces.

    Between two moments at which a result would come out otherwise it stays the same.
    """
    assets = ((asset.path, asset.size) for asset in plan.workspace.assets.values())
    files = ((each.path, each.digest()) for each in plan.workspace.attachments.values())
    return digest_of(
        plan.workspace.faces,
        repr([*assets]),
        repr([*files]),
        repr([*plan.visible]),
        str(plan.valid_until),
    )
