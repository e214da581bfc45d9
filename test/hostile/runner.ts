/** Runs `stemma read` on hostile inputs, one after another in a process that is started anew where one did not end. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type HostileInput, LIMITS } from './inputs.js';
import { SENTENCE } from './make.js';

export interface Ended {
  /** As the column `result` of the table; "crashed: …" or "no end" where it is neither. */
  readonly result: string;
  readonly seconds: number;
  /** Resident memory at its highest; null where the system does not tell. */
  readonly peakMB: number | null;
  /** What was printed, and the page and the memo; "" where there are none. */
  readonly said: string;
  readonly html: string;
  readonly md: string;
}

interface Answer {
  readonly exit: number | null;
  readonly said: string;
  readonly seconds: number;
  readonly peakMB: number | null;
}

export type Tier = 'rules' | 'fast' | 'accurate';

export class HostileRunner {
  readonly #folder = mkdtempSync(join(tmpdir(), 'stemma-hostile-'));
  #child: ChildProcess | null = null;
  #runs = 0;

  /** `patience`: seconds after which it is taken to hang. */
  constructor(
    private readonly tier: Tier = 'fast',
    private readonly patience: number = LIMITS.seconds * 3,
  ) {}

  async run(input: HostileInput): Promise<Ended> {
    const folder = join(this.#folder, String(this.#runs++));
    mkdirSync(folder);
    const at = (name: string): string => join(folder, name);
    const made = await input.make();
    if (typeof made === 'string' || made instanceof Uint8Array) writeFileSync(at(input.file), made);
    else
      for (const [name, held] of Object.entries(made)) {
        mkdirSync(dirname(at(join(input.file, name))), { recursive: true });
        if (typeof held === 'string') writeFileSync(at(join(input.file, name)), held);
        else symlinkSync(held.to, at(join(input.file, name)));
      }
    if (input.as === 'about') writeFileSync(at('news.txt'), SENTENCE);
    const outputs = ['--json', at('r.json'), '--html', at('r.html'), '--md', at('r.md')];
    const reading = ['--tier', this.tier, '--workers', '1'];
    const answer = await this.#ask(
      {
        account: ['read', at(input.file), ...outputs, ...reading],
        about: ['read', at('news.txt'), '--about', at(input.file), ...outputs, ...reading],
        record: ['claims', at(input.file)],
        case: ['claims', at(input.file)],
      }[input.as] as [string, ...string[]],
    );
    const written = (name: string): string => {
      try {
        return readFileSync(at(name), 'utf8');
      } catch {
        return '';
      }
    };
    const record = written('r.json');
    const ended = {
      ...answer,
      result: resultOf(answer, record),
      html: written('r.html'),
      md: written('r.md'),
    };
    rmSync(folder, { recursive: true });
    return ended;
  }

  async #ask([command, ...args]: [string, ...string[]]): Promise<Answer> {
    this.#child ??= fork(join(import.meta.dirname, 'child.mjs'), {
      execArgv: ['--expose-gc', `--max-old-space-size=${LIMITS.megabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const child = this.#child;
    let trouble = '';
    const hear = (text: Buffer): void => {
      trouble = (trouble + text).slice(-2_000);
    };
    child.stderr?.on('data', hear);
    const start = performance.now();
    return new Promise((resolve) => {
      const failed = (why: string): void => {
        clearTimeout(timer);
        this.#child = null;
        child.removeAllListeners();
        child.kill('SIGKILL');
        resolve({ exit: null, said: why, seconds: (performance.now() - start) / 1000, peakMB: null });
      };
      const timer = setTimeout(() => failed('no end'), this.patience * 1000);
      child.once('exit', (code, signal) =>
        failed(`crashed: ${code ?? signal} ${/FATAL[^\n]*/.exec(trouble)?.[0] ?? trouble.slice(-300)}`),
      );
      child.once('message', (answer: Answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.stderr?.off('data', hear);
        resolve(answer);
      });
      child.send({ command, args });
    });
  }

  close(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function resultOf({ exit, said }: Answer, record: string): string {
  if (exit === null) return said;
  if (exit < 0) return `crashed: ${said.trim().slice(-300)}`;
  if (record === '') return exit === 2 ? 'refused' : `exit ${exit}`;
  const { documents, messages } = JSON.parse(record) as {
    documents: unknown[];
    messages: { rule: string }[];
  };
  const rules = [...new Set(messages.map(({ rule }) => rule))].sort();
  return `${documents.length}${rules.length === 0 ? '' : `: ${rules.join(', ')}`}`;
}
