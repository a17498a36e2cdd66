"""Signs of eating in a harmful way, of vital medicine stopped, and of pregnancy (pure)."""

from app.safeguarding.rules import Rule

CARE = (
    Rule(
        "harm by eating or not eating",
        "eating",
        2,
        """
        make|making|made|makes MYSELF ~1 sick|vomit|throw_up|puke|be_sick
        MYSELF throw|vomit ~1 up
        purge|purging|purged !my|the|room|wardrobe
        binge|bingeing|binging and|then|eat|eating|on_food|every|all_night $
        binge|bingeing|binging ~2 purge|sick|throw|hate|eat|eating
        laxatives ~5 thin|weight|skinny|every|lose
        taking|abusing|using laxatives ~2 to
        starve|starving|starved MYSELF
        not|stopped|stop|refuse|refusing|avoid|avoiding ~1 eating ~3 on_purpose|lose_weight|thin|
            fat|skinny|control
        <not stopped|stop|not_been|refusing ~1 eating !meat|dairy|gluten|sugar|sweets|spicy|
            much_in|chocolate|crisps|takeaways|before
        not ~1 eaten|eating|eat ~2 properly|a_thing|anything|much ~3 in|for ~1 weeks|days|months|
            NUMBER
        not ~1 eaten|eating|eat ~6 fat|thin|skinny|weight !spicy
        ^ ana|mia and|mia|ana $
        ana and mia
        pro ana
        anorexi*|bulimi*|orthorexi*
        eating disorder !of_my|team|clinic|essay|talk
        insulin ~4 skinny|lose_weight|thin|weight_loss|to_lose
        diabulimia
        restrict|restricting ~3 eat|food|calories|eating|cals|intake
        only ~5 NUMBER ~1 calories|cals|kcal
        only ~1 eat|eating|have|eaten ~2 apple|once|lettuce|cucumber|ice|one
        exercise|run|gym ~2 till|until ~1 pass|collapse|faint|sick
        burn off everything
        scared|terrified|afraid ~2 eating|food|eat|weight ~1 weight|fat|gain
        weighing MYSELF
        throwing|throw|threw|bringing|sick|puking|vomit* ~1 up? ~1 after|food|
            meals ~3 on_purpose|meals|every_meal|eat|dinner
        skip|skipping|skipped ~1 meals ~2 to ~2 lose|thin|skinny|weight|control
        skipping meals
        not|barely|hardly|never ~1 eat|eating|eaten $
        barely|hardly ~1 eat|eating|eaten ~3 feel|fat|anything|because|anymore
        i ~1 purge
        diet pills
        body dysmorphi*
        chew and spit
        not ~1 want to eat $
        scared|afraid to eat $
        eat|eating|ate ~4 throw|bring|sick|throwing|bringing ~1 it ~1 up
        abusing|using ~2 laxatives
        throwing|throw|chucking|bringing|sicking up ~1 my ~1 food|meals|dinner|lunch !and_ketones
        fingers ~2 down my throat
        hide|hiding|hid|bin|binning ~1 my? food ~4 not|eat|have
        hide|hiding my ~1 food !from_my_brother
        not ~1 eat|eating|eaten ~1 for ~1 days|weeks|a_day|ages
        make|making|made MYSELF ~1 ill|sick|vomit|puke
        throw|throwing|bring|sick|vomit ~2 up ~4 on_purpose|every_time|after_every
        refuse|refusing|refused|scared|cannot_bring_myself to eat !fish|gluten|meat|veg|dairy|
            breakfast|school|nuts
        vomit|throw_up|puke|be_sick|sick ~2 on_purpose|deliberately
        let|allow|allowing MYSELF ~1 eat
        thin|skinny ~4 starve|starving|not_eat
        terrified|scared|afraid|frightened of ~1 eating|food|weight|calories|getting_fat
        """,
    ),
    Rule(
        "vital medicine not taken",
        "stopped_vital_medicine",
        2,
        """
        not|never|stopped|quit|barely|hardly|refuse|refusing ~3 TAKING ~3 VITAL !WHENQ
        VITAL ~5 not|never|stopped|barely ~2 TAKING ~1 them|it AGAIN
        VITAL ~3 not TAKING ~2 AGAIN
        not TAKING ~2 AGAIN ~2 VITAL
        not|stopped|quit TAKING ~1 everything|all_of_it|any_of_it|them_all|it_all
        not taking|take|taken|took any ~1 meds|more|of|medicine|tablets|insulin|medication
        not TAKING them|em|it AGAIN
        stopped|stopping|quit|discontinue*|ditched|chucked|binned|ditching|refused|
            refusing ~2 VITAL !hurting|working|help*|being|giving|making|causing|tasting|coming|
            as_told|when|safely|how
        <not want|wanted|going|gonna|decided|wanting|will|would_like|thinking|tempted ~2 stop|
            quit|come_off|stopping ~3 VITAL !soon|hurting|making|when|itch*
        i am|have stopping|stopped ~2 VITAL
        came|come|coming|went|took_myself|taken_myself|cold_turkey off ~2 VITAL ~2 by_myself|
            on_my_own|without|myself|cold_turkey|because|last|suddenly
        came|took_myself|taken_myself off ~2 VITAL !in|with|the_list|today|a
        cold turkey !sandwich|lunch|curry|dinner|salad|wrap|roll
        no|without|zero ~1 VITALREAL left|since|at_home|until|till
        no|without|zero ~1 VITALREAL $
        run|ran|running|am|completely|been|all out|short of ~1 VITALREAL !needles|strips|sensors|
            pump
        out of my|all|any|the|me? VITALREAL
        can not ~1 get|afford|find ~3 VITALREAL|prescription|prescriptions
        flush|flushed|flushing|bin|binned|binning|chuck|chucked|spit|spat|hide|hid|
            hiding|dump|dumped ~2 VITAL
        VITAL ~2 in|down ~1 bin|toilet|loo|sink|drain
        pretend|pretending|pretended|lie|lying|lied|fake|faking ~3 TAKING ~4 VITAL|them|it
        pretend|pretending|lie|lying ~3 take|taking|taken
        skip|skipping|skipped|skips|missing ~2 VITALREAL !once|one|a|last_week|sometimes|
            before_gym|when_i|if
        missed ~3 VITALREAL ~3 for|all|days|week|weeks|whole
        missed ~2 VITALREAL ~2 again
        not ~1 dosing|injecting|bolusing
        VITALREAL ~4 not ~2 TAKING ~1 in|for|since
        not ~2 take|do|have VITALREAL AGAIN
        given|giving|gave up ~1 on|taking|with ~2 VITAL
        not|never ~1 bother|bothering|bothered|care|cba ~1 with|to|taking|
            about ~2 VITAL !learning|talking
        threw|chucked|thrown|throw|throwing|binned ~2 VITAL ~1 away|out
        cba|bothered|arsed ~1 with|to|taking ~1 take? ~1 VITAL !learning
        stopped|quit|binned|ditched|jacked_in|packed_in ~1 the_lot|everything|all_of_them|all_my|
            it_all !for|at_clinic
        have|ive|just|i come|came off ~1 my|all|everything ~1 VITAL
        no_longer TAKING ~2 VITAL
        not injected|injecting|bolused|dosed ~1 for|in|since|at_all
        not injected|injecting $
        want|going|gonna|decided|thinking ~2 stop|stopping TAKING ~1 everything|it_all|them_all|all
        not ~1 taken|had|took anything ~3 weeks|days|months|ages
        stopped ~1 injecting|dosing|bolusing|dialysis
        missed ~2 week|weeks|month|months|days ~2 of ~1 VITALREAL
        ^ i? am? off ~1 my|all ~1 VITAL !today
        off ~1 my ~1 meds|medication|tablets $
        not ~2 filled|collected|picked_up|ordered ~2 prescription|prescriptions|meds ~2 months|
            weeks|ages
        VITALREAL ~2 ran|run|runs out ~1 weeks|days|ages|months|last_week|yesterday|since|on_monday
        VITALREAL ~6 not ~1 got|had|have ~1 another|any|more|one|a_new
        not TAKING ~1 my ~1 insulin|keppra|steroids|tacrolimus|inhaler|inhalers !in_front|
            at_school|once|with
        no ~1 VITALREAL ~1 for|in|since ~1 NUMBER|days|weeks|ages|months
        gave|given|giving up ~2 VITAL
        no meds|medicine|medication|tablets ~2 days|weeks|months
        without ~3 VITALREAL ~2 for|since|NUMBER|days|weeks
        VITAL ~5 so ~1 stopped
        not ~2 point ~3 VITAL
        not TAKING ~1 them|it $
        """,
    ),
    Rule(
        "pregnancy",
        "pregnancy",
        2,
        """
        i|am|be|got|being|im|get|might|could|think|find_out|found_out|weeks|months|
            if ~2 pregnant !PLANNING
        ^ pregnant $
        got|gotten|made ~3 pregnant !PLANNING
        abortion|termination !of
        miscarriage|miscarried !before
        missed|late|skipped|not_had|not_got ~2 my ~1 period !lessons|one
        period|periods ~2 NUMBER|is|am|are ~1 NUMBER? ~1 days|weeks|week|day? late
        period ~3 late|not_come|missed|missing !SCHOOLDAY
        pregnancy|preggo test ~2 positive|said|came
        test ~3 positive !for_covid|covid|for_strep|coeliac|for_crohns
        unprotected|without_condom|no_condom ~1 sex ~6 late|sick|period|scared|test
        am late ~3 sex
        sex ~4 late !for_school
        condom|condoms ~1 broke|split|burst|came_off
        pregnantpicture
        up the duff
        girlfriend|gf|she ~1 is|might_be|could_be|was ~1 pregnant
        missed 2|two|three|3|my_last periods
        positive ~1 pregnancy|preg ~1 test
        pregnant and|help|scared|please|again|by !PLANNING
        not ~1 come|had|been|came on ~1 my? ~1 period ~4 months|weeks|month|NUMBER
        not had ~2 period ~4 months|weeks
        no period ~2 NUMBER|for|since|months
        might|am|could|be|i ~2 having|expecting a baby !brother|sister
        missed ~2 period $
        ^ pregnancy $
        had|got|did a positive test !for_covid|covid|strep
        """,
    ),
)
