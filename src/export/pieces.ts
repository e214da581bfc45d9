/** JSON in pieces, since the whole of a large case is longer than a string may be. */

/** ',"name": [item, item]' for each, one item a line: what follows the first keys of an object. */
export function* jsonArrays(named: { readonly [name: string]: Iterable<unknown> }): Iterable<string> {
  for (const [name, items] of Object.entries(named)) {
    yield `,\n"${name}": [`;
    let first = true;
    for (const item of items) {
      yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
      first = false;
    }
    yield first ? ']' : '\n]';
  }
}

/** One line `{type, …}`. A time has a `type` of its own (DATE, …), which stands as `timex` there. */
export function jsonLine(type: string, item: object): string {
  const { type: timex, ...rest } = item as { readonly type?: unknown };
  return `${JSON.stringify({ type, timex, ...rest })}\n`;
}

export function* jsonLines(type: string, items: Iterable<object>): Iterable<string> {
  for (const item of items) yield jsonLine(type, item);
}
