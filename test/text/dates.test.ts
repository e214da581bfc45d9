import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/extract/metadata.js';
import { segment } from '../../src/text/blocks.js';
import { isDateLine } from '../../src/text/datelines.js';
import { isoDate } from '../../src/text/dates.js';
import { detectLanguage } from '../../src/text/language.js';

describe('isoDate', () => {
  it.each([
    ['2021-05-06', '2021-05-06'],
    ['2021-05-06T10:00:00.123Z', '2021-05-06T10:00:00Z'],
    ['2021-05-06 00:00:00', '2021-05-06'],
    ['Thu, 06 May 2021 10:00:00 +0100', '2021-05-06T10:00:00+01:00'],
    ['Wednesday 5 May 2021 17:00 BST', '2021-05-05T17:00+01:00'],
    ['Sept. 4, 2021 at 5:30 p.m. EDT', '2021-09-04T17:30-04:00'],
    ['May 6, 2021Updated: May 7, 2021', '2021-05-06'],
    ['20210506', '2021-05-06'],
    ['6.5.2021', '2021-05-06'],
    ['13/05/2021', '2021-05-13'],
    ['3. März 2021', '2021-03-03'],
    ['1er août 2021 à 14:05', '2021-08-01T14:05'],
    ['3 de marzo de 2021', '2021-03-03'],
    ['2021年3月5日', '2021-03-05'],
    ['05/06/2021', null],
    ['2021-02-30', null],
    ['0001-01-01T00:00:00', null],
    ['an hour ago', null],
    ['', null],
  ])('%s → %s', (raw, iso) => {
    expect(isoDate(raw)).toBe(iso);
  });
});

describe('isDateLine', () => {
  it.each([
    'May 6, 2021',
    'Published: 6 May 2021 10:15 GMT',
    'Updated 2021-05-06T10:00:00Z',
    '3 hours ago',
    'Wednesday 5 May 2021 17:00 BST',
    'Harrowfleet, 6 May 2021',
    'The Harbour Gazette, May 6, 2021',
  ])('yes: %s', (line) => {
    expect(isDateLine(line)).toBe(true);
  });
  it.each([
    'On May 6, 2021, the office moved.',
    'May',
    '7',
    '2021 was a good year',
    'By Ada Lund, May 6, 2021',
    'Protests grow in Harrowfleet, 6 May 2021',
    '',
  ])('no: %s', (line) => {
    expect(isDateLine(line)).toBe(false);
  });
});

describe('the day of publication in the text', () => {
  it.each([
    [
      'Checks begin\n\nHarrowfleet, 13 May 2031\n\nThe agency will begin its checks next week, it said on Monday.',
      '2031-05-13',
    ],
    [
      'Storm hits\n\nHARROWFLEET (AP) — Jan. 3, 2031 — A storm hit the coast on Thursday, officials said.',
      '2031-01-03',
    ],
  ])('%s', (text, published) => {
    expect(readMetadata(text, segment(text)).published).toBe(published);
  });
});

describe('detectLanguage', () => {
  it.each([
    [
      'en',
      'The office said that it would send the inspectors to the harbours and that they have to stay with the crates.',
    ],
    [
      'de',
      'Das Amt hat mitgeteilt, dass es die Prüfer in die Häfen schickt und dass sie bei den Kisten bleiben, bis der Sturm sich legt.',
    ],
    [
      'fr',
      'Le bureau a dit que les inspecteurs seront dans les ports et que le vent est trop fort pour une visite sur la jetée.',
    ],
    [null, 'Crates, crates, crates!'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
