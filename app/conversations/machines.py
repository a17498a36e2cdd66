"""Texts that nobody meant for us (pure): machines, sellers, and what went to the wrong chat."""

import re

SPAM = re.compile(
    r"\b(?:won|winner|winning|prize|claim (?:your|ur|now|it)|congrat\w*|lottery|bitcoin|crypto"
    r"|btc|forex|invest\w*|loan|loans|cash ?back|free gift|gift ?card|voucher|refund|parcel"
    r"|package|delivery|hmrc|tax rebate|account (?:has been|is|was)|verify your|suspended"
    r"|click|bit ?ly|tinyurl|casino|bets?|viagra|cialis|onlyfans|hot singles|make money|earn"
    r"|work from home|unpaid|royal ?mail|evri|dpd|netflix|paypal|apple id|icloud"
    r"|whatsapp me on|telegram|limited offer|offer ends|% off|discount|sale|subscribe now)\b"
)
SOLD = re.compile(
    r"\b(?:reply yes|text yes|join now|joining fee|no credit check|order online|% off"
    r"|percent off|half price"
    r"|free trial|limited time|this weekend only|act now|apply now|buy now|shop now|dm (?:me"
    r"|us|@)|followers|per day|a day"
    r"|remote job|part time (?:remote|job)|from hr|hiring|cash fast|need cash|quick cash"
    r"|fast cash|loans?|payday|pizzas?|tonight only"
    r"|held at|redeliver\w*|depot|release|customs|fee|pay now|crypto|bitcoin|profit|trading"
    r"|invest\w*|returns|opt out reply|unsubscribe reply"
    r"|interested|guaranteed|win big|jackpot|bonus|free spins|sim swap|new device|log ?in"
    r"|password|security alert|unusual activity|expired?)\b"
    r"|\bmy phone (?:broke|is broken|smashed|died).*(?:new number|message me|whatsapp"
    r"|text me)\b|\b(?:hi|hey|hello) (?:mum|dad)\b.*\bnew (?:number|phone)\b"
)


LINK = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|co\.uk|ly|net|info|xyz|top|click|me|io|link|shop|site"
    r"|org|uk|co)\b(?:/|\s|$)|[£$€]\s?\d{2,}",
    re.IGNORECASE,
)
AUTO_REPLY = re.compile(
    r"\bdo not disturb\b|\b(?:i am|im) (?:currently |now )?driving\b(?! (?:test|lesson"
    r"|now so can|again|licence))|\bauto(?:mat\w*)?(?: |)(?:reply|replies|response|responder"
    r"|message|generated|mated|text)\b|\bautomatic(?:ally)? \w+|\bout of (?:the )?office\b"
    r"|\bannual leave\b|\bon leave until\b"
    r"|\b(?:this|the) (?:number|mailbox|inbox|account|phone|line|service|mobile|email"
    r"|sim)(?: you (?:have )?\w+)? (?:is|isnt|does|doesnt|cannot|can not|cant|has|no longer"
    r"|will)(?: not| no longer| been| currently)? ?(?:be )?(?:monitored|accept\w*|in service"
    r"|in use|able to|receive\w*|recei\w*|available|unavailable|disconnected|active|recogni\w*"
    r"|switched off|full|exist|taking|set up)\b"
    r"|\b(?:message|text|sms|mms|your message|delivery)(?: to \S+)? (?:could not be|was not"
    r"|not|failed|has not been|cannot be|can not be|has failed|blocking|is blocked"
    r"|undeliverable|delivery)(?: to)?(?: be)? ?(?:delivered|sent|deliver|send|failed|active"
    r"|failure)?\b|\bundeliver\w*|\b(?:will|ill) (?:get back to|reply to|respond to"
    r"|return) (?:you|your (?:message|call|text))(?: as soon as| when| later| shortly| asap"
    r"| within)"
    r"|\b(?:cant|cannot|unable to|can not) (?:talk|speak|answer|take your call"
    r"|come to the phone|respond)(?: to (?:you|the phone|your \w+))?(?: right)? ?now\b"
    r"|\bplease (?:leave a message|try again later|call (?:again )?later)|\bvoicemail\b"
    r"|\bsent from my\b|\bthe (?:subscriber|person|customer|mobile)(?: you"
    r"| number)?(?: \w+){0,3} (?:called|unavailable|not available|cannot|dialled)\b"
    r"|\bthank(?:s| you) for (?:contacting|your (?:message|text|email|enquiry)|messaging"
    r"|texting|getting in touch)\b|\bis (?:typing|on a call)\b|\bthis is an? (?:auto\w*"
    r"|system)\b|\breply (?:yes|y|1|stop) to (?:confirm|continue|accept|subscribe)\b"
    r"|\b(?:unread|voice) (?:mail|messages?) from\b|\bill call you back\b"
    r"|\bcan i call you later\b|\bwhats up\b$|\bin a meeting\b"
)
NOT_FOR_US = re.compile(
    r"\b(?:wrong (?:chat|convo|group|window)|(?:oops|whoops|woops|sorry|soz|omg|my bad"
    r"|ignore (?:that|this|it|me)|that) (?:\w+ ){0,4}(?:wrong (?:chat|person|one|convo)"
    r"|(?:meant|was|not) (?:for|to|4) (?:my |you|u|someone|sum1|a mate|mum|me mate|some)?)"
    r"|meant (?:for|to send (?:that|this)? ?to) (?:my |some|a |mum|dad|me )|not (?:for"
    r"|meant for) (?:you|u)\b|pocket (?:text|dial)|my (?:little )?(?:brother|sister|cousin"
    r"|mate) (?:had|got|took|was on|nicked|sent) (?:this|that|my|it))"
)


def is_machine(text: str, plain: str) -> bool:
    """Return whether a whole text is a machine's, that nobody typed."""
    return AUTO_REPLY.search(plain) is not None


def is_spam(text: str, plain: str) -> bool:
    """Return whether a text sells or phishes: such words together, or beside a link or a sum."""
    sold = len(set(SOLD.findall(plain.replace("off ", "off ")))) + len(re.findall(r"%", text))
    linked = LINK.search(text) is not None
    return (
        (SPAM.search(plain) is not None and linked)
        or sold >= 3
        or (sold >= 2 and (linked or re.search(r"[£$€%@]|\b0?7\d{3}", text) is not None))
        or re.search(r"\b(?:hi|hey|hello) (?:mum|dad)\b.*\bnew (?:number|phone)\b", plain)
        is not None
    )
