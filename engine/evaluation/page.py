"""The report: one page that a person reads, with a picture of what is taken for what."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from evaluation import figures
from evaluation.figures import Case, Row
from evaluation.understanding import Cost

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 0 0 2rem } caption { text-align: left; color: #555 }
th, td { padding: .15rem .8rem .15rem 0; text-align: right; border-bottom: 1px solid #ddd }
th:first-child, td:first-child, td.note { text-align: left } img { max-width: 100% }
"""


def page(
    cases: Sequence[Case],
    gated: Mapping[str, float],
    cost: Mapping[str, str],
    recorded: Mapping[str, float],
) -> str:
    """The whole page as HTML, the picture inside it."""
    summary = (
        [name, f"{value:.3f}", f"{recorded[name]:.3f}" if name in recorded else "–"]
        for name, value in gated.items()
    )
    wrong = (
        [phrase.stratum, phrase.text, phrase.intent, got.intent]
        for phrase, got in cases
        if not figures.intent_right((phrase, got))
    )
    parts = [
        "<h1>How well Dutch is understood</h1>",
        f"<p>{len(cases)} phrases that were never trained on.</p>",
        _table("In short", ["figure", "now", "recorded"], summary),
        _table("Time and memory", ["what", "measured"], cost.items()),
        _rows(
            "Strata",
            ["stratum", "phrases", "at once", "after one question", "not understood"],
            figures.strata(cases),
        ),
        _rows(
            "Intents",
            ["intent", "phrases", "recall", "precision", "heard as"],
            figures.intents(cases),
        ),
        _rows(
            "Kenmerken in stories",
            ["kenmerk", "phrases", "recall", "precision"],
            figures.kenmerken(cases),
        ),
        _rows("Values", ["value", "said", "recall", "precision"], figures.values(cases)),
        "<h2>Kenmerken taken for each other</h2>",
        "<p>Rows: the one kenmerk that was meant. Columns: the first guess.</p>",
        f'<img alt="Confusion between kenmerken" src="{_image(picture(cases))}">',
        _table("Wrong intents", ["stratum", "phrase", "meant", "heard"], wrong),
    ]
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Understanding Dutch</title>'
        f"<style>{STYLE}</style>{''.join(parts)}</html>\n"
    )


def picture(cases: Sequence[Case]) -> bytes:
    """The confusion between kenmerken as a PNG."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    codes, table = figures.confusion(cases)
    shares = [[count / max(sum(row), 1) for count in row] for row in table]
    chart, axes = pyplot.subplots(figsize=(10, 9))
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(codes)), codes, rotation=90)
    axes.set_yticks(range(len(codes)), codes)
    axes.set_xlabel("first guess")
    axes.set_ylabel("meant")
    for row, counts in enumerate(table):
        for column, count in enumerate(counts):
            if count:
                color = "white" if shares[row][column] > 0.5 else "black"
                axes.text(column, row, count, ha="center", va="center", color=color, fontsize=8)
    chart.tight_layout()
    content = io.BytesIO()
    chart.savefig(content, format="png", dpi=90)
    pyplot.close(chart)
    return content.getvalue()


def costs(cases: Sequence[Case], cost: Cost, outside: float | None) -> dict[str, str]:
    """What understanding takes, in words."""
    times = sorted(got.milliseconds for _, got in cases)
    found = {
        "a message, half of them within": f"{times[len(times) // 2]:.0f} ms",
        "a message, 95 of 100 within": f"{times[len(times) * 95 // 100]:.0f} ms",
        "memory with Rasa and the model": f"{cost.megabytes:.0f} MB",
        "loading Rasa and the model, to the first answer": f"{cost.seconds_to_first_answer:.0f} s",
    }
    if outside is not None:
        found["outside check, xSID Dutch (accuracy)"] = f"{outside:.3f}"
    return found


def _rows(title: str, heads: list[str], rows: Iterable[Row]) -> str:
    return _table(
        title,
        heads,
        (
            [row.name, str(row.count), *(f"{share:.2f}" for share in row.shares), row.note]
            for row in rows
        ),
    )


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<h2>{escape(title)}</h2><table><tr>{head}</tr>{body}</table>"


def _image(content: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"
