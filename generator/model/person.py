"""A person of an office: by which name, with which password, and what that person may do."""

from dataclasses import dataclass
from enum import StrEnum

DEAREST, MOST_LANES = 2**17, 16
"""No more of scrypt's N, and of r and p, is reckoned with: 256 MB at most."""


class Role(StrEnum):
    """What a person may do at the desk: write, or approve as well."""

    WRITES = "writes"
    APPROVES = "approves"

    def covers(self, role: "Role") -> bool:
        """Whether who has this role may do what asks for another one."""
        return self is Role.APPROVES or role is Role.WRITES


@dataclass(frozen=True, slots=True)
class PasswordSeal:
    """By what a password is known again: the salt, what scrypt made of both, and how.

    `cost`, `block` and `lanes` are N, r and p of RFC 7914, in bounds that no computer fails at.
    """

    salt: bytes
    seal: bytes
    cost: int
    block: int
    lanes: int

    @property
    def is_sound(self) -> bool:
        """Whether it can be reckoned with: a file may hold anything."""
        cost = self.cost
        is_power = 1 < cost <= DEAREST and cost & (cost - 1) == 0
        return (
            bool(self.salt and self.seal)
            and is_power
            and 0 < self.block <= MOST_LANES
            and 0 < self.lanes <= MOST_LANES
        )


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who has an account at the desk of an office.

    `key` is chance, and never of two persons: a newcomer of the same name has another one.
    """

    name: str
    role: Role
    password: PasswordSeal
    key: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Who has signed in; `key` names the account, `approvers` are the names of all who approve."""

    name: str
    role: Role
    approvers: tuple[str, ...] = ()
    key: str = ""
