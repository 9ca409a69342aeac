"""Equal Earth: the world on a flat page with every country as large as it is beside the others.

Formula and coefficients: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33(3), 2019, 454-465, doi 10.1080/13658816.2018.1504949, on the sphere.
"""

import math

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = math.sqrt(3) / 2

MIDDLE = 11.0  # degrees east: the edges of the map then fall into the Bering Strait, and no land is cut in two
WEST, EAST = MIDDLE - 180, MIDDLE + 180
NORTH, SOUTH = 84.0, -56.5  # degrees: the northern end of Greenland, below Cape Horn; Antarctica is left out


def equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to a sphere of radius 1: x to the east of the middle meridian, y to the north of the equator.

    `longitude` counts from the middle meridian and may lie outside -180..180. ValueError for a latitude beyond a pole.
    """
    if not -90 <= latitude <= 90:
        raise ValueError(f"No latitude: {latitude}")
    t = math.asin(M * math.sin(math.radians(latitude)))
    square = t * t
    sixth = square**3
    stretch = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = math.radians(longitude) * math.cos(t) / (M * stretch)
    y = t * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return x, y


def around(longitude: float) -> float:
    """The same meridian, in degrees between the western and the eastern edge of the map."""
    return (longitude - WEST) % 360 + WEST


def flat(latitude: float, longitude: float, width: float) -> tuple[float, float]:
    """Degrees to a map `width` units wide, its corner at the upper left: x to the right, y down.

    A longitude already between the edges is left as it is, so that a ring of coast stays whole.
    """
    half = equal_earth(0, 180)[0]
    scale = width / (2 * half)
    x, y = equal_earth(latitude, longitude - MIDDLE)
    return (x + half) * scale, (equal_earth(NORTH, 0)[1] - y) * scale


def height(width: float) -> float:
    """How high a map of this width is, in the same unit."""
    return flat(SOUTH, MIDDLE, width)[1]
