"""Two charts as SVG text: horizontal bars, and lines over logarithmic axes. Pixel geometry only."""

import math
from html import escape

INK, FAINT, GRID = "#1f2430", "#5b6472", "#e3e6eb"
PRODUCT = "#d97706"
SERIES = ("#d97706", "#2563eb", "#0f766e", "#7c3aed", "#be123c", "#4d7c0f", "#0369a1", "#92400e")
PEER = "#94a3b8"
FONT = "font-family='system-ui, sans-serif'"


def text(x, y, content, size=12, anchor="start", fill=INK, weight="normal"):
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' text-anchor='{anchor}'"
        f" fill='{fill}' font-weight='{weight}'>{escape(content)}</text>")


def document(width, height, title, subtitle, body):
    return "\n".join([
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'"
        f" width='{width}' height='{height}' role='img' aria-label='{escape(title)}' {FONT}>",
        f"<rect width='{width}' height='{height}' fill='#ffffff'/>",
        text(20, 28, title, 16, weight="600"),
        text(20, 48, subtitle, 12, fill=FAINT),
        *body, "</svg>", "",
    ])


def bars(title, subtitle, rows):
    """Rows are (label, value, value as text, whether it is the product). Bars from zero; where the
    values span more than a factor of 20, dots on a logarithmic scale instead, which the subtitle says.
    """
    left, right, width, step, top = 190, 190, 760, 24, 66
    most, least = max(value for _, value, _, _ in rows), min(value for _, value, _, _ in rows)
    logarithmic = most > 20 * least
    if logarithmic:
        subtitle += "; logarithmic scale"
        least /= 2

    def length(value):
        share = math.log(value / least) / math.log(most / least) if logarithmic else value / most
        return max(2, (width - left - right) * share)

    body = []
    for index, (label, value, shown, ours) in enumerate(rows):
        y, end = top + index * step, left + length(value)
        fill = PRODUCT if ours else PEER
        weight = "600" if ours else "normal"
        body.append(text(left - 8, y + 13, label, 12, "end", weight=weight))
        if logarithmic:
            body.append(f"<path d='M{left} {y + 9}H{end:.1f}' stroke='{GRID}'/>")
            body.append(f"<circle cx='{end:.1f}' cy='{y + 9}' r='5' fill='{fill}'/>")
        else:
            body.append(
                f"<rect x='{left}' y='{y}' width='{end - left:.1f}' height='16' fill='{fill}'/>")
        body.append(text(end + 10, y + 13, shown, 12, fill=FAINT))
    return document(width, top + len(rows) * step + 14, title, subtitle, body)


def ticks(low, high):
    """The 1, 2 and 5 of each power of ten within a range; powers of ten alone when it is wide."""
    digits = (1, 2, 5) if math.log10(high / low) < 2.5 else (1,)
    exponents = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    values = [digit * 10.0**exponent for exponent in exponents for digit in digits]
    return [value for value in values if low * 0.999 <= value <= high * 1.001]


def short(value):
    """1000 as 1k, and numbers that are not round as they are."""
    if value % 1000:
        return f"{value:g}" if value < 100_000 else f"{value:.3g}"
    for limit, suffix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= limit:
            return f"{value / limit:g}{suffix}"
    return f"{value:g}"


def lines(title, subtitle, series, x_label, y_label, reference=None):
    """Series are {name: [(x, y)]}; both axes logarithmic; names stand at the right end of a line."""
    width, height, left, right, top, bottom = 760, 440, 70, 170, 92, 50
    points = [point for values in series.values() for point in values]
    x_low, x_high = min(x for x, _ in points), max(x for x, _ in points)
    heights = [y for _, y in points] + ([reference] if reference else [])
    y_low, y_high = min(heights) / 1.2, max(heights) * 1.2

    def place(x, y):
        across = math.log(x / x_low) / math.log(x_high / x_low) if x_high > x_low else 0.5
        up = math.log(y / y_low) / math.log(y_high / y_low)
        return (
            left + across * (width - left - right), height - bottom - up * (height - top - bottom))

    body = []
    for value in ticks(y_low, y_high):
        _, y = place(x_low, value)
        body.append(f"<path d='M{left} {y:.1f}H{width - right}' stroke='{GRID}'/>")
        body.append(text(left - 8, y + 4, short(value), 11, "end", FAINT))
    for value in sorted({x for x, _ in points}):
        x, _ = place(value, y_low)
        body.append(text(x, height - bottom + 18, short(value), 11, "middle", FAINT))
    if reference:
        _, y = place(x_low, reference)
        body.append(f"<path d='M{left} {y:.1f}H{width - right}' stroke='{INK}' stroke-dasharray='4 3'/>")
    labels = []
    for index, (name, values) in enumerate(series.items()):
        colour = SERIES[index % len(SERIES)]
        path = " L".join("{:.1f} {:.1f}".format(*place(x, y)) for x, y in sorted(values))
        body.append(f"<path d='M{path}' fill='none' stroke='{colour}' stroke-width='2'/>")
        for x, y in values:
            cx, cy = place(x, y)
            body.append(f"<circle cx='{cx:.1f}' cy='{cy:.1f}' r='3' fill='{colour}'/>")
        labels.append([place(*max(values))[1], name, colour])
    labels.sort()
    for above, below in zip(labels, labels[1:]):
        below[0] = max(below[0], above[0] + 14)
    for y, name, colour in labels:
        body.append(text(width - right + 8, y + 4, name, 12, fill=colour, weight="600"))
    body.append(text((left + width - right) / 2, height - 10, x_label, 12, "middle", FAINT))
    body.append(text(left - 8, top - 14, y_label, 12, "end", fill=FAINT))
    return document(width, height, title, subtitle, body)
