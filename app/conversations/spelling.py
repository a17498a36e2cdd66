"""How young people spell (pure): the words that other rooms look for, however they are written.

Only for finding what a text says. The words that are shown are always as they were typed.
"""

from collections.abc import Iterable
from functools import lru_cache

MANY = 512

_AS_WRITTEN = {
    "you": "u ya yah yous yu yew yo ye",
    "your": "ur yr yer youre",
    "are": "r ar",
    "be": "b",
    "to": "tae",
    "for": "fur 4",
    "and": "an n nd",
    "my": "ma mi meh",
    "with": "wi wiv wif",
    "of": "ov",
    "the": "da th teh",
    "this": "dis",
    "that": "dat tht",
    "there": "ther thur thair",
    "what": "wat wot whit wut wht",
    "whats": "wats wots whits",
    "who": "hoo hu",
    "when": "wen whn",
    "where": "wher were",
    "cant": "carnt cnt cannae canny cany",
    "cannot": "canot",
    "dont": "dnt dinnae dinny divvent dunt",
    "wont": "wnt winnae",
    "not": "nt",
    "gonna": "gunna gunnae gona goin2 finna",
    "going": "goin gwan",
    "coming": "comin cumin comeing coming2",
    "come": "cum",
    "nothing": "nothin nuthing nuthin nuffin nuttin nuffink nothink nowt nout notin nofing",
    "anything": "anythin anyfing owt enything",
    "something": "sumthing sumfin smth suttin",
    "anyone": "enyone any1 anybody",
    "someone": "sum1 some1 somebody sumone",
    "really": "realy rly rlly reely relly reli",
    "thanks": "thnx thx thnks thanx tnx fanks thks thankz thanku fank tanks",
    "thank": "thnk thanq",
    "please": "pls plz plez pleas plese plis plse",
    "sorry": "soz sry sori sory",
    "wrong": "rong wrang worng wrng",
    "number": "numba nmber num numbr nummer",
    "private": "privat privite",
    "late": "l8 lait",
    "later": "l8r latr",
    "about": "bout abt abou abowt",
    "because": "bc cos coz cuz bcos becos cus becuz",
    "definitely": "def deffo defo definately defs defintely",
    "probably": "prob probs prolly",
    "tomorrow": "tmrw tmoz tomoz 2moro tomoro tmr tomorow morra",
    "tonight": "2nite tonite",
    "today": "2day tday",
    "monday": "munday mon",
    "tuesday": "tues tue teusday",
    "wednesday": "weds wed wensday wednsday",
    "thursday": "thurs thur thirsday",
    "friday": "fri",
    "make": "mak mek mk",
    "hospital": "hospitel ospital hosp hospittle hospitle",
    "different": "diffrent diferent diff difrent",
    "appointment": "appt apt appointmnt apointment apoinment appoinment appointmet appts",
    "message": "msg mesage messege massage mesg",
    "messages": "msgs mesages messeges",
    "text": "txt tex tx",
    "texts": "txts",
    "texting": "txting txtin textin texing textn",
    "phone": "fone foan phne",
    "call": "cal",
    "doctor": "dr doc docter",
    "through": "thru",
    "moved": "moovd movd",
    "speak": "speek",
    "delete": "deleet delet",
    "everything": "everythin evrything everyting everthing",
    "back": "bak",
    "english": "inglish englsh",
    "know": "kno no2 knw",
    "read": "reed",
    "see": "c",
    "will": "wil",
    "ill": "il",
    "want": "wnt2 wan",
    "fine": "fyn",
    "good": "gud",
    "heading": "headin",
    "listen": "lisen lissen",
    "point": "piont",
    "nowhere": "noweyr",
    "ok": "okay oki okey k kk okk okie",
    "yes": "yeah yh yep yeh ye yup aye yess yea",
    "no": "nah nope naw nahh",
    "im": "am",
    "i": "a ah",
    "here": "hea",
    "them": "em dem",
    "people": "ppl",
    "mum": "mam mom mummy mammy",
    "reschedule": "reshedule reskedule",
    "cancel": "cancell cancle",
    "interpreter": "interpretor translater translator",
}
SPELLED = {form: word for word, forms in _AS_WRITTEN.items() for form in forms.split()}
# Words on their own that would be made something else by this.
_KEPT = frozenset(
    {"were", "a", "no", "am", "an", "nt", "ar", "ye", "yo", "wed", "mon", "fri", "sat"}
)


@lru_cache(MANY)
def spelled(plain: str) -> str:
    """Write plain words as they are usually spelt.

    >>> spelled("gunna b l8 soz")
    'gonna be late sorry'
    """
    return " ".join(
        SPELLED.get(word, word) if word not in _KEPT else word for word in plain.split()
    )


def both_ways(parts: Iterable[str]) -> list[str]:
    """Return sentences in plain words as they were typed, and as they are usually spelt."""
    return [each for part in parts for each in dict.fromkeys((part, spelled(part)))]
