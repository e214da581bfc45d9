/** Length of the longest sequence of words that both have in the same order, not necessarily in a row. */
export function commonInOrder(a: Int32Array, b: Int32Array): number {
  let previous = new Int16Array(b.length + 1);
  let current = new Int16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] = a[i] === b[j] ? previous[j]! + 1 : Math.max(previous[j + 1]!, current[j]!);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}
