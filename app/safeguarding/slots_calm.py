"""Words that make a phrase a harmless one (pure): play, chance, what was told, what is past."""

CALM = {
    "PASTLONG": """
        last_year years_ago year_ago months_ago when_i_was in_year in_yr in_the_past
        as_a_kid last_summer last_winter years_back in_2019 in_2020 in_2021 in_2022
        in_2023 in_2024
    """,
    "LIVEWITH": """
        with in at near on here there alone away together by my dad mum far as
        forever_with off next without
    """,
    "WAKE": """
        so early at for all in_pain until till every less tired feeling with to on
        before needing_a five six seven wet
    """,
    "CHANCE": """
        on at playing cooking in_half while when_i_fell open_at by_accident accidentally
        falling with_a_tin with_the at_football from shaving climbing off
    """,
    "ADAY": """
        a_day daily every_day each_day per_day every_morning a_week each_morning
        like_you like_the as_you as_the this_week for_once today_like on_time as_told
        like_u as_usual at_the_right properly now_what_time this_morning_as
        for_the_first like_i_should as_prescribed every_night with_food with_breakfast
        without_being_told by_myself proud course antibiotics in_the_morning_or_split
        in_the_morning_or every_single_day today_yay at_once_in_the_morning
        before_school before_breakfast
    """,
    "LASTYEAR": "training trainer yet is_it for at once out_of or practice lesson still when",
    "FEVERTALK": """
        last in_jan in_january ago goes in_summer what of_insulin too_hot of_the
        of_my_room at_tesco job every_month when once before sweat and_then_went
        of_water
    """,
    "GROUPCHAT": """
        of_the_group of_group group_chat groupchat server wifi chat bus of_class
        of_lesson of_the_bus of_science lesson class of_maths of_english of_pe of_french
        of_the_cinema of_the_pub of_a_club of_the_club of_the_shop of_history
        of_geography of_library of_detention of_assembly of_the_chat of_the_server game
        the_game of_the_game squad team of_the_team of_the_wifi of_the_library cinema
    """,
    "DULLTHINGS": """
        homework chocolate choc choccy netflix revision sweets tiktok coffee caffeine
        gaming sugar vitamin information social cake pizza my_phone vaping nicotine
        football tv exams crisps youtube films movies telly series christmas_films
        netflix_shows haribos pasta fortnite easter haribo cheese work school_work
        the_sun maths memes lip
    """,
    "WHENQ": """
        when how or if last_week once yet today_yet this_morning before_blood before_bed
        before_food in_front with with_food at_school on_the_day
    """,
    "PLANNING": """
        in_future in_a_few later_on someday in_the_next lady aunt women woman teacher
        sister mum wife later one_day in_the_future with_my friend when_i_am
    """,
    "SCHOOLDAY": "for lessons school nights one",
    "PAST": """
        last_year years_ago year_ago months_ago ago when_i_was in_year in_yr used_to
        before in_the_past previously once_before as_a_kid in_primary last_summer
        last_winter years_back in_2019 in_2020 in_2021 in_2022 in_2023 in_2024
        a_while_back
    """,
    "GAME": "fortnite cod game games minecraft roblox fifa valorant warzone apex level lobby",
    "LITTLE": """
        room report grades bill hair tattoo piercing nails bedroom miss missed late lost
        forgot forget broke break spacer training appt appointment lesson homework haha
        lol laughpicture skullpicture mess spill dont_go bunk fail
    """,
    "BYCHANCE": """
        at on_the on_a on_my in playing doing falling skateboarding running while
        by_accident accidentally shaving cooking lifting when_i_fell with_the_oven
        with_the_iron with_the_kettle ironing climbing football netball pe skiing
        dancing off making
    """,
    "LUNG": "lung into onto on_the_sofa on_the_bed on_my_bed in_bed last_year as_a_baby tent",
    "HOLIDAY": """
        holiday the insulin steroids a to it my any chemo methotrexate that trips school
        with_physio pump another more this_drug new meds
    """,
    "PETS": "dog cat hamster rabbit horse fish bird budgie guinea_pig gerbil goldfish pet plant",
    "SCHOOLISH": "school uni home_from off hospital in_hospital late overnight with_my at_the",
    "TOPIC": """
        priapism crisis a_crisis anaphylaxis hypo hypos hypers dka fever seizure
        seizures fit fits stroke strokes asthma_attack asthma_attacks adrenal_crisis
        meningitis sepsis overdose allergic_reaction reaction reactions sickle_crisis
        chest_crisis infection collapse fainting passing_out
    """,
    "GAMES": """
        fifa chess pool race match game fortnite quiz final cards uno darts tennis
        badminton football squash running swimming fantasy_football snooker bowling
        mario_kart monopoly golf scrabble mariokart trivial_pursuit bingo table_tennis
        ping_pong race_today sprint 100m 1500m
    """,
    "DOCTOR": """
        dr doctor consultant nurse they team hospital we gp professor prof rheum you
        specialist
    """,
    "LETS": "not_let not_allow not_allowed_to let will_not_let",
    "LAUGH": "lol lmao lmfao haha hahaha laughpicture skullpicture jk joking joke lool rofl jokes",
}
