"""Emergencies that are asked about or told of, and do not happen now (pure): phrases as data."""

from app.safeguarding.rules import calm

TOPICS = (
    calm(
        "breath lost in the past or to a nose",
        """
        last_year|last_month|last_winter|last_week|last_summer|when_i_was|used_to ~4 can|
            could not ~1 breathe
        can|could not ~1 breathe ~1 through|out_of|threw ~4 nose|nostril
        can|could not ~1 breathe ~2 laughing|laughed
        asthma attack|attacks ~2 last|plan|review|mean
        how|what ~6 asthma attack
        laughing|laughed|laugh ~5 not ~1 breathe
        """,
    ),
    calm(
        "what to do if",
        """
        what|how|when|should|do ~4 if|when i ~1 get|have|had ~3 fever|temperature|temp|ketones|
            hypo|seizure|reaction
        when do i ~2 about a temperature
        what temp ~4 fever
        fever|temperature|temp ~2 last|in|ago ~1 january|jan|month|year|week|winter|summer|ago|march
        temperature of ~1 insulin|water|the_room
        what|how ~5 ketones
        how high|low ~5 ketones|sugar|sugars
        passed|passing|pass|fainted|faint out? ~4 blood_test|bloods|needles|injections|jab|jabs|
            vaccine
        passed|passing|pass out at|when ~3 blood|needle|needles|bloods
        after ~2 vaccine|jab|injection|numbing
        when|how|if ~3 call|ring|phone ~2 999|ambulance|111
        before ~2 call|ring 999
        if|when i throw|throwing up
        threw|throw up ~4 last_week|last_month|what_should|should_i|what_do
        what|when|how ~2 if|happens ~3 not|stop|miss|skip|forget ~4 VITAL
        happens if i ~1 not|stop ~4
        not always
        what if|happens ~3 PUMP ~2 not ~1 work*|help*
        if my|the|it ~2 PUMP|inhaler ~2 not ~1 work*|help*
        what|whats ~1 is|are|does|do ~1 TOPIC
        what ~1 temp|temperature|sugar|sugars|level|levels|number should|do|is|would|counts|means
        how do|can|to ~1 i? ~1 avoid|stop|prevent|treat|know|spot|tell|manage ~5 TOPIC
        TOPIC what is|are|does
        avoid|prevent|avoiding|preventing ~3 TOPIC
        signs|symptoms|risk|risks|chance|causes of ~2 TOPIC
        worried|scared|afraid|nervous|anxious about ~1 strokes|sudep|seizures|hypos|dka|crisis|
            anaphylaxis
        MANY puffs in_an_emergency|a_day|left|remaining|is_right|per
        DOCTOR ~1 has|have? ~1 stopped|changed|stopping|paused|switched
        stopped|paused ~3 VITAL ~3 for_my_op|for_the_op|for_surgery|before_surgery|in_clinic|
            at_clinic
        came|come off ~1 VITAL ~1 finally|yay|with|slowly|after|last
        skipped|skip ~2 VITAL ~1 on|once|one|when|because_i_was_out
        """,
    ),
    calm(
        "emergencies of the past or as a topic",
        """
        had|in|was ~1 dka ~4 when|at|diagnos*|years|as_a
        ketones 0.0|0.1|0.2|0.3|0.4|0.5
        collapsed lung|into|onto
        crisis ~1 last|over|in ~2 year|summer|month|december|january|feb|march|april|may|june|july
        last|existential|life|identity|midlife|mid_life ~1 crisis
        crisis plan|management|team|planning
        swelling ~1 went|gone|has_gone|goes ~1 down|away
        """,
    ),
)
