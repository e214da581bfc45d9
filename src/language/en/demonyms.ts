/** ISO 3166 alpha-2 TAB adjectives and nouns for its people, folded, comma between. */
export const DEMONYMS = `AF	afghan,afghans,afghani
AL	albanian,albanians
DZ	algerian,algerians
AO	angolan,angolans
AR	argentine,argentines,argentinian,argentinians,argentinean
AM	armenian,armenians
AU	australian,australians,aussie,aussies
AT	austrian,austrians
AZ	azerbaijani,azerbaijanis,azeri
BH	bahraini,bahrainis
BD	bangladeshi,bangladeshis
BB	barbadian
BY	belarusian,belarusians,belarussian
BE	belgian,belgians
BO	bolivian,bolivians
BA	bosnian,bosnians
BR	brazilian,brazilians
BG	bulgarian,bulgarians
MM	burmese
BI	burundian
KH	cambodian,cambodians
CM	cameroonian,cameroonians
CA	canadian,canadians
TD	chadian,chadians
CL	chilean,chileans
CN	chinese
CO	colombian,colombians
CG	congolese
CR	costa rican,costa ricans
HR	croatian,croatians,croat,croats
CU	cuban,cubans
CY	cypriot,cypriots
CZ	czech,czechs
DK	danish,dane,danes
DO	dominican,dominicans
NL	dutch,dutchman
EC	ecuadorean,ecuadorian,ecuadoreans
EG	egyptian,egyptians
GB	british,briton,britons,brit,brits,english,scottish,scots,scot,welsh,englishman
ER	eritrean,eritreans
EE	estonian,estonians
ET	ethiopian,ethiopians
FJ	fijian,fijians
PH	filipino,filipinos,philippine
FI	finnish,finn,finns
FR	french,frenchman
GE	georgian,georgians
DE	german,germans
GH	ghanaian,ghanaians
GR	greek,greeks
GT	guatemalan,guatemalans
GN	guinean,guineans
HT	haitian,haitians
HN	honduran,hondurans
HU	hungarian,hungarians
IS	icelandic,icelander
IN	indian,indians
ID	indonesian,indonesians
IR	iranian,iranians
IQ	iraqi,iraqis
IE	irish,irishman
IL	israeli,israelis
IT	italian,italians
CI	ivorian,ivorians
JM	jamaican,jamaicans
JP	japanese
JO	jordanian,jordanians
KZ	kazakh,kazakhs
KE	kenyan,kenyans
KW	kuwaiti,kuwaitis
KG	kyrgyz
LA	laotian,laotians
LV	latvian,latvians
LB	lebanese
LR	liberian,liberians
LY	libyan,libyans
LT	lithuanian,lithuanians
MK	macedonian,macedonians
MW	malawian
MY	malaysian,malaysians
ML	malian,malians
MT	maltese
MR	mauritanian
MX	mexican,mexicans
MD	moldovan,moldovans
MN	mongolian,mongolians
ME	montenegrin,montenegrins
MA	moroccan,moroccans
MZ	mozambican
NA	namibian
NP	nepalese,nepali
NZ	new zealander,new zealanders,kiwi
NI	nicaraguan,nicaraguans
NG	nigerian,nigerians
NE	nigerien
KP	north korean,north koreans
NO	norwegian,norwegians
OM	omani,omanis
PK	pakistani,pakistanis
PS	palestinian,palestinians
PA	panamanian,panamanians
PY	paraguayan,paraguayans
PE	peruvian,peruvians
PL	polish,pole,poles
PT	portuguese
PR	puerto rican,puerto ricans
QA	qatari,qataris
RO	romanian,romanians
RU	russian,russians,soviet,soviets
RW	rwandan,rwandans
SV	salvadoran,salvadorans
SA	saudi,saudis
SN	senegalese
RS	serbian,serbians,serb,serbs
SL	sierra leonean
SG	singaporean,singaporeans
SK	slovak,slovaks,slovakian
SI	slovenian,slovenians,slovene
SO	somali,somalis,somalian
ZA	south african,south africans
KR	south korean,south koreans,korean,koreans
SS	south sudanese
ES	spanish,spaniard,spaniards
LK	sri lankan,sri lankans
SD	sudanese
SE	swedish,swede,swedes
CH	swiss
SY	syrian,syrians
TW	taiwanese
TJ	tajik,tajiks
TZ	tanzanian,tanzanians
TH	thai,thais
TG	togolese
TN	tunisian,tunisians
TR	turkish,turk,turks
TM	turkmen
UG	ugandan,ugandans
UA	ukrainian,ukrainians
AE	emirati,emiratis
US	american,americans
UY	uruguayan,uruguayans
UZ	uzbek,uzbeks
VE	venezuelan,venezuelans
VN	vietnamese
YE	yemeni,yemenis
ZM	zambian,zambians
ZW	zimbabwean,zimbabweans`;

/** Capitalised adjectives and nouns of belief, party and people that are no names by themselves. Folded. */
export const GROUP_WORDS: ReadonlySet<string> = new Set(
  `democrat democrats democratic republican republicans conservative conservatives labour liberal liberals tory tories
labor christian christians catholic catholics muslim muslims islamic islamist jewish jew jews hindu hindus buddhist
protestant protestants sunni shiite shia sikh evangelical orthodox arab arabs african africans asian asians european
europeans latino latinos hispanic hispanics black blacks white whites native communist communists socialist nazi nazis
marxist kurdish kurds western westerners eastern southern northern african-american african-americans latin caucasian
roman romans islam islamists christianity judaism catholicism hinduism buddhism communism socialism republicanism conservatism
liberalism whig whigs libertarian libertarians marxists jihadist jihadists salafist anglican methodist baptist presbyterian mormon
mormons lutheran pentecostal anglo-saxon nordic slavic balkan baltic confederate soviet soviets confederates
federal internet web christmas god bible i`.split(/\s+/),
);

/** One of a people, and a first name. */
export const FIRST_NAMES_TOO: ReadonlySet<string> = new Set(['brit', 'finn', 'dane', 'scot']);
