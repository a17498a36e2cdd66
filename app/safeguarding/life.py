"""Signs that a young person may want to die (pure): phrases as data."""

from app.safeguarding.rules import Rule

LIFE = (
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
        top|topping|topped|neck|rope|roping|delete|deleting|off|offing|end|ending|game_end MYSELF
        do MYSELF in !for
        self delete
        forever sleep
        suicid*
        sui thoughts|ideation|attempt
        si thoughts
        """,
    ),
    Rule(
        "killing oneself",
        "suicide",
        1,
        """
        kill|killing|killed MYSELF
        GO|GO_just|to|tonight kms
        kms so|really bad|badly
        kms tonight|now|today|tomorrow|soon|deadass|fr
        hang|hanging|hung MYSELF
        shoot|shooting|stab|stabbing|drown|drowning|suffocate|suffocating|gas|gassing MYSELF
        strangle|strangling|electrocute|electrocuting|poison|poisoning MYSELF
        set MYSELF on fire
        CUT ~1 wrist|wrists|throat !last
        blow my brains|brain|head
        pull the trigger
        knife|blade to my throat|neck|wrist
        noose
        rope around|round my neck
        got|bought|buy|have|tie|tied|find|found a|the|some rope !swing|course
        carbon monoxide
        exit|suicide bag
        car exhaust
        drink MYSELF to death
        starve MYSELF to death
        suffocat* my|myself
        wreck|crash|crashing|wrecking|slam my car|truck !last|in_may
        drive|driving my car into
        buying a gun|rope|noose|knife_to
        my suicide|demise
        kill ms $
        TOOLS ~2 round|around|over|to|against|at|on ~1 my ~1 neck|throat|head|face|mouth|chest|
            wrist|wrists|heart
        kill ms|my_s|mysef|mysrlf
        think*|thought|thoughts ~1 about|of ~1 hanging|drowning|jumping|stabbing|shooting !out|
            with|around|into|in
        found me ~3 rope|noose|hanging|belt|pills|bridge|knife
        had|have|got|held|holding ~1 pills|tablets|blade|knife|rope|razor in my hand|hands
        """,
    ),
    Rule(
        "jumping or a train",
        "suicide",
        1,
        """
        jump|jumping|jumped|throw|throwing|walk|step|run|stepping ~3 in_front_of|
            infront_of ~1 TRAFFIC
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
        jump out the|my|a window
        jumping off !the_bus|the_wall_bars|the_diving
        BRIDGE ~4 thinking|think|thought ~1 about|of ~1 it|jumping|jump|ending|dying
        step|stepping|walk|walking|run|running|wander* ~3 out|into|onto ~3 road|traffic|motorway|
            tracks
        GO ~2 jump|jumping off|from|infront|under
        GO ~1 go ~1 jump off|in_front
        yeet|launch|fling|chuck|lob|hurl MYSELF
        on|at the|a BRIDGE now|rn|right_now|alone|again
        cliffs|cliff|bridge|station|roof|car_park|tracks & jump|jumping|jumped !park_and
        think*|thought|thoughts|dream*|imagin* ~2 driving|crashing|walking|stepping|swerving|
            falling ~3 into|in_front|off|under|out
        trains|train|tracks|bridge|pills|knife|rope|blade & think|thinking about it
        MYSELF to the|a BRIDGE
        easy|quick|easiest|quickest way ~1 to go|die|do_it|end
        easy|easiest|quickest|only way out
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
        ILL die|be_dead $
        ILL ~2 be dead by|soon|before|then|next|tomorrow
        feel|feels like ~1 dying !when_i_run|after
        my death|own_death
        when i die $
        stop living
        do|does not care about ~1 life $
        i could disappear
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
        thought|thoughts|dream|dreams|idea|ideas|fantasy|fantasies ~3 DEATH
        WANT ~1 be ~1 gone $
        GO|WANT|would|better_off|rather ~3 not|stop|no_longer exist|existing|be_alive|
            being_alive|be_here_anymore
        rather|prefer|better ~1 not be|being alive|here|around|born
        god|lord|allah|someone|something ~2 take|takes|end|ends me ~1 $
        god|lord|allah ~2 take|takes|took me
        is to ~1 die
        only ~3 if|when|by|is ~2 died|die|dead|dying
        wish|wished it was|were|had_been ~1 me ~2 died|dead|instead|who|that
        better of|off dead
        i want to go ~3 pain|peace|heaven|forever|now_forever
        join ~3 in heaven
        be with ~3 in heaven
        i ~4 die !of|my|it|for|from|if_i_miss|laughing|young|inside
        i ~3 be dead !if|when_mum|tired
        hope|wish|want|pray ~5 kills|killed|kill|takes|finishes me
        wish|hope ~2 heart|body ~2 stop|stops|give_up|stopped
        that is what i want
        life ~2 too ~1 hard|painful|much
        be|all over soon
        i ~1 want to ~2 sleep for_good|forever|for_ever
        not ~2 see|reach|make|have my next|18th|16th|21st|20th|last birthday|christmas
        not ~2 make|making|going_to_make|get ~1 to NUMBER
        i ~3 to|and jump !rope|in_the|on|higher|over_the_horse
        i|me|my & be_dead|was_dead|were_dead|being_dead|to_die|my_own_death
        pray|praying|long|longing|ready|wait|waiting|wish|wishing ~1 for death|dying
        heaven ~4 better|go|want|peace
        go|going|be|join ~2 heaven
        my ~1 own? funeral
        into the sea|river|lake|water|canal|ocean ~4 not|never ~2 come|coming
        walk|walking|swim|swimming ~2 into ~1 sea|river|lake|canal|ocean
        nearly|almost|came_close_to|close_to ~1 jumped|jump|jumping|did_it|ended_it|ending_it|
            ending_things|hung|hanged
        head|voice|voices|brain|mind|thoughts ~3 tell|telling|tells|saying|
            says ~1 me ~1 to ~1 die|kill|jump|end|do_it
        only option|option_left
        reason|reasons ~3 stay|live|be_here|keep_going|go_on|alive|living|carry_on !SCHOOLISH
        if|hope|once|because|like|until|since i ~2 died|die|dead !in|laughing|on_level
        way|ways|how ~2 painless*|without_pain|quickly|peacefully ~2 go|die|end
        painless ~2 ways|way|to_go
        rope ~4 woods|tree|garage|wardrobe|room|bag|attic|loft
        want|wish|need ~2 life|everything ~1 over|done_with|finished|to_be_over
        not ~1 see|reach NUMBER $
        my plan is
        not|never ~2 wake_up|waking_up ~2 would|sounds|is ~2 better|nice|good|ok
        son|daughter|child|kid|patient ~5 WANT ~1 to ~1 end|die|kill|be_dead
        son|daughter|child ~5 suicidal|suicide|overdose
        existing|exist ~2 hurts|exhausting|painful|hard
        never ~1 come|coming back $
        want to go ~4 never|not ~1 come
        hope|wish|want|pray ~5 had_killed|kill|killed me
        not ~1 come|wake ~1 round|up ~3 op|operation|surgery|anaesthetic !if|scared
        ways|thought|thoughts of dying
        if this is ~1 life
        not ~1 want ~2 life|this_life !insurance|to|guard
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
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 be ~1 alive|around|living|
            breathing !the|for
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 live !LIVEWITH
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 live like_this|with_myself|with_it_anymore
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 go_on|carry_on|keep_going|
            exist !HOLIDAY
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 wake_up !WAKE
        not|never ~2 want|wanting tomorrow
        want ~1 not|stop to? ~1 be_here|exist|be_alive|existing|living|being_alive|live
        want|wish|hope|hoping|pray|rather|wishing ~5 not|never ~1 wake_up !WAKE
        not wake up AGAIN|tomorrow|one_day|in_the_morning|one_morning
        sleep|bed ~2 and|n not|never ~1 wake
        never wake up again
        never wake up $
        sleep forever
        eternal|permanent sleep|rest
        cease to exist
        want|wanted|wish|wishing|need|like|love|could|going|rather|gonna ~1 to|
            i_could ~1 disappear|vanish
        disappear|vanish forever|for_good|completely
        fade|fading|faded away|out !with
        tired|sick|done|bored|fed_up|finished|exhausted of|with|from ~1 living|life|my_life|
            this_life|being_alive|existing
        tired of ~1 being here
        done|finished with ~1 life
        i am ~1 done living
        forced|force to exist|live
        keeping me alive|going
        can not|never ~2 go_on|carry_on|keep_going|continue $
        can not|never ~2 go_on|carry_on|keep_going|continue AGAIN|like_this|living|with_life|
            with_this
        can not|could_not ~1 live AGAIN
        can not|could_not ~1 live like_this|with_myself|with_this_anymore
        not ~3 carry_on|go_on|keep_going living|like_this|with_my_life|AGAIN
        can not ~1 do|take|bear|stand|face|handle|cope_with ~1 this|it|life|things|everything AGAIN
        can not take|do|bear any more of this|it
        not ~1 want to ~1 do this|it|life AGAIN
        can not do life
        not know how much longer|long i can
        how much longer|long i can ~1 go_on|do|take|last|cope|keep|hold|hang
        give|giving|given|gave up on ~1 life|living|myself|everything
        giving up on|at life
        no|not ~2 reason|point|purpose|will|use|desire ~2 living|live|alive|being_here|go_on|
            carry_on|life
        no|not ~2 reason|point|purpose ~2 existing|exist|carrying_on|going_on|being_alive|
            being_around
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
        not ~4 be|being ~1 alive|living !to_see_my_friends
        not ~2 be|being here lately|sometimes|most_days|any|full_stop|tbh|fr|ngl
        to|of not be|being ~1 here !for|till|on|when|at|in
        had enough of|with ~1 life|living|everything|being_alive|it_all|this_life
        can not be bothered|arsed ~2 live|living|life|anymore_with_life
        cba ~2 living|life|live|to_live|existing
        bored of|with living|life
        life is not for me|worth
        not ~2 feel|see|think|get ~2 worth ~2 living|life|being_here|going_on|carrying_on
        close my eyes ~4 never|not ~1 open|wake
        i ~1 want out
        ready to ~1 go ~1 $
        leave this world|earth|life|planet
        leaving this world|earth|life|planet
        meet my maker
        not being ~1 here|alive|around !for|when|at|till|until|on|in|to
        nothing ~1 left for|here ~1 me|here
        not belong ~2 here|world|anywhere
        not ~1 think|reckon|believe ~3 be here|around|alive much|long|for_long|next_year
        alive|exist|existing & cba|asked|arsed|bothered|hate|tired|sick|pointless|stop|why_am_i|
            no_point
        live|living|alive & cba|asked|arsed|bothered
        nothing|no_reason|no_point|nowt ~2 live|living|alive
        not ~3 keep|keep_on|carry_on|go_on living|existing|being_alive
        not sure|know|certain ~3 want|wanted ~2 be_alive|be_here|live|exist
        stop existing|being_alive|being_here
        not|never ~3 want|wanna ~1 live|life|exist AGAIN
        stopped|stop|stopping being ~1 here|alive|around
        not ~1 make it ~1 through !class|lesson|the_lesson|maths|the_day_at|pe|film
        not ~2 feel|feeling ~1 like ~1 living|existing|being_alive|being_here|carrying_on|going_on
        not ~2 do|face|take|get_through|handle another ~2 day|night|week|year !of_school|
            of_maths|at_school
        tired ~8 want to ~1 go $
        me dying
        not ~2 think ~3 make|get|survive ~1 through|past|it ~1 through|weekend|week|year|winter
        can not|could_not ~1 face living|life
        """,
    ),
)
