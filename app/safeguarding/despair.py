"""Signs of having no hope left (pure): phrases as data."""

from app.safeguarding.rules import Rule

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
        life|everything is ~1 shit|shite|crap|hell|unbearable
        my life is ~1 ruined|a_mess|shit|falling|hell|miserable|a_joke|crap
        what is|the the? point $
        what is|the the? point in|of ~1 anything|any_of|it_all|me|trying|anything|all_this|
            everything
        no|not|any ~2 point|purpose in|to|of ~1 anything|it_all|me|trying|everything|any_of_it|
            all_this
        not ~1 see a|the|any|much? ~1 point $
        not ~1 see a|the|any|my future|way_forward|point_anymore
        nothing matters|left|to_lose
        nothing to look forward
        lost all interest|motivation|hope
        nobody|no_one ~2 notice|notices|notice_if
        not want anything|any_help anymore
        everything|it_all|life|all ~1 feels|is|seems|looks ~1 dark|black|grey|hopeless|pointless|
            bleak
        never ~2 get|gets|be better $
        nothing|things ~1 ever|never ~2 get|gets|change|help
        nothing can help ~1 me
        beyond help
        no|not|any ~1 escape|future|way_out|hope !room
        i ~1 am|feel ~2 nothing|disgusting|pathetic|unlovable|unwanted|trapped|helpless $
        sorry for existing
        what is|the the? point AGAIN|now|rn
        no|zero|little|any point $
        see no ~1 point|future|hope|reason
        no_one|nobody ~2 care|cares $
        no|not ~2 point AGAIN|now|rn
        """,
    ),
    Rule(
        "cannot cope",
        "despair",
        2,
        """
        can not|barely|hardly|struggling_to ~1 cope $
        can not|barely|hardly ~1 cope AGAIN|at_all|much_longer
        can not|barely|hardly ~1 cope with ~1 life|everything|it|things|this|any
        can not|barely|hardly ~1 cope any
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
        feel*|am|been|so|really|very so|really|very|extremely|properly|incredibly low|down|
            bad_mentally !on
        feel*|am so|really|very|severely|extremely|clinically|deeply ~1 depressed
        severe depression
        nobody|no_one ~1 cares|loves|likes|wants|gives !to|about_the
        i have|ive|want|feel ~1 given|give|giving|like_giving up $
        ^ i? have? given|giving up $
        am not|far_from ~1 ok|okay|alright please|help|at_all
        ^ i? am not ok|okay $
        ^ please? help me please? $
        please help me $
        can not get out of bed !in|on|early|because_my
        get out of bed ~4 cry
        hardly get out of bed
        mental_health|mentally|mental ~5 struggling|bad|worse|worst|awful|terrible|declin*|
            rubbish|shocking|crisis|suffering
        struggling|bad|awful|terrible|really_low|declin* ~5 mental_health|mentally
        dark place|thoughts|thought|places
        bad|scary|horrible|intrusive|awful|nasty thoughts !about_exams
        impossible|unable|difficult|hard|struggling|struggle to ~1 cope !with_the_itch|with_pain|
            with_school|with_maths|with_homework|with_work
        everything is|got|getting|feels ~2 too ~1 much|overwhelming
        giving up $
        giving up on everything
        can not|not go on|carry_on ~1 like
        had enough $
        not care|bothered anymore|any_more|about_anything|what_happens_to_me|if
        bad|dark|horrible|awful|low|terrible|rough ~1 place $
        bad|dark|horrible|awful|terrible place ~1 at|right|lately|mentally|rn|atm
        want|need ~2 pain|suffering|hurting|hurt to ~1 end|be_over|stop_forever|just_end
        not ~1 belong $
        i am ~1 not ~1 coping
        can not ~1 cope with ~1 anything|anyone|nothing|everyday
        can not ~1 cope ~2 living|life|like_this|being
        """,
    ),
)
