"""Numbers and days as the readers of one language write them: Jalali days in Persian, Gregorian ones in English."""

from datetime import date
from functools import lru_cache

from rayzan.lang.fa.calendar import JALALI, jalali_of

MONTHS = {number: name for name, number in JALALI.items() if name != "امرداد"}
ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PERSIAN_MONTHS = ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"]
LATIN_JALALI = ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"]
_PERSIAN = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬")
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_jalali = lru_cache(maxsize=8192)(jalali_of)  # a page says the same days many times


class Dates:
    """Numbers and days in Persian («fa») or English («en»)."""

    def __init__(self, lang: str) -> None:
        self.lang, self.rtl = lang, lang == "fa"

    def number(self, value: object) -> str:
        """A number in the digits of this language, thousands set apart."""
        if isinstance(value, float):
            text = f"{int(value):,}" if value.is_integer() and abs(value) < 1e18 else f"{value:,.12g}"
        else:
            text = f"{value:,}" if isinstance(value, int) else str(value)
        return text.translate(_PERSIAN) if self.rtl else text

    def digits(self, text: object) -> str:
        """The digits of a text in those of this language, nothing else changed."""
        return str(text).translate(_DIGITS) if self.rtl else str(text)

    def day(self, value: str) -> str:
        """An ISO date, month, year or interval: Jalali days in Persian, day before month before year; Gregorian in English."""
        return " – ".join(self._part(part) for part in value.split("/")) if value[:1].isdigit() else value

    def _part(self, value: str) -> str:
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return self._rough(value)
        return self.jalali(day) if self.rtl else self.gregorian(day)

    def _rough(self, value: str) -> str:
        """A month or a year: Gregorian in both languages, since a Jalali month covers parts of two."""
        year, _, month = value.partition("-")
        if month.isdigit() and 1 <= int(month) <= 12:
            name = (PERSIAN_MONTHS if self.rtl else ENGLISH_MONTHS)[int(month) - 1]
            return self.digits(f"{name} {year}")
        return self.digits(value)

    def jalali(self, day: date) -> str:
        year, month, number = _jalali(day)
        return self.digits(f"{number} {self.month(month, True)} {year}")

    def gregorian(self, day: date) -> str:
        return self.digits(f"{day.day} {self.month(day.month, False)} {day.year}")

    def month(self, number: int, jalali: bool) -> str:
        """The name of a month of either calendar."""
        if jalali:
            return MONTHS[number] if self.rtl else LATIN_JALALI[number - 1]
        return (PERSIAN_MONTHS if self.rtl else ENGLISH_MONTHS)[number - 1]

    def both(self, value: str | None) -> str:
        """The date in the other calendar, for the title of a date; a month, a year or an open date as it stands."""
        if not value:
            return ""
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return value
        return f"{self.gregorian(day) if self.rtl else self.jalali(day)} · {value}"

    def window(self, value: str | None) -> str:
        """An ISO duration or interval in words: «P1Y6M» is «۱ سال و ۶ ماه»."""
        if not value:
            return ""
        if not value.startswith("P"):
            return self.day(value)
        names = {"Y": ("سال", "year"), "M": ("ماه", "month"), "W": ("هفته", "week"), "D": ("روز", "day"), "H": ("ساعت", "hour")}
        out, count = [], ""
        for letter in value[1:].replace("T", ""):
            if letter.isdigit() or letter == ".":
                count += letter
            elif letter in names and count:
                persian, one = names[letter]
                out.append(f"{self.digits(count)} {persian if self.rtl else one if count == '1' else f'{one}s'}")
                count = ""
        return (" و " if self.rtl else " ").join(out) or value
