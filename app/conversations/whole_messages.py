"""Whole messages that say one such thing and nothing else (pure), in plain words."""

import re

from app.conversations.intent import Intent

POLITE = r"(?: (?:pls|plz|please|thanks|thank you|thx|ta|now|x+)){0,8}"
BEFORE = r"(?:(?:pls|plz|please|can you|could you|hi|hey|no) ){0,8}"
SORT_OF = (
    r"(?: (?:really|much|from me|for me|this time|else|special|specific|new|today|for now"
    r"|right now|atm|thanks"
    r"|thank you|doctor|doc|mate|pal|innit|still|just|now|honestly|tbh|yet|that i can think of"
    r"|i can think of|comes to mind"
    r"|springs to mind|in particular|particularly|at the (?:moment|minute|min|mo)|at all"
    r"|on my mind|here"
    r"|to (?:say|add|raise|bring up|ask|report|tell(?: you)?|mention|discuss|talk about"
    r"|moan about|worry about)"
    r"|im (?:good|fine|ok|alright|all good)|all good|no worries|no|problems?|probs|issues"
    r"|concerns|questions"
    r"|worries|complaints|troubles?|though|tho|cheers|lol|with me|under control|sorted|happy"
    r"|same|really tho))*"
)
WELL = (
    r"(?:(?:im|i am|its|it is|everything(?! (?:really|tbh)$)|everythings|all(?! of)|were"
    r"|we are|things are|all is|its all|doing|feeling|still|just|been|calm)"
    r"(?: (?:is|all|still|just|really|doing|going|been|pretty|feeling|ok|good|fine|great|well"
    r"|calm|alright|cool|perfect|under control"
    r"|sorted|happy|gravy|peachy|sweet|fab|the same|same as usual|tickety boo))+|calm|all good"
    r"|no bother|nae bother|gravy|sound|all (?:ok|good|fine|well) (?:my|this|at my"
    r"|on my) (?:end|side)|all ok)"
)
WHOLE: tuple[tuple[Intent, str], ...] = (
    # Of the provider's own words these may be about the visit as well: they are asked which.
    (Intent.WHICH, r"cancel|end|quit|revoke|ended|no more"),
    (Intent.HELP, r"help|help me|info|information"),
    (Intent.HELP, r"how does this work|what do i do|what is this|whats this"),
    (Intent.WHO, r"who (?:is|are) (?:this|you)|whos this|who this|how did you get my number"),
    (Intent.WHO, r"is this (?:legit|real|spam|a scam|legit or a scam|a joke)(?: or not)?"),
    (
        Intent.NOTHING,
        rf"(?:(?:had a think|i|ive|got|theres|have|there is|well|just|no|ok|yeah|yes|erm|um"
        rf"|hi) )*(?:nothing|none|nil|n/a|not much|not a lot|not really|not this time|not today"
        rf"|not for me|not at the moment|no questions|no problems|no probs|no issues|no concerns"
        rf"|no worries|no complaints|nothing really){SORT_OF}(?: {WELL})?{SORT_OF}",
    ),
    (
        Intent.NOTHING,
        rf"(?:(?:no|ok|yeah|yes|well|hi) )*{WELL}{SORT_OF}(?: (?:got |have )?(?:nothing"
        rf"|no \w+){SORT_OF})?",
    ),
    (
        Intent.NOTHING,
        r"(?:(?:no|sorry|had a think|honestly|i) )*(?:cant|couldnt|dont|do not|havent"
        r"|have not)(?: really)? (?:think of|have|got|need) (?:anything|any questions|a thing"
        r"|nothing|any)(?! (?:more )?(?:blood|test|energy|friends|appetite|control|sleep|inhaler"
        r"|meds|tablets|pain))(?: .{0,40})?",
    ),
    (
        Intent.NOTHING,
        r"no|no thanks|no thank you|no ty|happy (?:as (?:i am|it is)|with everything)|pass|skip"
        r"|coming but got nothing to (?:ask|say)",
    ),
    (
        Intent.THANKS,
        r"(?:(?:ok|cool|great|perfect|lovely|nice one|aw|aww|no|brill|ah|oh|right|good"
        r"|yes) )*(?:nice one|(?:many |big )?thanks|thank you|thankyou|thank|ty|tysm|cheers|ta"
        r"|diolch|much appreciated|appreciated|appreciate it|safe one)(?: (?:you|so much|very much"
        r"|a lot|a bunch|loads|again|for (?:this|that|asking|checking|everything|the (?:text"
        r"|reminder|message|heads up)|letting me know|your (?:help|text|message)|texting"
        r"|getting back(?: to me)?|sorting(?: it)?)|though|tho|i appreciate it|appreciate it"
        r"|appreciated|guys|doc|doctor|pal|mate|butt|bro|love|hun|team|all|everyone|la|lads|babe"
        r"|nurse|fam|bruv|ta|x+|ever so much|in advance|kindly))*",
    ),
    (
        Intent.ACKNOWLEDGEMENT,
        r"(?:(?:ok|okk+|yes|sure|cool|fine|alright|okie dokie|okey dokey|okie|got it|will do"
        r"|will think|sounds good|no problem|np|great|perfect|safe|bet|lol|noted|say less"
        r"|understood|received|done|sorted|no bother|nae bother|no worries|sound|lovely|brilliant"
        r"|brill|right|right then|fair enough|copy|roger|yessir|sir|boss|calm|aight|ight|good|nice"
        r"|ooo|oh|ah|i see|makes sense|gotcha|perf|a ok|aok|deal|that works|works for me"
        r"|yes please|of course|defo|definitely|absolutely) ?)+(?:(?:will|ill"
        r"|i will) (?:have a think|think about it|do|reply|text(?: you)?|get back to (?:you|u)"
        r"|let you know|tell you)(?: .{0,25})?)?",
    ),
    (
        Intent.ACKNOWLEDGEMENT,
        r"(?:ok |yes |noted )?(?:ill|i will|will) (?:have a think|think about it|reply"
        r"|text(?: you)?|get back to you|let you know|do it)(?: .{0,25})?",
    ),
    (
        Intent.UNCLEAR,
        r"(?:(?:erm|um|well|honestly|just|like|hmm) )*(?:idk|i dont know|dunno|dont know|not sure"
        r"|im not sure|[0-9]{1,2}|h+i+(?:ya)?|he+y+|hello|hmm+|erm+|um+|everything(?: (?:tbh"
        r"|really|honestly|just))*|the usual|usual|same(?: (?:as (?:last time|before|b4|always)"
        r"|old|again))?|stuff|(?:just )?stuff (?:you know|really)|things|whatever|anything"
        r"|all of it|everything and nothing|loads|lots|a lot|you know|maybe|depends"
        r"|[a-z](?: [a-z]){2,4}|[a-z]|[bcdfghjklmnpqrstvwxz]{4,}|[asdfghjkl]{6,}|blah(?: blah)*"
        r"|meh|same thing)(?: (?:tbh|really|honestly|lol|just everything|everything))*",
    ),
)
KISSES = re.compile(r"(?:(?<=\w) x+)+$")
COMPILED = tuple(
    (intent, re.compile(f"{BEFORE}(?:{pattern}){POLITE}")) for intent, pattern in WHOLE
)
