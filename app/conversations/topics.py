"""Words of what matters to young people with a long-term condition (pure): health, body, life.

Used only to keep words in sight that would be left out otherwise; never to leave any out.
"""

import re

_WORDS = r"""
    pain pains painful hurt hurts hurting ache aches aching sore stiff swollen swelling itch
    itchy itching rash skin eczema acne spots scar scars hair nails teeth gums mouth ulcers?
    throat chest lungs? cough coughing wheez\w* breath\w* asthma inhaler inhalers spacer
    nebuliser peak_flow hayfever allerg\w* epipen heart palpitations dizzy faint\w* blood
    bloods needle needles jabs? injections? insulin pump libre sensor hypos? hypers? sugars?
    hba1c carbs ketones diabet\w* seizures? fits? epilep\w* keppra migraines? headaches?
    head memory concentrat\w* brain_fog tired tiredness fatigue knackered exhausted energy
    sleep\w* insomnia dreams? sick sickness nausea vomit\w* stomach tummy belly gut
    bowel\w* constipat\w* diarrh\w* poo toilet wee bladder catheter stoma bag tube feeding
    food eating appetite weight diet crohns colitis ibs kidneys? dialysis transplant liver
    joints? knees? hips? ankles? wrists? hands? feet legs? arms? back neck spine scoliosis
    arthritis brace splints? wheelchair crutches physio operation op surgery scan scans mri
    xray results? test tests tablets? meds? medicine medication pills? dose doses steroids?
    methotrexate biologic\w* creams? side_effects? treatment therapy chemo cancer sickle
    wet_the_bed bedwetting wetting accidents? leak\w* embarrass\w*
    crisis anaemi\w* iron eyes? ears? hearing glasses voice speech periods? contracepti\w*
    pill sex pregnan\w* vap\w* smok\w* weed alcohol drink\w* drunk tattoo piercing
    anxi\w* anxious worried worry stress\w* mood depress\w* sad lonely scared angry panic
    body looks face school college uni university exams? mocks? gcses? lessons pe homework
    attendance teachers? job work placement driving licence football footy rugby netball gym
    swim\w* sports? dance dancing run running trip holiday travel\w* flying festival prom
    party friends mates boyfriend girlfriend bully\w* bullied family parents independent
    transition money benefits pip moving_out future kids fertility gaming pets? dog
"""
# An underscore stands for a space.
TOPIC = re.compile(rf"\b(?:{'|'.join(_WORDS.split())})\b".replace("_", " "))

_GRAVE = r"""
    hit hits hitting beat beats beaten punch\w* slap\w* kick\w* hurt hurts hurting harm\w*
    self_harm\w* cut cutting cuts die died dying death kill killing kms suicid\w* unalive end_it
    overdose od odd pregnan\w* abort\w* miscarr\w* abus\w* rape raped nudes? pics grope\w*
    scared afraid frightened threat\w* homeless evict\w* kicked_out hungry starv\w* bleed\w*
    breathe collaps\w* unconscious ketones crisis voices alone lonely cope coping
    hate_myself hate_my burn burnt drown\w* bridge pills vodka drunk drugs crack coke knife
    stab\w* gang county_lines run_away ran_away sex forced marriage married stop_taking
    stopped_taking not_taking late_period missed_period lump worthless hopeless disappear
    want_to_go not_be_here dont_want_to_be crying cry cries kys useless stepdad uncle homophobic
    trans gambl\w* loan loans owe money camhs cant_breathe cant_breath not_breathing no_food
    not_eaten not_eating havent_eaten eating_disorder no_insulin out_of_insulin without_insulin
    said_stop said_no to_stop_but stop_but_he stop_and_he didnt_stop did_not_stop wouldnt_stop
    wont_stop him_to_stop
    touches touched touching comes_in_my_room came_in_my_room
    comes_into_my_room came_into_my_room mums_boyfriend mums_bf dads_girlfriend following_me
    step(?:dad|mum|mam|bro|brother|sis|sister|father|mother)s?
    want_to_be_dead be_dead is_dead im_dead_inside
"""
GRAVE = re.compile(rf"\b(?:{'|'.join(_GRAVE.split())})\b".replace("_", " "))


def is_grave(plain: str) -> bool:
    """Return whether plain words may be about something that nobody must leave out of sight.

    It finds too much on purpose. It judges nothing: it only keeps words on the sheet.
    """
    return GRAVE.search(plain) is not None


def names_a_topic(plain: str) -> bool:
    """Return whether plain words name something of health, body or a young life."""
    return TOPIC.search(plain) is not None
