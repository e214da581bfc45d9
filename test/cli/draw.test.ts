import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ABOUT, commandOn } from './command.js';

const { run, path } = commandOn({
  one: 'The transport office plans to close eleven rural stations next spring, according to an internal memo seen by the Beacon.\n',
  two: 'Eleven rural stations will be closed next spring by the transport office, the Beacon reported.\n',
});

beforeAll(() => {
  expect(run(['read', 'accounts', ...ABOUT, '--quiet', '--json', 'held.json']).status).toBe(0);
  expect(run(['read', 'accounts/one.txt', ...ABOUT, '--quiet', '--json', 'record.json']).status).toBe(0);
});

describe('stemma draw', () => {
  it('draws a record on standard output, or from standard input', () => {
    const drawn = run(['draw', 'record.json']);
    expect(drawn).toMatchObject({ status: 0, stderr: '' });
    expect(drawn.stdout).toMatch(/^<\?xml [^>]*>\n<svg /);
    expect(drawn.stdout).toContain('The Beacon');
    expect(run(['draw', '-'], readFileSync(path('record.json'), 'utf8')).stdout).toBe(drawn.stdout);
  });

  it.each([
    ['stemma.svg', [], /^<\?xml [^>]*>\n<svg /],
    ['stemma.GraphML', [], /^<\?xml [^>]*>\n<graphml /],
    ['stemma.json', [], /^\{\n "directed": true/],
    ['stemma.xml', ['--format', 'graphml'], /<graphml /],
    ['stemma.dat', [], /<svg /],
  ])('writes %s as its ending or --format says', (file, more, start) => {
    expect(run(['draw', 'record.json', '--out', file, ...more])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(path(file), 'utf8')).toMatch(start);
  });

  it('lets no unpublished account out unless asked to', () => {
    const refused = run(['draw', 'held.json', '--out', 'held.svg']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--include-unpublished');
    expect(() => readFileSync(path('held.svg'))).toThrow();
    expect(run(['draw', 'held.json', '--include-unpublished']).stdout).toContain('The Gazette');
  });

  it.each([
    ['no record', ['draw'], 'takes one record'],
    ['two records', ['draw', 'record.json', 'held.json'], 'takes one record'],
    [
      'another format',
      ['draw', 'record.json', '--format', 'png'],
      '--format takes svg, graphml, json, not "png"',
    ],
    ['another option', ['draw', 'record.json', '--size', '3'], 'knows no option'],
    ['a file that is not there', ['draw', 'none.json'], 'no such file'],
    ['a file that is no record', ['draw', 'accounts/one.txt'], 'is no record'],
    ['a place that is not there', ['draw', 'record.json', '--out', 'none/stemma.svg'], 'cannot write'],
  ])('%s', (_, args, words) => {
    const ended = run(args);
    expect(ended.status).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
