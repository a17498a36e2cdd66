"""First names by which young people say who they are (pure): "hi its kofi".

Only to leave an introduction out of a list. A name that is also a word of what may matter (Hope,
Grace, Joy, May, Will, Summer) is left out, so that nothing else is ever taken for one.
"""

_NAMES = """
    aaliyah aaron abbie abby abdi abdul abdullah abigail abu adam adeel adil aditi adnan ahmed aidan
    aiden aimee aisha ajay alan alana alba alec aled alejandro alex alexa alexander alexandra alfie
    ali alice alicia alina alisha alison aliyah alyssa amal amanda amara amber amelia amelie ameera
    amina aminah amir amira amirah amrit amy ana anais ananya andre andrea andrei andrew aneesa
    angel angela angus anika anisa anita anjali anna annabel anne annie anthony anton anwen
    aoife arabella aran archie ari aria ariana arjun arlo arman arthur arun aryan asha ashley
    asif asma athena aubrey ava axel ayaan ayaz ayesha ayo ayub azra bailey barney beatrice bea
    becca
    becky bella ben benjamin beth bethan bethany bilal blake bobby bonnie brandon brendan
    bronte bronwen bryn bryony caitlin callum calum cameron carlos carrie carys caspian catherine
    catrin cerys charis charlie charlotte chelsea cheyenne chidi chinedu chloe chris christian
    christopher ciara cian clara claudia cleo cole connor conor cora corey courtney craig curtis
    daisy
    dafydd dan daniel daniela danny darcey darcy darren dave david declan dee deepa delyth demi
    dev devon dexter diana diego dilan dilys dina dominic dylan ebony ed eddie edie edward efa
    eileen eira eleanor elena eli elias elijah elin eliza elizabeth ella elle ellen ellie elliot
    elliott ellis elodie eloise elsa elsie emilia emily emir emma emmanuel enzo eoin eric erin
    esme esra ethan euan eva evan eve evelyn evie ewan ezra fahad faisal farah faris farzana
    fatima fatimah femi ffion finlay finley finn fiona flo florence florin frances francesca frank
    frankie fraser fred freddie freya gabi gabriel gareth gary gemma george georgia georgie georgina
    gethin gina giorgia giulia glen gruff gurpreet gwen hadiya hafsa hallie hamish hamza hana hanna
    hannah harleen harley harper harpreet harriet harris harrison harry harvey hasan hashim hassan
    hayden heather heidi helen helena henry holly hollie huda hugo husna hussain ian ibrahim
    idris ifan
    ilyas iman imani imogen imran ines inaya ioan iona ioana iqra irfan isaac isabel isabella isha
    isla ismail issa ivan ivy iwan izzy jack jackson jacob jade jaden jake jakub jamal james jamie
    jan jana jane jasleen jasmin jasmine jason javier jay jayden jaz jazmin jen jenna jennifer jenny
    jess jessica jessie joanna jodie joe joel john jonah jonas jonathan jordan joseph josh joshua
    josie juan jude jules julia julian julie jun junior kacey kacper kai kaitlyn kamal kamil kara
    karan karen karim karina karolina kasia kate katie katrina katy kay kaya kayla kayleigh keira
    keisha
    kelly kelsey ken kenzie keziah khadija khalid kian kiera kieran kim kira kiran kirsty
    kofi kojo krish kristian kwame kyle kyra lacey lana lara laura lauren layla leah leanne leila
    lena leo leon lewis lexi lia liam lily lina lisa liv liza lloyd logan lola lorcan lottie louie
    louis louisa louise luca lucas lucia lucy luis luka lukas luke luna lydia mabli maddie maddy
    madison maeve mahmoud mahnoor maisie maja malachi malak malik manon marcel marcin marco marcus
    maria mariam marie marta martha martin martyna maryam mason matei mateo mateusz matt matteo
    matthew matty maya meera megan mehmet meg mei melissa mia micah michael michal miguel mikaeel
    mike mila milan miles millie milo mina mira miriam mohamed mohammad mohammed molly morgan
    mostafa muhammad musa mustafa mya myles nadia naima naomi nasir natalia natalie natasha nathan
    nathaniel neha nell nia niall niamh nicholas nick nicola nicole nikita nikki nikola nimra nina
    nisha noah noor nora nour nuria nusrat oakley oisin oliver olivia ollie omar orla oscar osian
    osman owain owen oyin pablo paige patrick patryk paul paulina phoebe pippa poppy priya
    rachel rafael raheem rahul raj raja rajan ramla rania raphael rashid rebecca reece reem reggie
    rehan rhea rhian rhiannon rhys ria ricardo richard riley rio rishi rita riya rob robbie robert
    robyn rohan roman rory rosie ross rowan roxanne ruby rukhsana rumi ruth ryan saad sabrina sadia
    safa safiya saffron saira salma sally sam samara sameer samina samira sammy samuel sana sara
    sarah sasha scarlett sean seb sebastian selin selina seren sergio serena seth shabnam shan
    shanice shannon shaun shay shayan shivani sian siena sienna simon simran sinead siobhan sion
    siva skye sofia sonia sonny sophia sophie soraya stan stefan stella stephen steven stuart
    sufyan suki sumaya sunil suraj susan szymon tabitha talia tamara tanisha tanya tara tariq tasha
    tayla taylor ted temi teo tess thea theo thomas tia tilly tim toby tom tomas tommy tomos tony
    tori
    travis tudor tyler tyra umar uzma valentina vanessa veronika victoria vikram vinay wiktoria
    william willow wojtek xander yahya yara yasmin yasmine yonas yousef youssef yuki yusra yusuf
    yvonne
    zac zach zachary zack zain zainab zak zaki zakariya zane zara zayn zeynep zia ziva zoe zofia
    zoya
    zuzanna
"""
FIRST_NAMES = frozenset(_NAMES.split())
