"""What people text in other languages besides what matters (pure): nothing, thanks, I cannot come.

Without accents, as on a phone (see `bare_words`). The first table is of whole messages; the second
of words that say it wherever they stand in one.
"""

from functools import lru_cache

from app.conversations.phrases import Phrases
from app.conversations.plain import LATELY, bare_words

WHOLE = {
    "nothing": (
        "nic, nic dziękuję, nic nie mam, nie mam nic, wszystko dobrze, wszystko ok"
        ", wszystko w porządku,"
        " nie dziękuję, nic specjalnego, nimic, nimic mersi, totul e bine, totul este bine"
        ", nu am nimic,"
        " nimic momentan, nada, nada obrigado, nada obrigada, tudo bem, está tudo bem, tá tudo bem,"
        " nada de especial, nada gracias, todo bien, está todo bien, todo bien gracias"
        ", nada por ahora,"
        " estoy bien, rien, rien merci, non rien, rien de spécial, rien pour le moment"
        ", tout va bien,"
        " ça va, ça va merci, niente, nulla, niente grazie, tutto bene, va tutto bene, tutto ok,"
        " niente di particolare, yok, bir şey yok, hiçbir şey, hiçbir şey yok, her şey yolunda,"
        " her şey iyi, her şey güzel, iyiyim, sorun yok, yok teşekkürler, waxba, maya waxba,"
        " waxba ma jiraan, waan fiicanahay, wax walba waa fiican yihiin"
        ", wax walba waa fiicanyihiin,"
        " waxba mahadsanid, dim byd, dim, dim byd diolch, dim byd ar hyn o bryd, popeth yn iawn,"
        " mae popeth yn iawn, iawn diolch, dwin iawn, dim diolch, لا شيء, لا شي, لا يوجد"
        ", لا يوجد شيء,"
        " كل شيء بخير, كل شي تمام, ما في شي, ولا شي, لا شيء شكرا, kuch nahi, kuch nahin"
        ", kuch bhi nahi,"
        " kuch khas nahi, sab theek, sab theek hai, sab thik hai, کچھ نہیں, کچھ بھی نہیں"
        ", سب ٹھیک ہے,"
        " سب ٹھیک, kuj nahi, kuch nai, sab theek aa, sab vadia, ਕੁਝ ਨਹੀਂ, ਕੁਝ ਵੀ ਨਹੀਂ, ਸਭ ਠੀਕ ਹੈ"
        ", ਸਭ ਠੀਕ,"
        " কিছু না, কিছুই না, কিছু নেই, সব ঠিক আছে, সব ঠিক, কিছু বলার নেই, kichu na, sob thik ache"
        ", કંઈ નહીં,"
        " કશું નહીં, કંઈ નથી, બધું બરાબર છે, બધું ઠીક છે, ஒன்றுமில்லை, ஒன்றும் இல்லை"
        ", எதுவும் இல்லை,"
        " எல்லாம் நல்லா இருக்கு, எல்லாம் சரி, "
        "onnum illa, 没有, 没什么, 没事, 没问题, 沒有, 沒什麼, 沒事,"
        " 一切都好, 都好, нічого, все добре, все гаразд, нічого дякую, ничего, все хорошо"
    ),
    "thanks": (
        "dziękuję, dzięki, dziekuje bardzo, dziękuję bardzo, mulțumesc, mersi, multumesc mult,"
        " mulțumesc mult, obrigado, obrigada, muito obrigado, muito obrigada, gracias"
        ", muchas gracias,"
        " merci, merci beaucoup, grazie, grazie mille, teşekkürler, teşekkür ederim, sağ ol"
        ", sağolun,"
        " çok teşekkürler, mahadsanid, waad mahadsan tahay, waad mahadsantahay, diolch"
        ", diolch yn fawr,"
        " شكرا, شكرا جزيلا, شكراً لك, مشكور, shukriya, bohat shukriya, meherbani, شکریہ"
        ", بہت شکریہ, ਧੰਨਵਾਦ,"
        " ਮਿਹਰਬਾਨੀ, ਸ਼ੁਕਰੀਆ, dhanvaad, ধন্যবাদ, অনেক ধন্যবাদ, dhonnobad, આભાર, ખૂબ આભાર, aabhar"
        ", நன்றி,"
        " மிக்க நன்றி, nandri, 谢谢, 謝謝, 多谢, 多謝, 谢谢你, дякую, спасибо"
    ),
    "acknowledgement": (
        "tak, dobrze, ok dobrze, jasne, rozumiem, da, bine, ok bine, am înțeles, sim, está bem"
        ", tá bem,"
        " combinado, sí, vale, de acuerdo, entendido, oui, d'accord, ça marche, va bene, d'accordo,"
        " evet, tamam, haa, haye, waayahay, ie, iawn, نعم, حسنا, تمام, اوكي, طيب, ماشي, haan"
        ", theek hai,"
        " thik hai, جی, ہاں, ٹھیک ہے, جی ہاں, ਹਾਂ, ਠੀਕ ਹੈ, ਹਾਂਜੀ, হ্যাঁ, ঠিক আছে, আচ্ছা, હા"
        ", બરાબર, સારું, ஆம்,"
        " சரி, ஓகே, 好, 好的, 是, 是的, 知道了, 嗯, 收到, так, добре, зрозуміло"
    ),
}
WITHIN = {
    "language": (
        "no hablo inglés, no hablo bien inglés, no entiendo, no sé inglés, un intérprete"
        ", una intérprete,"
        " traductor, en español, não falo inglês, não falo bem inglês, não entendo, não percebo"
        ", em português,"
        " um intérprete, uma intérprete, um tradutor, parle pas anglais, parle pas bien anglais"
        ", comprends pas,"
        " parle pas l'anglais, en français, un interprète, une interprète, traducteur"
        ", non parlo inglese,"
        " non parlo bene inglese, non capisco, in italiano, un interprete, nu vorbesc engleză,"
        " nu vorbesc bine engleza, nu știu engleză, nu înțeleg, în română, limba română"
        ", un interpret,"
        " traducător, translator, nie rozumiem, nie mówię, nie znam angielskiego, po polsku"
        ", tłumacz, tłumacza,"
        " ingilizce bilmiyorum, ingilizce konuşmuyorum, ingilizcem, ingilizce anlamıyorum"
        ", anlamıyorum,"
        " anlamadım, türkçe, tercüman, çevirmen, kuma hadlo, ma aqaan, ma fahmin, ma fahmayo"
        ", ma hadlo,"
        " ingiriis, ingiriisi, ingiriisiga, af soomaali, af soomaaliga, turjubaan, turjumaan"
        ", yn gymraeg,"
        " cymraeg, gymraeg, ddim yn deall, الانجليزية, الإنجليزية, انجليزي, إنجليزي, لا أفهم"
        ", لا افهم, ما افهم,"
        " ما فهمت, مترجم, بالعربي, بالعربية, english nahi, angrezi nahi, angrezi nahin"
        ", samajh nahi,"
        " samajh nahin, urdu mein, urdu mai, انگریزی, سمجھ نہیں, ترجمان, اردو میں, ਅੰਗਰੇਜ਼ੀ"
        ", ਸਮਝ ਨਹੀਂ, ਪੰਜਾਬੀ ਵਿੱਚ,"
        " ਪੰਜਾਬੀ ਵਿਚ, angreji nahi, punjabi vich, ইংরেজি, বুঝি না, বুঝিনা, বুঝতে পারছি না"
        ", বাংলায়, দোভাষী, bangla te,"
        " ingreji, bujhi na, અંગ્રેજી, સમજાતું નથી, સમજ નથી, ગુજરાતીમાં, angreji, ஆங்கிலம்"
        ", புரியவில்லை, புரியல,"
        " தமிழில், தமிழ்ல, 英文, 英语, 英語, 看不懂, 听不懂, 聽不懂, 中文, 翻译, "
        "翻譯, не розумію, не говорю, англійськ,"
        " українською, не понимаю, по русски, перекладач"
    ),
    "cannot_attend": (
        "no puedo ir, no puedo venir, no puedo asistir, no puedo llegar, no podré ir"
        ", no voy a poder ir,"
        " cambiar la cita, não posso ir, não posso vir, não vou poder ir, não vou poder"
        ", não consigo ir,"
        " mudar a consulta, peux pas venir, pourrai pas venir, peux pas y aller, pourrai pas être,"
        " changer le rendez, non posso venire, non riesco a venire, non ci sarò, non posso esserci,"
        " spostare l'appuntamento, nu pot veni, nu pot ajunge, nu voi putea veni, nu vin,"
        " schimba programarea, nie mogę przyjść, nie dam rady, nie przyjdę, nie będę mógł"
        ", nie będę mogła,"
        " przełożyć, gelemem, gelemiyorum, gelemeyeceğim, gelemeyecegim, ma imaan karo"
        ", ma iman karo,"
        " ma imaan kari, ma iman karayo, ma imaan karayo, ma imanayo, methu dod, alla i ddim dod,"
        " ddim yn gallu dod, gallai ddim dod, لا أستطيع الحضور, لا استطيع الحضور, لا أستطيع القدوم,"
        " لا أستطيع المجيء, ما اقدر اجي, ما بقدر اجي, لن أحضر, لن اتمكن, nahi aa sakta"
        ", nahi aa sakti,"
        " nahi aa sakte, nahi aa paunga, nahi aa paungi, nahi a sakta, nahi a sakti, نہیں آ سکتا,"
        " نہیں آ سکتی, نہیں آ سکوں, نہیں آ سکتے, ਨਹੀਂ ਆ ਸਕਦਾ, ਨਹੀਂ ਆ ਸਕਦੀ, ਨਹੀਂ ਆ ਸਕ"
        ", nahi aa sakda,"
        " nahi aa sakdi, আসতে পারব না, আসতে পারবো না, যেতে পারব না, যেতে পারবো না, aste parbo na,"
        " આવી શકીશ નહીં, આવી શકું તેમ નથી, નહીં આવી શકું, નહિ આવી શકું, વર முடியாது, வர முடியாது"
        ", வர இயலாது,"
        " வரமுடியாது, 来不了, 去不了, 不能来, 不能去, 改时间, 改期, 來不了, "
        "不能來, 改時間, 改约, 改約, не зможу прийти,"
        " не прийду, не смогу прийти"
    ),
    "who": (
        "quién es, quién eres, quem é, quem fala, c'est qui, qui est ce, qui êtes vous, t'es qui"
        ", chi è,"
        " chi sei, cine e, cine ești, cine sunteti, kto to, kto pisze, kim jesteś, kim bu"
        ", kimsiniz, kimsin,"
        " waa kuma, yaa tahay, pwy yw, pwy sy, pwy wyt, من أنت, من انت, من هذا, من معي, مين"
        ", kaun hai, kaun ho,"
        " aap kaun, کون ہے, کون ہیں, آپ کون, ਕੌਣ ਹੈ, ਕੌਣ ਹੋ, আপনি কে, কে এটা, এটা কে, કોણ છે"
        ", કોણ છો, யார் இது,"
        " யார் நீங்கள், நீங்க யாரு, 你是谁, 你是誰, 谁啊, 是谁, 是誰, хто це, кто это"
    ),
    "attending": (
        "estaré allí, allí estaré, ahí estaré, voy a ir, sí voy, estarei lá, vou estar lá"
        ", vou sim, je serai là,"
        " je viendrai, j'y serai, ci sarò, ci vediamo, będę na, przyjdę na, przyjdę, voi fi acolo"
        ", vin la,"
        " geleceğim, geliyorum, orada olacağım, waan imanayaa, waan imaanayaa, bydda i yno"
        ", byddai yno,"
        " سأحضر, سأكون هناك, راح اجي, main aaunga, main aaungi, aa jaunga, aa jaungi, میں آؤں گا"
        ", میں آؤں گی,"
        " ਮੈਂ ਆਵਾਂਗਾ, ਮੈਂ ਆਵਾਂਗੀ, আমি আসব, আমি আসবো, હું આવીશ, நான் வருவேன், 我会来, 我會來, 我会去"
        ", я прийду, буду там"
    ),
}
_whole = {
    name: frozenset(bare_words(each) for each in phrases.split(", "))
    for name, phrases in WHOLE.items()
}
_within = {
    name: Phrases(bare_words(each) for each in phrases.split(", "))
    for name, phrases in WITHIN.items()
}


@lru_cache(LATELY)
def said_elsewhere(text: str) -> tuple[str, ...]:
    """Return the names of what a text, or a clause, says in a language other than English."""
    words = bare_words(text)
    if not words:
        return ()
    whole = [name for name, phrases in _whole.items() if words in phrases]
    return (*whole, *(name for name, phrases in _within.items() if phrases.stand_in(words)))
