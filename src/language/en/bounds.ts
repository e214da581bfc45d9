/** How a figure is bounded, as the record writes it. */
export type BoundName = 'exact' | 'min' | 'max' | 'approx';

/** Words before a figure that bound it: phrase → bound. Longest first when matched. */
export const BOUNDS_BEFORE: Readonly<Record<string, BoundName>> = {
  'at least': 'min', 'more than': 'min', 'greater than': 'min', 'higher than': 'min', 'larger than': 'min', 'bigger than': 'min', over: 'min', above: 'min', exceeding: 'min', exceeds: 'min', exceeded: 'min', 'in excess of': 'min', 'upward of': 'min', 'upwards of': 'min', 'no less than': 'min', 'no fewer than': 'min', 'not less than': 'min', 'a minimum of': 'min', 'minimum of': 'min', 'not under': 'min', 'well over': 'min', 'just over': 'min', 'older than': 'min', 'longer than': 'min', beyond: 'min', surpass: 'min', surpassed: 'min', surpassing: 'min', topping: 'min', 'greater than or equal to': 'min', 'more than or equal to': 'min', 'equal to or more than': 'min', 'equal to or greater than': 'min', 'better than': 'min',
  'at most': 'max', 'up to': 'max', 'as many as': 'max', 'as much as': 'max', 'less than': 'max', 'fewer than': 'max', 'lower than': 'max', 'smaller than': 'max', 'younger than': 'max', under: 'max', below: 'max', 'no more than': 'max', 'not more than': 'max', 'a maximum of': 'max', 'maximum of': 'max', 'just under': 'max', 'well under': 'max', 'shy of': 'max', 'short of': 'max', 'less than or equal to': 'max', 'equal to or less than': 'max', 'as little as': 'min', 'as few as': 'min',
  about: 'approx', around: 'approx', approximately: 'approx', roughly: 'approx', some: 'approx', nearly: 'approx', almost: 'approx', 'close to': 'approx', circa: 'approx', 'an estimated': 'approx', 'estimated at': 'approx', 'in the region of': 'approx', 'in the neighborhood of': 'approx', 'more or less': 'approx', 'somewhere around': 'approx', 'an average of': 'approx', averaging: 'approx', virtually: 'approx', 'as many as about': 'approx', approx: 'approx', 'a reported': 'approx', 'on the order of': 'approx',
};

/** Words after a figure or after what is counted. */
export const BOUNDS_AFTER: Readonly<Record<string, BoundName>> = {
  'or more': 'min', 'and more': 'min', 'or higher': 'min', 'or greater': 'min', 'or above': 'min', 'and above': 'min', 'and over': 'min', 'or over': 'min', 'and up': 'min', 'or older': 'min', 'and older': 'min', 'at least': 'min', plus: 'min',
  'or less': 'max', 'or fewer': 'max', 'or lower': 'max', 'or under': 'max', 'and under': 'max', 'or below': 'max', 'and younger': 'max', 'or younger': 'max', 'at most': 'max', tops: 'max',
  'or so': 'approx', 'or thereabouts': 'approx', 'more or less': 'approx', ish: 'approx',
};

/** Words that may stand between a bound and its figure, or between a number and its noun, and say nothing. */
export const FIGURE_FILLERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'just', 'only', 'another', 'additional', 'extra', 'further', 'total', 'of']);
