"""What is sensitive: unsafe phones, being seen alone, sex, gender, what parents may know (pure)."""

from app.safeguarding.rules import Rule

PRIVATE = (
    Rule(
        "someone else reads the phone",
        "unsafe_phone",
        2,
        """
        WHO ~3 reads|read|reading|checks|check|checking|sees|looks|goes|going|watches|tracks|
            monitors|takes|has ~3 my ~1 phone|messages|texts|msgs|snap|whatsapp|insta
        WHO ~2 reads|checks|looks_at|sees|read ~1 all|every|everything ~1 my? ~1 messages|texts|
            text|phone|i_text|i_send
        WHO ~1 not ~1 reading|checking|looking ~2 phone
        not ~1 text|message|write|reply|send|msg|ring|call|contact ~3 here|number|phone|anything|
            back ~6 WHO|sees|checks|reads
        not ~1 text|message|msg ~1 me|this ~1 here|number ~3 WHO|sees|not_safe|anymore_he
        not|isnt|never safe ~1 to ~1 text|message|talk|write|reply|call
        not|isnt safe to
        WHO ~1 can|could|will|might ~1 see|read ~1 these|this|my|our messages|texts|msgs|phone|
            message|text
        delete this
        can not ~1 see|find|know ~1 this|these|what_i
        passcode|password ~3 reads|knows|checks|read|everything
        WHO ~2 got|has|knows|took|takes|they_have ~1 my ~1 passcode|password|phone !charger|
            number|at_dinner|fixed|bill|contract
        this ~1 is ~1 KIN phone ~4 not|dont|careful
        phone ~2 tracked|monitored|bugged|hacked_by
        WHO|parents ~2 monitor|track|spy|see|look ~3 my ~1 phone|messages|texts|location
        this|it is ~1 not ~1 my phone
        this is ~1 my? KIN phone|number|mobile
        WHO reads|sees|checks ~1 everything|all_of_it|it_all
        not ~1 reply|text|message|write|answer ~4 reads|sees|checks
        WHO answers|checks|keeps|picks_up my phone
        give|gave|given ~2 my ~1 password|passwords|passcode|login !to_the_school
        not ~1 ring|call|phone ~4 answers|hears|listens
        """,
    ),
    Rule(
        "wants to be seen alone",
        "see_alone",
        3,
        """
        KIN ~2 always|does_all|answers|speaks|keeps ~2 talks|talk|talking|speaks|speak|answers|
            for ~1 for|over ~1 me
        KIN ~2 always|usually ~1 talks|speaks|answers
        talks|speaks|answers for me
        not ~3 want|like|need ~3 PARENT ~1 there|in|with|to_come|coming|hear|to_be|listening|
            involved|knowing
        not want|like ~2 KIN ~1 there|in
        without ~2 PARENT
        not ~1 in_front_of|infront_of ~2 PARENT|anyone|everyone
        in_front_of|infront_of my ~1 PARENT
        not ~1 with ~1 PARENT ~1 there|in|here|listening
        alone|own|private|privately|one_to_one|1_to_1 ~1 with|to|without ~2 doctor|nurse|you|
            someone|consultant|PARENT
        see|seen|talk|speak|come|go|chat|minutes|time|appointment|bit ~3 alone|by_myself|
            on_my_own|privately|in_private|one_to_one|by_MYSELF|on_me_own !on_the_bus|by_bus|
            by_train|at_uni|for
        seen alone
        talk|speak|chat|word in private
        private ~1 chat|word|talk|conversation
        speak|talk ~1 to|2 me ~2 not ~2 PARENT
        PARENT ~2 wait|stay|sit|leave|step|go ~1 outside|out|in_the_waiting
        see me without|alone|first
        just me ~2 no|not|and_the|without ~2 PARENT|doctor|nurse
        can PARENT ~1 not ~1 come|be
        ask ~1 PARENT to ~1 leave|wait|go
        no PARENT ~1 in|there|please|allowed
        rather|prefer|not_want|no ~3 PARENT ~2 appointment|room|appt|clinic|
            consultation !to_take|to_drive
        """,
    ),
    Rule(
        "sex and contraception",
        "contraception",
        3,
        """
        contracepti*
        condom|condoms
        sex !education|ed|worker|of
        sexual|sexually
        sti|stis|std|stds|chlamydia|gonorrhoea|gonorrhea|herpes|syphilis|thrush|hpv
        the pill !organiser|box|cutter|bottle|form
        birth control
        morning after ~1 pill
        need|get|take|taking|took|taken|buy|bought ~1 plan be !for
        the ~1 coil
        the implant !hearing|cochlear|dental|tooth
        implant ~2 arm|contracepti*|periods|period
        discharge ~3 down|there|vagina*|smell*|willy|penis
        down there !for
        erectile|erection|erections|boner|impotent
        can not get it up
        virgin*|lose_my_virginity
        masturbat*|porn|wank*
        vagina*|penis|vulva
        hooking|hook|hooked up with
        sleeping with ~1 my|someone|him|her|a|people|boyfriend|girlfriend|bf|gf
        """,
    ),
    Rule(
        "gender and who one loves",
        "gender",
        3,
        """
        trans !fat|fats
        non binary|bi
        gender !reveal
        gay|lesbian|bisexual|pansexual|queer|lgbt* !as_in
        come|coming|came|not|am out to ~2 PARENT|family|everyone
        puberty blockers|blocker
        hormone blockers
        pronouns
        dead|old|birth name !badge
        use|call ~1 me ~1 he|she|they|him !when
        cross sex hormones
        testosterone|oestrogen ~3 trans|start|hormones
        dysphori*
        binder|binding ~2 chest|my|safe
        """,
    ),
    Rule(
        "what parents may know",
        "privacy",
        3,
        """
        not ~1 tell|telling|want|let|show|say|mention|share ~3 PARENT|KIN|school|
            anyone ~1 to? ~1 know|anything|this|it|i|that|about|what
        not ~1 tell ~2 PARENT|school|anyone|KIN
        not let ~1 PARENT|KIN ~1 know|see|find|read
        not ~3 PARENT|school|KIN ~1 to ~1 know|find_out|see|hear
        will|would|can|do|does|could|are|is ~2 PARENT|school ~2 find|know|see|told|read|get|
            be_told|hear ~1 out|this|it|about|my|what|these|copy|told
        will|would|can|do|does|could|are|gonna ~2 you ~2 tell|telling|show|inform ~2 PARENT|
            school|them|anyone
        tell|telling|told ~1 PARENT ~2 what|anything|about_this|this $
        PARENT ~2 see|read|find|know ~1 it|this|my_records|my_notes|these
        confidential*
        private !school|hospital|room|healthcare|clinic|patient|tutor|prescription
        privacy
        between us|ourselves|you_and_me|me_and_you
        keep ~2 secret|quiet
        secret !santa|garden|agent
        not ~2 put|write|say ~2 in|on ~2 letter|letters|notes
        who ~2 sees|see|reads|read|can_see ~2 this|these|it|my|them
        who ~1 gets to ~1 see|read
        go|goes|going|sent|send|get|gets to|by my ~1 PARENT|school
        shared|passed_on|sharing ~2 PARENT|school|with_my|with_school
        PARENT know $
        """,
    ),
)
