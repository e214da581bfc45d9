import { lookup } from '../lookup.js';

/** How a figure is bounded, as the record writes it. */
export type BoundName = 'exact' | 'min' | 'max' | 'approx';

const table = (rows: readonly (readonly [BoundName, string])[]): Readonly<Record<string, BoundName>> =>
  lookup(
    Object.fromEntries(
      rows.flatMap(([bound, phrases]) =>
        phrases.split(/\s*\|\s*/).map((phrase) => [phrase.trim(), bound] as const),
      ),
    ),
  );

const COMPARATIVES_UP = 'more greater higher larger bigger older longer better heavier';
const COMPARATIVES_DOWN = 'less fewer lower smaller younger shorter lighter';

/** "more than", "greater than or equal to", "equal to or more than", "higher or equal than". */
const compared = (words: string): string =>
  words
    .split(' ')
    .flatMap((word) => [
      `${word} than`,
      `${word} than or equal to`,
      `equal to or ${word} than`,
      `${word} or equal than`,
      `${word} or equal to`,
      `${word} than or equal`,
    ])
    .join('|');

/** Words before a figure that bound it: phrase → bound; the longest that fits is meant. */
export const BOUNDS_BEFORE: Readonly<Record<string, BoundName>> = table([
  ['min', compared(COMPARATIVES_UP)],
  ['max', compared(COMPARATIVES_DOWN)],
  [
    'min',
    `at least|over|above|exceeding|exceeds|exceed|exceeded|in excess of|upward of|upwards of|no less than|no fewer than
    |not less than|not fewer than|nothing less than|a minimum of|minimum of|minimum|not under|well over|just over|slightly over
    |beyond|surpass|surpasses|surpassed|surpassing|topping|topped|at least or equal to|as little as|as few as|north of
    |starting at|starting from|slightly more than|well more than|just more than|little more than|a little more than|slightly above|just above
    |well above|a bit more than|a little over|much more than|far more than|way more than|not lower than|no lower than|or more`,
  ],
  [
    'max',
    `at most|up to|as many as|as much as|under|below|no more than|not more than|a maximum of|maximum of|maximum|just under
    |well under|shy of|just shy of|short of|just short of|not over|not above|no higher than|no larger than|not exceeding|fewer than the
    |at the most|just below|slightly less than|slightly under|slightly below|a little less than|just less than|well below|not higher than
    |capped at|limited to|no later than|south of|less than the|as high as|as long as|as old as|as far as`,
  ],
  [
    'approx',
    `about|around|approximately|roughly|some|nearly|almost|close to|circa|ca|an estimated|estimated|estimated at|in the region of
    |in the neighborhood of|in the neighbourhood of|more or less|somewhere around|an average of|averaging|average of|virtually
    |approx|a reported|on the order of|in the order of|just about|somewhere near|near|nearing|approaching|practically|perhaps
    |maybe|at about|at around|at roughly|at approximately|something like`,
  ],
  [
    'max',
    'as many as about|up to about|up to around|up to some|up to roughly|up to approximately|as much as about',
  ],
  ['min', 'at least about|at least some|at least around'],
]);

/** Words after a figure or after what is counted that bound it. */
export const BOUNDS_AFTER: Readonly<Record<string, BoundName>> = table([
  [
    'min',
    'or more|and more|or higher|or greater|or above|and above|and over|or over|and up|and upward|and upwards|or upward|or older|and older|or longer|at least|or better|or greater than|or more than|or above that|and counting|minimum|at minimum|plus|at the least|or later',
  ],
  [
    'max',
    'or less|or fewer|or lower|or under|and under|or below|and below|and younger|or younger|at most|tops|at the most|maximum|or shorter|or smaller|or less than|or fewer than|or lower than',
  ],
  ['approx', 'or so|or thereabouts|more or less|ish|give or take|approximately|on average'],
]);

/** Most words in a phrase of these tables. */
export const LONGEST_BOUND = 6;

/** Words that may stand between a bound and its figure. */
export const BOUND_FILLERS: ReadonlySet<string> = new Set(
  'another|an additional|a further|an extra|a total of|an estimated|a combined|a record|just|only|perhaps|maybe|another about|additional|a mere|a whopping|a reported'.split(
    '|',
  ),
);

/** Words next before a figure, or before its bound, that hedge it without bounding it. */
export const FIGURE_HEDGES: ReadonlySet<string> = new Set(
  'reportedly allegedly possibly perhaps maybe probably supposedly estimated apparently likely potentially presumably purportedly'.split(
    ' ',
  ),
);

/** Words before "over" that make it "more than" of a time ("for over two years"), not "during". */
export const OVER_OF_TIME: ReadonlySet<string> = new Set(
  'for just well after of is was been than by at with within lasted lasts took takes take last spent served serving'.split(
    ' ',
  ),
);

/** Before a figure: what is left over when the rest is counted ("all but a tenth", "all except 30"). */
export const REMAINDER = /\ball (?:but|except)(?: for)? (?:about |some |roughly )?$/i;

/** Words between a part and the whole that it is of: "one of the nine". */
export const WHOLE = /\bof (?:the |its |their |his |her |our |those |these |all |all the )?$/i;

/** Behind a figure: those who are not counted yet. */
export const OTHERS = /^\s+(?:others?|more|further|additional)\b/i;
