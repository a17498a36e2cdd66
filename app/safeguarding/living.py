"""Signs of no food, no home, gangs, drugs and bullying (pure): phrases as data."""

from app.safeguarding.rules import Rule

LIVING = (
    Rule(
        "no food",
        "hunger",
        2,
        """
        no|not_enough|without|nothing food|eat|meals|dinner ~2 home|house|left|cupboard|
            cupboards|fridge|indoors
        no food !in|before|allergies|allergy|after|and_drink|for_scan|allowed|before_op|on|for
        no|not_any|hardly_any food ~1 at_home|left|in_the_house|in_the_fridge|in_our|in_my|indoors
        nothing ~2 eat|in ~1 at ~1 home|house
        nothing to eat !after|before|on|at_school|here|in
        nothing in ~1 the|our? fridge|cupboard|cupboards|house|freezer $
        nothing in $
        fridge|cupboards|cupboard ~2 empty|bare
        not|never|nothing ~4 eaten ~2 in|for ~1 NUMBER !hours
        not|never|nothing ~4 eaten ~2 in|for|since|all ~1 day|days|week|yesterday|monday|tuesday|
            wednesday|thursday|friday|saturday|sunday|weekend
        not ~1 had ~1 meal|food|dinner ~2 in|for|since ~1 NUMBER|days|yesterday
        can|could not ~2 afford ~2 food|eat|shopping|meals|groceries|to_eat
        not ~2 able to ~1 afford ~1 food|eat|meals|shopping
        afford ~1 food ~3 without
        going|go|went|goes without ~1 food|eating|meals|dinner|so
        going|go|goes|went ~1 hungry !hippo
        hungry ~2 home|no_money|all_the_time_because|every_night|at_night_because
        skip|skips|skipping|skipped ~1 meals ~2 so|to|because ~2 we|kids|i|money|us
        no ~1 money|cash|electric|gas|heating ~3 for ~1 food|eat|electric|dinner
        no|off ~1 electric|gas|heating|electricity ~3 no|and|home
        no|got_no|not_got_any ~1 money ~3 food|eat|electric|friday|payday
        using|use|need|go|going|went|relying|from ~3 food ~1 bank|banks
        starving ~4 no_food|nothing_in|no_money|not_eaten
        eat or heat
        not ~1 have|got ~1 any|enough|much food !allergies|before|with_me|on_me
        not ~1 got|have anything to eat
        afford ~1 to ~1 feed
        hungry because|cos ~4 food|money|nothing
        not ~3 enough to ~1 eat
        going|go|gone|went|been ~1 without ~1 food|meals|eating|dinner|tea|anything_to_eat
        not|no ~3 proper|decent|hot|full meal|dinner|food ~2 in|for|since
        nothing ~2 at home ~2 $
        only ~1 eat|eating|ate|food ~3 school ~6 nothing|no_food|home
        hungry ~1 no food
        no|not|nothing & food|eat & home|house|fridge|cupboards|money
        not ~1 have food
        no dinner|tea|meals|lunch|breakfast & money
        no|not_any food in $
        never ~2 food
        once a day ~4 money|afford
        any food in ~1 $
        not ~3 any food
        not ~2 buy ~1 food|shopping|anything_to_eat
        empty ~1 fridge|cupboards|cupboard
        mum|dad|parents|nan ~1 not ~1 eating|eat|eaten so ~2 can|could|kids
        mum|dad|parents|nan goes_without|going_without|skips|skip|skipping ~5 so|eat|us
        not ~2 eaten|ate|eat ~3 today|yesterday ~4 money|food|nothing
        not ~2 eaten|ate ~2 today or yesterday
        hungry for days|weeks|ages|NUMBER
        been hungry ~2 days|weeks|yesterday|every_day|every_night|all_week
        not ~2 had|got ~1 anything to eat ~3 days|yesterday|NUMBER
        run|ran|running out of food
        not ~2 money ~2 tea|dinner|food|lunch|shopping|meals
        only eat ~1 at school
        """,
    ),
    Rule(
        "no home",
        "homeless",
        2,
        """
        homeless|roofless !charity|project|world|shelter|people|man
        kicked|chucked|thrown|threw|booted|chucks|kicking|throwing|kick|throw|kicks|throws ~1 me|
            us|i|been out !GROUPCHAT
        been|got|getting|being|was ~1 kicked|chucked|thrown|turfed|booted out !GROUPCHAT
        ^ kicked|chucked|thrown out $
        kicked|chucked|thrown out ~2 by|of ~2 KIN|home|house|flat|hostel
        threw|threw_me|kicked_me out
        made me leave ~1 home
        sofa|couch surfing|surf|hopping
        staying|sleeping|crashing|stay|living ~3 mates|friends|peoples|different|mate ~1 sofa|
            sofas|couch|floor|floors
        nowhere ~2 to|safe_to ~1 live|go|stay|sleep|home !out|fun|in_town
        nowhere ~1 live|stay|sleep
        no|not ~1 where|place ~2 to ~1 live|stay|sleep
        no fixed abode
        sleeping|sleep|slept|living|stay|staying rough
        sleeping|sleep|slept|living|stay|staying|night|nights ~1 on|in ~2 street|streets|park|
            car|tent|bus_station|stairwell|doorway|shed|bus !side|with_sensor|festival
        evicted|evict|eviction|evicting !from_big
        living in ~1 hostel|hotel|refuge|temporary
        in ~1 temporary accommodation
        losing|lose|lost our|my|the ~1 house|home|flat
        bailiffs
        different ~1 mates|friends|houses|sofas|places|house|mate ~1 every|each night
        on ~1 sofas|streets|the_streets|couches|peoples_sofas|mates_sofas !eating
        sleeping|sleep|slept|sleeps|nights ~1 at|in|on ~2 bus|train|station|airport|shelter|
            bench|benches|stairs|hospital_waiting !on_my|side
        live on the|the_streets street|streets
        have|got|told|must|says ~3 to leave tonight|home|the_house|tomorrow|now !early|school
        locked me out
        ^ no home $
        no ~1 home|house|roof ~1 to|over|anymore|now
        ^ in a|the hostel|refuge $
        told|telling|tells|says|said ~2 to get ~1 out ~1 $
        kicked|chucked|thrown out at NUMBER
        told|telling me to leave ~1 $
        not ~1 let me ~1 back|home|in ~2 house|home|flat
        leave ~1 my|the|our ~1 flat|house|home|place ~4 nowhere
        got nowhere $
        """,
    ),
    Rule(
        "running away",
        "running_away",
        2,
        """
        run|running|ran|runs away !from_a|bride|from_wasps|from_dogs|from_needles|from_the|
            from_spiders
        run|running|ran off !the|with|to_toilet|to_the|my|at
        left|leave|leaving home ~6 nobody|no_one|not|without|tell|telling|sunday|knows|secretly
        missing from ~3 home|placement|foster|care
        thinking of leaving home
        nobody|no_one knows where i am
        GO|going ~1 leave home tonight|today|tomorrow|soon
        GO|want|need ~1 to ~1 get away from ~2 home|here|my_parents|them|family
        i ~1 left|leaving home ~1 last_night|yesterday|today|monday|tuesday|friday|weeks|
            days !late|early
        """,
    ),
    Rule(
        "weapons and gangs",
        "weapons_gangs",
        2,
        """
        carry|carrying|carried|keep|keeping|got|have|hold|holding|brought|tote ~2 SHANK !runner|
            lol|skills|
            and_fork|at_catering
        shank|shanked|chinged|ching|rambo|zombie_knife|machete
        pulled ~2 SHANK|gun
        SHANK ~2 on|for ~1 me|protection|safety
        gun ~2 pointed|head|me|my
        got|been|get|was ~1 jumped|stabbed|shanked|robbed|shot !for_joy|on_the
        GO ~2 get|be stabbed|shanked|shot|jumped
        scared|worried|frightened ~5 stabbed|shanked|shot|jumped
        want|wants|trying|going ~1 to ~1 stab|shank|shoot|rob|jump me
        coming|after ~1 back|for ~1 for? me ~3 gang|olders|knife|opps|yutes|because_i_owe|again $
        coming back for me
        olders|opps|yutes|youngers|mandem ~4 after|want|owe|make|making|got|me
        FOE ~3 after me !school
        in|part_of|joined|joining a|the gang !of
        gang|gangs ~3 want|after|out|make|making|affiliated|related|fight|threat* !to_go
        owe ~5 money|debt|bill|grand|p|them ~4 olders|dealer|drugs|weed|threat*|kill|hurt|stab
        owe ~2 olders|dealer|dealers|them|gang
        debt ~2 bondage|dealer|olders
        trapping|trap_house|shotting_for|shotting_drugs|shottin|juugin|going_cunch|county_lines|
            county_line|
            trap_line|cuckoo|cuckooed|cuckooing
        going country !music|to|for_holiday|park
        run|running|runs|hold|holding|carry|carrying|sell|selling|move|moving|shot|deliver|
            drop ~2 drugs|food_for|packages|weed|pills|coke|ket|crack|it_for_them|bags_of|
            bags_for|green !side
        taken over my|our flat|house
        owe ~1 money ~1 to
        scared|afraid|worried|threatened|followed|chased ~4 gang|gangs|opps|olders
        deliver|drop|dropping|carry|move ~1 packages|parcels|parcel|package ~1 for|to|of !amazon
        asked|told|made|want|make|forced ~2 to? ~1 deliver|drop|carry|hold|move|sell ~2 packages|
            package|parcels|drugs|weed|food|stuff_for
        go|going|went country ~3 sell|drugs|trap|for_them|them|olders
        working|work|works for ~2 gang|dealer|dealers|olders|drug
        ^ i? am? shotting
        shotting|trapping ~1 for|weed|drugs|crack
        gang initiation|fight|war|stuff|trouble|life
        make|makes|making|made ~1 me ~1 drop|deliver|carry|hold|run|sell ~4 them|stuff|packages|
            him|olders|drugs|food
        """,
    ),
    Rule(
        "drugs and drink",
        "drugs",
        2,
        """
        addict|addiction !social_media
        dependent on alcohol|drink|drugs|weed|cocaine|vodka|xanax
        alcoholic|alcoholism !gel|wipes|wipe|drinks|drink
        heroin|meth|spice_head|fentanyl|cocaine|mdma|ketamine|xanax|xans|xannies|nitazenes
        smoking|smoke|smoked spice|crack|heroin
        doing|taking|do|take|on|using|sniffing|sniff|snorting|mixing|mix|used|tried|did ~3 coke|
            ket|k|pills_at|md|mandy|speed|acid|lsd|shrooms|balloons|nos|lean|xanax|spice|glue|
            gas|crack|2cb|pingers|ecstasy !zero|float|can
        ket|coke|balloons|nos|lean ~2 most|every|all|daily !zero|float
        drink|drinking|drunk|drank ~3 every ~1 day|night ~3 cope|vodka|sleep|forget|gin|wine !water
        drink|drinking|drunk ~2 to ~1 cope|forget|numb|sleep
        drinking ~3 bottle|litre ~2 vodka|gin|whisky|wine
        bottle ~1 vodka|gin|whisky ~3 every|day
        can not stop ~1 drinking|smoking_weed|using|drugs|sniffing|taking_drugs
        weed ~5 sell|every_day_to|to_get_through|addict*
        need ~1 weed|drink|vodka|alcohol ~3 get_through|to_sleep|to_cope
        withdrawals ~2 from
        taking|doing|using|take ~1 drugs ~2 every|most|daily|again|to
        drinking|drink|drunk ~1 every|most night|day|nights|days !water
        smoking|smoke ~1 weed ~2 all|every ~3 stop|day
        can not|cannot stop ~2 smoking_weed|drinking|taking_drugs
        drink|drinking|drank ~2 too_much|loads|lots|bottles|bottle ~2 vodka|alcohol|gin|wine|
            spirits|whisky !of_water|water
        too much vodka|alcohol|gin|booze
        TAKING|take|takes|took|tried|buy|buying|on|sniff|snort|snorting|smoke|
            smoking & DRUGS !zero|float
        i am ~1 on drugs !for|that|which|from
        can not stop ~2 weed|vaping_weed|smoking|gambling
        """,
    ),
    Rule(
        "bullying",
        "bullying",
        2,
        """
        bullied|bullying|cyberbullied|cyberbullying|bullies|cyber_bullied|cyber_bullying !policy|
            essay|assembly|poster
        ^ bully $
        bully|bullys ~2 me|us
        being|get|getting|got|keep ~2 picked on
        pick|picks|picking on me !for_the
        call|calls|calling|called ~1 me ~3 names|fat|cripple|freak|ugly|gay|retard|spaz|slag|
            disgusting
        everyone|they|people|kids ~4 laughs|laugh|laughing at me
        made|making|make ~1 page|account|group|chat ~2 about me
        HITS|jumped ~1 me ~3 school|corridor|bus !for_joy
        throw|throws|throwing|threw ~1 things|stuff|food at me
        racist|racial|homophobic|transphobic ~1 bullying|abuse|comments|names
        harassed|harassing|harassment|harass
        ganging|gang|gangs up on me
        say|says|said|saying|write|post ~2 horrible|nasty|mean|awful|disgusting ~1 things|stuff|
            comments ~4 me
        horrible|nasty|cruel|mean to me
        hate|nasty|horrible|threatening|abusive|disgusting messages|comments|texts|msgs|dms
        make|makes|making|made|take|takes|taking ~1 fun|the_piss|the_mick|the_mickey ~1 of|out_of me
        spread|spreading|spreads ~2 rumours|rumors|lies|stuff ~1 about me
        mock|mocks|mocking|mocked|tease|teases|teasing|teased|taunt|taunts|taunted|humiliate|
            humiliated|torment|torments me
        get|getting|got|being called ~2 names|fat|ugly|freak|disgusting
        """,
    ),
)
