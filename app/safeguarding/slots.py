"""Words that stand for one another in a phrase (pure): kin, wishes, harm done by hand, numbers.

An underscore stands for a space, a name in capitals for another slot; `re:` begins a pattern for
numbers.
"""

from app.safeguarding.slots_calm import CALM
from app.safeguarding.slots_medical import MEDICAL

_SLOTS = {
    **CALM,
    **MEDICAL,
    "PEAKLOW": r"re:(?:[5-9]\d|1[0-4]\d)",
    "GO": """
        going_to will would might may could should shall about_to ready_to want_to
        need_to planning_to plan_to planning_on thinking_of thinking_about think_about
        think_of thought_of thought_about thoughts_of thoughts_about considering
        considered tempted_to rather decided_to wanted_to wanting_to trying_to try_to
        tried_to like_to have_to let_me let_us urge_to urges_to way_to ways_to how_to
        intend_to intending_to might_as_well feel_like felt_like imagine imagining keep
        dream_of dreaming_of dreaming_about wish_to just googled looking_up afford_to
        wish_i_could got_to
    """,
    "WANT": "want wants wanted wanting wish wishing hope hoping need needing desperate love rather",
    "ME": "me myself my_self mysel meself mself self",
    "MYSELF": "myself my_self mysel meself mself himself herself themselves themself oneself",
    "TO": "to 2 too",
    "AGAIN": "again anymore any_more no_more any_longer no_longer",
    "KIN": """
        mum mums mam mams mom moms mother mothers ma dad dads da daddy daddys father
        fathers parent parents family stepdad stepdads stepmum stepmums stepmom step_dad
        step_dads step_mum step_mom stepfather stepmother step_father step_mother
        brother brothers bro sister sisters sis stepbrother step_brother stepsister
        uncle uncles aunt auntie aunty aunties nan nans nanna grandad grandads gran
        grans grandma grandpa grandmother grandfather cousin cousins bf bfs boyfriend
        boyfriends gf gfs girlfriend girlfriends ex partner partners husband husbands
        wife fiance carer carers guardian foster_carer foster_carers foster_mum
        foster_dad foster_parents mums_boyfriend mums_bf mums_partner mum_is_boyfriend
        dads_girlfriend dads_gf dads_boyfriend dads_partner mums_husband baby_daddy
        in_laws mother_in_law family_friend house_mate housemate
    """,
    "PARENT": """
        mum mums mam mams mom moms mother mothers dad dads daddy father fathers parent
        parents stepdad stepdads stepmum stepmom step_dad step_mum family nan gran carer
        carers guardian foster_carer foster_mum foster_dad grandma grandad
    """,
    "TOOLS": """
        belt rope bag cord wire ligature knife blade scissors gun noose scarf cable
        charger razor glass plastic_bag dressing_gown_cord shoelace
    """,
    "PEERS": """
        friend friends mate_says bestie best_friend best_mate sister brother cousin
        girlfriend gf boyfriend bf mum mam dad partner she he
    """,
    "PEER": """
        friend friends friendd mate mates bestie bestfriend best_friend best_mate bff
        flatmate roommate classmate someone_i_know sister sis brother bro cousin
        girlfriend gf boyfriend bf mum mam mom dad partner boy girl ex
    """,
    "WHO": """
        KIN he she they someone somebody man men guy bloke teacher coach boss neighbour
        tutor imam priest
    """,
    "HITS": """
        hit hits hitting beat beats beating beaten batter batters battered battering
        punch punches punched punching slap slaps slapped slapping kick kicks kicked
        kicking smack smacks smacked smacking whack whacks whacked bash bashes bashed
        choke chokes choked choking strangle strangles strangled strangling throttled
        headbutts headbutted push pushes pushed pushing shove shoves shoved drag drags
        dragged grab grabs grabbed hurt hurts hurting harms burns burnt burned bites
        attack attacks attacked attacking assaulted assaults threaten threatens
        threatened threatening abuse abuses abused abusing stabbed stab thump thumps
        thumped clips lamps lamped whips belts whipped belted spits_on spat_on pins
        pinned violent_to violent_towards violent_with throws_things_at throws_stuff_at
        throws_plates_at lashes_out_at kicks_off_at kicks_off_on takes_it_out_on knocks
        knocked rough_with beats_up_on terrorises torments humiliates
        batters_the_hell_out_of
    """,
    "CUT": "cut cuts cutting slit slits slitting slash slashes slashing slice slices slicing",
    "LIMB": """
        arm arms wrist wrists leg legs thigh thighs stomach tummy skin hip hips ankle
        ankles body hand hands forearm forearms belly veins vein
    """,
    "TAKING": """
        taking take takes taken took tooken doing do done using use used injecting
        inject injected having have had touching touched been_on
    """,
    "LOADS": """
        all load loads lot lots whole handful handfuls bunch box boxes packet packets
        pack packs strip strips bottle bottles too_many too_much so_many so_much
        way_too_many way_too_much ton tons tonne every entire full large_amount
        large_number large_quantity double triple more_than blister stack pile tub
    """,
    "FOE": "them him they olders gang gangs opps yutes mandem youngers lads dealer dealers",
    "VERYHIGH": r"re:(?:[2-4]\d(?:\.\d)?|high|hi|through_the_roof|sky)",
    "VERYLOW": r"re:(?:1\.\d|2\.[0-5])",
    "KETHIGH": r"re:(?:1\.[5-9]|[2-9](?:\.\d)?|1\d(?:\.\d)?)",
    "TEMP": r"re:(?:3[89](?:\.\d)?|4[0-2](?:\.\d)?)",
    "LONG": r"re:(?:[5-9]|[1-6]\d|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty)",
    "NUMBER": r"re:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|couple|few|several)",
    "MANY": r"re:(?:1\d|[2-9]\d|1\d\d|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|eighteen|twenty|thirty|forty|fifty|sixty|hundred)",
    "FAMILY": "parents family mum dad uncle uncles brothers aunties nan grandparents they dads",
    "DEATH": """
        death dying suicide being_dead not_being_here not_being_alive not_existing
        ending_it ending_things ending_my_life not_waking_up how_i_would_die
        my_own_death my_death not_being_around the_end killing jumping
    """,
    "TRAFFIC": "train trains bus car cars lorry traffic truck tube van tram lorries",
    "HIGHPLACE": """
        bridge roof building balcony car_park carpark cliff window flats multistorey
        rooftop tower something traffic road tracks train_tracks platform ledge river
        overpass
    """,
    "BRIDGE": "bridge roof ledge tracks cliff train_tracks balcony rooftop overpass platform_edge",
    "BEALIVE": """
        be_here be_alive make_it carry_on go_on keep_going survive be_around last_much
        live_much live_to cope_much_longer get_through_this manage_to_carry_on going_on
    """,
    "BYTHEN": """
        by much_longer AGAIN for_much for_long to_see when next_year at_christmas
        for_christmas soon in_a_year
    """,
    "GONE": """
        died die dead gone disappeared disappear killed not_here vanished left_this went
        was_gone was_dead stopped_existing went_missing not_around
    """,
    "TOOK": """
        gulped guzzled scoffed chugged chewed ingested consumed took taken tooken
        swallowed necked downed popped ate eaten injected drank dropped just_had
        have_had
    """,
    "LOWSATS": r"re:(?:[6-8]\d|9[01])(?:\.\d)?",
    "KINFRIEND": """
        friend mate brother sister mum dad boyfriend girlfriend baby he she nan grandad
        son daughter partner
    """,
    "MANYBEATS": r"re:(?:1[5-9]\d|2\d\d)",
    "OLDER": "older old grown much_older way_older creepy random strange adult",
    "PICS": "pics pic nudes photos naked_pics selfies vids videos images bikini_pics snaps",
    "ONLINE": """
        online snap snapchat insta instagram discord tiktok roblox internet game
        fortnite facebook tinder grindr wizz yubo omegle kik xbox ps5 an_app app
    """,
    "OLDAGE": r"re:(?:2[1-9]|[3-6]\d|older_than_me|double_my_age)",
    "FIND": "find finds found knew know knows out see saw hear",
    "SOMEWHERE": """
        somalia gambia africa egypt sudan nigeria kenya back_home holiday summer abroad
        ethiopia mali guinea sierra_leone like_my_sister down_there
    """,
    "SHANK": """
        knife knives blade shank machete weapon weapons gun zombie_knife rambo strap
        shiv hammer screwdriver_for corrosive acid
    """,
    "ILL": "ill i_will i_would",
    "EXTREME": r"re:(?:2[89](?:\.\d)?|3\d(?:\.\d)?)(?! percent)",
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
