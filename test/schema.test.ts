import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Record } from '../src/model/record.js';
import { GENERATOR_VERSION } from '../src/model/version.js';

const json = (path: string): { [key: string]: unknown } => JSON.parse(readFileSync(path, 'utf8'));

test('schema/record.schema.json is generated from the definitions as they are', () => {
  const { $id, title, ...schema } = json('schema/record.schema.json');
  expect($id).toMatch(/^https:/);
  expect(title).toBe('Stemma record');
  expect(schema).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Record))));
});

test('records name the version of the package', () => {
  expect(json('package.json').version).toBe(GENERATOR_VERSION);
});
