"""Human languages, and how well somebody says they speak them."""

from __future__ import annotations

import msgspec

from skillgap.matching.levels import LEVEL_OF_WORD, compiled
from skillgap.matching.lexicon import words_of
from skillgap.matching.normalize import normalize

LANGUAGES = frozenset(
    words_of(
        """
        afrikaans albanian amharic arabic armenian assamese azerbaijani azeri bambara basque
        belarusian bengali bangla berber bhojpuri bosnian breton bulgarian burmese cantonese
        catalan cebuano chinese cornish corsican creole croatian czech danish dari dutch
        english esperanto estonian faroese farsi filipino finnish flemish french frisian
        fula gaelic galician georgian german greek guarani gujarati hausa hawaiian hebrew
        hindi hmong hungarian icelandic igbo ilocano indonesian irish italian japanese
        javanese kannada kashmiri kazakh khmer kinyarwanda kirundi korean kurdish kyrgyz lao
        latin latvian lingala lithuanian luganda luxembourgish macedonian maithili malagasy
        malay malayalam maltese mandarin maori marathi moldovan mongolian nepali norwegian
        odia oromo papiamento pashto persian polish portuguese punjabi quechua romani
        romanian romansh russian samoan sanskrit serbian sesotho setswana shona sindhi
        sinhala slovak slovene slovenian somali spanish sundanese swahili kiswahili swedish
        tagalog tajik tamil tatar telugu thai tibetan tigrinya tongan tswana turkish turkmen
        twi ukrainian urdu uyghur uzbek vietnamese welsh wolof xhosa yiddish yoruba zulu
        castellano deutsch english espanol espa\u00f1ol francais fran\u00e7ais italiano
        portugues portugu\u00eas nederlands bahasa
        """
    )
)
SIGN_LANGUAGES = ("sign language", "american sign language", "british sign language", "asl", "bsl")
COMMON_EUROPEAN = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 5}
"""Levels of the Common European Framework of Reference for Languages, on the scale of skills."""

SPOKEN = frozenset(
    words_of(
        """
        a an and as at i am is my the in of with to for speak speaks speaking spoken write
        written read reading language languages skills skill level levels proficiency
        speaker mother tongue first second third foreign native nativelike near bilingual
        trilingual multilingual fluent fluently fluency conversational conversation business
        professional working full limited elementary basic basics beginner beginners
        intermediate upper lower pre advanced advance good very excellent strong some little
        bit fair perfect proficient competent knowledge expert mastery rusty ok okay decent
        school everyday daily technical medical tested certified cefr ielts toefl toeic hsk
        jlpt delf dele topik n1 n2 n3 n4 n5 brazilian mexican latin american european
        canadian british us uk simplified traditional modern standard egyptian levantine
        gulf moroccan years year yrs yr band score plus only both communication verbal oral
        """
    )
)
ENGLISH_TESTS = frozenset({"ielts", "toefl", "toeic"})
DIALECTS = frozenset({"latin"})


class Tongue(msgspec.Struct, frozen=True):
    """A human language; `level` is 1 to 5 on the scale of skills, where one is said."""

    name: str
    said: str | None
    level: int | None


def read_tongue(text: str) -> Tongue | None:
    """Return the human language that a text names, and nothing else but how well it is spoken."""
    normal = normalize(text)
    if any(normal.startswith(each) for each in SIGN_LANGUAGES):
        return Tongue(normal.title(), None, None)
    words = normal.split()
    named = [word for word in words if word in LANGUAGES and word not in DIALECTS]
    named = named or [word for word in words if word in LANGUAGES]
    if not named and not ENGLISH_TESTS.isdisjoint(words):
        named = ["english"]
    if len(set(named)) != 1:
        return None
    others = [word for word in words if word not in named]
    if any(
        word not in SPOKEN and word not in COMMON_EUROPEAN and not word.replace(".", "").isdigit()
        for word in others
    ):
        return None
    return Tongue(named[0].capitalize(), *how_well(text, others))


def how_well(text: str, words: list[str]) -> tuple[str | None, int | None]:
    """Return the words of how well a language is spoken, and the level they stand for."""
    for word in words:
        if word in COMMON_EUROPEAN:
            return word.upper(), COMMON_EUROPEAN[word]
    plain = " ".join(words)
    if {"native", "mother", "bilingual"} & set(words):
        return ("native" if "bilingual" not in words else "bilingual"), 5
    for level_word in sorted(LEVEL_OF_WORD, key=len, reverse=True):
        if compiled(rf"\b{level_word}\b").search(plain):
            return level_word, LEVEL_OF_WORD[level_word]
    if match := compiled(r"[:=]\s?([1-5])\Z").search(text.strip()):
        return match[1], int(match[1])
    return None, None
