"""From outcomes to figures: median, nearest rank, Wilson's interval, order statistics, Kaplan and Meier."""
import math
from dataclasses import dataclass
from fractions import Fraction


@dataclass
class Outcome:
    """What one record says: a value, open (with the time so far), or left out with a reason."""
    state: str
    value: object = None
    reason: str = None
    span: tuple = None
    late: bool = False


def value(number, span=None, late=False):
    return Outcome("value", number, span=span, late=late)


def waiting(elapsed=None):
    return Outcome("open", elapsed)


def left(reason):
    return Outcome("left", reason=reason)


ENOUGH = 5
FIELDS = ["population", "n", "open", "late", "leftOut", "numerator", "value", "sum", "of", "median", "p90", "p95", "mean", "min", "max",
          "businessHours", "low95", "high95", "withOpen"]
SURVIVAL = {"low95", "high95", "withOpen"}


def blank(outcomes):
    used = [one for one in outcomes if one.state == "value"]
    reasons = [one.reason for one in outcomes if one.state == "left"]
    figure = dict.fromkeys(FIELDS)
    figure |= {"population": len(outcomes), "n": len(used), "open": sum(one.state == "open" for one in outcomes),
               "late": sum(one.late for one in used), "leftOut": {reason: reasons.count(reason) for reason in set(reasons)}}
    return figure, used


def count(outcomes, _):
    figure, used = blank(outcomes)
    return figure | {"value": len(used)}


def share(outcomes, intervals):
    figure, used = blank(outcomes)
    figure["numerator"] = sum(one.value for one in used)
    if len(used) >= ENOUGH:
        figure["value"] = figure["numerator"] / len(used)
        figure |= dict(zip(("low95", "high95"), intervals.wilson(figure["numerator"], len(used)))) if intervals else {}
    return figure


def total(outcomes, _):
    """A sum of exact numbers."""
    figure, used = blank(outcomes)
    amount = sum((Fraction(one.value) for one in used), Fraction(0))
    return figure | {"sum": float(amount), "value": float(amount)}


def ratio(outcomes, _):
    """The sum of the first numbers by the sum of the second; what it is a share of must be enough."""
    figure, used = blank(outcomes)
    if not used:
        return figure
    over, under = sum(one.value[0] for one in used), sum(one.value[1] for one in used)
    return figure | {"sum": over, "of": under, "value": over / under if under >= ENOUGH else None}


def spread(numbers):
    """Median as the mean of the two middle values; P90 and P95 by nearest rank: values that occurred."""
    ordered, n = sorted(numbers), len(numbers)
    rank = {percent: ordered[-(-percent * n // 100) - 1] for percent in (90, 95)}
    return {"median": (ordered[(n - 1) // 2] + ordered[n // 2]) / 2, "p90": rank[90], "p95": rank[95],
            "mean": sum(ordered) / n, "min": ordered[0], "max": ordered[-1]}


def duration(outcomes, intervals, hours=None):
    figure, used = blank(outcomes)
    if len(used) < ENOUGH:
        return figure
    numbers = [one.value for one in used]
    figure |= spread(numbers)
    figure["value"] = figure["median"]
    if hours:
        figure["businessHours"] = spread([hours.between(*one.span) for one in used])
    if intervals:
        figure |= dict(zip(("low95", "high95"), intervals.median(sorted(numbers))))
        figure["withOpen"] = intervals.survival(numbers, [one.value for one in outcomes if one.state == "open" and one.value is not None])
    return figure


class Intervals:
    """Needs scipy and lifelines, which is why it is made only where intervals are asked for."""

    def __init__(self):
        import warnings
        from lifelines import KaplanMeierFitter
        from lifelines.utils import median_survival_times
        from scipy.stats import binom, norm
        warnings.simplefilter("ignore")  # lifelines warns of curves that never fall to a half
        self.binom, self.z = binom, norm.ppf(0.975)
        self.fitter, self.median_times = KaplanMeierFitter, median_survival_times

    def wilson(self, hits, n):
        p, zz = hits / n, self.z ** 2
        centre, half = (p + zz / (2 * n)) / (1 + zz / n), self.z / (1 + zz / n) * math.sqrt(p * (1 - p) / n + zz / (4 * n * n))
        return (0.0 if hits == 0 else centre - half), (1.0 if hits == n else centre + half)

    def median(self, ordered):
        """Order statistics that the exact binomial puts around the median; five values have none."""
        n = len(ordered)
        rank = int(self.binom.ppf(0.025, n, 0.5))
        return (ordered[rank - 1], ordered[n - rank]) if rank else (None, None)

    def survival(self, done, still_open):
        """Median over closed and open ones, with its log-log interval."""
        if not still_open:
            return None
        fitted = self.fitter(alpha=0.05).fit(done + still_open, [True] * len(done) + [False] * len(still_open))
        low, high = self.median_times(fitted.confidence_interval_).iloc[0]
        # The curve is a product of floats: where it is exactly a half, it may be a hair above it, and lifelines takes the next step.
        half = fitted.survival_function_.iloc[:, 0] <= 0.5 + 1e-12
        found = {"median": half.idxmax() if half.any() else math.inf, "low95": low, "high95": high}
        return {name: float(at) if math.isfinite(at) else None for name, at in found.items()}
