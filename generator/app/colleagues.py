"""The people of an office: who is taken up, by which password, and who may not go.

Passwords are kept as scrypt makes them (RFC 7914): whoever reads the file still has to guess, and
each guess costs time and memory.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import replace

from generator.diagnostics import Refusal, Rule
from generator.model.artifact import digest_of
from generator.model.person import Colleague, PasswordSeal, Role
from generator.vietnamese.person_names import is_personal_name, name_key

COST, BLOCK, LANES = 2**15, 8, 3
"""N, r and p of what is password_seal from now on: 32 MB and some tenths of a second for each guess
(OWASP, Password Storage Cheat Sheet)."""
SALT_SIZE = 16  # bytes
_SEAL_SIZE = 32  # bytes
_SHORTEST, _LONGEST = 10, 1000  # characters of a password
_LONGEST_NAME = 60  # characters
NO_NAME = Rule(
    "person-unnamed",
    "“{name}” is no name of a person.",
    "Write family name and given name of one person, no office and no role, in Vietnamese letters, "
    "at most 60 characters: Trần Thị Hoa",
)
TWIN = Rule(
    "person-known",
    "“{name}” is known here already, as “{other}”.",
    "Names are compared without capitals, accents and titles: add something to the new one, such "
    "as Trần Thị Hoa (tổ 2).",
)
STRANGER = Rule("person-unknown", "Nobody here is called “{name}”.", "See who is: loa people list")
LAST = Rule(
    "person-last-approver",
    "“{name}” is the only one who approves: nobody could approve anything any more.",
    'First take up another one who does: loa people add "TÊN" --role approves',
)
SHORT = Rule(
    "password-short",
    "The password is too short: it has {count} characters.",
    "Take at least {least}: three or four words that do not belong together are easy to keep in "
    "mind.",
)
LONG = Rule(
    "password-long",
    "The password is too long: it has {count} characters.",
    "Take at most {most}.",
)
PLAIN = Rule(
    "password-plain",
    "This password is guessed at once.",
    "Take three or four words that do not belong together, and not the name.",
)
ODD = Rule(
    "password-unreadable",
    "The password has characters that nobody can type.",
    "Take letters, figures, signs and spaces; in a file it stands alone, on one line.",
)


def colleague_called(people: Sequence[Colleague], name: str) -> Colleague | None:
    """Who is meant by a name, however it is spelt."""
    key = name_key(name)
    return next((each for each in people if key and name_key(each.name) == key), None)


def account_key(person: Colleague) -> str:
    """By what the account is known where its own things lie; of those of long ago by the name."""
    return person.key or digest_of(name_key(person.name))[:16]


def approvers(people: Sequence[Colleague]) -> list[str]:
    """The names of all who approve."""
    return [each.name for each in people if each.role is Role.APPROVES]


def addition(
    people: Sequence[Colleague], person: Colleague, bodies: Container[str] = ()
) -> list[Colleague] | Refusal:
    """All with one more; `bodies` are the keys of names that partners and places have."""
    name = person.name
    is_line = name == " ".join(name.split()) and name.isprintable()
    is_own = is_personal_name(name) and name_key(name) not in bodies
    if not is_line or len(name) > _LONGEST_NAME or not is_own:
        return Refusal(NO_NAME, {"name": name[:_LONGEST_NAME]})
    if other := colleague_called(people, name):
        return Refusal(TWIN, {"name": name, "other": other.name})
    return [*people, person]


def change(
    people: Sequence[Colleague], name: str, role: Role | None, password: PasswordSeal | None
) -> list[Colleague] | Refusal:
    """All, of whom one has another role, another password or both."""
    person = colleague_called(people, name)
    if person is None:
        return Refusal(STRANGER, {"name": name})
    other = replace(person, role=role or person.role, password=password or person.password)
    return _with_approver([other if each is person else each for each in people], person)


def removal(people: Sequence[Colleague], name: str) -> list[Colleague] | Refusal:
    """All but one."""
    person = colleague_called(people, name)
    if person is None:
        return Refusal(STRANGER, {"name": name})
    return _with_approver([each for each in people if each is not person], person)


def _with_approver(people: list[Colleague], person: Colleague) -> list[Colleague] | Refusal:
    is_last = person.role is Role.APPROVES and not approvers(people)
    return Refusal(LAST, {"name": person.name}) if is_last else people


def weakness(password: str, name: str) -> Refusal | None:
    """Why a password is not taken."""
    plain, count = _plain(password), len(_plain(password))
    if not plain.isprintable():
        return Refusal(ODD)
    if count < _SHORTEST:
        return Refusal(SHORT, {"count": count, "least": _SHORTEST})
    if count > _LONGEST:
        return Refusal(LONG, {"count": count, "most": _LONGEST})
    key, own = name_key(plain), name_key(name)
    rest = key.replace(own, "") if own else key
    few = len(set(plain.casefold())) < 5  # noqa: PLR2004 - «1111111111», «abababab»
    return Refusal(PLAIN) if few or (own in key and len(rest) < _SHORTEST // 2) else None


def password_seal(password: str, salt: bytes, cost: int = COST) -> PasswordSeal:
    """A password as it is kept; `salt` is chance."""
    mould = PasswordSeal(salt, b"", cost, BLOCK, LANES)
    return replace(mould, seal=_scrypt(password, mould))


def is_right(password: str, seal: PasswordSeal) -> bool:
    """Whether a password is the one that was sealed; that takes the same time if it is not."""
    return hmac.compare_digest(_scrypt(password, seal), seal.seal)


def _scrypt(password: str, by: PasswordSeal) -> bytes:
    return hashlib.scrypt(
        _plain(password).encode("utf-8", "surrogatepass"),
        salt=by.salt,
        n=by.cost,
        r=by.block,
        p=by.lanes,
        maxmem=2 * 128 * by.block * (by.cost + by.lanes),
        dklen=_SEAL_SIZE,
    )


def _plain(password: str) -> str:
    """However a keyboard composes the accents."""
    return unicodedata.normalize("NFC", password)
