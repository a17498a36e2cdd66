"""The words that orders to stop are put together of (pure): patterns for plain words."""

import re

from app.conversations.stop_parts import AFTER, BEFORE, DONT

# Each word in one way only, and no repetition without an end: what is made to be slow is not.
SENT = r"(?:te?xts?|sms(?:es)?|mes+[ea]ges?|msgs?|reminders?|(?:te?xt|these|your|ur) notifications)"
SENDING = (
    r"(?:te?xt(?:i?n?g|in)?|mes+[ea]g(?:e|ing|in)|msg(?:ing|in)?|contact(?:ing)?|remind(?:ing|in)?)"
)
BEING_SENT = (
    r"(?:te?xted|mes+[ea]ged|msgd|contacted|reminded|reminding)(?! (?:to|of|about|that|when|by)\b)"
)
# Somebody else's, about something else, or shown by something worn.
SENDS = r"(?:sends?|sent|keeps?|gets?|got|writes?|wrote|posts?|puts?)"
NOT_OURS = (
    rf"(?! (?:gone|about|back|by|(?:he|she|they|i|my \w+) {SENDS}\b|of (?!these|this|yours|ur)"
    r"|to (?!me\b|us\b|this)|(?:from|off|on|for|in) (?:my(?! hospital| clinic)|him|her|them|people"
    r"|the (?:boys|girls|group)|insta|snap)))"
)
NOT_THEIRS = (
    r"(?! (?:my (?!phone|number|mobile|son|daughter|child|kid|boy|girl|lad)|him|her|them|boys"
    r"|girls|you|u"
    r"|people|anyone|so much|each|back|about|gone))"
)
NOT_WISH = (
    r"(?:dont|do not|dnt|doesnt|does not|no longer)"
    r" (?:really |even |actually |rly )?(?:want|wanna|need|like|wish)"
)
GETTING = (
    r"(?:(?:to|be|get|getting|gettin|receive|receiving|have|having|being|any|more|the|ur|your|yr"
    r"|these|those|this|all|no|such|a|daily|so many|for|of) ){0,6}"
)
MINE = r"(?:this|my) (?:\w+ )?(?:number|phone|mobile)"
US = rf"(?:me|us|here|my child|{MINE})"
AGAIN = r"(?:again|any ?more|ever|after|nae mair|further)"
OUR = r"(?:the |these |this |those |your |ur |yer |all |any )"
OURS = rf"{OUR}{{0,3}}"
NAMED = r"(?:me|us|my (?:name|number|num|no)|this (?:number|phone))"
TAKE = r"(?:take|get|remove|strike|cross|drop|bin|sign|rmove|rmeove|pull)"
REMOVE = r"(?:remove|strike|cross|drop|bin|rmove|rmeove)"
THEIRS = (
    rf"{OURS}(?:(?:mailing|contact|te?xt(?:ing)?|msg|messag(?:e|ing)) ){{0,2}}"
    rf"(?:lists?|register|system|service|database|thing|group|chat|{SENT})"
)
ENDS = (
    r"(?:stop|quit|cease|end(?! of)|finish|drop|cancel|call off|turn off|switch off|lay off"
    r"|knock off|kill"
    r"|disable|bin|cut out|cut it out|pack in|haud aff|discontinue|no more|no further"
    r"|enough|done|leave off|refrain from|desist from)"
)
PLEASE = (
    r"(?:pl+s+|plz|please|plis|kindly|ffs|gods sake|(?:can|could|would|will) (?:you|u|ye)"
    r"|(?:you|u) can|(?:you|u) (?:may|might) as well|best to|(?:pl+s|please|so|now) just"
    r"|(?:and|so|but) (?:now )?)"
)

