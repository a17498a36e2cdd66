"""The words that orders to stop are put together of (pure): patterns for plain words."""

import re

from app.conversations.stop_parts import AFTER, BEFORE

SENT = r"(?:te?xts?|txts?|sms(?:es)?|mes+[ea]ges?|msgs?|reminders?|notifications?)"
SENDING = (
    r"(?:te?xti?n?g?|te?xtin|mes+[ea]g(?:e|ing|in)|msg(?:ing|in)?|contact(?:ing)?"
    r"|remind(?:ing|in)?)"
)
BEING_SENT = (
    r"(?:te?xted|mes+[ea]ged|msgd|contacted|reminded|reminding)(?! (?:to|of|about|that|when)\b)"
)
# Somebody else's, about something else, or shown by something worn.
NOT_OURS = (
    r"(?! (?:gone|about|back|he|she|they|of (?!these|this|yours|ur)"
    r"|my (?:mum|mam|mom|dad|nan|ex|bf|gf|friends?|mates?|brother|sister|boss|coach|teacher)"
    r"|(?:from|off|of|on|for|to|in) (?:my(?! hospital"
    r"| clinic)|him|her|them|people"
    r"|the (?:boys|girls|group)|insta|snap)))"
)
NOT_THEIRS = (
    r"(?! (?:my (?!phone|number|mobile)|him|her|them|boys|girls|people|so much|each|back"
    r"|about|gone))"
)
DO_NOT = r"(?:dont|do not|dnt|dinnae|donot|dont ever|never)"
NOT_WISH = (
    r"(?:dont|do not|dnt|doesnt|does not|no longer)"
    r" (?:really |even |actually |rly )?(?:want|wanna|need|like|wish)"
)
GETTING = (
    r"(?:(?:to|be|get|getting|gettin|receive|receiving|have|having|being|any|more|the|ur|your|yr"
    r"|these|those|this|all|no|such|a|daily|so many|for|of) )"
)
MINE = r"(?:this|my) (?:\w+ )?(?:number|phone|mobile)"
US = rf"(?:me|us|here|my child|{MINE})"
AGAIN = r"(?:again|any ?more|ever|after|nae mair|further)"
OURS = r"(?:the |these |this |those |your |ur |yer |all |any )"
NAMED = r"(?:me|us|my (?:name|number|num|no)|this (?:number|phone))"
TAKE = r"(?:take|get|remove|strike|cross|drop|bin|sign|rmove|rmeove|pull)"
REMOVE = r"(?:remove|strike|cross|drop|bin|rmove|rmeove)"
THEIRS = (
    rf"(?:(?:the|this|these|ur|your|yer|those|all|contact|mailing|{SENT}|{SENDING}) )*"
    rf"(?:lists?|register|system|service|database|thing|group|chat|{SENT})"
)
ENDS = (
    r"(?:stop|quit|cease|end(?! of)|finish|drop|cancel|call off|turn off|switch off|lay off"
    r"|knock off|kill"
    r"|disable|lose|bin|cut out|cut it out|allow|pack in|haud aff|discontinue|no more|no further"
    r"|enough|done|leave off)"
)
PLEASE = (
    r"(?:pl+s+|plz|please|plis|kindly|ffs|gods sake|(?:can|could|would|will) (?:you|u|ye)"
    r"|(?:you|u) can|(?:you|u) (?:may|might) as well|best to|(?:pl+s|please|so|now) just"
    r"|(?:and|so|but) (?:now )?)"
)

