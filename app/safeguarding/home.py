"""Signs of harm by others, at home and by family (pure): phrases as data."""

from app.safeguarding.rules import Rule

ABUSE = (
    Rule(
        "hit or hurt by someone",
        "abuse",
        2,
        """
        WHO ~4 HITS ~1 me !hard|up|when_i_am_tired|out_of_nowhere|up_if
        WHO ~3 HITS ~1 my KINFRIEND
        KIN ~3 HITS us|her|him|them
        HITS|thrown ~1 me ~2 up|down_the_stairs|against_the_wall|across_the_room
        HITS me ~2 by the throat|neck|hair
        get|gets|got|getting|being|been|was|am ~1 hit|beaten|battered|smacked|slapped|punched|
            kicked|strangled|abused !from|by_a_bus|by_a_car|by_the_ball|out|off|in_football|
            by_a_wave|at_fortnite
        WHO ~4 violent|abusive|aggressive !game|film
        become|becomes|gets|got|getting|being|is ~1 violent|abusive|aggressive ~2 to|with|
            towards|and_i_am|when|me
        domestic|emotional|physical|child|verbal abuse|violence !charity|training|essay
        abused|abusing|abuser|abusive !by_my_own
        abuse ~1 me|us|her|him
        bruises|bruise|marks ~5 where|from ~1 WHO ~2 HITS
        throws|threw|throwing|chucks ~3 at me
        screams|screaming|shouting|shouts ~1 at me ~3 every|all|drunk
        WHO ~4 screams|screaming at me
        drunk ~3 every ~3 screams|hits|shouts
        mum|mums|dad|dads|parents|stepdad ~3 drunk|high|drinking|drinks ~3 every|all|always|again
        WHO ~4 made|makes|forces|forced me do|eat|stand|stay|sleep ~3 punishment|floor|outside
        locks|locked|lock ~1 me ~1 in|out
        WHO ~2 will|is_going_to|would|going_to ~1 kill me ~3 if|when ~3 leave|tell|told|gay|find|
            finds|boyfriend
        says|said|threatened|threatens|threatening ~4 kill|hurt|stab|burn me|us|him|her
        wishes i was|were never|not|dead
        KIN ~3 says|said|tells|told ~4 never_born|wish|hates_me|hate_me|worthless|waste|
            kill_myself|disgusting
        touched|kicks ~3 in the stomach
        get|gets|getting|got ~4 and hit|beaten|slapped|battered
        threatens|threatening|threatened me !with_detention
        WHO ~2 is|are|gets|get|being ~2 violent|abusive|aggressive|physical
        lock|locks|locked me up|away
        throws|threw|thrown|chucked|lobbed ~5 at me !ball
        violence|abuse|violent|fighting ~3 home|house
        being|been|am|getting|get ~1 hurt|hit|harmed|beaten ~2 home|by|at_home
        stops|stopping|stopped|prevents ~1 me ~1 taking|having|seeing|leaving|going|using
        covered in bruises
        HITS ~1 my? mum|mam|mom|sister|brother|siblings|us|nan !up|in_the_face_with_a_ball
        hands|hand ~2 round|around|on|over|to my ~1 throat|neck|mouth
        keeps ~2 HITS ~1 me
        calls|called|calling me ~2 worthless|useless|stupid|names ~5 HITS|home|mum|dad
        KIN & HITS & us|me !at_fifa|at_fortnite|at_chess|at_pool|up
        home|house & violent|violence|abusive|abuse
        WHO ~3 smash|smashes|break|breaks|trash|trashes|punches ~3 house|door|doors|stuff|things|
            walls|place|room
        WHO ~3 scares|terrifies|frightens me|us
        starve|starves|starved|starving ~1 me|us
        threw|throws|thrown|pushed|pushes|slammed|slams|shoved|pinned|dragged ~1 me ~1 against|
            into|down|across|out|onto|on !pool|swimming
        not ~1 allowed ~2 out|leave|see ~2 house|home|my|the|anyone|friends
        i ~1 get|am|got|being locked in|up|out
        beats|beat|punched|punches|slapped|slaps|kicked|kicks|choked|chokes|strangled|strangles|
            battered|attacked|assaulted|grabbed|smacked ~1 me !in_the_shin|at_fifa|at_pool|
            at_chess|up
        ^ hits|hit|hitting me !up|hard|when_i_am|out_of|like|later|around|about
        lays|laid|lay|puts|put ~1 hands on me
        against my will
        get|gets|got|getting|being|was beat|beaten|hit|slapped|punched ~1 by !car|bus|ball|team
        leaves|left|leaving us|me ~2 alone ~2 days|all_night|nights|weekends|weeks
        violent|abusive|aggressive KIN|man|boyfriend|home
        KIN|they neglects|neglect|neglected|ignores_me_for_days|starves me?
        neglected|neglecting|neglect ~1 at|by|me|us
        nobody|no_one|never|not ~2 feeds|feed ~1 me|us !chips
        bruises ~2 from ~2 KIN|him|her|them
        KIN|he|she ~1 broke|breaks|broken|fractured|burnt|burned|bruised|cut my arm|leg|nose|
            wrist|jaw|rib|ribs|finger|hand|face
        HITS by ~1 my? KIN
        hit|beaten|slapped|punched|kicked|hurt by ~1 my|a|the? ~1 KIN|man|teacher|carer
        pulls|pulled|drags|dragged ~1 me ~1 by ~2 hair|arm|ear|ears|legs
        he|she|dad|mum|stepdad|brother|uncle|boyfriend|partner ~1 bit|bites|scratched|scratches|
            kneed|elbowed|stamped_on me
        will|would|get|ill ~1 be ~1 beaten|hit|battered|punished|hurt ~2 if ~2 tell
        """,
    ),
    Rule(
        "afraid at home",
        "abuse",
        2,
        """
        scared|afraid|frightened|terrified ~1 of|to|about ~1 going|go|being|be|my ~2 home|
            house !abroad|from
        scared|afraid|frightened|terrified of ~2 KIN|him|her !cooking|driving
        not ~2 feel|am|be|safe safe ~1 at|in ~1 home|house|here|my_house|this_house
        not ~2 safe ~1 at|in ~1 home|my_house|this_house|the_house
        unsafe ~2 home|house|here
        not|never ~1 want|wanna|like ~1 to ~1 go|going|be|being|live|living ~1 home !early|from|
            on|before|yet
        not ~2 want to go|be back home
        not|never ~1 want to ~1 live with ~2 PARENT !when|at_uni|forever
        walking on eggshells
        home|house|here is not ~1 safe|a_safe
        home|house is ~1 unsafe|dangerous|scary|hell
        things|it ~3 at home ~2 bad|awful|scary|horrible|terrible|unbearable|kicking_off|violent
        not ~2 feel|feeling ~1 safe !to_drive|on_my_bike|swimming|running
        i am not ~1 safe $
        i am ~1 in ~1 danger
        i am ~1 unsafe
        can not ~1 go ~1 back? home !on|early|from_uni|alone|by_bus|for_christmas|at_lunch
        scared|afraid|frightened ~3 what ~3 he|she|dad|mum|stepdad|they|KIN ~1 will|might|would|is
        """,
    ),
    Rule(
        "controlled or cut off",
        "abuse",
        2,
        """
        WHO|stalk ~3 stalk* ~1 me
        WHO|ex|man|guy ~2 following|follows me !on|back|in_insta|with_my
        am|being|been|is|keeps stalked|stalking|followed
        WHO ~4 controls|control|controlling ~2 me|everything|what|where|my
        not ~2 let|allow|allowed ~1 me ~2 see|out|leave|go ~3 mates|friends|house|anyone|out|
            anywhere|room
        locks|hides|hid|hidden|withholds|keeps|took|takes|taking ~2 my ~1 inhaler|insulin|meds|
            medicine|tablets|epipen|wages|money|passport ~4 punish*|me|and|from|away
        hides|withholds|hiding|withholding my ~1 inhaler|insulin|meds|medicine|tablets
        WHO ~2 not ~1 give|let|allow ~1 me ~2 have|take|my ~1 medicine|meds|inhaler|insulin|tablets
        takes|took|taking|taken my ~1 wages|passport|benefits|pip
        checks where i am
        KIN ~1 not ~1 feed|feeding me
        not let me ~1 leave $
        not let me ~1 out $
        KIN ~1 is ~1 controlling|manipulative|obsessive|possessive
        """,
    ),
)
SEXUAL = (
    Rule(
        "sexual abuse",
        "sexual_abuse",
        2,
        """
        raped|rape|rapist|raping
        sexual|sexually ~1 abuse|abused|assault|assaulted|harassed|harassment|things|touched
        molest*|grope*|groping|fondled|fingered
        WHO|teacher|coach ~4 touches|touch|touching|touched ~1 me|my !hand_sanitiser|ball
        touches|touched|touching ~1 me ~4 not|weird|asleep|private|down_there|there|somewhere|
            inappropriately|sexually
        touched inappropriately
        felt me up
        comes|came|coming in|into ~1 my room|bed ~2 night|sleep|when_i
        gets|got|getting in|into my bed
        forced|forces|made|makes|making|pressured|pressures ~1 me ~4 sex|sexual|have_sex|
            sleep_with|suck|naked|strip|touch
        forced|forces|made|makes|making|make me do ~1 stuff|things|it
        said no ~4 not|kept|did|still|carried
        said stop ~2 WHO ~1 not|kept|keeps|still|carried|ignored
        asked|told|begged him|her|them|WHO to stop ~2 WHO ~1 not|kept|keeps|still|carried|ignored
        not|never ~1 consent* ~1 to ~1 sex|it|that|him|what
        without my consent
        spiked|roofied
        flashed|exposed himself
        watches|watched|films|filmed|filming me ~4 shower|naked|change|changing|undress|
            getting_changed|bath
        sex with me
        gets|get|got|climbs|climbing|climbed in|into|in_to ~1 bed with
        tries|trying|tried|keeps ~2 touch|kiss|undress me
        i was|got|been|being touched|fingered|groped !by_how|up
        forced|forcing|pressured|pushed|coerced ~1 into|in_to ~2 sex|it|sleeping|things
        did|does|done|doing ~1 something|things|stuff|smth|bad_things to me
        WHO ~2 touch him|his|her|it !phone
        forced himself|herself|themselves
        not consensual
        non consensual
        took|taking|takes advantage of me
        forced|unwanted|rough sex
        incest
        sexual violence|exploitation
        touched|touches|touching me $
        touched|touches|touching me ~2 when|at|in|last|and|again !the_hand
        made|forced|pressured|pushed to ~2 sex|sleep_with
        teacher|coach|tutor|imam|priest|uncle|stepdad|step_dad|cousin|boss|man|
            neighbour ~2 kissed|kisses|touched|kissing me
        sex & said_no|say_no
        hands|hand ~1 down|up|in|inside|under my ~1 pants|top|skirt|trousers|shirt|knickers|bra|
            underwear|boxers
        forced|forces|made|makes ~1 me ~1 to ~1 do ~1 things|stuff|it|bad_things|that
        asks|asked|wants|made|makes|tells|told ~1 me ~1 to ~1 touch|kiss|undress|suck|lick
        """,
    ),
    Rule(
        "sexual exploitation",
        "sexual_exploitation",
        2,
        """
        nudes|nude|dick_pic|dick_pics|d_pics|sexting|sextortion
        asking|asks|asked|wants|wanted|want|keeps|begging|pressuring|demanding|sent_him|send_him|
            sending_him|sell|selling|made_me_send|me_send|to_send ~4 PICS !doctor|you|a_pic|
            of_my_rash|to_the|to_you|of_the|of_rash
        leak|leaking|post|share|spread|sharing|posting ~3 PICS
        PICS|them ~4 leak|post|share|spread ~2 them|online|everywhere
        has|have|got ~1 my ~1 PICS
        if i send
        blackmail*
        OLDER ~2 man|guy|bloke|boyfriend|men|bf|lad|person|dude ~2 online|asking|wants|keeps|
            msging|messaging|texting|snap|insta|buys|met|messages|i_met|who
        grown man|men|woman
        man|men|guy|stranger|bloke|someone ~2 met|on|from ~1 ONLINE ~6 meet|pics|nudes|send|come|
            says|weird|keeps|alone|scared|money|wants
        ONLINE ~3 wants|asking|asked|keeps ~2 meet
        wants to meet ~2 alone|up|me|irl !others|other|people_with|new
        bf|boyfriend|girlfriend|he|she|man|guy ~2 is ~2 OLDAGE ~5 says|i_am|me|money|gives|and_i|
            im|girlfriend|buys
        says he is ~2 but ~3 older|way|like
        his girlfriend !and
        gives|buys|gets|pays|bought|got ~2 me ~4 if|and|for ~3 send|sleep|sex|do|things|stuff|
            his_mates|his_friends
        sleep|sex ~1 with ~2 his|their|other ~1 mates|friends|men
        sex|sleep|things|pics|stuff ~3 for|in_return_for|in_exchange_for ~1 money|cash|drugs|
            vapes|somewhere|food|weed
        selling ~2 body|myself|content|pics
        groomed|grooming !the_dog|dog|salon|my_dog
        intimate images|pics|photos
        sex trafficked|work|worker
        trafficked
        i ~1 sent ~3 PICS ~6 share|post|leak|send|show|threat*
        share|post|leak|show|send it|them|my ~3 everyone|unless|if|online|school
        gives|pays|sends|paid|offers|offered|giving ~3 money|cash|vapes|drugs|
            gifts ~1 for ~1 PICS|sex|
            things
        online ~3 threatening|threat*|blackmail*|scaring me
        ONLINE ~4 asked|asking|asks|wants|told|telling ~2 me ~1 to ~2 meet|send|undress
        i ~1 sent|send ~2 PICS ~1 to ~1 him|someone|guy|boy|man|stranger|lad|people|online|boys
        sent|sending PICS ~4 scared|regret|worried|threat*
        he is ~1 older|way_older|much_older ~6 stay|sleep|meet|his|pics|drink|money|girlfriend
        OLDAGE year|years old ~3 online|man|guy|boyfriend|bf|he|snap|bloke|lad
        talking|chatting|speaking|messaging|texting to|with ~2 older|OLDAGE|grown|stranger|
            strangers !people_with|patients|doctor
        send|sends|sent ~2 my ~1 PICS ~2 to|everyone|round|around
        revenge porn
        paying|pays|paid|sending|sends ~1 me ~3 PICS|sex
        WHO|man|guy ~2 wants|want|asking_for|asks_for|asked_for ~2 video|videos|pic|pics|picture|
            photo ~1 of me|us
        sugar daddy
        OLDER ~1 guys|men|man|guy|boys|people|bloke|boyfriend|bf ~6 PICS|buy|buys|money|drugs|
            vapes|drink|sleep|sex|stuff
        bf|boyfriend|girlfriend|he|she ~1 is ~1 OLDAGE
        not send ~2 more|pics|another|it|them ~5 tell|share|post|leak|show
        """,
    ),
)
HOME = (*ABUSE, *SEXUAL)
