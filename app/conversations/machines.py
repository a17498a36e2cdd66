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
    r"|guaranteed|win big|jackpot|bonus|free spins|sim swap|new device"
    r"|security alert|unusual activity)\b"
)
LINK = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|co\.uk|ly|net|info|xyz|top|click|io|link|shop|site|org"
    r"|uk)\b"
    r"(?:/|\s|$)|\b[\w-]+\.example\b",
    re.IGNORECASE,
)
SUM = re.compile(r"[£$€]\s?\d|\d\s?%")
OWN = re.compile(r"\b(?:i|im|ive|id|my|me)\b")
NEW_NUMBER = re.compile(r"\b(?:hi|hey|hello) (?:mum|dad)\b.*\bnew (?:number|phone)\b")
# So many signs of selling make a seller; of somebody who speaks of themselves, more.
ENOUGH, ENOUGH_OF_ONESELF = 2, 4
AUTO_REPLY = re.compile(
    r"\bdo not disturb\b|\b(?:i am|im) (?:currently )?driving(?: right now| at the moment"
    r"| and (?:will|cant)"
    r"| now and (?:will|cant)| with do not disturb|$)|\bauto(?:mat\w*)? ?(?:reply|replies"
    r"|response|responder"
    r"|message|generated|text)\b|\bsent automatically\b|\bout of (?:the )?office\b"
    r"|\bannual leave\b|\bon leave until\b"
    r"|\b(?:this|the) (?:number|mailbox|inbox|email)(?: you (?:have )?\w+)? (?:is|isnt|does"
    r"|doesnt|cannot|can not|cant"
    r"|has|no longer|will)(?: not| no longer| been| currently)? ?(?:be )?(?:monitored"
    r"|accept\w*|in service"
    r"|in use|able to receive|receive\w*|available|unavailable|disconnected|active|recogni\w*"
    r"|switched off|full)\b"
    r"|\b(?:message|text|sms|mms|delivery)(?: to \S+)? (?:could not be|was not|not"
    r"|has not been|cannot be|can not be"
    r"|failed to|has failed to) ?(?:be )?(?:delivered|sent|deliver|send)\b"
    r"|\bmessage (?:blocking|blocked|failed)\b|\bundeliver\w*"
    r"|\b(?:will|ill) (?:get back to|reply to|respond to|return) (?:you|your (?:message|call"
    r"|text))"
    r"(?: as soon as| when| later| shortly| asap| within)"
    r"|\b(?:cant|cannot|unable to|can not) (?:talk|take your call"
    r"|come to the phone)(?: to (?:you|the phone))?(?: right)? ?now\b"
    r"|\bplease (?:leave a message|try again later|call (?:again )?later)\b"
    r"|\bthe (?:subscriber|person|customer)(?: you| number)?(?: \w+){0,3} (?:called"
    r"|unavailable|not available|dialled)\b"
    r"|\bthank(?:s| you) for (?:contacting|your (?:message|email|enquiry)|messaging us"
    r"|getting in touch)\b"
    r"|\bthis is an? (?:automated|automatic|system)\b|\breply (?:yes|y|1|stop) to (?:confirm"
    r"|continue|accept|subscribe)\b"
)
# The whole of a short text, or the beginning of one: "the scan that was for my knee" is no slip.
# Said of a number as well as of a chat: then an order beside it is for us.
WRONG_PERSON = re.compile(r"(?:\w+ ){0,2}wrong person\b")
NOT_FOR_US = re.compile(
    r"^(?:(?:omg|lol|oops|whoops|woops|sorry|soz|sry|my bad|ignore (?:that|this|it|me)|that|ah"
    r"|oh|no) )*"
    r"(?:wrong (?:chat|convo|group|window|person)|that (?:was|wasnt|is|isnt) (?:meant )?(?:for"
    r"|to) (?:my |someone|sum1"
    r"|a |mum|me mate|another|you|u)|(?:was )?meant (?:for|to (?:send|text) (?:that "
    r"|this )?(?:to )?)(?: ?my| ?some| ?a | ?mum"
    r"| ?dad| ?me mate)|not (?:for|meant for) (?:you|u)\b|pocket (?:text|dial)"
    r"|my (?:little )?(?:brother|sister|cousin|mate)"
    r" (?:had|got|took|was on|nicked|sent) (?:this|that|my|it))"
)


def is_machine(plain: str) -> bool:
    """Return whether a whole text in plain words is a machine's, that nobody typed."""
    return AUTO_REPLY.search(plain) is not None


def is_spam(text: str, plain: str) -> bool:
    """Return whether a text sells or phishes: enough signs of it, links and sums of money too."""
    signs = len({*SPAM.findall(plain), *SOLD.findall(plain)}) + (SUM.search(text) is not None)
    signs += 2 * (LINK.search(text) is not None)
    sells = signs > (ENOUGH_OF_ONESELF if OWN.search(plain) else ENOUGH)
    return sells or NEW_NUMBER.search(plain) is not None
