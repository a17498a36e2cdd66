"""Words of what matters to young people with a long-term condition (pure): health, body, life.

Used only to keep a sentence in sight that stands behind something else; never to leave one out.
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


def names_a_topic(plain: str) -> bool:
    """Return whether plain words name something of health, body or a young life."""
    return TOPIC.search(plain) is not None
