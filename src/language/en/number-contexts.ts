/** Words that make the number behind them a designation (“Article 5”, “District 2”). Lower case. */
export const DESIGNATORS: ReadonlySet<string> = new Set(
  `boeing airbus flight page pages chapter section article route highway interstate channel number no nos nr room
suite apartment apt unit gate platform line level phase title rule case docket item figure table part volume vol
grade windows version area zone district ward precinct block box proposition prop amendment resolution group act
verse psalm formula bill`.split(/\s+/),
);

/** Last words of streets: the number before is a house's. Lower case. */
export const STREET_ENDS: ReadonlySet<string> = new Set(
  `st street ave avenue rd road blvd boulevard drive dr lane ln court ct way highway hwy square place pl`.split(
    /\s+/,
  ),
);

/** Words that end the noun phrase behind a number, whatever the tagger says. Lower case. */
export const COUNTED_ENDS: ReadonlySet<string> = new Set(
  `of to and or in on at for from by with that who which when as than per after before since is are was were have has
had will would could more less fewer each a an the his her its their ago later earlier but if while because so it
he she they we you i there also not percent % up down over out off about into through during against between among
across around near under within without plus minus times`.split(/\s+/),
);