# Clear wherever they stand in a clause.
CLEAR = (
    rf"{DO_NOT} (?:ever |bother |keep |be )?{SENDING} (?:{US}|{AGAIN})\b(?! back)",
    rf"{DO_NOT} {SENDING}$",
    rf"{DO_NOT} (?:ever )?send (?:{US} |em |them |these |any |more |of )*"
    rf"(?:(?:{SENT}|{AGAIN}|anything (?:else|more)|these|em|them)\b|any$){NOT_OURS}",
    rf"{DO_NOT} (?:bother|keep) (?:with )?(?:sending|{SENDING})\b",
    rf"{ENDS} (?:with |wi |of |on |sending |getting |gettin |receiving |{US} |{OURS})*"
    rf"(?:{SENT}\b{NOT_OURS}|{SENDING}\b{NOT_THEIRS})",
    r"(?:stop|quit|done|sick of|tired of) (?:with |of )?(?:sendin?g?|gettin?g?|receiving|asking) "
    rf"(?:{US} )?(?:these|them|this|stuff|things)\b(?! to (?:my|his|her))",
    rf"{NOT_WISH} {GETTING}*(?:{SENT}|{BEING_SENT})\b{NOT_OURS}",
    rf"{NOT_WISH} (?:you|u) {SENDING}\b{NOT_THEIRS}",
    rf"{NOT_WISH} (?:these|this) on my phone\b|(?:she|he) {NOT_WISH} these any ?more$",
    rf"{NOT_WISH} to be (?:a )?part of {OURS}*{SENT}\b",
    rf"(?:would|wud|can|could) (?:you|u) (?:mind )?not {SENDING}(?: {US}\b| {AGAIN}\b|$)",
    rf"not interested in (?:getting )?{OURS}*{SENT}\b",
    rf"(?:want|wish) (?:these|the {SENT}|them) (?:gone|to stop|stopped)\b",
    rf"(?:give|bin|let) {OURS}*{SENT} (?:a rest|off|end|go)\b",
    rf"{SENT} can (?:go|end|stop)(?: now)?$|(?:could|can) {OURS}*{SENT} (?:end|stop)\b",
    r"(?:no (?:thank you|thanks)|fuck off|enough(?: now)?|do one|peace) (?:to|with|wi|w) "
    rf"{OURS}*(?:{SENT}|{SENDING})\b",
    rf"(?:turn|switch) {OURS}*{SENT} off\b",
    rf"(?:no|not any|nae) (?:need|point|use)(?: (?:in|to|for|of|you|u|any))* (?!remind)"
    rf"(?:{SENDING}{NOT_THEIRS}|{SENT}|send(?:ing)? (?:these|them|any|{SENT}))\b(?! back)",
    rf"(?:dont|do not) (?:need|have) to (?:keep {SENDING}|{SENDING} (?:me|us)\b)",
    r"(?:rather|prefer|sooner)(?: (?:it|if|you|u|to|be))* (?:not|didnt|dont|never|stopped)"
    rf"(?: (?:to|be|get|receive|getting))* (?:{SENDING}|{BEING_SENT}|{SENT})\b{NOT_THEIRS}",
    rf"{TAKE} {NAMED} (?:off|out of|from) {THEIRS}\b(?! for)",
    rf"{REMOVE} (?:my (?:name|number|num)|this number)\b(?! plate)(?! from (?!{THEIRS}))",
    r"take my (?:name|number) off\b(?! (?:the )?(?:waiting|op|surgery))",
    r"still te?xting (?:me|us)\b.* i (?:already )?(?:opted out|said stop)\b",
    r"(?:wrong (?:number|person)|not a patient).{0,20} (?:(?:take|strike) me off|remove me)\b",
    r"wrong (?:number|person)(?: \w+)? (?:pl+s|please) stop\b"
    r"|(?:stop|unsub(?:scribe)?)(?: (?:this is|its|you have|u have|youve got))?(?: the| a)? wrong "
    r"(?:number|person)\b",
    r"(?:want to|wanna|like to|can i|could i|btw|id rather|please|pls) opt(?:ing)? ?(?:me )?out"
    r"(?: of (?:this|these|it|texts|the texts|everything|all))?\b(?! of)",
    r"(?<!undo my )(?<!the )(?<!stop or )un ?sub(?:scribe)?(?: me)?"
    r"(?: (?:from|of|to) (?:this|these|ur|your|the|all)(?: (?:list|texts|messages|service))?)?"
    r"(?: (?:after|now|pl+s|please|thanks|btw))*$",
    r"(?:cancel|end) (?:my|this|the) (?:te?xt )?subscription",
    r"(?:stop|quit) (?:buzzing|blowing up|blowin up|pinging|ringing|vibrating|clogging up|spamming)"
    r" my (?:phone|mobile)\b",
    rf"letters? not {SENT}|not {SENT} letters?|only write to (?:me|us) no {SENT}"
    rf"|(?:only|before|prefer|please|pls|but|so|cheers|thanks|ta) no {SENT}$",
    rf"(?:come|be taken|coming) off {OURS}*{SENT}\b",
    rf"(?:fine|ok|okay|alright|good|do) without {OURS}*(?:being )?(?:{SENT}|{BEING_SENT})\b",
    rf"(?:excused?|excluded) from {OURS}*{SENT}\b",
    r"(?:not|dont|do not|never|no longer) (?:consent|agreed?) to (?:being|be|get|getting"
    r"|receiv\w+) "
    rf"(?:{BEING_SENT}|{SENT}|these)\b",
    r"(?:i|ive|we) (?:already |just |literally )*(?:said|told (?:u|you|yous)|asked (?:u|you|yous)"
    r"(?: \w+){0,2}?|texted|put) (?:to )?(?:before )?"
    rf"(?:s+t+o+p+(?! (?:the|my|taking|it|him|her|but))|no {SENT})\b",
    r"times (?:do|did|must|have) (?:i|we) (?:have |need |got )?to (?:say|text|put|send) s+t+o+p+\b",
    r"(?:told (?:u|you|yous|ye) (?:before )?|asked (?:u|you|yous)(?: \w+){0,2} )to stop$",
    r"(?:not|dont|do not) (?:wish|want) to (?:participate|take part)\b|choose not to take part\b",
)
# Clear where nothing beside them may be what is to end.
LOOSE = (
    r"^stop (?:(?:pl+s|plz|please|it|man) )+(?:my (?:phone|fone)\b|it goes\b)",
    r"(?:annoying|on my nerves|bothered with these \w+)(?: make it)? stop$",
    rf"(?:^(?=\w+ (?:asking|em|them|these|mine)\b)|\b{PLEASE} ?)(?:stop|stpo|cease)"
    r"(?: (?:them|em|these|mine|asking(?: me)?|now|man|already|haha|lol|with (?:it|them|these)))*"
    rf"(?: (?:they (?:wake|cost|go|are|make)|theyre|haha|cos|coz|cuz|because|u have|you have)\b"
    rf"|{AFTER}$)",
    rf"^{BEFORE}(?:{REMOVE}|unsign) me(?:$| from this\b| after\b| ill\b)",
    r"\b(?:so|please|pls|now) (?:just )?take me off(?: this)?(?: after\b.*)?$"
    r"|^take me off this after\b",
    rf"^{BEFORE}opt(?:ing)? ?(?:me )?out$|(?:cross|strike) me off$|delete (?:my )?number (?:pl+s"
    rf"|please)$",
    rf"^{BEFORE}(?:leave|let|get off|lay off|leave off) my (?:phone|number|mobile)"
    r"(?: (?:be|alone|in peace))?(?: .{0,20})?$",
)
# Clear only where nothing else is said.
ALONE = (
    r"knock it off|pack it (?:up|in)|cut it out|sign me out|bin me off|keep me out of (?:it|this)",
    r"(?:switch|turn) (?:it|this|these|them) off(?: for (?:me|us))?",
    r"(?:not (?:being|to be) \w+ but )?(?:can|could) (?:you|u|ye) (?:just )?(?:not|no|stop)",
    r"(?:how (?:do|can)|can|could) (?:i|we) (?:come off|leave|exit|quit|get out of|not get) "
    r"(?:this|these|the list)(?: (?:chat|group|thing|any ?more))?",
    r"is there (?:any|a) way (?:of|to) not get(?:ting)? (?:these|this)",
    r"(?:i )?(?:no longer|dont|do not|dnt) (?:want|need) (?:these|them|em)"
    r"(?: (?:any ?more|any longer|thanks|ta))*",
    rf"(?:(?:a bit|way) )?too many {SENT}(?: from (?:u|you)(?: lot)?)?(?: (?:pls"
    rf"|please))?(?: stop)?",
    r"(?:fed up|sick|tired|bored) (?:of|with) (?:getting )?these",
    r"(?:i )?dont (?:like|wanna|want)(?: to)? (?:being|be|getting|get) te?xted",
    r"stop (?:this service|with this)|these are (?:so )?annoying|these are doing my head in",
    r"text (?:my )?(?:mum|mam|dad|mom) not me",
    r"(?:i )?(?:didnt|never) sign(?:ed)? up for (?:this|these)",
    r"(?:id|i would) (?:rather|sooner|prefer) not (?:to )?(?:receive|get|have) (?:these|them|this)"
    r"(?: (?:any ?more|going forward|in future))?",
    r"(?:gonna|im gonna|going to|im|i am|ive) block(?:ed|ing)? (?:u|you|yous"
    r"|this number)",
    r"(?:im |ive )?mut(?:ed|ing) (?:you|u|yous)",
    r"l(?:ea)?ve (?:me|us) (?:alo+ne+|be|in peace)",
)
# As our own texts write it, in a text that does not shout.
AS_WE_WRITE_IT = re.compile(
    r"^STOP\b(?! (?i:the|my|taking|giving)\b)"
    r"|(?<!to )(?<!text )(?<!reply )(?<!Reply )(?<!replied )(?<!say )(?<!or )\bSTOP[\s!.]*$"
)
