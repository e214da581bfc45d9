import { describe, expect, it } from 'vitest';
import { traceLineage } from '../../src/lineage/lineage.js';
import type { Account } from '../../src/model/story.js';
import { contentId } from '../../src/text/ids.js';
import { outletKey } from '../../src/text/name-keys.js';
import { account, commonPassages } from './accounts.js';

const trace = (...accounts: Account[]) => traceLineage({ accounts, passages: commonPassages(accounts) });
const outlet = (name: string): string => contentId('s', 'outlet', outletKey(name));
const between = (lineage: ReturnType<typeof trace>, a: string, b: string) =>
  lineage.edges.filter((e) => (e.from === a && e.to === b) || (e.from === b && e.to === a));

const STORY = `The port agency plans to send at least forty inspectors to six harbours along the northern coast before the end of May.
The inspectors will board fishing boats at night and weigh each catch, and owners who refuse will lose their licences for a year.
Harbour masters in the region said that they had not been asked and had no berths for the launches that the agency uses.`;
const MORE = `The minister of fisheries signed the order in the capital last week after three years of talks with the boat owners' union.`;
const OTHER = `Two ferries were late on Tuesday because of fog, the operator wrote on its board, and a third did not sail at all until noon.
Passengers waited in the hall, where the heating had failed in the night, and most were given tea and a voucher for the next crossing.`;
const WIRE = `@dateline <dateline:Associated Press|HARBOUR CITY (AP)> —\n${STORY}`;

