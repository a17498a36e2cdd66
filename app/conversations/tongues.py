"""Which language a text is in (pure): by its script, else by the small words that only it has.

ISO 639-1 codes. English is what remains: young people mix, and one foreign word is a loan word.
"""

import re
import unicodedata
from functools import lru_cache

from app.conversations.plain import LATELY, bare_words

ENGLISH = "en"
# Letters that Urdu has and Arabic has not.
URDU_LETTERS = frozenset("ٹڈڑںےگچپژہھی")
SCRIPTS = (
    ("GURMUKHI", "pa"),
    ("GUJARATI", "gu"),
    ("BENGALI", "bn"),
    ("TAMIL", "ta"),
    ("DEVANAGARI", "hi"),
    ("CJK", "zh"),
    ("HIRAGANA", "ja"),
    ("HANGUL", "ko"),
    ("ETHIOPIC", "am"),
    ("GREEK", "el"),
    ("HEBREW", "he"),
    ("THAI", "th"),
)
UKRAINIAN_LETTERS = frozenset("іїєґ")
# Small words and words of this matter, without accents: two of them, or one that nobody else has.
SMALL = {
    "cy": (
        "dw dwi rwy mae ydy yw i'r yn y yr fy eisiau isio siarad am gyda hefyd ysgol cwsg cysgu"
        " poen"
        " blinder diolch dim byd iawn meddyginiaeth ffrindiau bwyd gwaith chwarae sut pryd allai"
        " alla"
        " methu dod ddim iechyd bola pen coleg arholiadau pwysau anadlu"
    ),
    "pl": (
        "sie jest nie mam moj moja moje czy jak chce boli bol glowa glowy brzuch szkola szkole"
        " spanie"
        " sen leki lek oraz albo tak dziekuje prosze dzien dobry nic wszystko dobrze rozumiem"
        " mowie po"
        " polsku kiedy moge lekarz wizyta zmeczenie zdrowie bardzo o i z sprawy przyjsc dam rady"
        " przyjde jestem mama"
    ),
    "ro": (
        "nu este sunt si sa ma doare durere durerea capul scoala somn somnul medicamente"
        " medicamentele"
        " multumesc vreau despre cand pot totul bine nimic limba romana vorbesc inteleg engleza"
        " oboseala mancare mancarea burta vin programare pentru cu prietenii"
    ),
    "pt": (
        "nao eu meu minha meus minhas dor cabeca escola sono dormir remedios obrigado obrigada"
        " quero"
        " falar sobre quando posso tudo bem nada ingles portugues falo entendo cansaco comida"
        " barriga"
        " consulta voce mae com uma os ao muito dores medicacao"
    ),
    "es": (
        "no el la los las mi mis dolor cabeza escuela colegio dormir sueno medicina medicinas"
        " gracias"
        " quiero hablar sobre cuando puedo todo bien nada ingles espanol hablo entiendo cansancio"
        " comida barriga cita mama y con una que me duele muy tengo pastillas amigos"
    ),
    "fr": (
        "je le la les mon ma mes ne pas est douleur mal tete ecole sommeil dormir medicaments merci"
        " veux parler quand puis tout va bien rien anglais francais parle comprends fatigue ventre"
        " rendez vous maman et avec une des du mes au j'ai ai"
    ),
    "it": (
        "il lo gli mio mia miei mie non sono dolore testa scuola sonno dormire medicine grazie"
        " voglio"
        " parlare quando posso tutto bene niente inglese italiano parlo capisco stanchezza cibo"
        " pancia"
        " appuntamento mamma e con una che mi fa male molto di"
    ),
    "tr": (
        "ve bir bu ben benim icin degil yok var agri agrisi bas basim okul uyku uyumak ilac ilaclar"
        " ilaclarim tesekkurler tesekkur ederim istiyorum ne zaman her sey iyi hicbir ingilizce"
        " turkce"
        " bilmiyorum anlamiyorum konusmuyorum yorgunluk yemek karin randevu anne gelemem"
        " gelemiyorum"
        " cok nasil"
    ),
    "so": (
        "waa waxaan ma iyo in aan xanuun madax madaxa dugsi dugsiga iskuul iskuulka hurdo hurdada"
        " daawo daawada mahadsanid haa maya wax walba fiican waxba ingiriisi ingiriisiga soomaali"
        " kuma hadlo fahmin daal daalka cunto cuntada calool caloosha ballan hooyo kari karo imaan"
    ),
    "ur": (
        "mujhe mera meri mere hai hain nahi nahin ka ki ke ko se aur kya kab sar dard neend dawai"
        " dawa shukriya theek sab kuch kuch bhi angrezi samajh nahi ati thakan khana pait ammi"
        " bahut"
        " rehta hota hoti raha rahi"
    ),
}
# Of these one word is enough.
TELLING = {
    "cy": "dwi rwy ysgol cwsg cysgu blinder meddyginiaeth diolch eisiau isio arholiadau anadlu",
    "pl": "glowy szkola szkole spanie dziekuje prosze rozumiem zmeczenie leki wszystko polsku",
    "ro": "scoala somnul medicamente medicamentele multumesc vorbesc inteleg oboseala durerea",
    "pt": "remedios obrigado obrigada cansaco cabeca voce medicacao",
    "es": "cabeza escuela colegio cansancio medicinas pastillas espanol gracias",
    "fr": "ecole sommeil medicaments merci comprends francais rendez douleur",
    "it": "scuola sonno stanchezza grazie capisco italiano appuntamento",
    "tr": "agrisi ilaclarim ilaclar tesekkurler istiyorum anlamiyorum bilmiyorum okul uyku gelemem",
    "so": "waxaan dugsiga iskuulka hurdada daawada mahadsanid daalka cuntada caloosha xanuun",
    "ur": "mujhe nahi nahin neend dawai shukriya angrezi thakan",
}
# In English as well, or names: they tell nothing of a language.
ENGLISH_TOO = frozenset(
    [
        "a",
        "am",
        "i",
        "o",
        "y",
        "no",
        "me",
        "so",
        "sad",
        "her",
        "hay",
        "pot",
        "bin",
        "sen",
        "ten",
        "van",
        "dam",
        "die",
        "el",
        "la",
        "as",
        "do",
        "on",
        "in",
        "an",
        "is",
        "it",
        "at",
        "by",
        "my",
        "he",
        "she",
        "we",
        "us",
        "our",
        "you",
        "your",
        "of",
        "or",
        "to",
        "be",
        "ok",
        "mum",
        "dad",
        "pain",
        "but",
        "not",
        "and",
        "the",
        "for",
        "with",
        "have",
        "has",
        "had",
        "was",
        "can",
        "how",
        "when",
        "what",
        "why",
        "school",
        "sleep",
        "est",
        "tout",
        "bien",
        "son",
        "sono",
        "pen",
        "pm",
        "bar",
        "man",
        "mal",
        "come",
        "male",
        "rest",
        "fatigue",
        "ma",
        "mama",
        "pour",
        "mine",
        "lo",
        "le",
        "les",
        "des",
        "di",
        "medicine",
        "e",
        "ne",
        "sa",
        "si",
        "ai",
        "au",
        "via",
        "per",
        "nil",
        "plus",
        "sur",
        "chat",
        "pas",
        "point",
        "dans",
        "face",
        "mi",
        "de",
        "ka",
        "ki",
        "ke",
        "se",
        "hai",
        "bas",
        "ben",
        "bu",
        "var",
        "ve",
        "iyi",
        "anne",
        "wax",
        "haa",
        "maya",
        "ko",
        "sab",
        "bhi",
        "dolor",
    ]
)
_small = {code: frozenset(bare_words(words).split()) - ENGLISH_TOO for code, words in SMALL.items()}
_telling = {code: frozenset(words.split()) for code, words in TELLING.items()}
LETTERS = {
    "pl": re.compile(r"[ąęłśźżĄĘŁŚŹŻ]|[ńćó]\w*[ąęłśźż]"),
    "ro": re.compile(r"[ășțţĂȘȚŢ]|\b[îÎ]n\b"),
    "tr": re.compile(r"[ığİĞ]|ş\w*[ıü]"),
    "es": re.compile(r"[ñÑ¿¡]"),
    "pt": re.compile(r"[ãõÃÕ]"),
    "cy": re.compile(r"[ŵŷŴŶ]"),
}
AT_LEAST = 2


