"""The gravest things, said in other languages than English (pure): phrases as data.

Without accents, as on a phone. In the small language of patterns.py; Chinese characters are words
of their own.
"""

from app.safeguarding.letters import letters_of
from app.safeguarding.rules import Rule

_DIE = """
    isio|eisiau|isiau|moyn|am marw
    lladd fy hun|hunan
    hunanladdiad
    ddim ~1 isio|eisiau|isiau|moyn ~1 byw
    ddim ~1 isio|eisiau|moyn ~1 bod yma
    chce|chcialbym|chcialabym|zeby|wole ~1 umrzec|zdechnac
    zabic|zabije sie|siebie
    się zabić|zabije
    nie chce ~2 zyc
    samoboj*
    skonczyc ze|z soba|zyciem
    vreau|vrea|as_vrea ~1 sa ~1 mor|omor|sinucid
    sa mor|ma_omor|ma_sinucid
    sinucid*
    suicidio|suicidios|suicidarme|suicidar|suicidarse|suicidarmi|suicidare|suicider|suicidaire|
        suicida|suicidas|suicido
    au|le|un suicide
    nu ~1 vreau sa ~2 traiesc
    quero|queria|vontade|vou|gostava ~2 morrer|matar_me|desaparecer
    me matar
    nao quero ~2 viver
    quiero|quisiera|ganas|deseo|gustaria ~2 morir|morirme|matarme|desaparecer
    me quiero ~1 morir|matar
    matarme
    no quiero ~1 vivir|seguir_viviendo
    veux|voudrais|envie|vais|aimerais ~2 mourir|tuer|crever|pendre
    en finir
    me suicider|tuer|pendre
    plus ~2 vivre
    voglio|vorrei|voglia ~2 morire|uccidermi|ammazzarmi|sparire
    mi ~1 voglio ~1 ammazzare|uccidere
    ammazzarmi|uccidermi
    farla finita
    non voglio ~1 vivere
    olmek|olmeyi isti*
    kendimi ~1 oldur*
    intihar*
    yasamak iste*
    canima kiy*
    أريد|اريد|بدي|عايز|عايزة|ابي|ابغى|ودي|نفسي|أتمنى ~2 اموت|أموت|الموت
    أقتل|اقتل|بقتل نفسي|حالي
    انتحر|انتحار|الانتحار|انتحاري|بالانتحار|سأنتحر|بانتحر
    لا|ما|مش|مو ~1 اريد|أريد|بدي|عايز|عايزة|ابي|ابغى ~2 اعيش|أعيش|العيش|الحياة
    مرنا چاہت*
    مر جانا چاہت*
    خودکشی
    خود کشی
    جینا نہیں چاہت*
    جینے ~3 نہیں
    میخواهم|میخوام بمیرم
    mar jana|jaana hai|chahta|chahti
    marna|mar_jana|marjana chahta|chahti|chata|chati|chahte|chahta_hun|chahiye
    khudkushi|khudkashi
    khud kushi|kashi
    jeena|jina nahi|nahin|nai ~1 chahta|chahti|chata|chati
    ਮਰਨਾ ~1 ਚਾਹੁੰਦ*
    ਖੁਦਕੁਸ਼ੀ
    ਖ਼ੁਦਕੁਸ਼ੀ
    ਜੀਣਾ|ਜਿਉਣਾ ~1 ਨਹੀਂ
    marna chaunda|chaundi|chahunda|chahundi|chonda|chondi
    মরে যেতে|যাবো ~1 চাই
    মরতে|মরে ~1 চাই
    আত্মহত্যা*
    বাঁচতে ~1 চাই না
    morte|more_jete chai
    મરવા ~1 માંગ*
    મરી જવું
    આત્મહત્યા*
    જીવવું ~1 નથી
    मरना चाहत*
    आत्महत्या*
    जीना नहीं
    inaan ~1 dhinto|is_dilo|isdilo
    is dilaya*|dili|dilo
    isdil*
    noolaan|noolaado ~1 ma rabo
    ma rabo inaan noolaado
    சாக ~1 விரும்ப*|வேண்டும்|ஆசை*|போறேன்
    தற்கொலை*
    வாழ ~1 விருப்பமில்லை|பிடிக்கவில்லை|விரும்பவில்லை
    想死
    自杀
    自殺
    不想活
    活不下去
    结束生命
    結束生命
    хочу|хочется ~1 умереть|вмерти|умирать|сдохнуть|померти
    не хочу|хочеться ~1 жить|жити
    покончить с собой
    самоубийств*|самогубств*
"""
_BREATHE = """
    methu|ffaelu anadlu
    gallu anadlu
    nie ~1 moge ~1 oddychac|zlapac_oddechu
    dusze sie
    nu ~1 pot ~1 respir*|respira
    ma sufoc
    nao consigo|posso ~1 respirar
    no puedo ~1 respirar
    me ahogo|falta_el_aire
    pas|plus ~3 respirer
    j etouffe
    non riesco|posso ~2 respirare
    soffoco|soffocando
    nefes ~1 alami*
    nefes alamay*
    لا|ما|مش|مو ~2 التنفس|اتنفس|أتنفس|اخذ_نفس
    سانس ~2 نہیں
    saans|saas ~2 nahi|nahin|nai|nhi
    نفس ~2 بکشم
    ਸਾਹ ~2 ਨਹੀਂ
    saah ~2 nahi|nai
    শ্বাস|নিঃশ্বাস ~2 পারছি|পারি না
    shash|shas|nishash ~2 parchi|pari na
    શ્વાસ ~3 નથી
    सांस|साँस ~2 नहीं
    ma neefsan|neefsado ~1 kar*
    neefsan ~1 ma kar*
    neefta way i qabatay
    மூச்சு ~2 முடியவில்லை|முடியல|வரவில்லை|திணற*
    不能呼吸
    无法呼吸
    無法呼吸
    呼吸不了
    呼吸困难
    喘不过
    喘不過
    не ~1 могу|можу ~1 дышать|дихати
    задыхаюсь|задихаюся
"""
_PILLS = """
    gorddos
    cymryd|llyncu ~2 gormod|holl ~2 tabledi|dabledi|nhabledi
    przedawkow*
    wzielam|wzialem|polknelam|polknalem|lyknelam|lyknalem ~1 wszystkie|duzo|mnostwo|opakowanie|cale
    supradoz*
    luat|inghitit ~1 toate|multe|prea_multe|cutie ~2 pastil*|medicament*
    tomei|engoli todos|muitos|varios|demasiados|uma_caixa
    sobredosis
    tomei|tomar ~1 overdose
    tome|tomado|trague|tragado ~1 todas|todos|muchas|demasiadas|un_bote|una_caja
    pris|prise|avale|avales ~1 tous|toutes|trop|plein|une_boite|surdose
    surdose
    preso|ingoiato ~1 tutte|tutti|troppe|troppi|una_scatola
    hap*|ilac* ~2 ictim|yuttum
    asiri doz
    أخذت|اخذت|شربت|بلعت|اكلت|أكلت|خدت ~2 كل|كثير|جميع|كتير|علبة
    جرعة زائدة
    گولیاں|گولیوں|دوائیاں ~3 کھا*|لیں|نگل*
    goliyan|goliya|golian|golliyan|dawaiyan ~3 kha|khali|khaali|khayi|kha_li
    ਗੋਲੀਆਂ ~2 ਖਾ*
    ওষুধ|ট্যাবলেট|বড়ি ~3 খেয়ে*|খেয়েছি
    ગોળીઓ ~2 ખાઈ*|ખાધી|લીધી
    गोलियां|गोलियाँ ~2 खा*
    kiniin* ~3 cunay|qaatay|liqay
    மாத்திரை* ~3 சாப்பிட்ட*|விழுங்க*
    吃了很多药
    吃了很多藥
    吃了太多药
    吃了所有的药
    吃了一瓶药
    таблеток ~1 выпил*|випи*
    выпил|выпила|випив|випила ~2 таблет*
"""
_HIT = """
    fy nharo|mwrw|nghuro|mrifo|mhwno
    bije|uderza|uderzyl|pobil|bil|kopie ~1 mnie
    mnie ~1 bije|uderza|uderzyl|pobil|bil|kopie|bija
    ma bate|loveste|bat
    m a batut|lovit
    me bate|bateu|batem|espanca|agride
    bate|batem em mim|me
    me ~1 pega|pegan|golpea|golpean|maltrata|maltratan
    me ~1 frappe|frappent|bat|tape|cogne
    m a frappe|battu|frappee|battue
    mi ~1 picchia|picchiano|mena|menano|colpisce
    beni ~2 dov*|vuruyor|vurdu
    يضربني|تضربني|يضربوني|ضربني|بيضربني|بتضربني|يضربونني|ضربوني
    مجھے ~1 مارت*|مارا|پیٹت*
    مارتا|مارتے|مارتی ~1 ہے|ہیں
    mujhe|mujhay|mujay ~1 marte|marta|marti|maarta|maarte|maarti|maara|pitte|peetta
    ਮੈਨੂੰ ~1 ਮਾਰਦ*|ਕੁੱਟਦ*|ਮਾਰਿਆ
    menu|mainu|mennu ~1 marda|marde|mardi|kutda|kutde|kutdi
    আমাকে|আমারে ~1 মার*|পেটা*
    amake|amare ~1 mare|maare|pitay
    મને ~1 માર*
    मुझे ~1 मारत*|पीटत*
    i|ii garaac*|dila|feer*
    என்னை ~1 அடி*
    打我
    揍我
    бьет|бьёт|бьют|бє|бють меня|мене
    меня|мене бьет|бьёт|бьют|бє
"""
_FORCED = """
    zgwalc*
    me violo|violaron
    me violou|estuprou
    violata|stuprata|violentata|estuprada|violada|violatore
    m a viole|violee
    tecavuz*
    اغتصب*|اغتصاب
    fy nhreisio
    强奸
    強姦
    性侵
    изнасилов*|згвалтув*
    ریپ
"""
_PREGNANT = """
    w ciazy
    insarcinata
    embarazada
    enceinte
    incinta
    hamile*|hamila
    أنا|انا حامل
    feichiog
    怀孕
    懷孕
    حاملہ
    беременна|вагітна
    uur leeyahay|ayaan_leeyahay
"""
_CUTS = """
    tne|okaleczam|okaleczac|pociela|pocialem sie
    hunan niweidio
    torri fy hun|mreichiau
    ma tai|ranesc
    me corto|cortarme|corto_os_bracos
    me scarifie|coupe
    mi taglio
    kendimi ~1 kes*|kesiyorum
    اجرح|أجرح|اؤذي نفسي
    割腕
    自残
    自殘
"""


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _folded(phrases: str) -> str:
    kept = (
        letter if letter in "\n |*?~_" else f" {letter} " if _is_han(letter) else letters_of(letter)
        for letter in phrases
    )
    return "".join(kept)


ELSEWHERE = (
    Rule("wants to die, in another language", "suicide", 1, _folded(_DIE)),
    Rule("cannot breathe, in another language", "breathing", 1, _folded(_BREATHE), medical=True),
    Rule("an overdose, in another language", "overdose", 1, _folded(_PILLS), medical=True),
    Rule("hit by someone, in another language", "abuse", 2, _folded(_HIT)),
    Rule("raped, in another language", "sexual_abuse", 2, _folded(_FORCED)),
    Rule("pregnant, in another language", "pregnancy", 2, _folded(_PREGNANT)),
    Rule("self-harm, in another language", "self_harm", 2, _folded(_CUTS)),
)