# Clear wherever they stand in a clause.
CLEAR = (
    rf"{DONT} (?:ever |bother |keep |be )?{SENDING} (?:{US}|{AGAIN})\b(?! back)",
    rf"{DONT} (?:call|ring|phone) (?:me|us) (?:or|nor) {SENDING}\b",
    rf"(?<!i )(?<!we )(?:dont|do not|dnt) {SENDING}$",
    rf"{DONT} (?:ever )?send (?:(?:me|us|em|them|these|any|more|of) ){{0,4}}"
    rf"(?:(?:{SENT}|{AGAIN}|anything (?:else|more)|these|em|them)\b|any$){NOT_OURS}",
    rf"{DONT} (?:bother|keep) (?:with )?(?:sending|{SENDING})\b{NOT_THEIRS}",
    rf"{ENDS} (?:(?:with|wi|of|on|sending|getting|gettin|receiving|me|us|to|the|these|those|your|ur"
    rf"|yer|all|any) ){{0,6}}(?:{SENT}\b{NOT_OURS}|{SENDING}\b{NOT_THEIRS})",
    r"(?:stop|quit|done|sick of|tired of) (?:with |of )?(?:sendin?g?|gettin?g?|receiving|asking) "
    rf"(?:{US} )?(?:these|them|this|stuff|things)(?= (?:{AGAIN}|now|please|pls|to (?:me|us|this)"
    rf"|cos"
    r"|because|they|so|thanks|ta|its|it|i|im|if|every)\b|$)",
    rf"{NOT_WISH} {GETTING}(?:{SENT}|{BEING_SENT})\b{NOT_OURS}",
    rf"{NOT_WISH} (?:you|u) {SENDING}\b{NOT_THEIRS}",
    rf"{NOT_WISH} (?:these|this) on my phone\b|(?:she|he) {NOT_WISH} these any ?more$",
    rf"{NOT_WISH} to be (?:a )?part of (?:{OURS}{SENT}\b|this\b(?: any ?more)?$)",
    rf"(?:would|wud|can|could) (?:you|u) (?:mind )?not {SENDING}(?: {US}\b| {AGAIN}\b|$)",
    r"(?:can|could|would) (?:you|u) (?:please |pls )?not send (?:me |us )?(?:these|this|them|any)\b"
    r"(?! to (?:my|his|her))",
    rf"not interested in (?:getting )?{OURS}{SENT}\b{NOT_OURS}",
    rf"(?:want|wish) (?:these|the {SENT}|them) (?:gone|to stop|stopped)\b",
    rf"(?:give|bin|let) {OURS}{SENT} (?:a rest|off|end|go)\b",
    rf"{SENT} can (?:go|end|stop)(?: now)?$|(?:could|can) {OURS}{SENT} (?:end|stop)\b",
    rf"knock {OURS}{SENT} on the head\b|(?:leave|quit|exit) {OUR}{{1,2}}(?:te?xt )?service\b",
    r"(?:no (?:thank you|thanks)|fuck off|enough(?: now)?|do one|peace) (?:to|with|wi|w) "
    rf"{OURS}(?:{SENT}|{SENDING})\b",
    rf"(?:turn|switch) {OURS}{SENT} off\b|(?:turn|switch) (?:these|them) off\b",
    rf"(?:no|not any|nae) (?:need|point|use)(?: (?:in|to|for|of|you|u|any)){{0,4}} (?!remind)"
    rf"(?:{SENDING}{NOT_THEIRS}|{SENT}|send(?:ing)? (?:these|them|any|{SENT}))\b(?! back)",
    rf"(?:dont|do not) (?:need|have) to (?:keep {SENDING}|{SENDING} (?:me|us)\b)",
    r"(?:rather|prefer|sooner)(?: (?:it|if|you|u|to|be)){0,4} (?:not|didnt|dont|never|stopped)"
    rf"(?: (?:to|be|get|receive|getting)){{0,3}} (?:{SENDING}|{BEING_SENT}|{SENT})\b{NOT_THEIRS}",
    rf"(?:to|way|of|possible) not (?:to )?(?:get|getting|receive|receiving|have) {OURS}{SENT}\b",
    rf"{TAKE} {NAMED} (?:off|out of|from) {THEIRS}\b(?! for (?!{OURS}{SENT}))",
    rf"{REMOVE} (?:my (?:name|number|num)|this number)\b(?! (?:plate|from (?!{THEIRS})))",
    rf"get rid of my (?:name|number) (?:from|off) {THEIRS}\b",
    r"take my (?:name|number) off\b(?! (?:the )?(?:waiting|op\b|surgery|my|his|her))"
    r"|lose my number\b",
    r"(?:wrong (?:number|person)|not a patient).{0,20} (?:(?:take|strike) me off|remove me)\b",
    r"wrong (?:number|person)(?: \w+)? (?:(?:pl+s|please) )?stop\b"
    r"|(?:stop|unsub(?:scribe)?)(?: (?:this is|its|you have|u have|youve got))?(?: the| a)? wrong "
    r"(?:number|person)\b",
    r"(?:(?<!dont )(?<!not )want to|wanna|like to|can i|could i|btw|id rather|please"
    r"|pls) opt(?:ing)? ?(?:me )?out"
    r"(?: of (?:this|these|it|texts|the texts|everything|all))?\b(?! of)",
    r"(?:am|im|be) opting out\b(?! of (?!this|these|the text|your))",
    r"(?<!undo my )(?<!the )(?<!stop or )(?<!dont want to )un ?sub(?:scribe)?(?: me)?"
    r"(?: (?:from|of|to) (?:this|these|ur|your|the|all)(?: (?:list|texts|messages|service))?)?"
    r"(?: (?:after|now|pl+s|please|thanks|btw)){0,3}$",
    r"(?:cancel|end) (?:my|this|the) (?:te?xt )?subscription(?! to)",
    r"(?:stop|quit) (?:buzzing|blowing up|blowin up|pinging|ringing|vibrating|clogging up|spamming)"
    r" my (?:phone|mobile)\b",
    rf"letters? not {SENT}|not {SENT} letters?|only write to (?:me|us) no {SENT}"
    rf"|(?:only|before|prefer|please|pls|cheers|thanks|ta) no {SENT}$",
    r"(?:then|so|please|pls|now) leave me alone$",
    rf"(?:come|be taken|coming) off {OURS}{SENT}\b|(?:excused?|excluded) from {OURS}{SENT}\b",
    rf"(?:fine|ok|okay|alright|good|do) without {OURS}(?:being )?(?:{SENT}|{BEING_SENT})\b",
    rf"withdraw\w* (?:my consent to be {BEING_SENT}|from {OURS}(?:{SENT}|service|programme)\b)",
    r"(?:not|dont|do not|never|no longer) (?:consent|agreed?) to (?:being|be|get|getting"
    r"|receiv\w+) "
    rf"(?:{BEING_SENT}|{SENT}|these)\b",
    rf"{DONT} ask (?:me|us) (?:this )?(?:again|any ?more|ever)\b"
    rf"|stop asking (?:me )?what matters\b",
    rf"(?:last|final) (?:one|{SENT}) (?:that )?(?:you|u|ye)(?: ever)? send\b"
    rf"|(?:could|can|let|has to|may) (?:this )?be the (?:last|final) {SENT}\b",
    r"(?:not|dont|do not) (?:wish|want) to (?:participate|take part)\b|choose not to take part\b",
)
# Clear where nothing beside them may be what is to end.
LOOSE = (
    r"^stop (?:(?:pl+s|plz|please|it|man) ){1,3}(?:my (?:phone|fone)\b|it goes\b)",
    r"(?:annoying|on my nerves|bothered with these \w+|either way"
    r"|spam(?:ming)?(?: me)?)(?: make it)? stop(?: it)?$",
    rf"(?:^(?=\w+ (?:asking|em|them|these|mine)\b)|\b{PLEASE} ?)(?:stop|cease)"
    r"(?: (?:them|em|these|mine|asking(?: me)?|now|man|already|haha|lol|with (?:it|them"
    r"|these))){0,4}"
    r"(?: (?:they (?:wake|cost|go|are|make)|theyre|haha|cos|coz|cuz|because|u have|you have)\b"
    rf"|{AFTER}$)",
    rf"\b(?:so|please|pls) (?:stop|end) (?:them|these)$|{SENT}\b.* take me off (?:it|these|them)$",
    r"^stop i (?:dont|didnt|never)\b|\b(?:pl+s|please) no more$",
    rf"^{BEFORE}(?:{REMOVE}|unsign) me(?: from this| after\b.*| ill\b.*)?{AFTER}$",
    rf"^{BEFORE}(?:(?:not interested|this aint for me|i (?:didnt|never) (?:sign up for"
    rf"|agreed? to) this"
    rf") )?take me off(?: after this)?{AFTER}$|\b(?:you|u) can take me off(?: now)?$",
    r"\b(?:so|please|pls|now) (?:just )?take me off(?: this)?(?: after\b.*)?$",
    rf"^{BEFORE}opt(?:ing)? ?(?:me )?out$|(?:cross|strike) me off$"
    r"|delete (?:my )?number (?:pl+s|please)$",
    rf"^{BEFORE}(?:leave|let|get off|lay off|leave off) my (?:phone|number|mobile)"
    r"(?: (?:be|alone|in peace))?(?: from now on| pl+s| please)?$",
)
# Somebody has said so before; clear where texts are named, and nothing that may be grave.
SAID_BEFORE = (
    r"(?:i|ive|we) (?:already |just |literally )?(?:said|told (?:u|you|yous)|asked (?:u|you|yous)"
    r"(?: \w+){0,2}|texted|put) (?:to )?(?:before )?"
    rf"(?:stop(?! (?:the|my|taking|it|him|her|but))|no {SENT})\b",
    r"times (?:do|did|must|have) (?:i|we) (?:have |need |got )?to (?:say|text|put|send) stop\b",
    r"(?:told (?:u|you|yous|ye) (?:before )?|asked (?:u|you|yous)(?: \w+){0,2} )to stop$",
    r"still te?xting (?:me|us)\b.* i (?:already )?(?:opted out|said stop)\b",
    r"told (?:u|you|yous)\b.* (?:i|we) (?:dont|do not) want these$|already said stop\b",
)
# Clear only where nothing else is said.
ALONE = (
    r"knock it off|pack it (?:up|in)|sign me out|bin me off|keep me out of (?:it|this)",
    r"(?:how (?:do|can)|can|could) (?:i|we) (?:come off|leave|exit|quit|get out of) "
    r"(?:this|the|these) (?:chat|group|thing|list|texts)|can i come off this",
    rf"(?:(?:a bit|way) )?too many {SENT}(?: from (?:u|you)(?: lot)?)?(?: (?:pls"
    rf"|please))?(?: stop)?",
    r"(?:i )?dont (?:like|wanna|want)(?: to)? (?:being|be|getting|get) te?xted",
    r"(?:how (?:do|can) (?:i|we|u|you) )?(?:turn|switch) these off|(?:can|could) these stop"
    r"|(?:i )?(?:no longer|dont|do not|dnt) want these(?: (?:any ?more|any longer|thanks|ta)){0,3}",
    r"no more of (?:this|these)(?: pl+s| please)?(?: its annoying)?"
    r"|these are (?:so )?annoying make them stop|stop (?:this service|with this)"
    r"|text (?:my )?(?:mum|mam|dad|mom) not me",
    r"(?:id|i would) (?:rather|sooner|prefer) not (?:to )?receive (?:these|them|this)"
    r"(?: (?:any ?more|going forward|in future))?",
    r"(?:how many times (?:do|must) i (?:have to )?say|i (?:already )?said"
    r"|(?:i )?told (?:u|you|yous)(?: to)?|(?:i )?asked (?:u|you)(?: twice)?(?: now)?(?: to)?) stop"
    r"(?: (?:tho|though|before|already|last time|last month)){0,2}",
    r"(?:gonna|im gonna|going to|im|i am|ive) block(?:ed|ing)? (?:u|you|yous|this number)"
    r"(?: if (?:u|you) text(?: me)? again)?",
    r"(?:im |ive )?mut(?:ed|ing) (?:you|u|yous)|l(?:ea)?ve (?:me|us) (?:alo+ne+|be|in peace)",
)
# As our own texts write it, in a text that does not shout.
AS_WE_WRITE_IT = re.compile(
    r"^STOP(?=[.,!?\n]|$| (?:texting|messaging|sending|contacting|these|this|pls|please|now|as"
    r"|how)\b)"
    r"|(?:[.,!?\n] *|\b(?:there|thanks|thank you|ok|okay|no|now|please|pls|so|and"
    r"|but) )STOP[\s!.]*$"
)
