"""Signs that a young person may want to die or has no hope left (pure): phrases as data."""

from app.safeguarding.rules import Rule

SUICIDE = (
    Rule(
        "names suicide",
        "suicide",
        1,
        """
        suicide|suicidal|suicides|suicidality
        unalive
        un alive
        sewer slide
        ctb
        top|neck|rope|delete|off|end|game_end MYSELF
        do MYSELF in !for
        self delete
        forever sleep
        """,
    ),
    Rule(
        "killing oneself",
        "suicide",
        1,
        """
        kill|killing|killed ME
        GO|GO_just|to|tonight kms
        kms so|really bad|badly
        kms tonight|now|today|tomorrow|soon|deadass|fr
        hang|hanging|hung ME
        shoot|shooting|stab|stabbing|drown|drowning|suffocate|suffocating|gas|gassing MYSELF
        strangle|strangling|electrocute|electrocuting|poison|poisoning MYSELF
        set MYSELF on fire
        CUT ~1 wrist|wrists|throat !last
        blow my brains|brain|head
        pull the trigger
        knife|blade to my throat|neck|wrist
        noose
        rope around|round my neck
        got|bought|buy|have|tie|tied|find|found|buying a|the|some rope !swing|course
        carbon monoxide
        exit|suicide bag
        car exhaust
        drink MYSELF to death
        starve MYSELF to death
        kill me $
        """,
    ),
    Rule(
        "jumping or a train",
        "suicide",
        1,
        """
        jump|jumping|jumped|throw|throwing|walk|step|run|stepping ~3 in_front_of|infront_of ~1 TRAFFIC
        throw|throwing MYSELF off|under|in|into|out|from|down|over
        jump|jumping|jumped ~1 off|from|out_of|into|over ~3 HIGHPLACE
        GO jump !on|rope|higher|in_the|into_it|ship|out_of_bed|up|for|over
        under a|the train|bus|lorry|car
        train|rail|railway tracks|track|line ~3 thinking|jump|jumping|lie|stand|lay|want
        crash|crashing|drive|driving ~3 car|bike ~3 into|off ~2 tree|wall|bridge|cliff|river|lake
        crash my car|bike|truck on_purpose
        hope|wish|want ~3 car|bus|lorry|train ~2 hits|hit|kills|would_hit me
        hit by a|the TRAFFIC
        standing|stood|sitting|sat|stand|sit|am on|at ~4 BRIDGE
        on the edge|ledge of the|a roof|bridge|cliff|building|platform
        on the ledge
        BRIDGE ~4 thinking|think|thought ~1 about|of ~1 it|jumping|jump|ending|dying
        """,
    ),
    Rule(
        "wanting to be dead",
        "suicide",
        1,
        """
        WANT|like|ready|deserve|going|begging|beg|about ~1 TO ~1 die !of|my|it
        want to 2 die
        WANT ~2 be|being ~1 dead|deceased
        WANT ~1 death
        death wish
        wish|wished|if_only|wishing ~1 i was|were|am ~1 dead|gone $
        wish|wished|wishing ~1 i was|were ~1 dead|not_alive|not_here|never_born|not_born|never_here
        wish|wished ~1 i had|would|could ~1 die|died|just_die|never_been_born|never_be_born
        wish i have|had|would|was never|not ~1 been? born|existed|existing|exist
        hope|hoping|pray|praying|wait|waiting ~2 i|to|will|can ~1 die|died|be_dead
        rather|better|prefer ~1 be ~1 dead
        better_off|well_off|better dead
        should|ought ~1 be dead
        i should ~1 die|have_died|not_exist|not_be_alive|not_have_been_born
        let me ~1 die
        i|could just|really want_to? die $
        i could ~1 die $
        die in my sleep
        if|when|whether|once i live or die
        if|whether|care|that i live|lived|die|died|dead or die|live|alive|not
        not care|bothered|matter if|whether ~1 i die|died|live|lived|dead|am_alive|was_dead
        i am going to die soon|tonight|anyway
        i will|would ~2 be dead by|soon|before|then|next|tomorrow
        when|once|after|until|till i am|was ~1 dead
        after i am|have gone $
        think*|dream*|fantasis*|obsess* ~1 about|of ~1 DEATH
        ways|how|way|place to ~1 die|end_it|kill
        DEATH|sleep ~2 sounds|seems|looks|would_be ~1 good|nice|peaceful|better|easier
        be easier if i was|were ~1 dead|gone|not_here
        painless|peaceful|quick death|way_out|and_painless
        easy and painless
        life is|was over
        life|living ~2 not|never|hardly ~1 worth !my
        life is ~1 pointless|meaningless
        """,
    ),
    Rule(
        "not wanting to live",
        "suicide",
        1,
        """
        not|never|no_longer ~2 want|wanting|wish|wishing ~1 TO ~1 be here $
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 be here|around AGAIN|tomorrow|tonight|rn
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 be here in|on this|the life|world|earth
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 be ~1 alive|around|living|breathing !the|for
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 live !LIVEWITH
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 live like_this|with_myself|with_it_anymore
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 go_on|carry_on|keep_going|exist !holiday|the
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 wake_up !WAKE
        not|never ~2 want|wanting tomorrow
        want ~1 not|stop to? ~1 be_here|exist|be_alive|existing|living|being_alive|live
        want|wish|hope|hoping|pray|rather|wishing ~5 not|never ~1 wake_up !WAKE
        not wake up AGAIN|tomorrow|one_day|in_the_morning|one_morning
        sleep|bed ~2 and|n not|never ~1 wake
        never wake up again
        sleep forever
        eternal|permanent sleep|rest
        cease to exist
        want|wanted|wish|wishing|need|like|love|could|going|rather|gonna ~1 to|i_could ~1 disappear|vanish
        disappear|vanish forever|for_good|completely
        fade away|out
        tired|sick|done|bored|fed_up|finished|exhausted of|with|from ~2 living|life|being_alive|existing
        tired of ~1 being here
        done|finished|over with|this life
        i am ~1 done living
        forced|force to exist|live
        keeping me alive|going
        can not|never ~2 go_on|carry_on|keep_going|continue $
        can not|never ~2 go_on|carry_on|keep_going|continue AGAIN|like_this|living|with_life|with_this
        can not|could_not ~1 live AGAIN
        can not|could_not ~1 live like_this|with_myself|with_this_anymore
        not ~3 carry_on|go_on|keep_going living|like_this|with_my_life|AGAIN
        can not ~1 do|take|bear|stand|face|handle|cope_with ~1 this|it|life|things|everything AGAIN
        can not take|do|bear any more of this|it
        can not do life
        not know how much longer|long i can
        how much longer|long i can ~1 go_on|do|take|last|cope|keep|hold|hang
        give|giving|given|gave up on ~1 life|living|myself|everything
        giving up on|at life
        no|not ~2 reason|point|purpose|will|use|desire ~2 living|live|alive|being_here|go_on|carry_on|life
        no|not ~2 reason|point|purpose ~2 existing|exist|carrying_on|going_on|being_alive|being_around
        point|use|reason|purpose of|in|to ~2 living|life|live|alive|being_here|existing|going_on
        why am i ~1 alive|here|even_here|even_alive $
        why do i ~1 exist
        lost the will to live
        will to live ~1 gone
        nothing ~2 to live for
        not|never deserve to ~1 live|be_alive|exist|be_here
        not ~2 see ~1 me|myself ~1 being|be|living|getting|making|past|reaching|alive
        not ~2 make|see|reach|get|live ~1 to|past|till|until my next? birthday|18th|18|20|adult
        not|never ~1 think|believe|reckon ~1 i will|would|can|going_to ~2 BEALIVE
        will|would|shall|may|might|going_to not be ~1 here|around|alive BYTHEN
        will|would not be around $
        will|would not need to see me again
        """,
    ),
    Rule(
        "ending it",
        "suicide",
        1,
        """
        end|ending|ended|take|taking|took my own? life|lives
        taking|take my life
        end|ending|ended it|things|everything all
        GO|ready|want|to|about|of ~1 end|ending it|this|things|everything $
        GO ~1 end|ending it|this|things|everything tonight|soon|now|forever|for_good|so|because|when
        to end it
        ending things|it
        want|wanted|wish|wishing|ready ~2 it|everything|this|things|life ~1 to|would ~1 end|be_over|all_end
        want|wanted|wish|wishing ~2 it|everything|things|this all ~1 to|would ~1 end|be_over|stop
        be done with this|it_all|life|everything
        make it all|look stop|end|go_away|like_an_accident|like_a_accident
        way out AGAIN|for_me|but
        no way out
        no other|only way|option out
        escape from|this reality|life|world
        checking|check|checked out of|from life|this
        check out of this life|world
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
        wrote|written|writing|write|left|leave|leaving ~3 note|notes|letter|letters ~2 to|for ~1 after
        wrote|written|writing|left|leaving ~2 letters ~1 to|for ~1 KIN
        wrote|written|writing|left|leaving ~2 note|letter ~1 to|for my|the ~1 KIN
        note ~2 for after
        tell|telling my|the ~1 KIN ~3 love|loved|sorry|not_her_fault|not_his_fault|not_their_fault
        give|giving|gave|given ~1 my|all|away ~3 stuff|things|belongings|possessions|clothes ~1 away
        give|giving|gave|given away ~2 my|all ~1 stuff|things|belongings|possessions|clothes
        by the time you|u|they read|see|get|find|hear
        bury me
        at|plan|planned|planning my funeral
        write|make|writing|making|wrote|made a|my will $
        my time to go
        """,
    ),
    Rule(
        "a plan to die",
        "suicide",
        1,
        """
        got|have|made|making|had ~1 plan|plans|date and|for ~1 date|plan|a_date|ending|dying|suicide|death
        got|have|made|making ~2 plan|plans to die|end|kill|do_it|go|jump|hang|not_be_here
        better off without me ~4 plans|plan
        exit plan
        plan*|know|known|knew|decided|thinking|worked_out|figured ~1 how|when|where ~3 do_it|end_it|die|go
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
        """,
    ),
    Rule(
        "someone else and suicide",
        "suicide",
        2,
        """
        kill|killed|killing|hang|hanged|hung|hanging himself|herself|themselves|themself
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
        please|just|someone|somebody kill me
        """,
    ),
    Rule("told to die", "bullying", 2, """
        kys
        told|telling|tell|tells|says|say|said|saying|messag* ~3 to ~1 kill|hang|end MYSELF
        told|telling|tell|tells|says|say|said|saying ~3 me|i to|should ~1 go? die|kms
        kill yourself|urself|your_self
        """),
)
DESPAIR = (
    Rule(
        "no hope",
        "despair",
        2,
        """
        hopeless !at|with|case_at|teacher
        no|lost|losing|without|lose|any ~1 hope left|AGAIN|for_me|in_life|now
        lost|losing|given_up|gave_up ~1 hope
        worthless !parking|ticket|machine
        useless !at|machine|with|website|app|inhaler|phone $
        feel|am|feeling so? useless|empty|pointless|numb|trapped|broken|unlovable $
        numb|dead|empty inside
        feel|feeling ~1 numb ~1 all|every|now|to_everything
        everything|life|it_all|all ~2 pointless|meaningless|too_much|hopeless
        am|being|feel|like|just ~1 a burden|failure|mistake|waste|disappointment
        waste of space|air|oxygen|life
        burden on|to my|everyone|them|mum|people|family
        hate|hating|despise|loathe|detest|disgusted_with MYSELF
        hate|hating my life|existence
        hate being me|alive
        hate who i am
        ruined my life
        my life is ~1 ruined|a_mess|shit|falling|hell|miserable|a_joke|crap
        what is|the the? point $
        what is|the the? point in|of ~1 anything|any_of|it_all|me|trying|anything|all_this|everything
        no|not|any ~2 point|purpose in|to|of ~1 anything|it_all|me|trying|everything|any_of_it|all_this
        not ~1 see a|the|any|much? ~1 point $
        not ~1 see a|the|any|my future|way_forward|point_anymore
        no future for|left
        nothing matters|left|to_lose
        nothing to look forward
        lost all interest|motivation|hope
        """,
    ),
    Rule(
        "cannot cope",
        "despair",
        2,
        """
        can not|barely|hardly|struggling_to ~1 cope $
        can not|barely|hardly ~1 cope AGAIN|with ~1 life|everything|it|things|this|any
        not|stopped coping $
        not coping AGAIN|at_all|with_life|with_everything|right_now|very_well
        can not ~1 do|take|handle|face|bear ~1 this|it|life|any_of_this $
        breaking point
        end of my|the tether|rope
        rock bottom
        in a|mental|having|a mental_health_crisis|breakdown|mental_breakdown|nervous_breakdown
        i am in a crisis !with
        i am in crisis
        falling apart
        i am sinking|drowning $
        cry|crying|cried ~2 MYSELF|to to|sleep
        cry|crying|cried ~1 every|all day|night|the_time|single|morning
        feel*|am|been|so|really|very so|really|very|extremely|properly|incredibly low|down|bad_mentally !on
        feel*|am so|really|very|severely|extremely|clinically|deeply ~1 depressed
        severe depression
        nobody|no_one ~1 cares|loves|likes|wants|gives !to|about_the
        i have|ive|want|feel ~1 given|give|giving|like_giving up $
        ^ i? have? given|giving up $
        am not|far_from ~1 ok|okay|alright please|pls|help|at_all $
        ^ i? am not ok|okay $
        ^ please? help me please? $
        please help me $
        can not get out of bed !in|on|early|because_my
        get out of bed ~4 cry
        hardly get out of bed
        """,
    ),
)
LIFE = (*SUICIDE, *DESPAIR)
