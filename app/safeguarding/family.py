"""Signs of harm in the name of a family: forced marriage, honour, cutting (pure): data."""

from app.safeguarding.rules import Rule

FAMILY = (
    Rule(
        "forced marriage",
        "forced_marriage",
        2,
        """
        forced ~1 marriage|marry|married|wedding
        making|make|makes|forcing|force|forces|made|want|wants|pressured|pressuring|pressure|
            told|telling|have ~2 me ~2 to? ~1 marry|married|get_married
        pressured|forced|made ~2 to ~1 marry|get_married
        found|find|finding|chosen|choose|picked ~2 me ~1 a ~2 husband|wife|rishta|man_to
        arranged ~1 marriage|me ~4 not|against|forced|scared|no_choice
        taking|take|send|sending|sent|flights|took|going ~8 get_married|marry|wedding ~8 not|16|
            15|17|forced|scared|never_met|i_do_not|dont
        sending|taking|flights|send ~3 me|booked|abroad|back_home|to ~4 marry|get_married
        flights ~3 my ~1 wedding|marriage
        not want to ~1 marry|get_married
        marry|married ~2 someone ~2 never|family|not
        marry my cousin
        marry|marrying ~1 me ~1 off
        married off
        planning|arranging|arranged|planned|organising|sorted ~2 my ~1 marriage|wedding ~6 not|
            someone|scared|never_met|do_not
        forcing|forced|force|pushing|pressuring|pressure ~1 me ~4 marriage|marry|wedding|
            engagement|engaged
        sent|sending|taken|taking|send|fly|flying|flown ~5 to ~1 marry|get_married !my_cousins
        marriage & forced|forcing|against_my_will|no_choice
        have|got|told ~1 to get_married|marry ~6 not|someone|never|summer|do_not
        not ~2 want ~2 arranged ~1 marriage
        arranged|arranging|organised ~2 for me to marry|get_married
        marry|marrying ~1 me ~1 to
        """,
    ),
    Rule(
        "so-called honour",
        "honour",
        2,
        """
        honour|honor ~1 killing|violence|based|abuse
        shame ~2 on|to ~2 family|us|them|my_family
        brought|bring|bringing ~1 shame
        FAMILY|they|brothers|dad|parents ~4 kill|hurt|disown|beat ~1 me ~2 if|when ~2 FIND
        if|when ~4 FIND ~6 kill|hurt|disown|beat ~1 me
        brothers ~2 will|are_going_to ~1 kill me
        disown*|disowned me
        kill me ~2 if ~3 FIND
        """,
    ),
    Rule(
        "cutting of girls",
        "fgm",
        2,
        """
        fgm
        circumcis* ~4 girl|female|me|woman|women
        girl ~2 circumcis*
        female|girl|girls genital|circumcision|cutting
        get|got|be|being|been|going_to|was cut ~5 SOMEWHERE
        cut me ~4 like|my_sister|girls
        they|mum|gran|aunties|family ~3 cut me ~3 like|down|there
        scared|take|taken|taking|afraid|going ~6 to be cut
        they|mum|family|gran|aunties|will ~2 cut ~1 my ~1 sister|little_sister|cousin|
            daughter !hair|fringe
        they cut me ~1 when|as|in
        """,
    ),
)
