"""Signs that someone cannot breathe or has a grave allergic reaction (pure): phrases as data."""

from app.safeguarding.rules import Rule

BREATHING = (
    Rule(
        "cannot breathe",
        "breathing",
        1,
        """
        can not|hardly|barely ~2 breathe|breathing !through|with|out_of|when_laughing
        can not|hardly|barely ~1 get|catch ~2 breathe|air|puff
        not get ~2 breathe|air|enough_air
        not breathing !very_well_at_night
        stopped|stop breathing !exercises|so
        HARD ~3 breathe|for_breathe|for_air !through|on|under|at_night|in_the
        HARD ~2 with my? breathing !exercises
        could not breathe last_night|today|this|earlier|just|yesterday|properly_today
        could not breathe $
        gasping|fighting|gulping ~1 for|breathe air|breathe
        gasping for
        gasping $
        breathing ~2 getting|really|very|so|is|been|gone|getting worse|bad|funny|fast|shallow|hard
        short|out of breathe ~3 right_now|even|sitting|resting|lying|talking|all_day|doing_nothing
        breathless|out_of_breathe|puffed ~1 to talk|speak|walk_across|eat
        too breathless
        breathless ~3 talk|speak|sentence|right_now|lying|resting|sitting
        finish|complete|say ~1 my|a|whole|full sentence|sentences
        talk|speak|talking|speaking ~1 in ~1 sentences|full_sentences
        not ~1 talk|speak ~3 wheez*|breathe|breathing|breathless|tight
        wheez* ~5 not ~1 talk|speak|sleep_all|walk
        can not stop wheezing|coughing_and|choking
        suffocating $
        i am|have_been suffocating|choking !on_homework
        LIPS ~5 blue|purple|grey|bluish !raspberry|slush|slushie|sweets|lipstick|berry|from_a|ice
        blue|purple|grey|bluish LIPS !slush|from_a
        turning|going|gone|went ~1 blue !in_the_cold|in_cold|with_cold|toes|fingers
        sats|oxygen|spo2|o2 ~3 LOWSATS
        struggling|struggle for|with|to ~1 breathe|breathing|air
        trouble|difficulty|difficulties|problems breathing !exercises
        chest ~3 sucking|caving|pulling in
        not lasting ~3 hour|hours
        breathing ~2 bad|worse|awful|terrible|difficult|laboured|rubbish !breath
        peak flow ~3 really_low|very_low|dropped|red_zone|100|120|150 !technique
        chest ~5 not ~1 speak|talk|breathe|sleep|lie_down
        worse|bad|worst breathing !exercises
        breathing ~5 lie|lay ~1 down
        can not ~1 lie|lay ~1 down ~3 breathe|breathing
        breathing !fine|exercises|better|normally|ok|okay|tests|test|techniques|technique|
            machine|problems_at_night ~4 scared|worse|tight
        too wheezy|tight|puffed|breathless ~3 talk|speak|sleep|eat|walk|move
        lungs ~4 closing|filling|collapsing|shutting|not_working|giving_up
        breathe ~3 short ~4 not|walk|talk
        air ~2 not ~2 in|into|going
        breathe|breathless|wheezy|wheezing|puffed|asthma ~6 not ~2 speak|talk|sentence
        not ~2 speak|talk ~5 breathe|breathless|wheezy|wheezing|puffed
        breathing ~2 MANY a minutes|min|minute
        peak flow ~2 PEAKLOW
        """,
        medical=True,
    ),
    Rule(
        "the inhaler does not help",
        "breathing",
        1,
        """
        PUMP ~4 not ~1 touch*|even_touch
        RELIEVER ~4 not|nothing|isnt ~2 work|working|help|helping|doing|do|enough|
            making !as_well|technique
        RELIEVER ~3 doing|does|did nothing
        used|had|taken|taking|done|did|after ~2 MANY ~1 puffs
        MANY puffs !in_an_emergency|a_day|left|remaining|in_an|per
        MANY ~1 times ~3 nothing|not|still
        used|using|had|taking|needed|taken ~1 my? ~2 PUMP MANY times
        RELIEVER|PUMP every ~1 hour|two_hours|NUMBER_hours|2 hours|20|ten|30
        RELIEVER|PUMP every hour
        RELIEVER|PUMP ~2 every NUMBER hours|minutes
        puffs ~4 still|no_better|nothing|not_help|not_working
        PUMP ~2 not ~1 helping|touching|doing_anything $
        RELIEVER ~2 no|zero effect|difference|use
        RELIEVER ~2 lasts|lasting|wears_off|wearing_off|last ~4 hour|minutes|tight|again
        """,
        medical=True,
    ),
    Rule(
        "short of breath without help from the inhaler",
        "breathing",
        1,
        """
        PUMP ~5 not|nothing|no ~3 work|working|help|helping|doing|do|use|anything|left !as_well
        PUMP ~2 doing|does|did nothing
        PUMP|inhaler ~2 empty|finished|gone|run_out
        no|lost|without ~1 PUMP
        PUMP ~2 stopped ~1 working|helping
        used ~1 up ~2 PUMP|inhaler
        """,
        also="""
        chest|breathing|breathe|wheez*|tight ~4 tight|worse|bad|now|today|wheez*|tonight|hurts
        breathless|gasping|struggling|wheez*|breathe|tight|tightness
        asthma attack
        """,
        medical=True,
    ),
    Rule(
        "tight and wheezing now",
        "breathing",
        1,
        """
        chest ~3 tight|tightness ~2 now|rn|right_now|atm|today|tonight|and_wheez*|getting_worse
        chest ~1 really|so|very tight ~1 $
        wheez* ~3 now|rn|right_now|atm|today|tonight|really_bad|so_bad|non_stop|all_night
        """,
        medical=True,
    ),
    Rule(
        "an asthma attack",
        "breathing",
        1,
        """
        having|got|get|having_a|in ~2 asthma attack !last|in_the_past|plan|what|when|is_like
        asthma attack ~1 now|right_now|today|tonight|inhaler|pump|help|please|bad|coming
        asthma attack ~2 PUMP
        asthma ~3 really_bad|so_bad|terrible|awful ~1 right_now|now|tonight|today
        asthma attack|attacks ~1 rn|atm|right|started|starting|since
        ^ asthma attack
        """,
        medical=True,
    ),
)
ALLERGY = (
    Rule(
        "throat or face swelling",
        "anaphylaxis",
        1,
        """
        throat ~4 closing|close|closed|closes|swelling|swollen|swelled|tightening|
            constricting !last|in_may
        throat ~2 tight ~3 nut|nuts|after|peanut|ate|eating|prawn|food|egg|milk
        tongue ~3 swelling|swollen|swelled|swells|huge
        LIPSFACE ~5 swelling|swelled|puffing|ballooning|blowing !from_steroids|steroids
        lips|eyes|lip|mouth ~3 swollen ~4 after|ate|nuts|prawn|prawns|eating|peanut|reaction|egg
        ate|eaten|had|eating ~5 lips|lip|eyes|face|tongue|throat|mouth ~3 SWELLING
        can not swallow !tablets|big|pills|the|my|them|capsules|meds
        face ~2 swollen ~3 not ~1 breathe|swallow
        swelling|swollen ~1 throat|tongue !last|glands
        lips|tongue|face|eyes|throat ~2 blown|blew|ballooned|balloons !from_steroids|
            on_steroids
        tongue ~2 too big|fat|thick
        tight throat ~5 wheez*|hives|after|ate|breathe|lunch|dinner|food
        """,
        medical=True,
    ),
    Rule(
        "adrenaline pen used",
        "anaphylaxis",
        1,
        """
        <never used|using ~2 pen $
        <never used|using|jabbed|had_to_use|needed|gave|given|giving|need|stabbed ~3 PEN !LASTYEAR
        done|did my PEN !LASTYEAR
        just|have_to|had_to ~2 use|used|jab|jabbed ~2 PEN !LASTYEAR
        PEN ~3 what_now|now_what|not_working|not_worked|wore_off|worn_off
        PEN ~2 not ~1 work|working|worked|help|helping|helped !training|expired
        PEN ~1 used|twice|given|done !up_by|last|before|once_last
        epipened|epi_penned|pen_jabbed
        """,
        medical=True,
    ),
    Rule(
        "a grave reaction",
        "anaphylaxis",
        1,
        """
        having|going_into|got|in|think ~3 anaphylaxis !plan|training|lesson|trained|for
        ^ anaphylaxis $
        anaphylactic|anaphylaxis ~1 shock|reaction !plan|training|last
        anaphylaxing|anaphylaxed
        having|having_an|getting|in ~3 allergic|bad|severe|serious ~1 reaction
        hives ~4 wheez*|not_breathe|faint|breathe|swelling|throat|dizzy|sick
        wheez* ~4 hives
        ate|eaten ~4 nut|nuts|peanut|peanuts|sesame|egg|prawns|milk|fish ~4 wheez*|hives|breathe|
            sick|tight
        allergic|serious|bad|severe reaction ~2 now|right_now|today|atm|started|happening !last
        throat ~3 weird|funny|strange|tight ~4 ate|eaten|eating|food|nuts|after
        ate|eaten|eating ~6 throat ~2 weird|funny|strange|tight|itchy
        having|having_a|got ~2 reaction ~4 throat|lips|face|breathe|tongue|now|tight|swelling|help
        hives & throat|tongue|faint|breathe
        stung & swelling|swollen|throat|breathe|hives
        anaphylaxis ~2 hour|today|now|again|tonight|yesterday
        """,
        medical=True,
    ),
)
BREATH = (*BREATHING, *ALLERGY)
