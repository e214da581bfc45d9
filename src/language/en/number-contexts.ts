/** Words that make the number behind them a designation (“Article 5”, “District 2”). Lower case. */
export const DESIGNATORS: ReadonlySet<string> = new Set(
  `boeing airbus flight page pages chapter section article route highway interstate channel number no nos nr room
suite apartment apt unit gate platform line level phase title rule case docket item figure table part volume vol
grade windows version area zone district ward precinct block box proposition prop amendment resolution group act
verse psalm formula bill fortune nikkei ftse exit runway terminal pier lane track car bus form paragraph clause schedule annex appendix
type class category tier stage step lot plot parcel model mark series season episode super bowl round top big`
    .split(/\s+/)
    .filter((word) => word !== 'round'),
);

/** Those that designate in lower case too (“flight 93”, “page 5”). */
export const LOWER_DESIGNATORS: ReadonlySet<string> = new Set(
  'flight page pages chapter section article route number no room version v highway interstate exit paragraph channel row seat'.split(
    ' ',
  ),
);

/** Words that designate before a number in words (“phase two”). Lower case. */
export const WORD_DESIGNATORS: ReadonlySet<string> = new Set(
  'phase phases chapter chapters part season episode round stage level section article act volume war grade tier type category'.split(
    ' ',
  ),
);

/** Last words of streets: the number before is a house's. Lower case. */
export const STREET_ENDS: ReadonlySet<string> = new Set(
  `st street ave avenue rd road blvd boulevard drive dr lane ln court ct way highway hwy square place pl terrace
parkway pkwy circle crescent close gardens row`.split(/\s+/),
);

/** Words that end the noun phrase behind a number, whatever the tagger says. Lower case. */
export const COUNTED_ENDS: ReadonlySet<string> = new Set(
  `of to and or in on at for from by with that who which when as than per after before since is are was were have has
had will would could more less fewer each a an the his her its their ago later earlier but if while because so it
he she they we you i there also not percent % up down over out off about into through during against between among
across around near under within without plus minus times last next this`.split(/\s+/),
);

/** Words before "one" that make it a pronoun or part of a phrase, no count. Lower case. */
export const PRONOUN_ONE_BEFORE: ReadonlySet<string> = new Set(
  `no any every some each the this that these those another which only other good bad big new old small large first last next
better best right wrong whole is was as back former latter someone day`.split(/\s+/),
);

/** Words behind "one" that make it a pronoun or an idiom, no count. Lower case. */
export const PRONOUN_ONE_AFTER: ReadonlySet<string> = new Set(
  `another who that which would could should can cannot has is was day thing way must might may will and or to in on at for by with
side hand does did had were are s by-one after from`.split(/\s+/),
);

/** Units of a person's decades: "in her 40s". */
export const AGED_POSSESSIVES: ReadonlySet<string> = new Set([
  'his',
  'her',
  'their',
  'my',
  'our',
  'your',
  'its',
]);

/** Verbs and nouns of a rise or a fall. Lower case. */
export const RISES: ReadonlySet<string> = new Set(
  `rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed
climbing gain gains gained gaining jump jumps jumped jumping soar soared surge surged surging up raise raises raised raising
expand expands expanded expanding swell swelled boost boosted boosting growth hike hiked advance advanced added climb upturn
upped higher more additional doubled tripled`.split(/\s+/),
);
export const FALLS: ReadonlySet<string> = new Set(
  `fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline declines declined
declining cut cuts cutting shrink shrank shrunk shrinking slump slumped plunge plunged plunging sink sank dip dipped slip slipped
slid slide down lower lowered lowering reduce reduces reduced reducing reduction lose lost loses losing slash slashed tumbled
tumble trim trimmed trimming fewer less eased halved`.split(/\s+/),
);

/** Behind one of these and a name between commas a number is an age: "his wife, Runa, 69,". */
export const KIN: ReadonlySet<string> = new Set(
  'wife husband son daughter brother sister mother father partner fiancee fiance nephew niece cousin uncle aunt'.split(
    ' ',
  ),
);

/** Verbs with which "up" tells of no rise: "picking up 5 guns". */
export const PHRASAL_VERBS: ReadonlySet<string> = new Set(
  `pick picks picked picking take takes took taken taking make makes made making give gives gave given giving show shows showed
shown showing sign signs signed signing end ends ended ending line lines lined lining set sets setting turn turns turned turning
round rounds rounded rounding serve serves served serving open opens opened opening offer offers offered offering come comes came
coming bring brings brought bringing buy buys bought buying put puts putting`.split(/\s+/),
);
