import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readExample } from '../eval/example.js';
import { toTerminal } from '../src/export/terminal.js';

/**
 * The summary of the example as a reader sees it. A change that alters it shows here, to be read and, where it is
 * better, accepted by hand:
 * npx stemma read examples/harbour-inspections/accounts --about examples/harbour-inspections/accounts/about.csv > test/output/harbour-inspections.txt
 */
test('the summary of the example', async () => {
  const { record } = await readExample('examples/harbour-inspections');
  expect(`${toTerminal(record, { width: 100 }).trimEnd()}\n`).toBe(
    readFileSync('test/output/harbour-inspections.txt', 'utf8'),
  );
});