describe('families and direction', () => {
  it('a reprint without credit and without dates is undetermined', () => {
    const { families, edges } = trace(account('a', STORY), account('b', `${STORY}\n${MORE}`));
    expect(families).toHaveLength(1);
    expect(families[0]!.origin).toBeNull();
    expect(families[0]!.members).toEqual([
      { doc: 'a', role: 'shorter' },
      { doc: 'b', role: 'copy' },
    ]);
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({ from: 'a', to: 'b', direction: 'undetermined', relation: 'reprint' });
    expect(edges[0]!.evidence[0]!.note).toMatch(/^shares \d+ % of its words; no credit found in this copy$/);
    expect(edges[0]!.evidence.map((e) => e.kind)).toContain('containment');
  });

  it('a wire line makes the wire the origin, also in a family of one', () => {
    const alone = trace(account('a', WIRE, { outlet: 'The Herald' }));
    expect(alone.families).toEqual([]);
    expect(alone.edges).toMatchObject([
      {
        from: outlet('AP'),
        to: 'a',
        relation: 'reprint',
        direction: 'known',
        share: null,
        evidence: [{ kind: 'dateline' }],
      },
    ]);
    expect(alone.reportOf).toEqual({ a: outlet('The Associated Press') });
    const two = trace(
      account('a', WIRE, { outlet: 'The Herald' }),
      account('b', WIRE, { outlet: 'The Beacon' }),
    );
    expect(two.families).toMatchObject([
      { origin: outlet('AP'), members: [{ role: 'copy' }, { role: 'copy' }] },
    ]);
  });

  it('dates of two copies of a wire decide nothing between them', () => {
    const lineage = trace(
      account('a', WIRE, { outlet: 'The Herald', published: '2020-03-01' }),
      account('b', STORY, { outlet: 'The Beacon', published: '2020-03-02' }),
    );
    expect(lineage.families[0]!.origin).toBe(outlet('AP'));
    expect(between(lineage, 'a', 'b')).toMatchObject([{ direction: 'undetermined' }]);
  });

  it("the wire's own document is the origin, whatever its date", () => {
    const lineage = trace(
      account('z', STORY, { outlet: 'Associated Press', published: '2020-03-09' }),
      account('a', WIRE, { outlet: 'The Herald', published: '2020-03-01' }),
    );
    expect(lineage.families[0]).toMatchObject({ origin: 'z' });
    expect(between(lineage, 'z', 'a')).toMatchObject([
      { from: 'z', direction: 'known', relation: 'reprint' },
    ]);
  });

  it.each([
    ['days differ', '2020-03-01', '2020-03-02', 'known'],
    [
      'days differ by the clock of two zones, the instant is one',
      '2020-03-01T23:30:00-05:00',
      '2020-03-02T04:30:00Z',
      'undetermined',
    ],
    ['one day, two hours', '2020-03-01T08:00:00Z', '2020-03-01T18:00:00Z', 'undetermined'],
    ['a month against a day in it', '2020-03', '2020-03-02', 'undetermined'],
    ['one undated', '2020-03-01', null, 'undetermined'],
    ['year 1', '0001-01-01', '2020-03-02', 'undetermined'],
    ['the first day of computers', '1970-01-01', '2020-03-02', 'undetermined'],
    ['a year far ahead', '2020-03-02', '9999-12-31', 'undetermined'],
  ])('times: %s', (_, first, second, direction) => {
    const lineage = trace(
      account('a', STORY, { published: first }),
      account('b', `${STORY}\n${MORE}`, { published: second }),
    );
    expect(lineage.edges).toMatchObject([{ from: 'a', to: 'b', direction }]);
    expect(lineage.families[0]!.origin).toBe(direction === 'known' ? 'a' : null);
    expect(lineage.families[0]!.members[1]!.role).toBe(direction === 'known' ? 'longer' : 'copy');
  });

  it('explicit credit beats a wrong clock', () => {
    const lineage = trace(
      account('a', `${STORY}\n<reported:The Courier|The Courier reported> that first.`, {
        outlet: 'The Gazette',
        published: '2020-03-01',
      }),
      account('b', STORY, { outlet: 'The Courier', published: '2020-03-05' }),
    );
    expect(between(lineage, 'a', 'b')).toMatchObject([{ from: 'b', to: 'a', direction: 'known' }]);
    expect(lineage.families[0]!.origin).toBe('b');
  });

  it("an update of one's own earlier version is a follow-up", () => {
    const lineage = trace(
      account('a', STORY, { outlet: 'The Courier', published: '2020-03-01' }),
      account('b', `${STORY}\n${MORE}`, { outlet: 'The Courier', published: '2020-03-03' }),
    );
    expect(lineage.edges).toMatchObject([{ from: 'a', to: 'b', relation: 'follow-up', direction: 'known' }]);
  });

  it('a press release that others copy is the origin', () => {
    const lineage = trace(
      account('a', `${STORY}\nThe inspections start soon, <organisation:Port Agency|the Port Agency> said.`, {
        outlet: 'The Beacon',
      }),
      account('b', STORY, { outlet: 'Port Agency' }),
    );
    expect(lineage.families[0]).toMatchObject({ origin: 'b' });
  });

  it('two texts that meet in one document do not make one family', () => {
    const lineage = trace(account('a', STORY), account('b', `${STORY}\n${OTHER}`), account('c', OTHER));
    expect(lineage.families).toHaveLength(1);
    expect(lineage.families[0]!.members).toHaveLength(2);
    expect(lineage.edges).toHaveLength(2);
  });

  it('common quotations make no family', () => {
    const said =
      'We will not pay for launches that we never asked for and that nobody in this town can use at all';
    const { families, edges } = trace(
      account('a', `“${said},” Calder told reporters at the quay.`),
      account('b', `“${said},” the harbour master wrote to the ministry.`),
    );
    expect(families).toEqual([]);
    expect(edges).toEqual([]);
  });

  it('nor do quotations with the frames that reporters write about them', () => {
    const one = 'We will not pay for launches that we never asked for';
    const two = 'nobody in this town can use them at all, and no one will';
    const { families, edges } = trace(
      account('a', `Anger grew. “${one},” Ms. Calder said on Tuesday. “And ${two},” she added.`),
      account(
        'b',
        `The north is calm. “${one},” Ms. Calder said on Tuesday. “And ${two},” she added, in tears.`,
      ),
    );
    expect(families).toEqual([]);
    expect(edges).toEqual([]);
  });

  it('one paragraph of a long document is an edge, not a family', () => {
    const paragraph = STORY.split('\n')[0]!;
    const { families, edges } = trace(
      account('a', `${paragraph}\n${OTHER}\n${MORE}`),
      account('b', `${STORY}\n${STORY.replaceAll('the', 'this')}\n${paragraph}`),
    );
    expect(families).toEqual([]);
    expect(edges).toMatchObject([{ relation: 'quote', direction: 'undetermined' }]);
  });
});