@lru_cache(LATELY)
def language_of(text: str, asked_in: str = ENGLISH) -> str:
    """Return the language of a text; in doubt the one they were asked in, or English.

    >>> language_of("dolor de cabeza, escuela, dormir"), language_of("my knee hurts")
    ('es', 'en')
    """
    script = _script_of(text)
    if script:
        return script
    words = set(bare_words(text).split())
    hits = {code: len(words & small) for code, small in _small.items()}
    for code, telling in _telling.items():
        hits[code] += AT_LEAST if words & telling else 0
    for code, letters in LETTERS.items():
        hits[code] += AT_LEAST if letters.search(text) else 0
    best = max(hits, key=lambda code: (hits[code], code == asked_in))
    return best if hits[best] >= AT_LEAST else ENGLISH


def _script_of(text: str) -> str | None:
    letters = [char for char in text if char.isalpha() and not char.isascii()]
    if not letters or len(letters) * 2 < sum(char.isalpha() for char in text):
        return None
    name = unicodedata.name(letters[0], "")
    if name.startswith("ARABIC"):
        return "ur" if URDU_LETTERS & set(letters) else "ar"
    if name.startswith("CYRILLIC"):
        return "uk" if UKRAINIAN_LETTERS & set(text.lower()) else "ru"
    return next((code for script, code in SCRIPTS if name.startswith(script)), None)
