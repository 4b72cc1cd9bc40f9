"""The characters that every upright face of the brand's family draws.

A list, since to read the faces takes longer than all other checks; a test holds it to them.
"""

_RANGES = """
    20-7e a0-107 10a-113 116-11b 11e-121 126-12b 12e-131 139-13a 13d-13e 141-144 147-148 14c-14d
    150-155 158-15b 15e-16b 16e-17e 1a0-1a1 1af-1b0 1e6-1e7 2c6-2c7 2d8-2dc 300-304 306-30c 312
    31b 323 326-328 1e20-1e21 1e80-1e85 1e9e 1ea0-1ef9 2013-2014 2018-201a 201c-201e 2020-2022
    2026 2030 2039-203a 2044 2070 2074-2079 2080-2089 20ab-20ac 2122 215b-215e 2212 2215 2248
    2260 2264-2265 a d
"""
"""In hexadecimal figures; the ends of lines are drawn by any face."""


def _read(ranges: str) -> frozenset[str]:
    ends = (part.partition("-") for part in ranges.split())
    spans = (range(int(a, 16), int(b or a, 16) + 1) for a, _, b in ends)
    return frozenset(chr(code) for span in spans for code in span)


DRAWABLE = _read(_RANGES)
