"""Signs of harm to oneself by hand or by medicines, and of voices (pure): phrases as data."""

from app.safeguarding.rules import Rule

SELF_HARM = (
    Rule(
        "names self-harm",
        "self_harm",
        2,
        """
        self harm|harming|harmed|harmer|harms|arm|injury|injure|injuring|injurious
        nssi
        harm|harming|harmed|injure|injuring|mutilate|mutilating|wound|wounding MYSELF
        hurt|hurting MYSELF
        CUT|carve|carving MYSELF
        burn|burning|burnt|burned|scratch|scratching|scratched|bite|biting|bit|punch|punching MYSELF
        hit|hitting|slap|slapping|choke|choking|whack|pinch|pinching|stab|stabbed MYSELF
        starve and cut
        styro|barcode|barcodes !app|scanner|reader|on_the
        pull|pulling|pulled|rip|ripping my hair out
        bang|bash|hit|smash|slam|banging|bashing|hitting|smashing|slamming my head ~2 wall|walls|
            floor|till
        bang|bash|smash|slam|banging|bashing|smashing|slamming my head when|till|until|because
        punch|punching walls|the_wall
        hit|hitting walls|the_wall !of|at|with|in|on
        bang|banging my head $
        burn|burning|carve my skin !itches
        keep|been|started|still harming
        """,
    ),
    Rule(
        "cutting",
        "self_harm",
        2,
        """
        ^ cutting $
        cutting again|MYSELF|every|because|to_cope|when|since|for|my
        am|been|started|started_to|still|back_to|back|keep|stop|of ~1 cutting $
        urge|urges|want|need|tempted|desperate|craving ~1 to ~1 cut $
        urge|urges|want|need|tempted ~1 to ~1 cut|slice AGAIN|ME|really
        CUT my|ma LIMB !CHANCE
        CUT up|open|across|down my LIMB !CHANCE
        PEER ~2 cutting|cuts $
        PEER ~1 is|keeps|been|started cutting !out|down|weight|my|the
        CUT my|ma thighs|wrists|arms
        fresh|new|old|more|deep|open cuts ~1 on|all|up|down my
        cuts ~3 on|over|up|down my ~1 LIMB !from_football|from_footy
        razor blade|blades
        blade|blades|razor|razors|scissors|compass|glass|lighter|knife ~2 on|to|into|
            across ~1 my LIMB
        use|using|used|hide|hiding|hidden|got a|my|some blade|razor|sharpener_blade !to_shave
        sharpener blade
        burn*|scratch*|stab*|carv* ~2 LIMB ~3 lighter|cigarettes|cigarette|bleed|blade|deodorant|
            compass
        scratch* ~4 till|until ~2 bleed*
        knifepicture ~1 my? LIMB
        knifepicture bloodpicture|armpicture
        bloodpicture knifepicture
        relapsed|relapse|relapsing !of|rate|remitting|after_chemo|in_my_crohns|with_crohns|with_my
        days|months|weeks|month|week|year clean
        scars|marks|cuts ~3 from ~3 hurt|cut|cutting|harmed|harm
        did it again ~4 LIMB
        my ~1 wrists ~2 mess|bandaged|bleeding
        stick|sticking|stuck ~1 needle|needles|pins|compass in|into my|MYSELF
        CUT ~1 up my LIMB
        burn|burns|burning|burned my arms|arm|legs|leg|thighs|wrists|skin !sun|in_the_sun|
            when_i_play|on_holiday|on_the
        i ~2 cut|cutting when|because|to|if ~1 i|sad|cope|feel|am|things|it_gets|stress*|upset|angry
        sliced|slashed|carved
        covered in ~1 cuts|scars|bruises|burns !surgery
        i cut again|last_night|tonight|too_much|a_lot|lots
        cut|cutting ~1 again $
        i cut $
        keep|been|started|still|always ~1 harming|cutting|hurting $
        cutting helps|help|makes|feels|calms|is_the
        cuts & full_of|covered|all_over|thighs|wrists
        use|using|used|take|took ~1 knife|blade|razor|scissors|glass|compass|needle ~1 on|to MYSELF
        fresh scars|marks|wounds
        cut|scratch|burn|sh marks ~2 on|up|my
        hiding|hide|covering|cover ~1 my cuts
        cutting and burning|scratching|hitting
        new|more cuts $
        got|have ~1 new|fresh|deep cuts
        razor cuts
        picked|picking|got ~1 up? ~1 blade|razor ~1 again|back|out
        carve|carving|carved|cut|cutting|scratch|scratched ~2 words|names|letters|lines ~2 in|
            into|on ~1 my
        hiding|hide|hid|keep|keeping|hidden ~2 blades|blade|razors|razor|knives
        hurt|hurting|harm|harming my LIMB ~2 when|on_purpose|again|to|if|because !at|playing
        ^ harming $
        cutting ~1 is ~1 my|the|how
        """,
    ),
    Rule(
        "a deep cut",
        "self_harm",
        1,
        """
        CUT ~2 too|really|so|very|quite|pretty deep|deeply
        CUT MYSELF ~5 stitches|bleeding|blood_everywhere|hospital|artery
        CUT ~3 LIMB ~5 stitches|not_stop|artery
        blood everywhere
        """,
        medical=True,
    ),
)
OVERDOSE = (
    Rule(
        "an overdose taken",
        "overdose",
        1,
        """
        overdosed|overdosing
        took|taken|taking|had|tried|take ~1 overdose
        i od
        tried od
        over dosed|dosing|dose !it
        od on TABLETS|my|purpose|something
        tried|try|going|want to od
        TOOK ~2 LOADS|MANY ~4 TABLETS !ADAY
        TOOK|eaten|had ~2 LOADS ~1 dose !ADAY
        TOOK the|a whole|full? lot|packet|box|bottle|strip|pack|everything|stash|handful|blister
        TOOK ~1 all of them|it !ADAY
        TOOK them|it all !ADAY
        TOOK everything ~3 cupboard|cabinet|drawer|house|find|found
        TOOK NUMBER? times my|the ~1 dose|amount
        took|taken|swallowed|injected|necked ~3 too much|many !ADAY
        TOOK|taking ~2 too much|many ~3 TABLETS !ADAY
        TOOK ~2 double|triple|twice|extra ~3 TABLETS !ADAY
        TOOK ~2 more ~4 than ~2 should|prescribed|meant|supposed|allowed|normal|told
        TOOK ~3 TABLETS ~2 on_purpose|to_die|to_end|to_sleep|at_once|in_one_go|deliberately
        TOOK ~2 mum|mums|dads|nans|grans|someone_elses ~1 TABLETS
        TOOK five|six|seven|eight|nine|5|6|7|8|9 ~3 PAINKILLERS !ADAY
        PAINKILLERS ~2 TOOK ~2 all|loads|lots|MANY
        swallowed|downed|necked ~3 TABLETS !first|for_the
        brother|sister|baby|son|daughter|toddler|nephew|niece|child ~3 TOOK|eaten|got ~4 TABLETS
        TOOK|had|eaten ~3 LOADS ~3 PAINKILLERS
        TOOK ~1 my|the ~1 TABLETS ~2 twice|again ~2 and|by|feel|today|accident
        TOOK|had ~2 MANY ~2 PAINKILLERS|tablets|tabs|pills !ADAY
        too much ~1 insulin|medication|medicine|keppra|methotrexate ~2 mistake|accident|and|feel
        TOOK ~3 wrong ~2 TABLETS|dose
        TOOK ~2 pills|tablets|meds ~3 end|die|sleep_forever|kill
        double|triple dosed|dosing
        gave|given|give MYSELF ~4 too_much|too_many|LOADS|instead|purpose|wrong|mistake !wrong
        gave|given MYSELF MANY units
        TOOK ~1 NUMBER ~2 PAINKILLERS ~2 instead|too_many|at_once|in_one_go
        drank|drunk ~4 and ~1 TOOK ~2 TABLETS
        TOOK ~2 pills and|with ~2 vodka|alcohol|drink|wine
        TOOK|finished|emptied|used_up & LOADS|many|much|all_of_them|all_of_it|
            too_many & TABLETS !ADAY
        emptied|injected ~2 whole|all|pen|everything ~3 MYSELF|me
        overdose ~1 last_night|today|yesterday|this_morning|earlier|now|just_now|tonight|an_hour_ago
        TOOK|downed ~2 whole|entire|all ~2 prescription|supply|cupboard|cabinet
        mixed|mixing ~2 LOADS|all ~2 TABLETS
        my ~1 overdose !risk|years
        TOOK|had ~3 overdose|od !once
        TOOK ~3 weeks|months|days worth
        intentional|deliberate overdose
        TOOK ~2 massive|huge|big|large ~1 dose|amount|overdose ~1 of
        had|took|taken ~1 all ~1 my ~1 TABLETS ~2 one_go|at_once|together|one_sitting
        TOOK them $
        from NUMBER ~1 PAINKILLERS|TABLETS ~4 TOOK
        overdose ~2 hour|hours|minutes ago
        did|done ~1 an? overdose
        drank|drunk ~3 methadone|oramorph|morphine|meds|medicine
        overdose|od of|on ~2 TABLETS
        overdose ~4 last_night|today|yesterday|this_morning|earlier|tonight
        """,
        medical=True,
    ),
    Rule(
        "an overdose meant",
        "overdose",
        1,
        """
        GO|want|to|going|will ~1 overdose
        overdose tonight|on_purpose|on_my|MYSELF
        <not GO take|taking|swallow|neck|down ~1 all|loads|LOADS ~3 TABLETS !ADAY
        GO take|swallow|neck the ~1 lot|packet|box|bottle $
        GO take|taking|swallow ~1 them|it all !ADAY
        taking all the|of_the|of_my TABLETS
        take them all at once !in|with|or
        saving|saved|save|stockpil*|hoard*|stash*|collecting|collected|storing up? ~2 TABLETS
        pillpicture ~1 not do|take|cope|go
        pillpicture ~3 all|goodbye|end|bye|sorry|forever|dead|die !my_meds
        sorry|goodbye|bye pillpicture
        counting|counted|lined|lining|laid|laying ~2 up|out|my ~3 TABLETS !carb|carbs
        GO|want ~1 to? inject|injecting ~1 all|loads|LOADS ~2 insulin|units
        TABLETS ~5 thinking|thought|tempted|going|want ~3 taking|take|swallow* ~1 them|it|all
        bottle|box|packet|pile|stash of ~1 TABLETS ~4 taking|take|swallow
        """,
    ),
    Rule(
        "something poisonous",
        "overdose",
        1,
        """
        drank|drunk|drink|drinking|swallowed|swallow|swallowing|necked|ate|TOOK ~2 POISON
        """,
    ),
    Rule("an overdose named", "overdose", 2, "overdose|overdoses"),
)
VOICES = (
    Rule(
        "voices",
        "voices",
        2,
        """
        hear|hearing|heard ~1 voices !through|outside|next|on_the_ward|in_the_corridor|down_the
        voices ~2 tell|telling|told|say|saying|says|in_my_head|not_stop|scream|shout|want|laugh
        voice in|inside my head
        hallucinat*
        people|someone|they|everyone ~2 following|watching|after|spying|filming me
        watching|spying on? me ~3 tv|phone|walls|cameras
        psychosis|psychotic
        hear|hearing ~2 people|someone|things|whisper* ~4 no_one|nobody|not
        see|seeing ~2 people|things|shadows ~4 no_one|nobody|not
        spying on me
        voice|voices calling ~1 my
        are|is watching me
        voices ~2 are|is|have ~1 back|worse|louder|returned|loud
        tv|telly|radio|phone ~2 talking|speaking to me
        """,
    ),
    Rule(
        "harming others",
        "harm_to_others",
        2,
        """
        GO|want|to|going ~1 kill|stab|murder|strangle|shoot ~1 my|him|her|them|someone|KIN|
            people !lol
        think*|thoughts ~3 hurting|killing|stabbing|harming ~1 other|people|someone|others|him|
            her|them
        hurt|harm|kill|stab other|people|others !feelings
        bring|bringing a knife|gun
        """,
    ),
)
HARM = (*SELF_HARM, *OVERDOSE, *VOICES)
