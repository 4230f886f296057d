"""Which of the two languages the program speaks."""

import locale
import os
from collections.abc import Mapping

from desktop_app.core.errors import Language

OVERRIDE = "BIJIA_LANGUAGE"
_NEUTRAL = ("", "c", "posix")


def language_for(locale_name: str) -> Language:
    """Chinese for a Chinese or an unknown locale, else English."""
    name = locale_name.partition(".")[0].partition("@")[0].lower()
    return "zh" if name in _NEUTRAL or name.startswith(("zh", "chinese")) else "en"


def system_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the user's session; BIJIA_LANGUAGE, "zh" or "en", goes before the locale."""
    for variable in (OVERRIDE, "LC_ALL", "LC_MESSAGES", "LANG"):
        if name := environment.get(variable):
            return language_for(name)
    return language_for(locale.getlocale()[0] or "")
