/** The command as it is installed, in a folder of its own with two accounts, one of them unpublished; `npm test` builds it first. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  /** Runs it in the folder. */
  run(args: readonly string[], input?: string): Ended;
  /** A path in the folder. */
  path(...parts: readonly string[]): string;
}

/** For the accounts and what --about says of them. */
export const ABOUT = ['--about', 'accounts/about.csv'];

/** Sets up accounts/one.txt (published), two.txt (unpublished) and about.csv before the tests of a file, and clears up. */
export function commandOn(accounts: { readonly one: string; readonly two: string }): Command {
  let folder = '';
  const path = (...parts: readonly string[]): string => join(folder, ...parts);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stemma-cli-'));
    mkdirSync(path('accounts'));
    writeFileSync(path('accounts', 'one.txt'), accounts.one);
    writeFileSync(path('accounts', 'two.txt'), accounts.two);
    writeFileSync(
      path('accounts', 'about.csv'),
      'file,outlet,date,status\none.txt,The Beacon,2031-04-01,published\ntwo.txt,The Gazette,2031-04-02,unpublished\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path,
    run(args, input = '') {
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
        cwd: folder,
        input,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
      });
      return { status, stdout, stderr };
    },
  };
}
