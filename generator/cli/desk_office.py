"""`loa desk --office`: at which address, by which names, and never a plain password on a wire."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import Exit, _, refuse, regular, say
from generator.cli.serving import host_option

if TYPE_CHECKING:
    from starlette.middleware import Middleware

    from generator.adapters.web.server import Certificate

_PROXY = re.compile(r"https://(?P<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[0-9]{1,5})?/?")
_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class OfficeWay:
    """How browsers reach the office; `origin` is that of a proxy before it, else empty."""

    address: str
    hosts: tuple[str, ...]
    tls: "Certificate | None"
    origin: str

    @property
    def is_safe(self) -> bool:
        """Whether nobody on the way reads along."""
        return self.tls is not None or bool(self.origin)

    def url(self, url: str) -> str:
        """Where others open it, of where it listens."""
        named = self.hosts[0] if self.hosts and not self.origin else ""
        here = re.sub(r"//[0-9.]+:", f"//{named}:", url) if named else url
        return f"{self.origin}/" if self.origin else here


_OPTIONS = (
    click.option(
        "--office",
        is_flag=True,
        help=_(
            "For several people: each signs in by a name and a password (loa people). Without "
            "--address only browsers of this computer, or a proxy on it, are answered."
        ),
    ),
    click.option(
        "--address",
        metavar="IP",
        help=_("With --office: answer at this address, such as 192.168.1.10; needs --cert."),
    ),
    host_option,
    click.option(
        "--cert",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=_("With --office: the certificate (PEM) by which browsers know this computer."),
    ),
    click.option(
        "--key",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=_("With --office: the key (PEM) that belongs to --cert."),
    ),
    click.option(
        "--behind-proxy",
        "proxy",
        metavar="URL",
        help=_(
            "With --office: a proxy on this computer speaks TLS before it, at this address, such "
            "as https://ban-lam-viec.so-ct.local; it passes Host and X-Forwarded-For on."
        ),
    ),
)


def office_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What `loa desk` is told of an office, and hands on as the `way` that it comes to."""

    @wraps(command)
    def run(  # noqa: PLR0913 - the options
        *args: object,
        office: bool,
        address: str | None,
        hosts: tuple[str, ...],
        cert: Path | None,
        key: Path | None,
        proxy: str | None,
        **others: object,
    ) -> object:
        way = None
        if office:
            way = _way(address or _LOOPBACK, hosts, (cert, key), proxy)
        elif address or hosts or cert or key or proxy:
            refuse("--address, --host, --cert, --key and --behind-proxy go with --office.")
        return command(*args, way=way, **others)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def _way(
    address: str, hosts: tuple[str, ...], pair: tuple[Path | None, Path | None], proxy: str | None
) -> OfficeWay:
    """How the office is reached; ends the command where it may not be."""
    where, tls = _address(address), _certificate(*pair)
    if proxy:
        return _behind(proxy, where, hosts, tls)
    if not where.is_loopback and tls is None:
        refuse(
            "At {address} passwords would go over the network in plain sight. Give a certificate: "
            "--cert FILE --key FILE; or leave --address out, and let the office's proxy on this "
            "computer speak TLS: --behind-proxy https://ten-may",
            address=where,
        )
    if where.is_unspecified and not hosts:
        refuse("Say by which name browsers ask for this computer: --host ten-may")
    named = () if where.is_unspecified or where.is_loopback else (str(where),)
    return OfficeWay(str(where), (*hosts, *named), tls, "")


def _behind(
    proxy: str, where: IPv4Address, hosts: tuple[str, ...], tls: "Certificate | None"
) -> OfficeWay:
    found = _PROXY.fullmatch(proxy.casefold())
    if found is None:
        refuse("--behind-proxy is where browsers find the office: https://ten-may")
    if tls or not where.is_loopback:
        refuse("Behind a proxy of this computer no --address and no --cert is needed.")
    return OfficeWay(str(where), (*hosts, found["host"]), None, proxy.casefold().rstrip("/"))


def office_guards(root: Path, way: OfficeWay) -> "list[Middleware]":
    """Who looks at requests; ends the command where nobody could sign in."""
    from starlette.middleware import Middleware

    from generator.adapters.clock import SystemClock
    from generator.adapters.people_file import PeopleFile
    from generator.app.colleagues import approvers
    from generator.desk.office_door import OfficeDoor, OfficeHouse
    from generator.ports import PeopleError

    people = PeopleFile(root)
    try:
        known = people.every()
    except PeopleError:
        known = ()
        say("The people of this office cannot be read in {file}.", err=True, file=people.place)
    if not approvers(known):
        say(
            "Nobody could approve anything here. First take up who may: "
            'loa people add "TÊN" --role approves',
            err=True,
        )
        sys.exit(Exit.USAGE)
    house = OfficeHouse(people, SystemClock().now, way.is_safe, way.origin)
    return [Middleware(OfficeDoor, house=house)]


def _address(address: str) -> IPv4Address:
    try:
        return IPv4Address("127.0.0.1" if address == "localhost" else address)
    except AddressValueError:
        refuse("--address is one of this computer, as figures: 192.168.1.10")


def _certificate(cert: Path | None, key: Path | None) -> "Certificate | None":
    from generator.adapters.web.server import Certificate

    if cert is None and key is None:
        return None
    if cert is None or key is None:
        refuse("A certificate needs its key: --cert FILE --key FILE")
    pair = Certificate(regular(cert), regular(key))
    try:
        pair.load()
    except OSError:
        refuse(
            "{cert} and {key} are no certificate and its key: both in PEM form, belonging "
            "together, the key without a password.",
            cert=cert,
            key=key,
        )
    return pair
