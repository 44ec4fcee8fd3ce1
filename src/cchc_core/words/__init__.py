"""Every sentence the library says, in Vietnamese and English, in one place."""

from cchc_core.words.say import LANGUAGES, Language, Text, say

__all__ = ["LANGUAGES", "Language", "Text", "say"]
