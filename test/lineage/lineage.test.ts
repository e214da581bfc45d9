import { describe, expect, it } from 'vitest';
import { traceLineage } from '../../src/lineage/lineage.js';
import { outletKey } from '../../src/lineage/names.js';
import type { Account } from '../../src/model/story.js';
import { contentId } from '../../src/text/ids.js';
import { account, commonPassages } from './accounts.js';

const trace = (...accounts: Account[]) => traceLineage({ accounts, passages: commonPassages(accounts) });
const outlet = (name: string): string => contentId('s', 'outlet', outletKey(name));

const STORY = `The port agency plans to send at least forty inspectors to six harbours along the northern coast before the end of May.
The inspectors will board fishing boats at night and weigh each catch, and owners who refuse will lose their licences for a year.
Harbour masters in the region said that they had not been asked and had no berths for the launches that the agency uses.`;
const MORE = `The minister of fisheries signed the order in the capital last week after three years of talks with the boat owners' union.`;

describe('families', () => {
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
  });

  it('a wire line makes the wire the origin, also in a family of one', () => {
    const wire = `@dateline <dateline:Associated Press|HARBOUR CITY (AP)> —\n${STORY}`;
    const alone = trace(account('a', wire, { outlet: 'The Herald' }));
    expect(alone.families).toEqual([]);
    expect(alone.edges).toMatchObject([
      { from: outlet('AP'), to: 'a', relation: 'reprint', direction: 'known', share: null },
    ]);
    expect(alone.reportOf).toEqual({ a: outlet('The Associated Press') });
    const two = trace(
      account('a', wire, { outlet: 'The Herald' }),
      account('b', wire, { outlet: 'The Beacon' }),
    );
    expect(two.families).toMatchObject([
      { origin: outlet('AP'), members: [{ role: 'copy' }, { role: 'copy' }] },
    ]);
  });

  it("the wire's own document is the origin", () => {
    const { families, edges } = trace(
      account('z', STORY, { outlet: 'Associated Press' }),
      account('a', `@dateline <dateline:AP|HARBOUR CITY (AP)> —\n${STORY}`, { outlet: 'The Herald' }),
    );
    expect(families[0]).toMatchObject({ origin: 'z' });
    expect(edges).toContainEqual(
      expect.objectContaining({ from: 'z', to: 'a', direction: 'known', relation: 'reprint' }),
    );
  });
});
