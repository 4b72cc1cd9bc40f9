"""Codes of Reed and Solomon over the field of 256 as QR codes use them (ISO/IEC 18004, annex B)."""

from collections.abc import Sequence


class TooManyErrorsError(Exception):
    """More words are wrong than the code can mend."""


def corrected(block: list[int], spent: int) -> list[int]:
    """A block without its errors: Berlekamp and Massey, Chien's search, Forney's formula."""
    syndromes = [_value(block[::-1], _power(i)) for i in range(spent)]
    if not any(syndromes):
        return block
    locator = _locator(syndromes)
    errors = len(locator) - 1
    size = len(block)
    places = [i for i in range(size) if not _value(locator, _power(-i))]
    if errors > spent // 2 or len(places) != errors:
        raise TooManyErrorsError
    product = [0] * spent
    for i, one in enumerate(syndromes):
        for j, other in enumerate(locator):
            if i + j < spent:
                product[i + j] ^= _times(one, other)
    slope = [c if i % 2 else 0 for i, c in enumerate(locator)][1:]
    mended = list(block)
    for place in places:
        root = _power(-place)
        amount = _times(_value(product, root), _inverse(_value(slope, root)))
        mended[size - 1 - place] ^= _times(amount, _power(place))
    return mended


def _locator(syndromes: list[int]) -> list[int]:
    """The polynomial whose roots are the places of the errors, lowest power first."""
    now, before, length, since, last = [1], [1], 0, 1, 1
    for n, syndrome in enumerate(syndromes):
        found = syndrome
        for i in range(1, min(length, len(now) - 1) + 1):
            found ^= _times(now[i], syndromes[n - i])
        if not found:
            since += 1
            continue
        factor = _times(found, _inverse(last))
        shifted = [0] * since + [_times(factor, c) for c in before]
        wide = max(len(now), len(shifted))
        summed = [
            (now[i] if i < len(now) else 0) ^ (shifted[i] if i < len(shifted) else 0)
            for i in range(wide)
        ]
        if 2 * length <= n:
            before, length, last, since = now, n + 1 - length, found, 1
        else:
            since += 1
        now = summed
    while len(now) > 1 and not now[-1]:
        now.pop()
    return now


def _value(polynomial: Sequence[int], at: int) -> int:
    """A polynomial, lowest power first, in the field of 256."""
    value = 0
    for coefficient in reversed(polynomial):
        value = _times(value, at) ^ coefficient
    return value


def _power(exponent: int) -> int:
    from segno import consts

    return int(consts.GALIOS_EXP[exponent % 255])


def _times(one: int, other: int) -> int:
    from segno import consts

    if not one or not other:
        return 0
    return _power(consts.GALIOS_LOG[one] + consts.GALIOS_LOG[other])


def _inverse(one: int) -> int:
    from segno import consts

    return _power(-consts.GALIOS_LOG[one])
