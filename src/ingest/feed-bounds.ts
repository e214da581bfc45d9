/** What a feed may ask of the library before it is handed over: counted in one pass that builds nothing. */

/** In UTF-16 code units; feeds of newsrooms have up to some megabytes. */
const MAX_LENGTH = 32 * 1024 * 1024;
/** A hundred thousand items have about a million tags. */
const MOST_TAGS = 2_000_000;
const MOST_ATTRIBUTES = 1_000_000;
/** Attributes of one element. */
const MOST_OF_ONE = 1_000;
/** The library looks for the end of every tag from its start: so many steps take a second. */
const MOST_STEPS = 200_000_000;
const MOST_VALUES = 2_000_000;

/** Why an XML feed is not read, or null. */
export function beyondXml(text: string): string | null {
  if (text.length > MAX_LENGTH) return `${text.length} characters are more than the ${MAX_LENGTH} read`;
  let [tags, attributes, steps] = [0, 0, 0];
  let close = -1;
  let equals = -1;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
    const mark = text.startsWith('<![CDATA[', open) ? ']]>' : text.startsWith('<!--', open) ? '-->' : null;
    if (mark !== null) {
      const end = text.indexOf(mark, open);
      if (end < 0) return null;
      open = end;
      continue;
    }
    if (close < open) {
      close = text.indexOf('>', open);
      if (close < 0) close = text.length;
    }
    steps += close - open;
    if (++tags > MOST_TAGS) return `it has more than ${MOST_TAGS} tags`;
    if (steps > MOST_STEPS) return 'most of its tags are never closed';
    const before = attributes;
    if (equals < open) equals = nextOf(text, '=', open);
    for (; equals < close; equals = nextOf(text, '=', equals + 1)) attributes++;
    if (attributes > MOST_ATTRIBUTES || attributes - before > MOST_OF_ONE)
      return 'its tags have too many attributes';
  }
  return null;
}

/** Why a JSON Feed is not read, or null. */
export function beyondJson(text: string): string | null {
  if (text.length > MAX_LENGTH) return `${text.length} characters are more than the ${MAX_LENGTH} read`;
  let values = 0;
  for (const mark of ['{', '['])
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      if (++values > MOST_VALUES) return `it holds more than ${MOST_VALUES} objects`;
  return null;
}

function nextOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
