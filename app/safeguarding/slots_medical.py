"""Words that stand for one another in a phrase (pure): medicines, signs of the body."""

MEDICAL = {
    "TABLETS": """
        tablets tablet tabs pills pill paracetamol paracetamols ibuprofen ibuprofens
        nurofen aspirin codeine cocodamol co_codamol naproxen meds medicine medicines
        medication medications capsules sleepers antidepressants sertraline fluoxetine
        citalopram amitriptyline propranolol diazepam tramadol morphine oramorph insulin
        keppra drugs sleeping_pills sleeping_tablets sleeping_tabs painkillers
        antihistamines metformin stash calpol piriton gabapentin pregabalin zopiclone
        melatonin promethazine quetiapine olanzapine lithium mirtazapine venlafaxine
        atomoxetine concerta ritalin elvanse digoxin warfarin methotrexate azathioprine
        colchicine risperidone aripiprazole clonidine temazepam lorazepam epilim
        lamotrigine levetiracetam carbamazepine steroids prednisolone cyclizine
        oxycodone dihydrocodeine xanax valium pregab gabbies anti_depressants thyroxine
        levothyroxine random_pills heart_tablets epilepsy_tablets steroid_tablets
        inhaler_tablets beta_blockers diabetes_meds heart_meds units pillpicture
    """,
    "VITAL": """
        epilepsy_medication seizure_medication heart_medication transplant_tablets
        asthma_meds diabetes_meds diabetes_medication insulin_pump_insulin
        anti_seizure_meds anti_epileptic insulin novorapid lantus levemir tresiba fiasp
        humalog insulins inhaler inhalers inhaler_s brown_inhaler preventer preventers
        steroid steroids pred prednisolone hydrocortisone fludrocortisone keppra
        levetiracetam lamotrigine epilim valproate carbamazepine tegretol topiramate
        clobazam epilepsy_meds epilepsy_tablets epilepsy_medicine seizure_meds
        seizure_tablets tacrolimus tacro prograf adoport ciclosporin cyclosporin
        mycophenolate azathioprine immunosuppressants immunosuppressant anti_rejection
        anti_rejections anti_rejection_meds transplant_meds methotrexate adalimumab
        humira infliximab biologics hydroxycarbamide hydroxyurea penicillin warfarin
        apixaban blood_thinners blood_thinner chemo chemotherapy kaftrio creon nebs
        nebulisers beta_blockers bisoprolol heart_meds thyroxine levothyroxine levo meds
        med medicine medicines medication medications tablets tabs pills pill injections
        jabs arvs hiv_meds antiretrovirals treatment symbicort fostair seretide clenil
        dialysis asthma_pump pump_s desferal exjade factor metformin mesalazine orkambi
        trikafta montelukast anti_epileptics
    """,
    "SUGAR": """
        sugar sugars bg bgs bm bms glucose blood_sugar blood_sugars blood_glucose bloods
        libre meter levels level reading bs dexcom
    """,
    "SICK": """
        not_keep_steroids not_keep_hydrocortisone not_staying_down sick being_sick
        been_sick vomiting vomit vomited throwing_up throw_up threw_up thrown_up puking
        puked puke chucking_up spewing not_keep_anything_down not_keeping_anything_down
        not_keep_water_down not_keep_fluids_down not_keep_food_down not_keep_it_down
        not_keep_them_down keep_nothing_down not_stop_being_sick not_stop_vomiting
    """,
    "FEVER": """
        fever feverish temperature temp high_temp high_temperature rigors shivering
        shivers burning_up chills shivery fevers shaking_and_hot hot_and_shaky boiling
    """,
    "IMMUNE": """
        immune_suppressants immune_suppressed immune_suppression white_cells white_count
        neutrophils low_immunity tac mmf 6_mp methotrexate mtx chemo chemotherapy
        transplant neutropenic neutropenia immunosuppressed immunosuppressants
        immunosuppressant immunosuppression tacrolimus tacro azathioprine mycophenolate
        ciclosporin infliximab adalimumab humira biologic biologics rituximab
        tocilizumab etanercept leukaemia leukemia anti_rejection port_line line_site
        my_line hickman picc central_line portacath my_port port_site ustekinumab
        vedolizumab cyclophosphamide asplenic no_spleen sickle bone_marrow stem_cell
        mercaptopurine 6mp abatacept anakinra prograf
    """,
    "FIT": "fit fits seizure seizures tonic_clonic tonic_clonics convulsion convulsions",
    "FITTING": "fitting seizing having_a_seizure having_a_fit convulsing",
    "PUMP": """
        inhaler inhalers blue_inhaler blue_pump ventolin salbutamol reliever reliver
        nebuliser neb nebs salamol puffer blue_one blue_puffer rescue_inhaler bricanyl
    """,
    "HARD": """
        trouble difficulty problem problems issues harder hardly worse difficulties hard
        difficult struggling struggle strugglin fighting battling
    """,
    "LIPS": "lips lip fingernails nails mouth tongue",
    "BLEED": "bleeding bleed bled blood nosebleed nose_bleed",
    "PAINKILLERS": """
        zopiclone melatonin promethazine gabapentin pregabalin quetiapine paracetamol
        ibuprofen aspirin codeine co_codamol cocodamol naproxen sleepers
        sleeping_tablets sleeping_pills tramadol morphine diazepam painkillers
        propranolol nurofen antidepressants sertraline calpol
    """,
    "POISON": """
        bleach weedkiller weed_killer antifreeze anti_freeze poison chemicals detergent
        batteries battery magnets magnet pesticide white_spirit cleaning_stuff
        drain_cleaner disinfectant dettol screen_wash acid petrol rat_poison
    """,
    "RELIEVER": """
        blue_inhaler blue_pump ventolin salbutamol reliever reliver blue_one salamol
        nebuliser neb nebs blue_puffer rescue_inhaler
    """,
    "LIPSFACE": "lips lip tongue face eyes mouth",
    "SWELLING": "swelling swollen swelled swell puffy huge tingling itchy closing tight",
    "PEN": "epipen epi_pen jext emerade adrenaline autoinjector adrenaline_pen",
    "UNCONSCIOUS": """
        passed_out unconscious blacked_out collapsed fainted fitted went_unconscious
        lost_consciousness fit seizure had_a_fit
    """,
    "LOADSBLOOD": "loads_of lots_of so_much a_lot_of alot_of passing tons_of much full_of too_much",
    "VITALREAL": """
        epilepsy_medication seizure_medication heart_medication transplant_tablets
        transplant_meds asthma_meds diabetes_meds symbicort insulin novorapid lantus
        levemir tresiba fiasp inhaler inhalers blue_inhalers preventer steroids pred
        prednisolone hydrocortisone keppra lamotrigine epilim valproate carbamazepine
        epilepsy_meds epilepsy_tablets seizure_meds tacrolimus tacro anti_rejection
        anti_rejection_meds immunosuppressants azathioprine mycophenolate methotrexate
        chemo hydroxycarbamide penicillin warfarin kaftrio thyroxine levothyroxine meds
        medicine medication tablets nebs heart_meds beta_blockers epipens epipen
        blood_thinners injections heart_tablets
    """,
    "SUGARS": "sugar sugars bg bgs bm bms glucose blood_sugar blood_sugars blood_glucose",
    "DRUGS": """
        cocaine coke ket ketamine md mdma mandy ecstasy pingers speed acid lsd shrooms
        spice crack heroin xanax xans balloons nos lean speedballs meth nitazenes
        monkey_dust 2cb
    """,
}
