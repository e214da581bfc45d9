import { describe, expect, it } from 'vitest';
import { readAbout } from '../../src/ingest/about.js';
import { makeDocument } from '../../src/ingest/document.js';
import { dropDuplicates } from '../../src/ingest/duplicates.js';
import { sha256 } from '../../src/text/ids.js';

describe('readAbout', () => {
  it('reads the columns in any order', () => {
    const csv =
      '\ufeffOutlet,file,date,status,title,url\r\nThe Gazette,a.txt,2021-05-05,unpublished,"Crates, counted",https://a.example\r\n,sub\\b.txt,6 May 2021,,,\r\n';
    expect(readAbout(csv)).toEqual({
      amendments: [
        {
          what: 'account',
          ref: 'a.txt',
          outlet: 'The Gazette',
          published: '2021-05-05',
          title: 'Crates, counted',
          url: 'https://a.example',
          status: 'unpublished',
          note: null,
          by: null,
          at: null,
        },
        { what: 'account', ref: 'sub/b.txt', published: '2021-05-06', note: null, by: null, at: null },
      ],
      messages: [],
    });
  });

  it.each([
    ['file;outlet\na.txt;Gazette', 1, []],
    ['file,outlet\na.txt', 1, []],
    ['outlet\nGazette', 0, ['error bad-about']],
    ['', 0, ['error bad-about']],
    ['file,mood\na.txt,grim', 1, ['warning unknown-column']],
    ['file,date,status\na.txt,soon,secret', 1, ['warning bad-date', 'warning bad-status']],
    ['file,outlet\n,Gazette', 0, ['warning bad-about']],
    ['file,title\na.txt,"open', 0, ['error bad-about']],
  ])('%j', (csv, documents, rules) => {
    const read = readAbout(csv);
    expect(read.amendments).toHaveLength(documents);
    expect(read.messages.map((m) => `${m.severity} ${m.rule}`)).toEqual(rules);
  });
});

describe('dropDuplicates', () => {
  const document = (ref: string, text: string, fields: { url?: string; outlet?: string } = {}) =>
    makeDocument({ ref, text, sha256: sha256(text), ...fields });

  it('keeps equal text under one url or ref and one outlet once', () => {
    const all = [
      document('a', 'Crates.'),
      document('a', 'Crates.', { url: 'https://x.example' }),
      document('b', 'Crates.', { url: 'https://x.example' }),
      document('b', 'Crates.', { url: 'https://x.example', outlet: 'Gazette' }),
      document('c', 'Crates.'),
      document('a', 'Quays.'),
    ];
    const { documents, messages } = dropDuplicates(all);
    expect(documents.map((d) => [d.ref, d.text, d.outlet])).toHaveLength(4);
    expect(documents.map((d) => d.ref).sort()).toEqual(['a', 'a', 'b', 'c']);
    expect(messages.map((m) => m.rule)).toEqual(['duplicate', 'duplicate']);
    expect(
      dropDuplicates([...all].reverse())
        .documents.map((d) => d.id)
        .sort(),
    ).toEqual(documents.map((d) => d.id).sort());
  });
});
