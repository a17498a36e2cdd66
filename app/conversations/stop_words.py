"""What people text to have texts stopped, or to be forgotten, and who it never was (pure).

An opt-out is a whole message or a clear directive, never a word inside one: "i want to stop my
meds" is a thing that matters. The patterns match whole messages in plain words: lower case, no
accents, no punctuation.
"""

TEXTS = (
    r"(?:(?:texts?|texting|messages?|messaging|mesages?|msgs?|msging|txts?|txting|txtin|textin|sms"
    r"|notifications?|reminders?)(?: messages?)?)"
)
ME = r"(?:me|us|this number|my phone|my number|my mobile|my child|my son|my daughter|here)"
THESE = r"(?:it|this|these|those|that|them|all of (?:this|these)|your|ur|the|all|all the|any)"
AGAIN = r"(?: (?:again|any ?more|ever|ever again|now|at all|please|pls))*"
SEND = r"(?:sending|send|sendin|contacting|messaging|msging|texting|txting|txtin|textin|spamming)"
DO_NOT = r"(?:dont|do not|dnt|never|stop|quit)"

STOP = (
    r"s+t+o+p+|stpo|sotp|stp|sto|stopp?e|st op|s t o p|stoop|atop|stopo|stap|stop all"
    r"|stopall|stopal",
    r"stop stop(?: stop)*",
    r"(?:i )?(?:want|wanna|would like|need) (?:you )?to (?:stop|unsubscribe|opt out)",
    r"unsubscribe(?: (?:me|please|from (?:this|these|all)))?|unsub(?:scribe)? me|unsub|unsubscibe",
    r"un subscribe|opt ?out|opt me out|opting out|optout please|i opt out|i want to opt out",
    r"stopio|end texts|end all texts|cancel (?:these |the |all |my )?texts|quit texting me",
)
STOP_SENDING = (
    rf"stop (?:{THESE} )?{TEXTS}{AGAIN}",
    rf"stop {THESE}{AGAIN}",
    rf"stop {SEND} {ME}{AGAIN}",
    rf"stop (?:{SEND} )?(?:{ME} )?(?:{THESE} )?{TEXTS}{AGAIN}",
    rf"(?:{DO_NOT}) (?:text|txt|message|msg|contact|sms|bother|ring|call|write to) {ME}{AGAIN}",
    rf"(?:{DO_NOT}) {SEND} (?:{ME} )?(?:{THESE} )?{TEXTS}?{AGAIN}",
    rf"(?:{DO_NOT}) send (?:{ME} )?(?:{THESE} )?(?:more )?{TEXTS}{AGAIN}",
    rf"no (?:more )?{TEXTS}(?: to {ME})?{AGAIN}|no more",
    rf"i (?:dont|do not|dnt) (?:want|wanna get|want to get|want to receive|need) (?:{THESE} )?"
    rf"(?:more )?{TEXTS}(?: from you)?{AGAIN}",
    rf"i (?:dont|do not) (?:want|wanna) (?:to be texted|to be contacted|to get texts){AGAIN}",
)
LEAVE_ALONE = (
    r"leave (?:me|us) (?:alone|be)|go away|get lost|piss off|sod off|bugger off|f(?:uck)? off",
    r"(?:take|get|remove) (?:me|us|my number|my name|this number) (?:off|from)"
    r"(?: (?:this|the|your|ur))?(?: (?:list|texts?|system|database))?",
    r"(?:remove|delist) (?:me|my number)|not interested(?: (?:thanks|thank you|ty))?",
    r"lose my number|block me|i never signed up(?: for this)?|i didnt sign up(?: for this)?",
)
# Whole messages in other languages, as people write them on a phone.
ELSEWHERE = (
    r"peidiwch(?: a (?:tecstio|anfon)(?: negeseuon)?(?: ataf)?)?|stopiwch|dim mwy o negeseuon",
    r"dim mwy|paid a tecstio|paid a thecstio",  # Welsh
    r"prosze (?:nie pisac|przestac|o zaprzestanie|mnie wypisac)"
    r"|nie pisz(?:cie)?(?: do mnie)?(?: wiecej)?",
    r"przestan(?:cie)?(?: pisac)?|wypisz mnie|nie chce (?:smsow|wiadomosci)",  # Polish
    r"nu mai (?:scrieti|scrie|trimiteti(?: mesaje)?|vreau mesaje)|opriti(?: mesajele)?|opreste",
    r"dezabonare",  # Romanian
    r"jooji(?: farriimaha)?|ha ii soo dirin(?: farriimo)?|farriin ha ii soo dirin"
    r"|iga jooji",  # Somali
    r"message band kar(?:o|en|ein|dein)?|messages? mat bhej(?:o|en|ein|na)?"
    r"|band kar(?:o|en|ein|dein)",
    r"mujhe message mat kar(?:o|en|ein)|mat bhejo|roko|bas karo",  # Urdu, Hindi
    r"message bondho koro|bondho korun|ar message diben na|message pathaben na|thamun|thamo",
    r"mesaj (?:atma(?:yin)?|gonderme(?:yin)?|istemiyorum)|durdur(?:un)?|yazmayin|iptal mesaj",
    r"arret(?:ez|e|er)?|arretez (?:de )?(?:m ?ecrire|les messages|les sms)|stop sms|desabonner",
    r"ne m ?ecrivez plus|plus de messages|plus de sms",  # French
    r"no (?:me )?(?:escribas|escriban|manden|envien)(?: mas)?(?: mensajes)?"
    r"|no mas mensajes|parar|baja|alto",
    r"pare(?:m)?(?: de (?:enviar|mandar)(?: mensagens)?)?"
    r"|nao (?:me )?(?:mande|envie)(?: mais)?(?: mensagens)?",
    r"chega de mensagens|sair",  # Portuguese
    r"waqif|awqif|la tursil(?:u)?(?: rasail)?|khalas|bas rasail",  # Arabic in Latin letters
    r"توقف|توقفوا|اوقف|اوقفوا|أوقف|أوقفوا|ايقاف|إيقاف|لا ترسلوا|لا ترسل رسائل|قف",
    r"بند کرو|بند کریں|مت بھیجو|پیغام مت بھیجیں|روکو|میسج مت کریں|بس کریں",  # Urdu
    r"বন্ধ|বন্ধ করুন|বন্ধ করো|মেসেজ বন্ধ করুন|আর মেসেজ দিবেন না|থামুন|থামান",  # Bengali
    r"ਬੰਦ ਕਰੋ|ਰੁਕੋ|બંધ કરો|बंद करो|बंद करें|मत भेजो|रोको",  # Punjabi, Gujarati, Hindi
    r"стоп|спрете|припиніть|припинить|зупиніть|хватит|не пишите(?: мне)?|отписаться",
    r"停止|退订|停|不要再发|別再傳|lopeta|stopp|halt|basta|ndalo|ndaloni|prestani|nustokit(?:e)?",
    r"dung nhan tin(?: nua)?|itigil|acheni kutuma(?: ujumbe)?|yeter",
)
START = (
    r"start|unstop|opt ?in|opt me in|start (?:again|texts|texting me|texting again|messages)",
    r"start again with texts|text me again|you can text me again|subscribe|resubscribe|restart",
    r"turn (?:the )?texts (?:back )?on|dechrau",
)
FORGET = (
    r"forget (?:me|about me|all about me|everything about me|my number|my details)",
    r"remove (?:all )?(?:of )?my (?:data|info|information|details|records?)",
    r"(?:delete|erase|wipe|destroy) (?:all |every)?(?:of )?(?:me|my|everything|all|what)"
    r"(?: (?:data|info|information|number|details|details|record|records|texts|messages|stuff))?"
    r"(?: (?:about|on|from|you have on|u have on|you hold on|you have about)"
    r" (?:me|us|your system))?",
    r"(?:i )?(?:want|would like) (?:my|all my) (?:data|info|information|details) "
    r"(?:deleted|erased|removed|gone)",
    r"(?:right to be|i want to be) forgotten|gdpr delete|delete me",
)
WHOSE = r"(?:sam|he|she|they|him|her|them|that person|this person|that|[a-z]{2,15})"
WRONG_NUMBER = (
    r"(?:sorry )?(?:its |this is |its the |u have the |you have the |youve got the |u got the "
    r"|you have |i think (?:you|u) have the |i think this is the |think youve got the )?"
    r"wrong (?:number|no|num|person|phone)(?: mate| love| pal| here| sorry| m8| bro)*",
    r"(?:sorry )?(?:this (?:isnt|is not|aint)|not) (?:his|her|their|[a-z]{2,15}s) "
    r"(?:number|phone|mobile)(?: any ?more)?",
    rf"who is {WHOSE}(?: (?:wrong (?:number|person)|i dont know (?:him|her|them|any [a-z]+)))",
    rf"(?:there is |theres )?no ?(?:one|body) (?:called|named|of that name|by that"
    rf" name) ?{WHOSE}?(?: here)?",
    r"(?:ive|i have) had this (?:number|phone) (?:for )?(?:years|ages|months|\d+ (?:years|months))",
    r"i (?:dont|do not) know (?:any ?one|any ?body) (?:called|named) [a-z]{2,15}",
    r"(?:im|i am) not (?:him|her|them|that person|who you think|the person you want)",
    r"this is a new number|i just got this number|new owner of this number",
)
PATIENT = r"(?:he|she|they|him|her|my (?:son|daughter|child|boy|girl|kid))"
SADLY = r"(?:(?:sorry|sadly|unfortunately|im sorry to say|i have to tell you) )*"
DIED = (
    r"(?:(?:has |have |had |is |just |sadly )*(?:died|passed away|passed on|dead|deceased"
    r"|no longer with us|gone to heaven|lost (?:his|her|their) (?:life|fight|battle)))"
)
WHEN = (
    r"(?: (?:last|this|on|in|a|few|two|three|2|3|the|yesterday|today|week|weeks|month|months|night"
    r"|year|ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|weekend|recently|sadly"
    r"|im afraid|please|dont|stop|text|texting|again))*"
)
BEREAVEMENT = (
    rf"{SADLY}{PATIENT} {DIED}{WHEN}",
    rf"{SADLY}we (?:have )?lost {PATIENT}{WHEN}",
    rf"{SADLY}(?:he|she|they|your patient|the patient) {DIED}{WHEN}",
)
