import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/export/columns.js';
import { toHtml } from '../../src/export/html.js';
import { toJson } from '../../src/export/json.js';
import { toJsonLines } from '../../src/export/jsonl.js';
import { toMarkdown } from '../../src/export/markdown.js';
import { toTerminal } from '../../src/export/terminal.js';
import { Record } from '../../src/model/record.js';
import { fixture, manyAccounts } from './fixture.js';

const record = fixture();
const page = (of: Record = record) => parseHTML(toHtml(of)).document;

describe('a claim', () => {
  const exports: readonly (readonly [string, string])[] = [
    ['terminal', toTerminal(record, { width: 110 })],
    ['HTML', page().querySelector('.claim')!.textContent!],
    ['Markdown', toMarkdown(record)],
  ];
  it.each(exports)('is shown with its source, hedge, range and reason: %s', (_, text) => {
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('at least 12 sailings, says a timetable seen by The Beacon');
    expect(words).toMatch(/1–1/);
    expect(words).toContain('all rest on a timetable seen by The Beacon');
  });

  it('that gives no source says so', () => {
    expect(toTerminal({ ...record, claims: [record.claims[1]!] })).toContain('no source given');
  });
});

describe('words of the program', () => {
  const verdicts =
    /plagiar|confirmed|debunk|fake|stolen|stole|true story|hoax|\bfact-check|reliab(?!le, or)|lied|\bliar/i;
  it.each([
    ['terminal', toTerminal(record)],
    ['HTML', page().body.textContent!],
    ['Markdown', toMarkdown(record)],
  ])('are neutral: %s', (_, text) => {
    expect(text).not.toMatch(verdicts);
  });
});

describe('unpublished documents', () => {
  const held = fixture({ unpublished: 'courier' });
  it('stay out of what is passed on unless asked for', () => {
    expect(() => toHtml(held)).toThrow(RangeError);
    expect(() => toMarkdown(held)).toThrow(RangeError);
    expect(toHtml(held, { includeUnpublished: true })).toContain('courier.txt');
    expect(toMarkdown(held, { includeUnpublished: true })).toContain('courier');
  });
  it('are in the record', () => {
    expect([...toJson(held)].join('')).toContain('"unpublished"');
    expect([...toJsonLines(held)].join('')).toContain('"unpublished"');
  });
});

