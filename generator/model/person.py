"""A person of an office: by which name, with which password, and what that person may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do at the desk: write, or approve as well."""

    WRITES = "writes"
    APPROVES = "approves"

    def covers(self, role: "Role") -> bool:
        """Whether who has this role may do what asks for another one."""
        return self is Role.APPROVES or role is Role.WRITES


@dataclass(frozen=True, slots=True)
class Account:
    """Who has signed in; `approvers` are the names of all who approve."""

    name: str
    role: Role
    approvers: tuple[str, ...] = ()
