"""Words that stand for one another in a phrase (pure): kin, harm done by hand, medicines, numbers.

An underscore stands for a space; `re:` begins a pattern for numbers.
"""

_SLOTS = {
    "AM": "am are is was feel feeling feels felt get getting been being am_feeling have_been",
    "GO": """going_to will would might may could should shall about_to ready_to want_to need_to
        planning_to plan_to planning_on thinking_of thinking_about think_about think_of thought_of
        thought_about thoughts_of thoughts_about considering considered tempted_to rather decided_to
        wanted_to wanting_to trying_to try_to tried_to like_to have_to let_me let_us urge_to
        urges_to way_to ways_to how_to intend_to intending_to might_as_well feel_like felt_like
        imagine imagining keep dream_of dreaming_of dreaming_about wish_to just googled looking_up
        afford_to wish_i_could got_to""",
    "WANT": """want wants wanted wanting wish wishing hope hoping need needing desperate love
        rather""",
    "ME": "me myself my_self mysel meself mself meself self",
    "MYSELF": "myself my_self mysel meself mself himself herself themselves themself oneself",
    "TO": "to 2 too",
    "NO": "no not never zero any nothing",
    "NEG": "not never no_longer barely hardly stopped quit",
    "AGAIN": "again anymore any_more no_more any_longer no_longer",
    "FINALLY": "tonight today tomorrow soon now rn",
    "KIN": """mum mums mam mams mom moms mother mothers ma dad dads da daddy daddys father fathers
        parent parents family stepdad stepdads stepmum stepmums stepmom step_dad step_dads step_mum
        step_mom stepfather stepmother step_father step_mother brother brothers bro sister sisters
        sis stepbrother step_brother stepsister uncle uncles aunt auntie aunty aunties nan nans
        nanna grandad grandads gran grans grandma grandpa grandmother grandfather cousin cousins
        bf bfs boyfriend boyfriends gf gfs girlfriend girlfriends ex partner partners husband
        husbands wife fiance carer carers guardian foster_carer foster_carers foster_mum foster_dad
        foster_parents mums_boyfriend mums_bf mums_partner mum_is_boyfriend dads_girlfriend
        dads_gf dads_boyfriend dads_partner mums_husband baby_daddy in_laws mother_in_law
        family_friend house_mate housemate""",
    "PARENT": """mum mums mam mams mom moms mother mothers dad dads daddy father fathers parent
        parents stepdad stepdads stepmum stepmom step_dad step_mum family nan gran carer carers
        guardian foster_carer foster_mum foster_dad grandma grandad""",
    "TOOLS": """belt rope bag cord wire ligature knife blade scissors gun noose scarf cable charger
        razor glass plastic_bag dressing_gown_cord shoelace""",
    "PEERS": """friend friends mate_says bestie best_friend best_mate sister brother cousin girlfriend
        gf boyfriend bf mum mam dad partner she he""",
    "PEER": """friend friends friendd mate mates bestie bestfriend best_friend best_mate bff
        flatmate roommate classmate someone_i_know sister sis brother bro cousin girlfriend gf
        boyfriend bf mum mam mom dad partner boy girl ex""",
    "THEY": """he she they it someone somebody people everyone everybody man men guy bloke lad
        lads boys girls kids teacher coach boss neighbour landlord imam priest tutor staff""",
    "WHO": """KIN he she they someone somebody man men guy bloke teacher coach boss neighbour
        tutor imam priest""",
    "HITS": """hit hits hitting beat beats beating beaten batter batters battered battering punch
        punches punched punching slap slaps slapped slapping kick kicks kicked kicking smack smacks
        smacked smacking whack whacks whacked bash bashes bashed choke chokes choked choking
        strangle strangles strangled strangling throttled headbutts headbutted push pushes pushed
        pushing shove shoves shoved drag drags dragged grab grabs grabbed hurt hurts hurting harms
        burns burnt burned bites attack attacks attacked attacking assaulted assaults threaten
        threatens threatened threatening abuse abuses abused abusing stabbed stab thump thumps
        thumped clips lamps lamped whips belts whipped belted spits_on spat_on pins pinned
        violent_to violent_towards violent_with throws_things_at throws_stuff_at throws_plates_at
        lashes_out_at kicks_off_at kicks_off_on takes_it_out_on knocks knocked rough_with
        beats_up_on terrorises torments humiliates batters_the_hell_out_of""",
    "CUT": "cut cuts cutting slit slits slitting slash slashes slashing slice slices slicing",
    "LIMB": """arm arms wrist wrists leg legs thigh thighs stomach tummy skin hip hips ankle ankles
        body hand hands forearm forearms belly veins vein""",
    "TABLETS": """tablets tablet tabs pills pill paracetamol paracetamols ibuprofen ibuprofens
        nurofen aspirin codeine cocodamol co_codamol naproxen meds medicine medicines medication
        medications capsules sleepers antidepressants sertraline fluoxetine citalopram
        amitriptyline propranolol diazepam tramadol morphine oramorph insulin keppra drugs
        sleeping_pills sleeping_tablets sleeping_tabs painkillers antihistamines metformin
        stash calpol piriton gabapentin pregabalin zopiclone melatonin promethazine quetiapine olanzapine
        lithium mirtazapine venlafaxine atomoxetine concerta ritalin elvanse digoxin warfarin
        methotrexate azathioprine colchicine risperidone aripiprazole clonidine temazepam lorazepam
        epilim lamotrigine levetiracetam carbamazepine steroids prednisolone cyclizine oxycodone
        dihydrocodeine xanax valium pregab gabbies anti_depressants thyroxine levothyroxine
        random_pills heart_tablets epilepsy_tablets steroid_tablets inhaler_tablets
        beta_blockers diabetes_meds heart_meds units pillpicture""",
    "VITAL": """insulin novorapid lantus levemir tresiba fiasp humalog insulins inhaler inhalers
        inhaler_s brown_inhaler preventer preventers steroid steroids pred prednisolone
        hydrocortisone fludrocortisone keppra levetiracetam lamotrigine epilim valproate
        carbamazepine tegretol topiramate clobazam epilepsy_meds epilepsy_tablets epilepsy_medicine
        seizure_meds seizure_tablets tacrolimus tacro prograf adoport ciclosporin cyclosporin
        mycophenolate azathioprine immunosuppressants immunosuppressant anti_rejection
        anti_rejections anti_rejection_meds transplant_meds methotrexate adalimumab humira
        infliximab biologics hydroxycarbamide hydroxyurea penicillin warfarin apixaban
        blood_thinners blood_thinner chemo chemotherapy kaftrio creon nebs nebulisers beta_blockers
        bisoprolol
        heart_meds thyroxine levothyroxine levo meds med medicine medicines medication medications
        tablets tabs pills pill injections jabs arvs hiv_meds antiretrovirals treatment symbicort
        fostair seretide clenil dialysis asthma_pump pump_s desferal exjade factor
        metformin mesalazine orkambi trikafta montelukast anti_epileptics""",
    "TAKING": """taking take takes taken took tooken doing do done using use used injecting inject
        injected having have had touching touched been_on""",
    "LOADS": """all load loads lot lots whole handful handfuls bunch box boxes packet packets pack
        packs strip strips bottle bottles too_many too_much so_many so_much way_too_many
        way_too_much ton tons tonne every entire full large_amount large_number large_quantity
        double triple more_than blister stack pile tub""",
    "FOE": """them him they olders gang gangs opps yutes mandem youngers lads dealer dealers""",
    "SUGAR": """sugar sugars bg bgs bm bms glucose blood_sugar blood_sugars blood_glucose bloods
        libre meter levels level reading bs dexcom""",
    "VERYHIGH": r"re:(?:[2-4]\d(?:\.\d)?|high|hi|through_the_roof|sky)",
    "VERYLOW": r"re:(?:1\.\d|2\.[0-5])",
    "KETHIGH": r"re:(?:1\.[5-9]|[2-9](?:\.\d)?|1\d(?:\.\d)?)",
    "TEMP": r"re:(?:3[89](?:\.\d)?|4[0-2](?:\.\d)?)",
    "LONG": r"re:(?:[5-9]|[1-6]\d|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty)",
    "NUMBER": r"re:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|couple|few|several)",
    "MANY": r"re:(?:1\d|[2-9]\d|1\d\d|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|eighteen|twenty|thirty|forty|fifty|sixty|hundred)",
    "SICK": """sick being_sick been_sick vomiting vomit vomited throwing_up throw_up threw_up
        thrown_up puking puked puke chucking_up spewing not_keep_anything_down
        not_keeping_anything_down
        not_keep_water_down not_keep_fluids_down not_keep_food_down not_keep_it_down
        not_keep_them_down keep_nothing_down not_stop_being_sick not_stop_vomiting""",
    "FEVER": """fever feverish temperature temp high_temp high_temperature rigors shivering
        shivers burning_up chills shivery fevers shaking_and_hot hot_and_shaky boiling""",
    "IMMUNE": """methotrexate mtx chemo chemotherapy transplant neutropenic neutropenia
        immunosuppressed immunosuppressants immunosuppressant immunosuppression tacrolimus tacro
        azathioprine mycophenolate ciclosporin infliximab adalimumab humira biologic biologics
        rituximab tocilizumab etanercept leukaemia leukemia anti_rejection port_line line_site
        my_line hickman picc
        central_line portacath ustekinumab vedolizumab cyclophosphamide asplenic no_spleen
        sickle bone_marrow stem_cell mercaptopurine 6mp abatacept anakinra prograf""",
    "FIT": "fit fits seizure seizures tonic_clonic tonic_clonics convulsion convulsions",
    "FITTING": "fitting seizing having_a_seizure having_a_fit convulsing",
    "PUMP": """inhaler inhalers blue_inhaler blue_pump ventolin salbutamol reliever reliver
        nebuliser neb nebs salamol puffer blue_one blue_puffer rescue_inhaler bricanyl""",
    "HARD": """trouble difficulty problem problems issues harder hardly worse difficulties hard
        difficult struggling struggle strugglin fighting battling""",
    "LIPS": "lips lip fingernails nails mouth tongue",
    "MOUTH": "throat tongue lips lip face eyes mouth",
    "SWELLS": """swelling swollen swells swelled swell puffing_up ballooning blowing_up huge
        closing closed close closes tight tightening blocked""",
    "BLEED": "bleeding bleed bled blood nosebleed nose_bleed",
    "FAMILY": "parents family mum dad uncle uncles brothers aunties nan grandparents they dads",
    "DEATH": """death dying suicide being_dead not_being_here not_being_alive not_existing ending_it
        ending_things ending_my_life not_waking_up how_i_would_die my_own_death my_death
        not_being_around the_end killing jumping""",
    "TRAFFIC": "train trains bus car cars lorry traffic truck tube van tram lorries",
    "HIGHPLACE": """bridge roof building balcony car_park carpark cliff window flats multistorey
        rooftop tower something traffic road tracks train_tracks platform ledge river overpass""",
    "BRIDGE": "bridge roof ledge tracks cliff train_tracks balcony rooftop overpass platform_edge",
    "LIVEWITH": """with in at near on here there alone away together by my dad mum far as
        forever_with off next without""",
    "WAKE": """so early at for all in_pain until till every less tired feeling with to on before
        needing_a five six seven wet""",
    "BEALIVE": """be_here be_alive make_it carry_on go_on keep_going survive be_around last_much
        live_much live_to cope_much_longer get_through_this manage_to_carry_on going_on""",
    "BYTHEN": """by much_longer AGAIN for_much for_long to_see when next_year at_christmas
        for_christmas soon in_a_year""",
    "GONE": """died die dead gone disappeared disappear killed not_here vanished left_this went
        was_gone was_dead stopped_existing went_missing not_around""",
    "CHANCE": """on at playing cooking in_half while when_i_fell open_at by_accident accidentally
        falling with_a_tin with_the at_football from shaving climbing off""",
    "TOOK": """took taken tooken swallowed necked downed popped ate eaten injected drank dropped
        just_had have_had""",
    "ADAY": """a_day daily every_day each_day per_day every_morning a_week each_morning like_you
        like_the as_you as_the this_week for_once today_like on_time as_told like_u as_usual
        at_the_right properly now_what_time this_morning_as for_the_first like_i_should for_once
        as_prescribed every_night with_food with_breakfast without_being_told by_myself proud
        course antibiotics in_the_morning_or_split in_the_morning_or every_single_day today_yay
        at_once_in_the_morning before_school before_breakfast""",
    "PAINKILLERS": """zopiclone melatonin promethazine gabapentin pregabalin quetiapine paracetamol ibuprofen aspirin codeine co_codamol cocodamol naproxen sleepers
        sleeping_tablets sleeping_pills tramadol morphine diazepam painkillers propranolol nurofen
        antidepressants sertraline calpol""",
    "POISON": """bleach weedkiller weed_killer antifreeze anti_freeze poison chemicals detergent
        batteries battery magnets magnet pesticide white_spirit cleaning_stuff drain_cleaner
        disinfectant dettol screen_wash acid petrol rat_poison""",
    "LOWSATS": r"re:(?:[6-8]\d|9[01])(?:\.\d)?",
    "RELIEVER": """blue_inhaler blue_pump ventolin salbutamol reliever reliver blue_one salamol
        nebuliser neb nebs blue_puffer rescue_inhaler""",
    "LIPSFACE": "lips lip tongue face eyes mouth",
    "SWELLING": "swelling swollen swelled swell puffy huge tingling itchy closing tight",
    "PEN": "epipen epi_pen jext emerade adrenaline autoinjector adrenaline_pen",
    "LASTYEAR": """training trainer last in ages years before yet is_it for at once out_of or
        practice lesson still when""",
    "UNCONSCIOUS": """passed_out unconscious blacked_out collapsed fainted fitted went_unconscious
        lost_consciousness fit seizure had_a_fit""",
    "FEVERTALK": """last in_jan in_january ago goes in_summer what of_insulin too_hot of_the
        of_my_room at_tesco job every_month when once before sweat and_then_went of_water""",
    "KINFRIEND": """friend mate brother sister mum dad boyfriend girlfriend baby he she nan
        grandad son daughter partner""",
    "MANYBEATS": r"re:(?:1[5-9]\d|2\d\d)",
    "LOADSBLOOD": "loads_of lots_of so_much a_lot_of alot_of passing tons_of much full_of too_much",
    "OLDER": "older old grown much_older way_older creepy random strange adult",
    "PICS": "pics pic nudes photos naked_pics selfies vids videos images bikini_pics snaps",
    "ONLINE": """online snap snapchat insta instagram discord tiktok roblox internet game fortnite
        facebook tinder grindr wizz yubo omegle kik xbox ps5 an_app app""",
    "OLDAGE": r"re:(?:2[1-9]|[3-6]\d|older_than_me|double_my_age)",
    "FIND": "find finds found knew know knows out see saw hear",
    "SOMEWHERE": """somalia gambia africa egypt sudan nigeria kenya back_home holiday summer abroad
        ethiopia mali guinea sierra_leone like_my_sister down_there""",
    "GROUPCHAT": """of_the_group of_group group_chat groupchat server wifi chat bus of_class
        of_lesson of_the_bus of_science lesson class of_the_chat of_the_server game the_game
        of_the_game squad team of_the_team of_the_wifi of_the_library cinema""",
    "SHANK": """knife knives blade shank machete weapon weapons gun zombie_knife rambo strap shiv
        hammer screwdriver_for corrosive acid""",
    "DULLTHINGS": """homework chocolate netflix revision sweets tiktok coffee caffeine gaming sugar
        vitamin information social cake pizza my_phone vaping nicotine football tv exams crisps
        youtube fortnite easter haribo cheese work school_work the_sun maths memes lip""",
    "WHENQ": """when how or if last_week once yet today_yet this_morning before_blood before_bed
        before_food in_front with with_food at_school on_the_day""",
    "VITALREAL": """insulin novorapid lantus levemir tresiba fiasp inhaler inhalers blue_inhalers
        preventer steroids pred prednisolone hydrocortisone keppra lamotrigine epilim valproate
        carbamazepine epilepsy_meds epilepsy_tablets seizure_meds tacrolimus tacro anti_rejection
        anti_rejection_meds immunosuppressants azathioprine mycophenolate methotrexate chemo
        hydroxycarbamide penicillin warfarin kaftrio creon thyroxine levothyroxine meds medicine
        medication tablets nebs heart_meds beta_blockers epipens epipen blood_thinners injections
        heart_tablets""",
    "PLANNING": """in_future in_a_few later_on someday in_the_next lady aunt women woman teacher
        sister mum wife later one_day in_the_future with_my
        friend when_i_am""",
    "SCHOOLDAY": "for lessons school nights one",
    "PAST": """last_year years_ago year_ago months_ago ago when_i_was in_year in_yr used_to before
        in_the_past previously once_before as_a_kid in_primary last_summer last_winter years_back
        in_2019 in_2020 in_2021 in_2022 in_2023 in_2024 a_while_back""",
    "GAME": "fortnite cod game games minecraft roblox fifa valorant warzone apex level lobby",
    "LITTLE": """miss missed late lost forgot forget broke break spacer training appt appointment
        lesson homework haha lol laughpicture skullpicture mess spill dont_go bunk fail""",
    "BYCHANCE": """at on_the on_a on_my in playing doing falling skateboarding running while
        by_accident
        accidentally shaving cooking lifting when_i_fell with_the_oven with_the_iron with_the_kettle
        ironing climbing football netball pe skiing dancing off making""",
    "SUGARS": "sugar sugars bg bgs bm bms glucose blood_sugar blood_sugars blood_glucose",
    "ILL": "ill i_will i_would",
    "LUNG": "lung into onto on_the_sofa on_the_bed on_my_bed in_bed last_year as_a_baby tent",
    "EXTREME": r"re:(?:2[89](?:\.\d)?|3\d(?:\.\d)?)(?! percent)",
    "DRUGS": """cocaine coke ket ketamine md mdma mandy ecstasy pingers speed acid lsd shrooms spice
        crack heroin xanax xans balloons nos lean speedballs meth nitazenes monkey_dust 2cb""",
    "TROUBLE": """worse bad really_bad awful terrible difficult hard struggling scared tight
        impossible laboured shallow""",
    "HOLIDAY": """holiday the insulin steroids a to it my any chemo methotrexate that trips school
        with_physio pump another more this_drug new meds""",
    "PETS": "dog cat hamster rabbit horse fish bird budgie guinea_pig gerbil goldfish pet plant",
    "SCHOOLISH": "school uni home_from off hospital in_hospital late overnight with_my at_the",
    "LAUGH": "lol lmao lmfao haha hahaha laughpicture skullpicture jk joking joke lool rofl jokes",
}


def _ways(words: str) -> tuple[str, ...]:
    if words.startswith("re:"):
        return (words,)
    return tuple(
        dict.fromkeys(
            way
            for each in words.split()
            for way in (_ways(_SLOTS[each]) if each.isupper() else (each,))
        )
    )


SLOTS = {name: _ways(words) for name, words in _SLOTS.items()}
