"""Signs of a medical emergency of the heart, of bleeding or of the adrenals (pure)."""

from app.safeguarding.rules import Rule

HEART = (
    Rule(
        "collapsed",
        "collapse",
        1,
        """
        i|he|she|KINFRIEND|just|have|and|nearly|almost ~1 collapsed !LUNG
        ^ collapsed !LUNG
        passed|passing|pass|black|blacked|blacking out !of|flyers|leaflets|from_bloods|at_bloods|
            the|papers
        lost|losing|loses|lose consciousness
        unconscious|unresponsive
        faint|fainted|fainting ~5 race|football|pe|sport|sports|running|run|match|training|
            exercise|exercising|swimming|gym|stairs|pitch|today|basketball|netball|hockey|tennis|
            dance|dancing|rugby|cricket|climbing|cycling|rounders
        fainted & hit|banged|smacked my? head !last|ages
        fainted ~3 no_warning|without_warning|twice|again|yesterday|just_now
        keep|keeps fainting|collapsing|dropping
        not wake_up $
        not ~1 wake him|her|them
        KINFRIEND ~4 not ~1 wake|waking|woken|responding|move|moving !early
        went|dropped|fell|keeled|dropped_down ~2 down|floor|over|ground ~6 no_warning|suddenly|
            unconscious|not_remember|out_of_nowhere
        no|without warning ~4 collapsed|fainted|passed_out|went_down|dropped
        """,
        medical=True,
    ),
    Rule(
        "heart",
        "collapse",
        1,
        """
        chest pain|pains ~5 now|right_now|arm|jaw|crushing|sweating|not_go|today|tonight|
            breathless|really_bad|severe|breathe|dizzy
        crushing|severe|bad|awful|terrible|unbearable|sharp|worst ~1 chest pain|pains
        chest ~1 crushing
        having|think ~4 heart attack !at_the|when|mum|last
        heart ~4 MANYBEATS|fast|mad|racing|crazy|pounding ~4 not|slow|stop|hours|faint|dizzy|hour
        heart ~4 racing|mad|crazy|fast ~4 blacked|collapsed|faint*|passed
        heart ~3 stopped|stopping
        defib|icd|defibrillator|pacemaker ~3 shocked|shock|went_off|gone_off|fired|zapped|shocking
        chest ~6 left_arm|jaw ~2 hurts|pain|tingles|tingling|numb|aches|hurt
        chest|chest_pain ~6 left arm
        """,
        medical=True,
    ),
)
BLOOD = (
    Rule(
        "bleeding",
        "bleeding",
        1,
        """
        BLEED ~3 not ~2 stop|stopping|stopped !itching|coming_when
        not ~1 stop ~2 BLEED
        cough*|vomit*|throwing_up|threw_up|puk*|spit*|chucking_up|sick|
            sicking_up ~4 blood !tests|test|results
        vomit|sick ~4 coffee_grounds|like_coffee|black
        black|tarry ~1 poo|stool|stools|poop
        poo|stool|stools|poop ~2 black|tarry
        LOADSBLOOD ~1 blood ~5 poo|stool|bum|toilet|stoma|wee|urine|loo|back_passage
        LOADSBLOOD ~1 blood|bleeding ~6 faint|dizzy|pale|stand|weak
        poo|pooing|stool|bum|stoma|wee|toilet ~3 LOADSBLOOD ~1 blood
        bleeding ~4 bum|back_passage|stoma ~2 loads|lots|heavily|faint|non_stop
        bleeding heavily|loads|non_stop|lots !on_my_period|during_my_period|period
        blood ~2 pouring|gushing|spurting
        soaking|soaked ~4 pad|pads ~2 hour
        nose|nosebleed|gums|wound|stoma|mouth ~2 BLEED ~4 hour|hours|ages|minutes|non_stop
        BLEED ~3 for ~2 hour|hours
        pooing|passing|weeing|peeing|vomiting|pooping|shitting ~1 blood
        blood & loads|lots|soaked|pouring|gushing|tons & stoma|pad|bum|toilet|poo|wee|
            mouth|nose
        soaked|soaking|covered ~2 blood
        blood in ~1 my? ~1 sick|vomit|puke
        losing|lost ~3 blood !tests|test|weight
        BLEED ~3 lot|loads|lots|heavily|badly & faint|dizzy|weak|pale
        """,
        medical=True,
    ),
    Rule(
        "a knock to the head that may bleed",
        "bleeding",
        1,
        """
        hit|banged|bumped|knocked|bashed ~1 my? head !last|ages|ago|against
        fell on my head
        """,
        also="""
        haemophilia|hemophilia|warfarin|apixaban|blood_thinner|blood_thinners|factor|rivaroxaban
        """,
        medical=True,
    ),
)
ADRENAL = (
    Rule(
        "an adrenal crisis",
        "adrenal_crisis",
        1,
        """
        adrenal|addisonian crisis !plan|training|letter
        vomited|threw_up|sicked_up|brought_up|puked ~2 my|the ~1 hydrocortisone|steroids|tablets|
            hydro
        not ~1 keep ~3 hydrocortisone|steroids|steroid|pred|prednisolone ~1 down
        did|needed|had|given|gave|used ~4 emergency ~1 hydrocortisone|hydro|solu_cortef ~1 injection
        no|not ~2 steroids|hydrocortisone|tablets ~2 staying|stay down
        not ~2 keep ~2 steroids|hydrocortisone|pred|them ~1 in|down
        """,
        medical=True,
    ),
    Rule(
        "sick without steroids of one's own",
        "adrenal_crisis",
        1,
        "SICK !day|of|note|days|pump",
        also="""
        addison|addisons|adrenal|hydrocortisone|cah|hypopituitar*|steroid_dependent
        """,
        medical=True,
    ),
)
HELP = (
    Rule(
        "asks for an ambulance",
        "emergency",
        1,
        """
        call|calling|called|ring|rang|ringing|phone|phoned|send|need|want|dial ~3 ambulance|999|
            paramedics|112
        this|it is ~1 emergency !contact|stop|brake|plan
        ambulance ~2 now|please|coming|here|on_way|on_the_way
        in|at a&e|ae|resus|intensive_care now|right_now|rn|tonight
        """,
        medical=True,
    ),
)
EMERGENCIES = (*HELP, *HEART, *BLOOD, *ADRENAL)