describe('hostile text', () => {
  const esc = '\u001b';
  const UNSEEN = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u;
  const hostile = [
    `</style></blockquote><script>alert(1)</script><img src=x onerror="alert(2)">`,
    `" onmouseover="alert(1)' autofocus onfocus='x`,
    `${esc}]0;title\u0007${esc}[31m${esc}[2J\u009b31m red \u0000 nul`,
    'left \u202e thgir \u2066 isolate \u2069 \u200f marks',
    '[link](javascript:alert(1)) ![x](http://e.example/x.png) # head\n\n- list | cell `code` <b>',
    '\ud800 lone \udc00',
  ];
  it.each(hostile)('makes no markup: %j', (text) => {
    const written = toHtml(fixture({ hostile: text }));
    const { document } = parseHTML(written);
    expect(document.querySelectorAll('script, img, iframe, object, link, form, base')).toHaveLength(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of [...element.attributes]) {
        expect(name).not.toMatch(/^on|^src|^style$|autofocus/);
        if (name === 'href') expect(value).toMatch(/^(#|https?:)/);
      }
    }
    expect(written).not.toMatch(UNSEEN);
    expect(written).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  });
  it.each(hostile)('moves no cursor: %j', (text) => {
    expect(toTerminal(fixture({ hostile: text }))).not.toMatch(UNSEEN);
  });
  it.each(hostile)('is words in Markdown: %j', (text) => {
    const written = toMarkdown(fixture({ hostile: text }));
    expect(written).not.toMatch(/(?<!\\)[<>`]/);
    expect(written).not.toMatch(/(?<!\\)\]\(|javascript:/);
  });
});

describe('the page', () => {
  const document = page();
  it('loads nothing and runs nothing', () => {
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')!
      .getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(document.querySelectorAll('script, img, iframe, link, [style]')).toHaveLength(0);
    expect(document.querySelector('style')!.textContent).not.toMatch(/url\(|@import/);
  });
  it('is a page that a screen reader can walk', () => {
    expect(document.querySelector('html')!.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    for (const landmark of ['header', 'nav', 'main', 'footer'])
      expect(document.querySelectorAll(landmark)).toHaveLength(1);
    let level = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
      const own = Number(heading.tagName[1]);
      expect(own - level, heading.textContent!).toBeLessThanOrEqual(1);
      level = own;
    }
  });
  it('has an element for each of its links, and no id twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('a[href^="#"]'))
      expect(ids).toContain(link.getAttribute('href')!.slice(1));
  });
  it('marks the very words of the account', () => {
    const marks = [...document.querySelectorAll('.excerpts mark')].map((m) => m.textContent);
    expect(marks).toContain(record.claims[0]!.statements[0]!.anchor.exact);
  });
  it('quotes with at most 300 characters of context', () => {
    const long = 'One more word. '.repeat(200);
    const documents = record.documents.map((d) => {
      const text = d.text + long;
      return { ...d, text, blocks: [{ start: 0, end: text.length, role: 'body' as const }] };
    });
    for (const quote of page({ ...record, documents }).querySelectorAll('blockquote')) {
      const around = quote.textContent!.length - quote.querySelector('mark')!.textContent!.length;
      expect(around).toBeLessThanOrEqual(300);
    }
  });
  it('stays usable for a thousand accounts, and says what it leaves out', () => {
    const written = toHtml(manyAccounts(1000));
    expect(written.length).toBeLessThan(4_000_000);
    expect(written).toMatch(/940 more claims .* JSON/);
  });
});

describe('the page of a subject', () => {
  const document = page();
  const subject = [...document.querySelectorAll('.subject')].map((e) => e.textContent!.replace(/\s+/g, ' '));
  it('has an anchor inside what it opens, which the index of subjects leads to', () => {
    const anchors = [...document.querySelectorAll('.subject > div')].map((e) => e.id);
    const index = [...document.querySelectorAll('.index a')].map((e) => e.getAttribute('href')!.slice(1));
    expect(index).toEqual(anchors);
    expect(anchors).toHaveLength(record.subjects.length);
  });
  it('tells each claim with its source, hedge, accounts and origins', () => {
    for (const text of [...subject, toMarkdown(record)]) {
      expect(text).toContain('at least 12 sailings, says a timetable seen by The Beacon');
      expect(text).toMatch(/3 accounts, origins 1–1/);
    }
    expect(subject.find((text) => text.includes('The pier'))).toContain('no source given');
  });
  it('has its days and the words by it and about it', () => {
    expect(subject[0]).toMatch(/Quoted ?“We were never asked”/);
    expect(subject[1]).toMatch(/When ?1 February 2031.* others’ words ?Mara Lund: “We were never asked”/);
  });
  it('is one of so many, and the rest are told', () => {
    const subjects = Array.from({ length: 100 }, (_, i) => ({
      ...record.subjects[0]!,
      kind: 'organisation' as const,
      id: `s${i}`,
      name: `Pier ${i}`,
    }));
    expect([...page({ ...record, subjects }).querySelectorAll('.subject')].length).toBe(60);
    expect(toHtml({ ...record, subjects })).toContain('40 more subjects');
    expect(toMarkdown({ ...record, subjects }).match(/^### Pier/gm)).toHaveLength(20);
    expect(toMarkdown({ ...record, subjects })).toContain('80 more not shown here');
  });
});

describe('towns of one list', () => {
  const place = (name: string, claims: readonly string[]) => ({
    ...record.subjects[0]!,
    kind: 'place' as const,
    id: `s-${name}`,
    name,
    claims,
    quotationsAbout: [],
  });
  const [first, second] = record.claims.map(({ id }) => id) as [string, string];
  const subjects = [
    place('Aston', [first, second]),
    ...['Bray', 'Cove', 'Dale'].map((name) => place(name, [first])),
  ];
  it('have one page, and who has more refers to it', () => {
    const memo = toMarkdown({ ...record, subjects });
    expect(memo.match(/^### .*places?\)$/gm)).toEqual([
      '### Aston (place)',
      '### Bray, Cove and Dale (places)',
    ]);
    expect(memo).toContain('and all that is said of Bray, Cove and Dale');
    const found = page({ ...record, subjects });
    expect([...found.querySelectorAll('.subject b')].map((b) => b.textContent)).toEqual([
      'Aston',
      'Bray, Cove and Dale',
    ]);
    for (const { id } of subjects) expect(found.getElementById(`s-${id}`) === null).toBe(false);
  });
});

describe('leads', () => {
  const leads = Array.from({ length: 14 }, (_, i) => ({ ...record.leads[0]!, note: `Lead ${i}.` }));
  it('keep the order of the record; the first ten are in view', () => {
    const lists = [...page({ ...record, leads }).querySelectorAll('ol.leads')];
    const notes = lists.map((list) => [...list.children].map((e) => e.textContent!.match(/\d+/)![0]));
    expect(notes.map((list) => list.length)).toEqual([10, 4]);
    expect(notes.flat()).toEqual(leads.map((_, i) => `${i}`));
  });
});

describe('the terminal', () => {
  it.each([40, 60, 80, 110])('keeps to %i columns', (width) => {
    for (const line of toTerminal(record, { width }).split('\n'))
      expect(columns(line), line).toBeLessThanOrEqual(width);
  });
  it('is coloured only when asked', () => {
    expect(toTerminal(record)).not.toContain('\u001b');
    expect(toTerminal(record, { colour: true })).toContain('\u001b[');
  });
  it('fits a screen, however large the record', () => {
    expect(toTerminal(manyAccounts(500)).split('\n').length).toBeLessThan(75);
  });
});

describe('JSON', () => {
  it('is the record', () => {
    expect(Record.parse(JSON.parse([...toJson(record)].join('')))).toEqual(record);
  });
  it('is valid with nothing in it', () => {
    const empty = Object.fromEntries(Object.entries(record).map(([k, v]) => [k, Array.isArray(v) ? [] : v]));
    const bare = {
      ...empty,
      lineage: { nodes: [], edges: [], families: [], reports: [] },
    } as unknown as Record;
    expect(JSON.parse([...toJson(bare)].join(''))).toEqual(bare);
    expect(() => [toHtml(bare), toMarkdown(bare), toTerminal(bare)]).not.toThrow();
  });
  it('has every entity on a line of its own in JSON lines, the record first', () => {
    const lines = [...toJsonLines(record)].map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({ type: 'record', version: 1, generator: record.generator });
    const count = (type: string) => lines.filter((line) => line.type === type).length;
    expect(count('document')).toBe(4);
    expect(count('claim')).toBe(2);
    expect(count('edge')).toBe(2);
    expect(lines.find((line) => line.type === 'time')).toMatchObject({ timex: 'DATE' });
  });
});