describe('credits', () => {
  it('a credit without common text is an edge from the report', () => {
    const lineage = trace(
      account('a', STORY, { outlet: 'The Courier' }),
      account('b', `Inspectors are on their way north, <reported:the Courier|the Courier reported>.`, {
        outlet: 'The Gazette',
      }),
    );
    expect(lineage.edges).toMatchObject([
      { from: 'a', to: 'b', relation: 'credit', direction: 'known', share: 0 },
    ]);
    expect(lineage.edges[0]!.evidence[0]!.anchors[0]!.exact).toBe('the Courier reported');
  });

  it('a report that is not in the story is a lost witness', () => {
    const { edges, sources } = trace(
      account('b', `Inspectors are on their way, <reported:The Courier|The Courier reported>.`, {
        outlet: 'The Gazette',
      }),
    );
    expect(edges).toMatchObject([{ from: outlet('Courier'), to: 'b', relation: 'credit', share: null }]);
    expect(sources.map((s) => s.name).sort()).toEqual(['The Courier', 'The Gazette']);
  });

  it('a document that credits its own outlet gets no edge', () => {
    const { edges } = trace(
      account(
        'a',
        `<person:Ines Calder|Ines Calder> <told:the Courier|told the Courier> that forty were expected.`,
        { outlet: 'The Courier' },
      ),
    );
    expect(edges).toEqual([]);
  });

  it('mutual credits are one undetermined edge; a cycle of three ends', () => {
    const say = (id: string, own: string, other: string) =>
      account(id, `Forty inspectors are expected, <reported:${other}|${other} reported>.`, { outlet: own });
    expect(trace(say('a', 'Courier', 'Gazette'), say('b', 'Gazette', 'Courier')).edges).toMatchObject([
      { from: 'a', to: 'b', relation: 'credit', direction: 'undetermined' },
    ]);
    const three = trace(
      say('a', 'Courier', 'Gazette'),
      say('b', 'Gazette', 'Herald'),
      say('c', 'Herald', 'Courier'),
    );
    expect(three.edges.map((e) => [e.from, e.to]).sort()).toEqual([
      ['a', 'c'],
      ['b', 'a'],
      ['c', 'b'],
    ]);
  });

  it('two copies of one newspaper and one that credits it', () => {
    const email = '<document:internal email;type=e-mail;seen=The New York Times|an internal email>';
    const seen = `<seen:The New York Times|reviewed by The New York Times>`;
    const lineage = trace(
      account(
        'a',
        `The news came fast, according to the paper. The email said so, <reported:the New York Times|the New York Times reported>.`,
        { published: '2020-03-06' },
      ),
      account('b', `${STORY}\nThat is what ${email} ${seen} says.`),
      account('c', `That is what ${email} ${seen} says.\n${STORY}\n${MORE}`),
    );
    expect(lineage.families).toMatchObject([
      {
        origin: outlet('New York Times'),
        members: [
          { doc: 'b', role: 'shorter' },
          { doc: 'c', role: 'copy' },
        ],
      },
    ]);
    expect(between(lineage, 'b', 'c')).toMatchObject([{ direction: 'undetermined' }]);
    expect(lineage.edges.filter((e) => e.to === 'a')).toMatchObject([
      { from: 'c', relation: 'credit', direction: 'known' },
    ]);
    expect(lineage.reportOf).toEqual({ a: null, b: outlet('New York Times'), c: outlet('New York Times') });
    const mail = lineage.sources.filter((s) => s.kind === 'document');
    expect(mail).toHaveLength(1);
    expect(mail[0]!.seenBy).toEqual([outlet('New York Times')]);
  });

  it.each([
    ['told one outlet', `Calder <told:The Hill|told The Hill> so.`, 'The Hill'],
    [
      'told two outlets',
      `Calder <told:The Hill|told The Hill> and Ruiz <told:Courier|told the Courier>.`,
      null,
    ],
    [
      'told an outlet that it also reports from',
      `Calder <told:Courier|told the Courier>, <reported:Courier|the Courier reported>.`,
      null,
    ],
    [
      'contributed is no maker',
      `Forty came.\n<contributed:Reuters|Reuters contributed to this report>`,
      null,
    ],
    [
      'a credit line',
      `Forty came.\n@credit <credit-line:The Washington Post|The Washington Post>`,
      'Washington Post',
    ],
  ])('whose report: %s', (_, text, of) => {
    expect(trace(account('a', text)).reportOf.a).toBe(of === null ? null : outlet(of));
  });

  it.each([
    ['https://www.nytimes.com/2020/03/05/us/ice.html', 'New York Times'],
    ['https://web.archive.org/web/2020/https://www.latimes.com/a', 'latimes.com'],
    ['https://news.example.com/apnews/forty-inspectors', 'AP'],
  ])('whose report, by URL: %s', (url, of) => {
    expect(trace(account('a', 'Forty came.', { url })).reportOf.a).toBe(outlet(of));
  });

  it.each([
    ['undated', null, 'known'],
    ['published later', '2031-05-06', 'known'],
    ['published before it', '2031-05-01', 'undetermined'],
  ])('a copy without a line, of a text whose maker another copy names: %s', (_, published, direction) => {
    const lineage = trace(
      account('wire', `@dateline <dateline:Sextant|(Sextant)>\n${STORY}`, {
        outlet: 'Sextant',
        published: '2031-05-03',
      }),
      account('lined', `@dateline <dateline:Sextant|(Sextant)>\n${STORY}`, {
        outlet: 'Gazette',
        published: '2031-05-04',
      }),
      account('bare', STORY, { outlet: 'Herald', published }),
    );
    expect(between(lineage, 'wire', 'bare').map((edge) => edge.direction)).toEqual([direction]);
    // Which of two copies was published first does not tell that one has it from the other.
    expect(between(lineage, 'lined', 'bare').every((edge) => edge.direction === 'undetermined')).toBe(true);
  });
});
