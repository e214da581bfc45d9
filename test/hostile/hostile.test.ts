import { afterAll, describe, expect, it } from 'vitest';
import { ACTING, INPUTS, LIMITS, LONG } from './inputs.js';
import { HostileRunner } from './runner.js';

/** Longer than the machines of a test run, shared by others, take for what takes LIMITS.seconds alone. */
const PATIENCE = 200_000;

describe('hostile inputs', () => {
  const runner = new HostileRunner('fast', PATIENCE / 1000);
  afterAll(() => runner.close());

  it('are at least sixty, each once', () => {
    expect(INPUTS.length).toBeGreaterThanOrEqual(60);
    const names = new Set(INPUTS.map(({ what }) => what));
    expect(names.size).toBe(INPUTS.length);
    for (const what of LONG) expect(names).toContain(what);
  });

  it.each(INPUTS.filter(({ what }) => !LONG.has(what)).map((input) => [input.what, input] as const))(
    '%s',
    { timeout: PATIENCE + 20_000 },
    async (_, input) => {
      const { result, peakMB, said, html, md } = await runner.run(input);
      expect(result).toBe(input.result);
      expect(peakMB ?? 0).toBeLessThan(LIMITS.megabytes);
      // Nothing that the input says acts in what is written of it.
      expect(said).not.toMatch(CONTROL);
      expect(md).not.toMatch(CONTROL);
      expect(html).not.toMatch(CONTROL);
      for (const act of ACTING.slice(0, 2)) {
        expect(html).not.toContain(act);
        expect(md).not.toContain(act);
      }
      expect(html).not.toMatch(
        /<script|<img|<iframe|<[a-z]+ [^>]*\son\w+=|(?:href|src)="?\s*(?:javascript|data):/i,
      );
      expect(md).not.toMatch(/(?<!\\)\]\((?:javascript|data):/i);
    },
  );
});

/** What a terminal acts on: controls other than tab and line ends, and the marks that turn the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
