"""Signs of not wanting to go on living (pure): phrases as data."""

from app.safeguarding.rules import Rule

WEARY = (
    Rule(
        "not wanting to live",
        "suicide",
        1,
        """
        not|never|no_longer ~2 want|wanting|wish|wishing ~1 TO ~1 be here $
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 be here|around AGAIN|tomorrow|tonight|rn
        not|never|no_longer ~2 want|wanting|wish ~1 TO ~1 be here in|on this|the? life|world|earth
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
        not|never ~3 want|wanna ~1 live|life|exist AGAIN
        stopped|stop|stopping being ~1 here|alive|around
        not ~1 make it ~1 through ~1 tonight|night|week|weekend|year|winter|another|christmas|
            today $
        not ~2 feel|feeling ~1 like ~1 living|existing|being_alive|being_here|carrying_on|going_on
        not ~2 do|face|take|get_through|handle another ~2 day|night|week|year !of_school|
            of_maths|at_school
        tired ~8 want to ~1 go $
        me dying
        not ~2 think ~3 make|get|survive ~1 through|past|it ~1 through|weekend|week|year|winter
        can not|could_not ~1 face living|life
        hate|hating|despise living|being_alive|existing !with|in|at|here|near|on
        WANT ~2 be ~1 gone ~1 forever|for_good|for_ever
        not ~2 want|have|see ~1 a future $
        who ~1 would|will miss me
        who ~1 would|will ~1 care|notice ~2 if|when
        not ~3 want ~1 TO ~1 be on ~1 this ~1 planet|earth|world
        why ~2 carry_on|go_on|keep_going|keep|bother living|with_life|at_all|anymore
        why should i ~2 live|carry_on|go_on|be_here|stay_alive
        not ~2 strength|energy|will|power|reason to ~1 live|go_on|carry_on|keep_going|be_here
        not ~2 want|wanting ~1 TO ~1 live with this|it|myself|me|all_this|the_pain|
            this_pain AGAIN|any
        why ~3 still|even ~1 alive|here $
        """,
    ),
)
