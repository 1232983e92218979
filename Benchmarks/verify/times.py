"""Time: instants in milliseconds since 1970, periods, and a slow but sure calendar of working hours (France)."""
import calendar
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
DAY = 86_400_000


def millis(moment):
    """Whole milliseconds: what is finer is cut off."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def sensible(moment):
    """Tools write zero or the year 1 for "no time"; what lies before 1990 or after 2100 is no time of work."""
    return millis(moment) if 1990 <= moment.year <= 2100 else None


def from_epoch(value, unit=1):
    """An instant in milliseconds (unit 1) or seconds (unit 1000) since 1970, as a whole number or its text."""
    if value in (None, "", 0) or isinstance(value, bool):
        return None
    try:
        return sensible(EPOCH + timedelta(milliseconds=round(float(value) * unit)))
    except (TypeError, ValueError, OverflowError):
        return None


def from_iso(text, zone=None):
    """ISO 8601; without a zone it is nothing, unless `zone` says which one is meant."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None and zone is None:
        return None
    return sensible(moment if moment.tzinfo else moment.replace(tzinfo=zone))


def from_pattern(text, pattern, zone):
    try:
        return sensible(datetime.strptime(text, pattern).replace(tzinfo=zone))
    except (TypeError, ValueError):
        return None


def local_day(instant, zone):
    return (EPOCH + timedelta(milliseconds=instant)).astimezone(zone).date()


def midnight(day, zone, hours=time(0)):
    return millis(datetime.combine(day, hours, zone))


def period(name, zone):
    """Start and end of 2026-10, 2026-Q3 or 2026, in local time."""
    year, _, part = name.partition("-")
    first, months = (1, 12) if not part else (int(part[1]) * 3 - 2, 3) if part[0] == "Q" else (int(part), 1)
    last = first + months - 1
    after = date(int(year) + last // 12, last % 12 + 1, 1)
    return midnight(date(int(year), first, 1), zone), midnight(after, zone)


def add_month(instant, zone, months):
    """The same day and time so many months on; the last day of the month where it has no such day."""
    moment = (EPOCH + timedelta(milliseconds=instant)).astimezone(zone)
    count = moment.month - 1 + months
    year, month = moment.year + count // 12, count % 12 + 1
    day = min(moment.day, calendar.monthrange(year, month)[1])
    return millis(moment.replace(year=year, month=month, day=day))


def easter(year):
    """Gregorian Easter Sunday, by the anonymous computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


@lru_cache(None)
def holidays(year):
    """Code du travail, art. L3133-1."""
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    moving = [easter(year) + timedelta(days=after) for after in (1, 39, 50)]
    return {date(year, *day) for day in fixed} | set(moving)


class WorkingHours:
    """The hours of `calendar:` in constat.yaml, on weekdays that are no holidays."""

    def __init__(self, zone, opens, closes):
        self.zone, self.hours = zone, (opens, closes)
        self.window = lru_cache(None)(self._window)
        self.between = lru_cache(None)(self._between)

    def _window(self, day):
        if day.weekday() > 4 or day in holidays(day.year):
            return None
        return tuple(midnight(day, self.zone, hour) for hour in self.hours)

    def contains(self, instant):
        window = self.window(local_day(instant, self.zone))
        return window is not None and window[0] <= instant < window[1]

    def _between(self, start, end):
        """Working milliseconds from start to end, each day clipped by itself."""
        total, day, last = 0, local_day(start, self.zone), local_day(end, self.zone)
        while day <= last:
            window = self.window(day)
            if window:
                total += max(0, min(end, window[1]) - max(start, window[0]))
            day += timedelta(days=1)
        return total


def working_hours(config, zone):
    """None where constat.yaml has no calendar; other countries or hours than the demo's are not known here."""
    told = config.get("calendar")
    if not told:
        return None
    if told.get("country") != "FR" or set(told["hours"]) != {"weekdays"}:
        raise SystemExit("only the calendar of France with hours of weekdays is known here")
    return WorkingHours(zone, *(time.fromisoformat(hour) for hour in told["hours"]["weekdays"].split("-")))
