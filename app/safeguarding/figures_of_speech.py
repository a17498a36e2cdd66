"""Ways of speaking that sound graver than they are meant, and what was said not to be (pure).

The words of one are no sign for any other rule; where it is in doubt it comes forward all the
same, at the tier given here.
"""

from app.safeguarding.rules import Rule, calm

FIGURES = (
    Rule(
        "said not to be suicidal",
        "suicide",
        3,
        """
        not ~1 suicidal !enough
        never ~1 been suicidal
        not|never ~2 want|going|would to? ~1 kill|hurt|harm MYSELF
        no|not_any|not_having|never_had|without suicidal thoughts
        not ~1 want to ~1 die $
        not ~1 thinking|feeling ~1 of|about? suicide|suicidal
        """,
        calm=True,
    ),
    Rule(
        "said not to harm oneself",
        "self_harm",
        3,
        """
        not|never ~2 self harm|harming|harmed
        not|never ~1 cut MYSELF
        """,
        calm=True,
    ),
    Rule(
        "suicide in the past",
        "suicide",
        2,
        """
        tried|try|attempted|wanted ~1 to ~1 kill|hang|end MYSELF|it|my_life ~3 PAST
        attempted suicide ~3 PAST
        suicide attempt ~3 PAST
        PAST ~4 tried|attempted|wanted to ~1 kill|hang|end MYSELF|my_life
        was|been|felt ~1 suicidal ~4 PAST
        suicidal thoughts ~4 PAST
        PAST ~4 suicidal|suicide
        wanted to die ~3 PAST
        """,
        calm=True,
    ),
    Rule(
        "suicide of someone else",
        "suicide",
        2,
        """
        PEER ~5 suicide|suicidal
        PEER ~4 kill|killed|hang|hanged|hung|killing himself|herself|themselves|themself
        PEERS WANT|want|says ~3 to ~1 die|be_dead|end_it
        committed|died_by suicide
        """,
        calm=True,
    ),
    Rule(
        "an overdose in the past",
        "overdose",
        2,
        """
        overdose|overdosed|overdoses ~5 PASTLONG
        PAST ~4 overdose|overdosed
        """,
        calm=True,
    ),
    Rule(
        "dying of shame",
        "suicide",
        2,
        """
        so|too embarrass*|awkward|cringe ~4 want|wanted to ~1 die
        """,
        calm=True,
    ),
    calm(
        "suicide as a title or topic",
        """
        suicide squad|awareness|prevention|talk|film|book|lesson|bomber|song|assembly|project|essay
        """,
    ),
    calm(
        "killing, in a manner of speaking",
        """
        killing it|time|me_to|my|us
        killing me ~1 when|after|lol|slowly|again|today|all|since|and|in|at|from|now|so|with|but|
            please
        is|are|was|been|am killing me
        killing me $
        kills ~1 me? when|after|to|my|in|going
        kill for|time
        kill the|any|a
        could|would kill for|someone_for
        will|is_going_to|going_to|would kill|murder me ~2 if|for|because ~4 LITTLE
        KIN|coach|teacher ~2 will|going_to|would ~1 kill|murder me ~4 LITTLE
        mum|dad will kill me $
        got|get|getting|keep|been killed ~3 in|times|by|on ~3 GAME|times|fortnite|cod|game
        could murder a|some|an
        kill me ~3 lol|laughpicture|skullpicture|haha
        hate MYSELF|my_life ~8 LAUGH
        not ~1 want to be a burden on ~1 mates|friends
        jokes|jokes_always|puns kill me
        walking|it|standing|running|sitting|stairs|bending|writing|typing|that|this|pe|waiting|
            jogging|dancing|standing_up|sport kills me
        could kill|murder|strangle|throttle my|him|her|them ~3 LAUGH|sometimes
        leg|shoulder|arm|chest|back day killed|destroyed|kills|killing me
        how many|much ~3 calories|steps|people ~4 kill|die
        boss|zombie|creeper|sniper|enemy|bot|mob|nurse|joke|song ~1 killed|kills|kill me
        homework|exams|maths|school|uni|revision|physio|work|cough|pain ~1 kills|kill|killed me
        """,
    ),
    calm(
        "dying, in a manner of speaking",
        """
        dying to !die|be_dead|kill
        dying of|from ~1 laughter|boredom|embarrassment|heat|thirst|cringe|hunger|laughing|shame|
            cold
        dying for a|some|an
        die of|from ~1 laughter|boredom|embarrassment|heat|thirst|cringe|hunger|laughing|shame
        died of|from ~1 laughter|boredom|embarrassment|heat|cringe|laughing|shame|hunger
        dying in this|that|the|here|class|lesson|maths|pe
        dying inside ~2 having|when|doing|in|at
        nearly|almost|literally died
        phone|battery|laptop|sensor|pump|libre|charger|batteries ~3 died|dies|die|dead
        die|dying|dyed ~1 my|hair|the hair|ends|roots
        die off|down|hard|out
        want|like|going|can|could ~1 to|i ~1 die my|it|hair
        die hair
        watching|watch ~1 the? walking dead
        never say die
        dead by daylight
        not ~1 want to die young|early|of|from|before
        KIN|PETS|friend is|was|has|have|just|sadly? dying|died|dead
        be the death of
        will|would|could|going_to die ~1 if|without|when|of|from|laughing|inside|on_the_spot
        ILL die ~1 if|without|when|of|from|inside
        going to die in|on|of|from this|that|the|laughter|boredom|heat|maths|pe|class
        thought i ~2 going to die ~1 on|in|laughing|when
        scared|worried|afraid|nervous|frightened ~3 not wake|wake_up ~3 operation|surgery|op|
            anaesthetic|theatre
        will i ~2 die ~1 early|young|of|from|soon
        could|can i ~1 die of|from
        literally die
        will|would|might literally ~1 die
        """,
    ),
    calm(
        "dead, in a manner of speaking",
        """
        dead|half_dead tired|good|nervous|excited|leg|legs|arm|arms|chuffed|skin|easy|end|on|
            line|beat|sea|hot|funny|gorgeous|long|boring|small|big|slow
        dead on|to|after my|the|pe|work|training|school
        not dead yet
        dead honest|serious|certain|sure|set|right|wrong|keen|impressed|ends|wood
        """,
    ),
    calm(
        "wanting to disappear, of something else",
        """
        will|want|hope ~3 spots|scars|rash|it|pain|marks|acne ~2 to? disappear
        could|can|want_to|just sleep forever lol|laughpicture|on_weekends
        tired ~3 sleep forever
        disappear to ~1 ibiza|spain|greece|bali|beach|hawaii|holiday
        embarrass* ~4 disappear|vanish
        """,
    ),
    calm(
        "not wanting to be in a place",
        """
        not ~1 want to ~1 be here|there till|until|for|long|all|when|at|on|if|too|
            any_longer_than !earth|this_earth|this_world|this_planet|this_life|the_planet|
            the_rest|the_time
        not ~1 want to ~1 be ~1 late|alone|sick|fat|different|in_hospital|in_school|in_class|
            in_clinic
        """,
    ),
    calm(
        "an overdose of something harmless",
        """
        overdose|overdosed|overdosing|od on|of ~2 DULLTHINGS
        counts as ~1 overdose
        is|what ~2 overdose ~1 of|amount|level
        risk|risks|signs|symptoms|chance|danger|dangers of ~2 overdose|overdosing
        can i|you overdose
        overdose of ~1 kindness|love|fun|cute|cuteness|feelings
        overdose ~3 essay|biology|lesson|project|quiz|topic
        overdose ~2 pud|pudding|roast|sprouts|trifle|mince_pies|sun|rain|homework
        """,
    ),
    calm(
        "cut by chance or of something else",
        """
        cut|cutting|cuts down|out|back|off|short|the|weight|onions|grass|edge|teeth|corners|
            carbs|through|some_slack|class !my_leg|my_legs|my_arm|my_arms|my_thigh|my_thighs|
            my_wrists
        cut|cuts my ~1 foot|finger|toe|knee|hand|fingers|hair|thumb|chin|lip|dose|steroids|nails|
            hours|meds|tablets
        cutting my ~1 tablets|tablet|hair|nails|food|pills|toenails|hours|meds
        hurt|cut|burn|burned|burnt|hit|scratched|bit|hurts MYSELF ~3 BYCHANCE
        scratch* ~4 in my sleep
        eczema ~6 scratch*|bleed*
        scratch* ~6 eczema
        burn|burns my skin ~2 in|easily|so|sun
        collapsed arches|veins|vein|tent|chair|bed|shelf
        """,
    ),
    calm(
        "thrown out of something small",
        """
        kicked|chucked|thrown|booted ~1 out|off ~2 GROUPCHAT
        hit|hits|kicked|kicks|whacked|smacked|knocked me ~3 with|in|by|at|on ~2 ball|door|tail|
            netball|football|rugby|hockey|game|trolley
        ball|door|trolley|puck|racket ~2 hit|hits me
        hit me up
        got|get|was|been|getting ~1 hit|kicked|punched|pushed|knocked ~5 rugby|football|pe|
            netball|hockey|cricket|boxing|match|karate|judo
        HITS me ~1 with ~1 fish|pillow|towel|sock|balloon|cushion|book
        beat|beats|battered|smashed|thrashed|destroyed|hammered|killed me|us|them ~1 at|in|
            on ~3 GAMES
        we|they|team got|get ~1 battered|smashed|hammered|beaten|thrashed|beat
        find my phone
        no bullying
        friends|mates tease
        sleeping|sleep|slept|staying|stay ~4 floor|sofa|tent|car at|for ~2 festival|sleepover|
            camp|party|reading|leeds|glastonbury
        run away bride|train|success
        carrying heavy bags
        bullied ~5 fine|ok|okay|better now
        bullied in primary
        cliff jumping
        not allowed out in the sun
        LETS me ~1 have|use|carry|take ~1 my ~2 in|at|during ~1 exams|class|school|lessons|
            lesson|work|pe
        not let me do my own
        run away to ~1 sun|beach|circus|spain|greece|ibiza|bali
        scared of what ~3 scan|results|test|doctor|dr
        scared ~4 say ~1 about
        dysmorphia|anorexia|bulimia|suicide|bullying|drugs ~1 lesson|assembly|talk|essay|poster|
            project|awareness
        got|get|getting shot ~4 nerf|paintball|airsoft|laser_tag|fortnite|game|coach
        beat ~3 at|in GAMES
        ran|run|running away from ~1 a|the|my ~2 goose|wasp|wasps|dog|dogs|needle|needles|spider|
            spiders|geese|bee
        ^ beats me $
        got|get ~1 stabbed|knifed|killed|shot|shanked in|on|by ~1 among_us|cod|fortnite|game|gta|
            roblox|minecraft
        running|run|runs away with ~1 my? ~1 imagination|itself
        homeless shelter ~1 volunteering|charity|project|work
        worthless ~1 raffle|ticket|voucher|machine|coin|card
        blood everywhere ~6 tooth|teeth|dentist|nosebleed
        school|work|teacher|boss|college|uni|sixth_form ~1 not let me ~1 out|leave|off|go
        """,
    ),
    calm(
        "sick, hungry and starving, in a manner of speaking",
        """
        sick of !life|my_life|living|being_alive|myself|it_all|existing|everything
        absolutely starving
        eating|skip|skipped|skipping breakfast
        not ~1 want to ~1 take so many|this_many|all_these
        """,
    ),
)
