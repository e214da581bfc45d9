// Writes schema/record.schema.json from the definitions in src/model.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Record } from '../dist/model/record.js';

const schema = {
  $id: 'https://stemma.invalid/record.schema.json',
  title: 'Stemma record',
  ...z.toJSONSchema(Record),
};
const text = `${JSON.stringify(schema, null, 2)}\n`;
mkdirSync('schema', { recursive: true });
let before = '';
try {
  before = readFileSync('schema/record.schema.json', 'utf8');
} catch {}
if (before !== text) writeFileSync('schema/record.schema.json', text);
