"""What people text in other languages to have texts stopped (pure): whole messages, as written.

Accents may be left out, as they often are on a phone; a word of courtesy may stand before or after.
Words that mean "enough" or "all right" as well, like acha or khalas, are left to people.
"""

from app.conversations.phrases import Phrases
from app.conversations.plain import bare_words

COURTESY = (
    *("please", "pls", "plis", "stop", "prosze", "proszę", "fadlan", "os gwelwch yn dda", "plîs"),
    *("va rog", "vă rog", "te rog", "min fadlak", "من فضلك", "لو سمحت", "رجاء", "lütfen", "svp"),
    *("sil vous plait", "s'il vous plaît", "merci", "por favor", "porfa", "gracias", "obrigado"),
    *("per favore", "bitte", "пожалуйста", "будь ласка", "براہ کرم", "پلیز", "لطفا", "দয়া করে"),
    *("প্লিজ", "कृपया", "प्लीज", "ਕਿਰਪਾ ਕਰਕੇ", "મહેરબાની કરીને", "prašau", "ju lutem", "meherbani"),
)
POLISH = (
    "nie pisać, nie pisać do mnie, nie pisz, nie pisz do mnie, nie piszcie, nie piszcie do mnie, "
    "nie pisz więcej, nie piszcie więcej, nie pisz do mnie więcej, nie piszcie do mnie więcej, "
    "przestać, przestać pisać, przestań, przestańcie, przestań pisać, przestańcie pisać, "
    "przestańcie do mnie pisać, mnie wypisać, wypisz mnie, wypiszcie mnie, nie chcę wiadomości, "
    "nie chcę smsów, nie chcę tych wiadomości, nie chcę tych smsów"
    ", nie chcę dostawać wiadomości, "
    "nie wysyłaj mi smsów, nie wysyłajcie mi smsów, nie wysyłaj mi wiadomości, "
    "nie wysyłajcie mi wiadomości, nie wysyłać wiadomości, nie wysyłać smsów, "
    "o zaprzestanie, dajcie mi spokój, daj mi spokój"
)
URDU = (
    "بند کرو, بند کریں, بند کر دیں, میسج بند کرو, میسج بند کریں, پیغام بند کریں, میسج مت کرو, "
    "میسج مت کریں, مجھے میسج مت کرو, مجھے میسج مت کریں, میسج نہ کریں, میسج مت بھیجو, "
    "میسج مت بھیجیں, میسج نہ بھیجیں, پیغام مت بھیجو, پیغام مت بھیجیں, پیغام نہ بھیجیں, "
    "مجھے پیغام نہ بھیجیں, مجھے پیغام مت بھیجیں, مجھے میسج نہ بھیجیں, مت بھیجو, مت بھیجیں, "
    "روک دیں, روکو, بس کریں, بس کرو, band karo, band karein, band kar do, band kardo, "
    "message band karo, messages band karo, msg band karo, message band karein, "
    "messages band karein, ye messages band karo, yeh messages band karo"
    ", mujhe message mat karo, "
    "mujhe msg mat karo, message mat karo, msg mat karo, message mat bhejo, messages mat bhejo, "
    "msg mat bhejo, mujhe message mat bhejo, mujhe msg mat bhejo, mat bhejo, message na karein, "
    "message na bhejein, message na bhejo, mujhe message na karein, bas karo, band kro, "
    "msg band kro, msg mat kro"
)
INDIAN = (
    "बंद करो, बंद करें, बंद कर दो, मैसेज बंद करो, मैसेज बंद करें, मैसेज मत भेजो, मैसेज मत भेजें, "
    "मैसेज मत करो, मुझे मैसेज मत करो, मुझे मैसेज मत भेजो, मत भेजो, रोको, संदेश मत भेजो, "
    "ਬੰਦ ਕਰੋ, ਮੈਸੇਜ ਬੰਦ ਕਰੋ, ਮੈਸੇਜ ਨਾ ਭੇਜੋ, ਮੈਨੂੰ ਮੈਸੇਜ ਨਾ ਕਰੋ, ਮੈਨੂੰ ਮੈਸੇਜ ਨਾ ਭੇਜੋ, ਰੁਕੋ, "
    "બંધ કરો, મેસેજ બંધ કરો, મેસેજ ન મોકલો, મેસેજ ના મોકલો, મને મેસેજ ન કરો, મને મેસેજ ન મોકલો, "
    "நிறுத்து, நிறுத்துங்கள், செய்தி அனுப்ப வேண்டாம், बन्द गर्नुहोस्, message band karu"
)
SOMALI = (
    "jooji, joojiya, jooji farriimaha, jooji fariimaha, joojiya farriimaha, farriimaha jooji, "
    "fariimaha jooji, iga jooji, iga jooji farriimaha, ha ii soo dirin, ha ii soo dirina, "
    "ha ii soo dirin farriin, ha ii soo dirin farriimo, ha ii soo dirin fariin, "
    "farriin ha ii soo dirin, fariin ha ii soo dirin, farriin dambe ha ii soo dirin, iga daa, "
    "iga daaya, ma rabo farriimo, ma rabo fariimo, ma doonayo farriimo, ma rabo farriimahan"
)
WELSH = (
    "stopio, stopiwch, stopiwch y negeseuon, stopiwch anfon negeseuon, stopiwch decstio, "
    "peidiwch, peidiwch â thecstio, peidiwch a tecstio, peidiwch â tecstio"
    ", peidiwch a tecstio fi, "
    "peidiwch â thecstio fi, peidiwch a thecstio, peidiwch ag anfon negeseuon, "
    "peidiwch a anfon negeseuon, peidiwch ag anfon mwy o negeseuon, peidiwch ag anfon rhagor, "
    "peidiwch â chysylltu â fi, dim mwy o negeseuon, dim mwy o negeseuon testun, "
    "dim mwy o decst, dim rhagor o negeseuon, dim negeseuon, paid â thecstio"
    ", paid â thecstio fi, "
    "paid a tecstio fi, paid tecstio fi, gadewch lonydd i mi, gadewch lonydd i fi, "
    "gad lonydd i fi, gad lonydd i mi, gad fi fod, tynnwch fi oddi ar y rhestr, "
    "dydw i ddim eisiau negeseuon, dwi ddim eisiau negeseuon, dwi ddim isio negeseuon, "
    "dwi ddim moyn negeseuon, dad danysgrifio"
)
ROMANIAN = (
    "nu mai scrieți, nu mai scrie, nu mi mai scrieți, nu mi mai scrie, nu mai trimiteți, "
    "nu mai trimite, nu mai trimiteți mesaje, nu mai trimite mesaje, nu mi mai trimiteți mesaje, "
    "nu mi mai trimite mesaje, nu îmi mai trimiteți mesaje, nu mai vreau mesaje"
    ", nu vreau mesaje, "
    "opriți, opriți mesajele, opriți vă, oprește, oprește mesajele, să nu mi mai scrieți, "
    "dezabonare, dezabonați mă, dezabonează mă, lăsați mă în pace, lasă mă în pace"
)
ARABIC = (
    "توقف, توقفي, توقفوا, توقفوا عن المراسلة, توقف عن إرسال الرسائل, توقفوا عن إرسال الرسائل, "
    "أوقف, أوقفوا, أوقف الرسائل, أوقفوا الرسائل, أوقفوا هذه الرسائل, إيقاف, إيقاف الرسائل, "
    "إلغاء الاشتراك, ألغ الاشتراك, لا ترسل, لا ترسلوا, لا ترسل لي, لا ترسلوا لي, لا ترسل رسائل, "
    "لا ترسلوا رسائل, لا ترسل لي رسائل, لا ترسلوا لي رسائل, لا أريد رسائل, لا أريد هذه الرسائل, "
    "لا أريد الرسائل, لا تراسلني, لا تراسلوني, اتركني وشأني, اتركوني وشأني, اتركوني, وقف, وقفوا, "
    "وقفوا الرسائل, tawaqaf, waqif, awqif, awqif al rasail, la tursil, la tursilu, "
    "la tursil rasail, la tursil risala"
)
BENGALI = (
    "বন্ধ করুন, বন্ধ করো, বন্ধ কর, মেসেজ বন্ধ করুন, মেসেজ বন্ধ করো, মেসেজ দিবেন না, "
    "মেসেজ দেবেন না, আর মেসেজ দিবেন না, আর মেসেজ দেবেন না, মেসেজ পাঠাবেন না, "
    "আর মেসেজ পাঠাবেন না, আমাকে মেসেজ পাঠাবেন না, আমাকে মেসেজ দিবেন না, "
    "আমাকে আর মেসেজ দিবেন না, আমাকে আর মেসেজ পাঠাবেন না, বার্তা পাঠাবেন না, থামুন, থামো, "
    "bondho korun, bondho koro, bondo koro, message bondho korun, message bondho koro, "
    "msg bondho koro, message diben na, ar message diben na, amake message diben na, "
    "amake ar message diben na, message pathaben na, amake message pathaben na, thamun, thamo"
)
TURKISH = (
    "durdur, durdurun, mesajları durdurun, mesaj atma, mesaj atmayın, bana mesaj atma, "
    "bana mesaj atmayın, mesaj gönderme, mesaj göndermeyin, bana mesaj gönderme, "
    "bana mesaj göndermeyin, artık mesaj göndermeyin, artık mesaj atmayın, mesaj istemiyorum, "
    "mesaj almak istemiyorum, artık mesaj istemiyorum, bana yazma, bana yazmayın, "
    "beni rahat bırak, beni rahat bırakın, abonelikten çık"
)
FRENCH = (
    "arrêtez, arrête, arrêt, arrêter, arrêtez de m'écrire, arrête de m'écrire, "
    "arrêtez de m'envoyer des messages, arrête de m'envoyer des messages, "
    "arrêtez de m'envoyer des sms, arrêtez les messages, arrêtez les sms, arrêtez ces messages, "
    "ne m'écrivez plus, ne m'écris plus, ne m'envoyez plus de messages"
    ", ne m'envoyez plus de sms, "
    "ne m'envoyez plus rien, plus de messages, plus de sms, stop sms"
    ", je ne veux plus de messages, "
    "je veux plus de messages, je ne veux plus de sms, je ne veux plus recevoir de messages, "
    "désabonner, désabonnez moi, me désabonner, désinscription, laissez moi tranquille, "
    "laisse moi tranquille"
)
SPANISH = (
    "basta, basta ya, paren, pare, no me escriban, no me escribas, no me escriban más, "
    "no me escribas más, no me manden mensajes, no me manden más mensajes"
    ", no me mandes mensajes, "
    "no me mandes más mensajes, no me envíen mensajes, no me envíen más mensajes, "
    "no me envíes más mensajes, no envíen más mensajes, no más mensajes, dejen de escribirme, "
    "deja de escribirme, dejen de enviarme mensajes, dejen de mandarme mensajes, "
    "deja de mandarme mensajes, deja de enviarme mensajes, no quiero mensajes, "
    "no quiero más mensajes, no quiero recibir mensajes, no quiero recibir más mensajes, "
    "darme de baja, quiero darme de baja, denme de baja, déjenme en paz, déjame en paz"
)
PORTUGUESE = (
    "parem, parar mensagens, pare de me mandar mensagens, parem de me mandar mensagens, "
    "pare de mandar mensagens, pare de enviar mensagens, parem de enviar mensagens, "
    "não me mande mensagens, não me mande mais mensagens, não me mandem mais mensagens, "
    "não mande mais mensagens, não mandem mais mensagens, não me envie mensagens, "
    "não me envie mais mensagens, não envie mais mensagens, não enviem mais mensagens, "
    "não quero mensagens, não quero mais mensagens, não quero receber mensagens, "
    "não quero receber mais mensagens, chega de mensagens, cancelar inscrição, "
    "me deixe em paz, me deixa em paz, deixem me em paz, não me escreva mais"
)
OTHERS = (
    "basta messaggi, non scrivetemi, non scrivetemi più, non mandatemi più messaggi, smettetela, "
    "lasciatemi in pace, stopp, bitte aufhören, aufhören, schreiben sie mir nicht mehr, "
    "keine nachrichten mehr, keine nachrichten, abmelden, "
    "стоп, хватит, остановите, перестаньте писать, не пишите, не пишите мне"
    ", не пишите мне больше, "
    "отпишите меня, отписаться, не пишіть, не пишіть мені, не пишіть мені більше, припиніть, "
    "зупиніть, спрете, не ми пишете, nustokite, nerašykite, nerašykite man, ndalo, ndaloni, "
    "mos më shkruani, mos me shkruani me, nepíšte mi, nepište mi, přestaňte, prestaňte, "
    "ne írjanak, ne írjanak többet, prestanite, σταματήστε, στοπ, "
    "停止, 停, 停止发送, 退订, 退訂, 不要再发了, 不要再发短信, 不要再發短信, 別再傳了, 别再发了, "
    "پیام نفرستید, پیام نده, نفرستید, متوقف کنید, بس کنید, دیگر پیام نفرستید, peyam neşînin, "
    "dừng lại, đừng nhắn tin nữa, đừng nhắn tin, ngừng nhắn tin, itigil, tigilan mo na, "
    "huwag na mag text, acheni, acheni kutuma ujumbe, usinitumie ujumbe, አቁም, አቁሙ, "
    "lopeta, lopettakaa"
)
PHRASES = frozenset(
    bare_words(phrase)
    for language in (
        *(POLISH, URDU, INDIAN, SOMALI, WELSH, ROMANIAN, ARABIC, BENGALI, TURKISH),
        *(FRENCH, SPANISH, PORTUGUESE, OTHERS),
    )
    for phrase in language.split(", ")
)
# So much of a short text is clear wherever it stands: "please do not write to me any more".
LONGEST_ASKED, LONG_WORDS, LONG_LETTERS = 9, 2, 11
MORE_PHRASES = (
    "do mnie nie pisać, nie pisać, nie wysyłać, "
    "nie wysyłajcie, mi wysyłać te, wysyłać te smsy, no me escribáis"
    ", no me enviéis,"
    " no me mandéis, basta messaggi, لا ترسلوا لي, لا ترسل لي, لا تراسلوني, میسج نہ کریں"
    ", میسج نہ کرو,"
    " ਮੈਸੇਜ ਨਾ ਭੇਜੋ, ਮੈਸੇਜ ਨਾ ਕਰੋ, ha ii soo dirina, ha ii soo dirin, செய்தி அனுப்ப வேண்டாம்"
    ", 不要再给我发短信,"
    " 不要给我发短信, 别给我发短信, 不要再給我發短信, peidiwch a tecstio, "
    "peidiwch â tecstio, peidiwch ag anfon,"
    " paid a thecstio, paid â thecstio, paid a tecstio, arretez les textos, nao me mandem"
    ", plus de textos, இந்த செய்திகள் வேண்டாம், આ મેસેજ નથી જોઈતા, ਇਹ ਸੁਨੇਹੇ ਨਹੀਂ ਚਾਹੀਦੇ"
    ", 别发了, 別再傳訊息給我, 别再发信息给我, 从名单上删掉, আমার নম্বর তালিকা থেকে বাদ দিন"
    ", મારો નંબર યાદીમાંથી કાઢી નાખો, நம்பரை பட்டியலில் இருந்து எடுத்துவிடுங்கள்"
    ", usunac moj numer, usuncie moj numer, usun moj numer, wykreslcie mnie, wykreslic mnie"
    ", nie chce wiecej smsow, nie chce juz smsow, nie chce dostawac smsow"
    ", nie chce wiecej wiadomosci"
    ", przestac do mnie pisac, przestac wysylac, przestancie wysylac, nie pisac wiecej"
    ", nie piszcie juz"
    ", nu mai vreau sms, nu mai vreau sms uri, nu mai vreau mesajele, fara mesaje va rog"
    ", opriti mesajele"
    ", scoateti ma de pe lista, stergeti ma de pe lista, stergeti numarul meu, stergeti mi numarul"
    ", parem de mandar, parem de me mandar, pare de mandar, nao me mandem mais, nao mandem mais"
    ", nao quero mais receber, nao quero mais sms, chega de sms, tirem o meu numero"
    ", tira o meu numero"
    ", tirem me da lista, apaguem o meu numero, basta de mensajes, basta de sms, no me escriban mas"
    ", no me escribais mas, no quiero recibir estos mensajes, no quiero recibir mas"
    ", ya no quiero sms"
    ", ya no quiero mensajes, no quiero mas sms, borren mi numero, quiten mi numero"
    ", quitenme de la lista"
    ", retirer de votre liste, retirez moi de votre liste, retirez moi de la liste"
    ", enlevez mon numero"
    ", enlevez moi de la liste, supprimez mon numero, ne veux plus recevoir de sms"
    ", ne veux plus de sms"
    ", ne veux plus recevoir vos messages, ne souhaite plus recevoir, ne m ecrivez plus"
    ", smettete di scrivere, smettete di scrivermi, smettetela di scrivere"
    ", smettete di mandare messaggi"
    ", non voglio piu ricevere, non voglio piu messaggi, non voglio piu sms, toglietemi dalla lista"
    ", cancellate il mio numero, mesaj gondermeyi birakin, mesaj atmayi birakin, mesajlari durdurun"
    ", numarami listeden silin, numarami silin, beni listeden cikarin, artik mesaj istemiyorum"
    ", احذفوا رقمي, احذف رقمي, امسحوا رقمي, شيلوا رقمي, شيل رقمي, ما ابغى رسائل, ما ابي رسائل"
    ", لا اريد رسائلكم, ما بدي رسائل, مش عايز رسائل, وقفوا الرسايل, میسج بند کر دیں, میسج بند کردیں"
    ", پیغامات بند کر دیں, پیغامات بند کریں, پیغام بند کر دیں, میرا نمبر ہٹا دیں, message na karo"
    ", msg na karo, messages nahi chahiye, message nahi chahiye, messages nahin chahiye"
    ", mera number hata do, number list ton hata do, number list se hata do, number hata dein"
    ", ਸੁਨੇਹੇ ਨਾ ਭੇਜੋ, ਮੇਰਾ ਨੰਬਰ ਹਟਾ ਦਿਓ, message na moklo, messages na moklo, msg na moklo"
    ", মেসেজগুলো চাই না, মেসেজ চাই না, মেসেজ আর চাই না, text korben na, sms korben na"
    ", message korben na"
    ", text diben na, ma rabo fariimahan, ma rabo farriimahan, ha ii soo qorin, lambarkayga ka saar"
    ", lambarkeyga ka saar, lambarka iga saar, மெசேஜ் அனுப்பாதீங்க, மெசேஜ் அனுப்பாதீர்கள்"
    ", மெசேஜ் அனுப்ப வேண்டாம், குறுஞ்செய்திகளை நிறுத்துங்கள், மெசேஜ் அனுப்புவதை நிறுத்துங்கள்"
    ", மெசேஜ் வேண்டாம், message anuppa vendam, message anupadhinga, message anuppadhinga"
    ", msg anuppa vendam, dim mwy o decsts, dim mwy o decst, ddim isio mwy o negeseuon"
    ", ddim eisiau mwy o negeseuon, ddim isior rhain, tynnwch fy rhif, tynnwch fi oddi ar"
    ", stopiwch tecstio"
    ", stopiwch anfon, stopio nawr"
)
_more = frozenset(bare_words(each) for each in MORE_PHRASES.split(", "))
_long = Phrases(
    phrase
    for phrase in {*PHRASES, *_more}
    if phrase in _more or (len(phrase.split()) >= LONG_WORDS and len(phrase) >= LONG_LETTERS)
)
_courtesies = tuple(sorted({bare_words(each) for each in COURTESY}, key=len, reverse=True))


def says_stop_elsewhere(text: str) -> bool:
    """Return whether a text as a whole asks for no more texts in another language."""
    words = whole = bare_words(text)
    if len(text.split()) <= LONGEST_ASKED and _long.stand_in(words):
        return True
    while words and words not in PHRASES:
        shorter = _without_courtesy(words)
        if shorter == words:
            return False
        words = shorter
    # All courtesy and nothing else: "stop svp".
    return bool(words) or "stop" in whole.split()


def _without_courtesy(words: str) -> str:
    for each in _courtesies:
        if words == each:
            return ""
        if words.startswith(f"{each} "):
            return words.removeprefix(f"{each} ")
        if words.endswith(f" {each}"):
            return words.removesuffix(f" {each}")
    return words
