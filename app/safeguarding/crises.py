"""Signs of a medical emergency of sugar, seizures, sickle cell or infection (pure)."""

from app.safeguarding.rules import Rule

DIABETES = (
    Rule(
        "ketones",
        "ketones",
        1,
        """
        ketones ~3 KETHIGH !if|is_that_ok
        KETHIGH ketones
        high|large|big|purple|loads_of|heavy|massive ~1 ketones !in_the_past|mean
        ketones ~2 high|large|purple|dark|through_the_roof|plus_plus|rising|going_up|sky !when|
            if|mean
        in|into|got|have|going_into|having|am ~1 dka !before|at|when|last|plan|if|diagnosis
        ^ dka $
        think ~4 dka
        dka again !scared|happening
        breathe ~3 smells|smelling|smell ~3 pear|sweet|fruity|nail_varnish|acetone|pear_drops
        SUGAR ~4 VERYHIGH ~3 ketones
        SUGARS|libre|meter|bloods ~4 EXTREME !last|in_the_past
        EXTREME ~2 blood_sugar|sugars|on_my_meter|on_the_meter
        ketones & vomit*|throwing_up|puking|moderate|rising|not_come_down|not_go_down|
            not_going_down|large
        SUGARS ~3 through_the_roof|off_the_scale & SICK
        dka symptoms|signs $
        ketones ~2 big|massive|loads|dark|maroon|bad|strong
        """,
        medical=True,
    ),
    Rule(
        "high sugar and being sick",
        "ketones",
        1,
        """
        SUGAR ~6 VERYHIGH
        SUGAR ~3 not come_down
        ketones !strips|meter
        hyper|hyperglycaemi*|diabetic
        high|rising|sky_high ~1 SUGARS
        SUGARS ~3 high|sky_high|rising
        """,
        also="""
        SICK !of|pump|note|day|days
        tummy|stomach ~1 pain|pains|ache|hurts ~6 vomit*|thirsty
        breathing funny|fast|weird|deep
        so_drowsy|drowsy|confused
        """,
        medical=True,
    ),
    Rule(
        "a low that does not come up",
        "low_sugar",
        1,
        """
        hypo ~6 not|never|isnt ~1 come|coming|going|go|shift|get ~1 up|right|away|better
        hypo ~4 hour|hours now
        SUGARS|it|hypo ~3 not ~1 come|coming|going|go|get|getting ~1 up !in_lesson
        not ~1 get ~2 SUGAR ~1 up|above
        SUGAR ~3 VERYLOW|below_2 ~4 not|nothing|still|drowsy|confused|shaking|juice|lucozade|jelly
        SUGARS ~2 keeps|keep|still dropping|falling|crashing|going_down
        SUGARS ~2 VERYLOW !last|treated|at_night_once
        hypo|low|sugar|bg ~5 UNCONSCIOUS !once
        UNCONSCIOUS ~4 hypo|low|low_sugar
        had|have|used|needed|gave ~3 glucagon !kit|pen_expired|training
        hypo ~3 help|ambulance
        fit|seizure ~2 from|with|because|during|after ~2 hypo|low
        hypo|low ~3 not ~1 fix|fixing|budge|shift|move|improve
        not|could_not ~2 wake me ~3 hypo|low|sugar
        SUGARS ~1 is|at|am|are|down_to 1|2 !point
        SUGARS & VERYLOW & dropping|falling|shaking|shaky|confused|not
        not ~4 SUGARS ~3 up !in_pe
        FITTING|fit|seizure ~4 low|hypo
        hypo ~5 not ~4 above|over
        glucagon given|used|twice !kit|training
        hypo ~3 knocked|took|put|sent me ~1 out|down
        """,
        medical=True,
    ),
)
EPILEPSY = (
    Rule(
        "seizures that do not end or come again",
        "second_fit",
        1,
        """
        second|another|third ~1 FIT !fitting|in_june|ago|this_year|last_month|last_year
        another|second|2|two|three|3|four|4|five|5|several|few ~2 FIT ~1 today|tonight|in_a_row|
            now|this_morning|already
        NUMBER ~2 FIT back|in_a_row|one_after
        FIT ~3 back to back
        FIT ~2 one after
        back to back FIT
        cluster ~2 FIT
        FIT ~3 clustering|cluster
        FIT ~3 lasted|lasting|going_on|been_going|went_on|last ~3 LONG ~1 minutes !when|ago
        FITTING ~4 LONG ~1 minutes
        LONG minutes ~1 FIT
        still|keeps|keep|not_stop|not_stopped|will_not_stop ~1 FITTING
        FIT ~5 not ~2 come|came|coming ~1 round|around|to
        not ~1 come|came|coming round ~4 FIT
        FIT ~6 not recovered|waking|responding|woken
        not wake ~3 after|from ~2 FIT
        midaz|midazolam|buccal|buccolam|rescue_med ~4 not ~1 work*|help*|stop*
        after ~2 midazolam|buccal|midaz
        had_to|needed|gave ~3 midazolam|midaz|buccal|buccolam !training|out_of_date
        in|status status|epilepticus
        FIT ~4 injured|hit_my_head|turned_blue|went_blue|stopped_breathing
        having|having_a ~1 FIT ~2 now|right_now|help|atm
        FIT ~4 not ~1 stop|stopping|end|ending|stopped !driving|me
        FIT after FIT
        tonic_clonics|seizures|fits ~1 today
        fits|seizures all day|morning|night|afternoon|week !long
        FITTING ~1 now|right_now|rn|again
        is fitting now|right_now|again|on_the_floor
        FIT for ~2 LONG ~1 minutes
        FIT ~4 and|then ~2 another ~1 $
        long|longest|massive|huge FIT ~2 NUMBER|minutes|today|now|worst
        FIT ~1 LONG minutes
        one FIT after
        keep|keeps|kept FITTING
        still having|getting|in ~1 FIT !once|every
        NUMBER ~2 FIT ~1 in ~1 hour|an_hour|day|two_hours|one_day|24
        seizing for LONG
        FIT keep|keeps|kept coming|happening|going
        FIT ~3 lasted|lasting|went ~1 half|hour|hours|ages|forever
        in and out of ~1 FIT
        multiple|loads|loads_of|lots_of|many FIT ~2 today|now|this_morning|tonight
        LONG minute FIT
        FIT ~5 having|had|have another
        FITTING ~4 all|on_and_off|off_and_on|for_hours|whole day|morning|night|hours
        fitting on and off
        FIT ~4 still confused|not_right|drowsy|weak|not_talking|cannot_speak
        jerking|twitching|shaking|convulsing ~2 not ~1 stop
        """,
        medical=True,
    ),
)
SICKLE = (
    Rule(
        "a sickle cell crisis now",
        "sickle_crisis",
        1,
        """
        in ~2 crisis !plan|last|management|over|december|about|with_exams|team|care|line
        having|got|going_into|start_of|starting ~3 crisis !plan|meeting|last|team|every|about
        sickle ~2 crisis ~3 bad|now|today|help|started|tonight|worse|again
        crisis ~4 not ~3 away|working|touch*|better|helping|stopping|shifting
        crisis ~3 now|today|tonight|10
        not touch* ~3 crisis
        sickle|crisis ~3 pain ~4 not|nothing ~3 go|going|away|touch*|work*|help*|shift*|stop*
        pain ~3 not ~2 go|going ~2 away ~4 everything|morphine|codeine|tried|at_home|oramorph
        pain ~4 even with|after ~1 morphine|oramorph|codeine
        morphine|oramorph|codeine ~4 not|nothing ~2 touch*|work*|help*
        chest crisis|syndrome !last|plan|when|in
        acute chest
        sickle ~6 chest ~5 breathe|terrible|bad|hurts|pain
        pain in|on my chest ~5 breathe
        erection|hard_on|boner|penis ~5 hours|not_go|not_going|not_gone|will_not|not_go_down|stuck
        painful|long hard_on|erection
        splenic sequestration
        bad|terrible|painful|worst|awful|really crisis !last|plan|in
        priapism|priaprism|preapism
        middle of ~2 crisis
        crisis ~2 so|really|very|extremely|too bad|painful|sore|much !last
        sickle ~8 10|ten|unbearable|worst|not_work|not_working|screaming|agony
        10|ten out of|over 10|ten ~6 sickle|crisis
        crisis & nothing_is_helping|not_helping|nothing_helps|nothing_working|not_working|
            nothing_works|need_help
        sickle & pain & not_move|everywhere|bad|worse|worst|agony|unbearable|severe
        chest pain & sickle
        crisis ~2 unbearable|agony|horrendous|killing_me|out_of_control
        crisis ~3 started|starting|came_on|coming_on|not_bear|kicked_off
        crisis & not_bear|not_cope|not_walk|not_move|help_me
        crisis ~8 tried_everything|still|not_eased|not_gone|worsening
        sickle ~8 tried_everything|not_eased|not_gone|worsening|a&e
        bad|terrible|painful|worst|sickle|huge crisis ~2 in|NUMBER|for ~2 back|legs|arms|chest|
            days|hips|hours !june|july|march|2022|august
        chest ~4 breathe ~5 sickle
        """,
        medical=True,
    ),
    Rule(
        "signs of a stroke",
        "stroke",
        1,
        """
        face ~3 dropped|drooping|droopy|droop|fallen_on|gone_down|numb_on
        one|left|right side ~3 face|body ~2 weak|numb|drooping|dropped
        can not ~1 move|feel|lift ~2 left|right|one|side|arm|legs|leg !after|when|since|
            in_the_morning
        slurring|slurred|slur
        arm|leg|side ~4 numb|weak ~6 speech|slur*|talk|face
        think ~5 having ~1 stroke
        having a stroke
        sudden* ~2 weak|numb|blind|confused
        can not see ~2 sudden*
        numb|weak|droop*|drooping & face & arm|side|leg|speech
        sudden* ~3 not ~1 speak|see|move|walk|talk
        face ~4 numb|droopy|drooping|dropped|paralysed !dentist|after
        not ~1 feel ~2 arm|leg|side|face ~1 and|or ~2 leg|arm|face
        """,
        medical=True,
    ),
)
INFECTION = (
    Rule(
        "fever with little defence",
        "fever_on_immunosuppression",
        1,
        """
        FEVER !FEVERTALK
        TEMP !FEVERTALK
        line|port|site ~2 red|hot|swollen|pus
        hot and|but shaky|shivery|shaking
        feel ~1 hot ~1 shaky|shivery|awful|rough|ill
        """,
        also="IMMUNE",
        medical=True,
    ),
    Rule(
        "sepsis or contact with chickenpox",
        "fever_on_immunosuppression",
        1,
        """
        think|got|have|worried|might ~3 sepsis !last|when|at_birth|before
        sepsis !last|when|as_a|in
        """,
        medical=True,
    ),
    Rule(
        "chickenpox with little defence",
        "fever_on_immunosuppression",
        1,
        """
        chickenpox|chicken_pox|shingles|measles ~3 contact|school|sister|brother|class|got|caught
        """,
        also="IMMUNE",
        medical=True,
    ),
    Rule(
        "signs of meningitis",
        "meningitis",
        1,
        """
        stiff neck ~4 fever|temp|temperature|rash|light|headache|vomit*|sick|hot
        headache|fever|temperature|temp|rash|vomiting ~5 stiff neck
        neck ~2 stiff ~5 rash|light|fever|temperature
        rash ~3 not ~3 fade|go|disappear|blanch ~4 glass|press|pressed|pressing|push
        rash ~5 glass ~2 not
        non_blanching
        shunt ~3 blocked|block|not_working|broken|infected|leaking|problem|blocking
        shunt ~8 headache|vomiting|throwing_up|sick|drowsy
        headache ~8 shunt !check|appointment|review|years
        worst|thunderclap ~1 headache ~2 ever|life|of_my
        thunderclap
        sudden ~2 worst headache
        purple rash
        rash ~2 not ~1 fade|fading|blanch
        not ~2 bend|move|touch|put ~2 neck|chin ~6 rash|headache|fever|light|temp|vomit*
        headache|fever|rash ~6 not ~2 bend|move|touch|put ~2 neck|chin
        headache ~6 light ~2 hurts|hurt|unbearable ~6 neck|sick|vomit*|rash
        """,
        medical=True,
    ),
)
CRISES = (*DIABETES, *EPILEPSY, *SICKLE, *INFECTION)
