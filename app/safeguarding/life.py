"""Signs that a young person may want to die (pure): phrases as data."""

from app.safeguarding.rules import Rule

LIFE = (
    Rule(
        "names suicide",
        "suicide",
        1,
        """
        unalive
        un alive
        sewer|suey slide|side
        toaster bath
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
        set|setting MYSELF on fire
        CUT ~1 wrist|wrists|throat !last|band|bands|watch
        blow my brains|brain|head
        pull the trigger
        noose
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
        TOOLS ~2 round|around|over|to|against|at|on ~1 my ~1 neck|throat|head|face|mouth|chest|
            wrist|wrists|heart
        kill ms|my_s|mysef|mysrlf
        killmy self
        think*|thought|thoughts ~1 about|of ~1 hanging|drowning|jumping|stabbing|shooting !out|
            with|around|into|in
        found me ~3 rope|noose|hanging|belt|pills|bridge|knife
        had|have|got|held|holding ~1 pills|tablets|blade|knife|rope|razor in my hand|hands
        end me $
        ILL ~1 kms !if_they_make
        how many|much ~6 die|kill|death|lethal|fatal|dead
        enough|lethal|fatal ~3 to ~1 die|kill|dose|amount
        want|wish|need|hope someone|somebody|something ~2 kill|shoot|stab|end|hit ~1 me
        would|could ~2 kill me ~1 $
        TABLETS ~5 will|would i ~1 die
        kms ~3 mean_it|serious|seriously|no_joke|really|not_joking|badly
        gun|knife|blade|rope ~4 use ~2 on MYSELF
        """,
    ),
    Rule(
        "wanting to be dead",
        "suicide",
        1,
        """
        WANT|like|ready|deserve|going|begging|beg|about ~1 TO ~1 die !of|my|it
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
        ILL die|be_dead $
        ILL ~2 be dead by|soon|before|then|next|tomorrow
        feel|feels like ~1 dying !when_i_run|after
        my death|own_death
        stop living
        do|does not care about ~1 life $
        i could disappear
        die in my sleep
        if|when|whether|once i live or die
        if|whether|care|that i live|lived|die|died|dead or die|live|alive|not
        not care|bothered|matter if|whether ~1 i die|died|live|lived|dead|am_alive|was_dead
        when|once|after|until|till i am|was ~1 dead
        after i am|have gone $
        think*|dream*|fantasis*|obsess* ~1 about|of ~1 DEATH
        ways|how|way|place to ~1 die|end_it|kill
        DEATH|sleep ~2 sounds|seems|looks|would_be ~1 good|nice|peaceful|better|easier
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
        i want to go ~3 pain|peace|heaven|forever|now_forever
        join ~3 in heaven
        be with ~3 in heaven
        i ~4 die !of|my|it|for|from|if_i_miss|laughing|young|inside
        hope|wish|want|pray ~5 kills|killed|kill|takes|finishes me
        wish|hope ~2 heart|body ~2 stop|stops|give_up|stopped
        that is what i want
        be|all over soon
        i ~1 want to ~2 sleep for_good|forever|for_ever
        not ~2 see|reach|make|have my next|18th|16th|21st|20th|last birthday|christmas
        not ~2 make|making|going_to_make|get ~1 to NUMBER
        i ~3 to|and jump !rope|in_the|on|higher|over_the_horse
        i|me|my & be_dead|was_dead|were_dead|being_dead|to_die|my_own_death
        pray|praying|long|longing|ready|wait|waiting|wish|wishing ~1 for death|dying
        heaven ~4 better|go|want|peace
        go|going|be|join ~2 heaven
        my own? funeral !outfit
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
        not ~1 come|wake ~1 round|up ~3 op|operation|surgery|anaesthetic !if|scared
        ways|thought|thoughts of dying
        if this is ~1 life
        not ~1 want ~2 life|this_life !insurance|to|guard
        life ~1 has|have|holds no ~1 point|meaning|purpose|value|worth
        hope|wish|want ~2 heart|body|lungs|kidneys ~1 gives|give|stops|stop|gave|fails ~1 out|up|
            beating|working
        just|only|but death
        dead by NUMBER
        WANT ~1 cease
        living|being_alive|life ~2 too|so ~1 painful|hard|much|exhausting
        wish|wished ~4 died !of|laughing|nan|grandad|dog|cat
        wish|hope ~1 i ~2 never|not woke|woken|wake ~1 up !early|so|at
        end|stop|escape ~2 suffering|pain ~3 is ~2 death|die|dying
        only way ~6 death|die|dying|dead
        wish ~6 just_died|had_died
        better_off gone|dead|not_here|in_a_grave|under_ground
        not ~2 want to see|reach|make tomorrow|christmas|morning
        voice|voices|head|brain ~5 kill yourself|your_self|urself|myself
        happier|easier|better ~1 dead !skin
        """,
    ),
)
