"""Signs of ending one's life, of goodbyes and of plans, also another's (pure): data."""

from app.safeguarding.rules import Rule

PARTINGS = (
    Rule(
        "ending it",
        "suicide",
        1,
        """
        end|ending|ended|take|taking|took my own? life|lives
        end|ending|ended it|things|everything all
        GO|ready|want|to|about|of ~1 end|ending it|this|things|everything $
        GO ~1 end|ending it|this|things|everything tonight|soon|now|forever|for_good|so|because|when
        to end it
        ending things|it
        want|wanted|wish|wishing|ready ~2 it|everything|this|things|life ~1 to|would ~1 end|
            be_over|all_end
        want|wanted|wish|wishing ~2 it|everything|things|this all ~1 to|would ~1 end|be_over|stop
        be done with this|it_all|life|everything
        make it all|look stop|end|go_away|like_an_accident|like_a_accident
        way out AGAIN|for_me|but
        no way out
        no other|only way|option out
        escape from|this reality|life|world
        checking|check|checked out of|from life|this
        i|to end|ending it $
        night|day|tonight ~2 i end it
        """,
    ),
    Rule(
        "others better off",
        "suicide",
        1,
        """
        better|happier|easier|fine|relieved ~3 without me !there_for
        better|happier|easier ~4 if i ~2 dead|gone|died|not_here|not_around|disappeared|not_exist
        better|happier|easier ~2 if i was|were|am not ~1 here|around|alive|born
        no_one|nobody|not ~3 miss|notice|care|matter|bothered if|when|that ~1 i ~2 GONE
        no_one|nobody ~3 miss|notice|care|cry if|when i ~1 was|were|am not ~1 here|around|alive
        no_one|nobody ~2 miss me
        nobody|no_one ~3 even_notice|notice me gone
        not matter if i ~1 die|died|live|lived|am_here
        not be here ~2 much_longer|to_see|for_long|for_christmas
        better|happier|easier|fine|relieved|glad ~4 when|once|after ~1 i ~2 GONE
        better|happier|easier ~4 with me gone|dead|out_of
        without me ~1 around|here|in_the_world|in_it|in_their_lives
        notice|care|miss|missed|bothered|matter|cry|sad ~3 if|when|that i ~2 GONE
        nobody|no_one ~1 needs|wants me ~4 go|gone|die|here
        look after ~5 when|once|after i am|have gone
        will not matter|mind ~5 not ~1 be ~1 here|around|alive
        soon ~6 not be ~1 here|around|alive
        i should ~2 disappear|vanish|be_gone|not_be_here
        """,
    ),
    Rule(
        "saying goodbye",
        "suicide",
        1,
        """
        goodbye|farewell|bye everyone|world|all|cruel|forever|life|letter|letters|note|notes|video
        goodbye|farewell mum|dad|family|my|to_everyone|to_my_family|to_my_friends|to_my_mum
        saying|said|say|writing|wrote|written|write|recorded ~2 goodbyes
        saying|say my|final|last goodbye
        done|sorry|over|end|finished|pillpicture goodbye|farewell
        goodbye ~5 not need|see ~3 again
        this|is|my final|last|my_last|my_final message|text|goodbye|words|letter|act !did
        wrote|written|writing|write|left|leave|leaving ~3 note|notes|letter|letters ~2 to|
            for ~1 after
        wrote|written|writing|left|leaving ~2 letters ~1 to|for ~1 KIN
        wrote|written|writing|left|leaving ~2 note|letter ~1 to|for my|the ~1 KIN
        note ~2 for after
        tell|telling my|the ~1 KIN ~3 love|loved|sorry|not_her_fault|not_his_fault|not_their_fault
        give|giving|gave|given ~1 my|all|away ~3 stuff|things|belongings|possessions|clothes ~1 away
        give|giving|gave|given away ~2 my|all ~1 stuff|things|belongings|possessions|clothes
        by the time you|u|they read|see|get|find|hear
        bury me
        write|make|writing|making|wrote|made a|my will $
        my time to go
        my last day|night|days|week ~1 $
        my last day|night on|alive|here
        made|make my_mind_up|up_my_mind ~4 tonight|do_it|doing_it|going_to_do
        do|doing it tonight
        pills|tablets|rope|blade|knife ~2 ready
        my last|dying wish|wishes
        rope|noose|pills|note|tablets|everything ~2 is|are ready
        i should|must|need_to|have_to ~1 just go $
        GO|am ~1 do|doing it this_time|tonight|now|soon|for_real|properly_this_time
        everything i need to|for ~1 end|do|die
        tell|telling everyone|them|people|all_of_them ~2 sorry|love|goodbye|not_their_fault
        not ~2 have|need to ~1 worry|deal|put_up|bother ~1 about|with me
        not ~1 worry about me ~4 not|gone|anymore|after
        is goodbye $
        planning it for ~1 weeks|months|days|tonight|ages|years|while
        ILL be gone $
        not be ~1 here next time ~2 text|message|see|time|reply|get
        kill me ~1 i mean it
        note is ~1 written|done|ready
        already|have ~1 said goodbye|my_goodbyes
        """,
    ),
    Rule(
        "a plan to die",
        "suicide",
        1,
        """
        got|have|made|making|had ~1 plan|plans|date and|for ~1 date|plan|a_date|ending|dying|
            suicide|death
        got|have|made|making ~2 plan|plans to die|end|kill|do_it|go|jump|hang|not_be_here
        exit plan
        plan*|know|known|knew|decided|thinking|worked_out|figured ~1 how|when|where ~5 do_it|
            end_it|die|kill
        plan* how|when|where i ~3 do|go|die|end
        set a date
        written my will
        """,
    ),
    Rule(
        "not safe alone",
        "suicide",
        1,
        """
        not|never ~2 safe with|from|around|by|on MYSELF|my_own|my_own_thoughts
        keep|keeping MYSELF safe
        danger|risk to MYSELF
        not|never ~1 trust MYSELF
        do|doing something|smth ~1 stupid|silly|bad|drastic ~1 to? MYSELF
        going|want|might|gonna|scared|will ~4 do|doing something|smth stupid|silly|drastic|i_regret
        scared|frightened|worried|afraid ~4 do_to|hurt|kill|harm MYSELF
        do|doing something ~1 to MYSELF
        do|doing|done something ~1 stupid|silly|drastic|i_will_regret !school
        promise ~4 hurt|kill|harm MYSELF
        hurt|harm MYSELF tonight|today|now|soon|badly
        """,
    ),
    Rule(
        "someone else and suicide",
        "suicide",
        2,
        """
        kill|killed|killing|hang|hanged|hung|hanging himself|herself|themselves|themself
        took|taken|take|taking|end|ended his|her|their ~1 life|lives
        """,
    ),
    Rule(
        "kms said by the way",
        "suicide",
        2,
        """
        kms
        rather|sooner ~1 die than
        kill me now|please|already
        kill me $
        please|just|someone|somebody kill me
        kmn
        """,
    ),
    Rule(
        "told to die",
        "bullying",
        2,
        """
        kys
        told|telling|tell|tells|says|say|said|saying|messag* ~3 to ~1 kill|hang|end MYSELF
        told|telling|tell|tells|says|say|said|saying ~3 me|i to|should ~1 go? die|kms
        kill yourself|urself|your_self
        """,
    ),
)
