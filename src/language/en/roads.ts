/** Words before the number of a road. Lower case. */
export const ROAD_WORDS: ReadonlySet<string> = new Set(
  'highway hwy route rt interstate fm cr sr rd road'.split(' '),
);

/** Words before them that belong to the road's name. Lower case. */
export const ROAD_OPENERS: ReadonlySet<string> = new Set(
  'state county township old u.s. us federal interstate farm'.split(' '),
);

/** Postal codes of the states of the United States, by which their roads are numbered. */
export const POSTAL_STATES: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH PA RI SC SD TN TX UT VT VA WA WV WI WY US'.split(
    ' ',
  ),
);

/** Last words of the names of streets: places finer than a town. Lower case. */
export const STREET_ENDS: ReadonlySet<string> = new Set(
  'street road lane avenue boulevard drive close row terrace'.split(' '),
);
