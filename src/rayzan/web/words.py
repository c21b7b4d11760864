"""The interface's words in Persian and English, and dates and numbers as each reader writes them."""

from datetime import date

from rayzan.lang.fa.calendar import JALALI, jalali_of

WORDS: dict[str, tuple[str, str]] = {
    "title": ("رایزن", "rayzan"), "motto": ("پرونده مستند خبر دیپلماتیک", "the cited record of diplomatic news"),
    "reports": ("گزارش‌ها", "Reports"), "statements": ("اظهارات", "Statements"), "events": ("رویدادها", "Events"),
    "instruments": ("اسناد و توافق‌ها", "Instruments"), "commitments": ("تعهدات", "Commitments"), "figures": ("ارقام", "Figures"),
    "home": ("امروز", "Today"), "search": ("جست‌وجو", "Search"), "find": ("بیاب", "Find"), "searched": ("جست‌وجو شد", "Searched"),
    "outlet": ("رسانه", "Outlet"), "date": ("تاریخ", "Date"), "undated": ("بی‌تاریخ", "undated"), "speaker": ("گوینده", "Speaker"),
    "said": ("گفته", "Said"), "topic": ("موضوع", "Topic"), "act": ("کنش", "Act"), "state": ("وضعیت", "State"), "who": ("چه کسی", "Who"),
    "type": ("نوع", "Type"), "where": ("کجا", "Where"), "when": ("چه وقت", "When"), "claimed": ("به گفته", "Claimed by"), "narrator": ("راوی", "narrator"),
    "due": ("سررسید", "Due"), "value": ("مقدار", "Value"), "unit": ("یکا", "Unit"), "window": ("بازه", "Window"), "mentions": ("یادکردها", "Mentions"),
    "latest": ("آخرین وضعیت", "Latest state"), "text": ("متن چنان‌که رسیده", "The text as received"), "record": ("پرونده", "The record"),
    "cite": ("شیوه ارجاع", "How to cite"), "empty": ("چیزی یافت نشد.", "Nothing found."), "speakers": ("چه کسانی سخن گفتند", "Who spoke"),
    "actor": ("کنشگر", "Actor"), "office": ("سمت در تاریخ گزارش", "Office at the report's date"), "report": ("گزارش", "Report"), "notes": ("یادداشت‌ها", "Notes"),
    "other": ("English", "فارسی"), "kind": ("گونه", "Kind"), "by": ("بر عهده", "By"), "what": ("چه", "What"), "parties": ("طرف‌ها", "Parties"),
    "words": ("عین واژه‌ها", "The words"), "unknown": ("نامعلوم", "unknown"), "missing": ("این صفحه در پرونده نیست.", "This page is not in the dossier."),
    "places": ("جا", "places"), "help": ("روی هر گزاره بزنید تا واژه‌هایش در متن روشن شود؛ j و k پس و پیش می‌روند.", "Choose a fact and its words light up in the text; j and k go on and back."),
    "topics": ("موضوع‌ها", "Topics"), "within": ("درون", "within"), "headline": ("تیتر", "Headline"), "times": ("زمان‌ها", "Times"),
}  # fmt: skip

TERMS: dict[str, str] = {
    "direct": "مستقیم", "indirect": "نامستقیم", "mixed": "آمیخته", "statement": "بیان", "praise": "تقدیر", "thanks": "تشکر", "criticism": "انتقاد",
    "condemnation": "محکومیت", "denial": "رد", "demand": "خواست", "offer": "پیشنهاد", "promise": "وعده", "agreement": "موافقت", "concern": "نگرانی",
    "greeting": "تبریک", "question": "پرسش", "meeting": "دیدار", "visit": "سفر", "call": "تماس", "signing": "امضا", "press_conference": "نشست خبری",
    "consultation": "رایزنی", "summit": "اجلاس سران", "mandate": "مأموریت", "attack": "حمله", "sanction": "تحریم", "vote": "رأی", "appointment": "انتصاب",
    "other": "دیگر", "happened": "رخ داده", "planned": "برنامه‌ریزی‌شده", "proposed": "پیشنهادی", "denied": "انکارشده", "mandated": "مأموریت‌یافته",
    "negotiating": "در مذاکره", "agreed": "توافق‌شده", "initialled": "پاراف‌شده", "signed": "امضاشده", "ratified": "تصویب‌شده", "in_force": "لازم‌الاجرا",
    "implementing": "در حال اجرا", "stalled": "متوقف", "suspended": "معلق", "terminated": "پایان‌یافته", "replaced": "جایگزین‌شده", "treaty": "معاهده",
    "memorandum": "تفاهم‌نامه", "programme": "برنامه", "road_map": "نقشه راه", "mechanism": "سازوکار", "resolution": "قطعنامه", "corridor": "کریدور",
    "project": "طرح", "pledge": "تعهد", "request": "خواست", "person": "شخص", "body": "نهاد", "group": "گروه", "outlet": "رسانه", "politics": "سیاست",
    "trade": "تجارت", "transport": "حمل‌ونقل", "nuclear": "هسته‌ای", "defence": "دفاع", "energy": "انرژی", "science": "علم", "culture": "فرهنگ",
    "tourism": "گردشگری", "consular": "کنسولی", "finance": "مالی", "sanctions": "تحریم‌ها", "regional": "منطقه‌ای", "multilateral": "چندجانبه",
    "environment": "محیط زیست", "technology": "فناوری", "health": "سلامت", "agriculture": "کشاورزی", "media": "رسانه", "judiciary": "قضایی", "state": "دولت",
}  # fmt: skip
_MONTHS = {number: name for name, number in JALALI.items() if name != "امرداد"}
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class Speech:
    """The interface in one language."""

    def __init__(self, lang: str) -> None:
        self.lang, self.rtl = lang, lang == "fa"

    def __call__(self, word: str) -> str:
        pair = WORDS.get(word)
        return pair[0 if self.rtl else 1] if pair else word

    def term(self, word: str | None) -> str:
        """A term of the record in the interface's language."""
        if not word:
            return "–"
        return TERMS.get(word, word) if self.rtl else word.replace("_", " ")

    def number(self, value: object) -> str:
        text = f"{value:g}" if isinstance(value, float) else str(value)
        return text.translate(_PERSIAN) if self.rtl else text

    def day(self, value: str | None) -> str:
        """An ISO date in the reader's calendar: Jalali in Persian, day before month before year; else as it stands."""
        if not value:
            return self("undated")
        if not self.rtl:
            return value.replace("/", " – ")
        return " – ".join(self._jalali(part) for part in value.split("/"))

    def _jalali(self, value: str) -> str:
        try:
            year, month, day = jalali_of(date.fromisoformat(value))
        except ValueError:
            return value.translate(_PERSIAN)
        return f"{day} {_MONTHS[month]} {year}".translate(_PERSIAN)

    def name(self, actor: dict[str, str] | None, id: str | None) -> str:
        if actor is None:
            return id or self("unknown")
        return actor["name_fa"] if self.rtl and actor.get("name_fa") else actor["name_en"]
