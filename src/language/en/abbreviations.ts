/** Words that end in a full stop without ending a sentence, by what may follow them. Written without the stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Stand before a name: the stop never ends a sentence. */
export const TITLE_ABBREVIATIONS = words(`
  Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Revd Fr Sr Hon Rt Pres Gov Govs Lt Sen Sens Rep Reps Del Cllr
  Amb Supt Insp Det Sgt Sgts Cpl Pfc Pvt Spc Capt Cmdr Cdr Col Maj Gen Adm Brig Ofc Dep Atty Asst Assoc Dir Sec Treas
  Msgr St Ste Mt Ft Pt Sir v
`);

/** Stand before a number: the stop ends no sentence where a digit follows. */
export const BEFORE_NUMBER_ABBREVIATIONS = words(`
  No Nos no nos Art art Arts Sec sec Secs ch Ch chap vol Vol vols p pp P Fig fig figs para paras ss cl Reg Op op
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec c ca approx est v
`);

/** May end a sentence or not: a sentence starts only where a word follows that usually starts one. */
export const GENERAL_ABBREVIATIONS = words(`
  Inc Corp Co Cos Ltd LLC LLP PLC Bros Assn Dept Depts Div Univ Bldg Mfg Intl Natl Govt Jr Sr Esq Ph.D M.D J.D B.A M.A
  vs etc cf al e.g i.e viz et ed eds trans repr rev ref refs tel ext hr hrs min mins mph ft lb lbs oz sq cu km approx
  Ave Blvd Rd Sq Ln Ct Hwy Pkwy Apt Ste Blk
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore
  Pa Penn Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Que Alta Sask Man
  N.H N.J N.M N.Y N.C N.D R.I S.C S.D W.Va D.C B.C P.E.I N.S N.B
`);

/** a.m. and p.m.: a capital after them starts a sentence unless it is a day, a month or a time zone. */
export const CLOCK_ABBREVIATIONS = words('a.m p.m A.M P.M am pm noon');
export const AFTER_CLOCK = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Eastern Central Pacific Mountain Greenwich
  ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST EET IST JST AEST
`);

/** Words that, with a capital, usually start a sentence rather than go on with a name. */
export const SENTENCE_STARTERS = words(`
  The A An This That These Those There Here It Its He She They We You I His Her Their Our My Your
  And But Or Nor So Yet For If When While As At In On By With From To Of After Before Since Until During Despite
  Although Though Because Whether Where Who What Why How Which Some Many Most Several Few Both All Each Every Another
  Other Others No Not None Nobody One Two Three Then Thus However Meanwhile Also Still Instead Now Today Yesterday Later
  Earlier Once Among Under Over About According Asked Only Even Such More Less Last Next Police Officials Critics
  Nevertheless Moreover Furthermore Additionally Finally First Second Third
`);

/** Abbreviations that are words too: a stop after them is part of them only where a hyphen says so ("D-Mass."). */
export const WORDS_LIKE_ABBREVIATIONS = words(`
  no art man sun sat wash mass miss ore ill ed ext min mins ref rev fig al hr in et est ct sq
  Man Sun Sat Wash Mass Miss Ore Ill Mon Wed
`);
