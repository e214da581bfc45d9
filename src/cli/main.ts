#!/usr/bin/env node
/** The command line. Commands are loaded when asked for, so that `--version` and `--help` answer at once. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { type CommandDef, defineCommand, renderUsage } from 'citty';
import { complain, FAILED } from './outcome.js';

const main = defineCommand({
  meta: {
    name: 'stemma',
    description: 'Reads many accounts of the same events and writes one sourced record of what they say.',
  },
  subCommands: {
    read: { meta: { name: 'read', description: 'Read accounts and write their record' } },
    quotes: { meta: { name: 'quotes', description: 'Print who says what in each account' } },
    facts: {
      meta: {
        name: 'facts',
        description: 'Print the figures, times, places, names and lists in each account',
      },
    },
    claims: {
      meta: {
        name: 'claims',
        description: 'List the claims of a record: all, or those that conflict, changed, or rest on little',
      },
    },
    'what-if': {
      meta: { name: 'what-if', description: 'Tell which claims would still stand without a source' },
    },
    explain: { meta: { name: 'explain', description: 'Tell how the origins of a claim were counted' } },
    draw: { meta: { name: 'draw', description: 'Draw who has it from whom, or write it as a graph' } },
    reuse: { meta: { name: 'reuse', description: 'Find every passage that documents of a corpus share' } },
    export: { meta: { name: 'export', description: 'Write a case in a format that others read' } },
    find: { meta: { name: 'find', description: 'Find words in the accounts of a case' } },
    amend: { meta: { name: 'amend', description: 'Say what you know of a case, or list what was said' } },
    remove: {
      meta: { name: 'remove', description: 'Take accounts out of a case, or back in with --restore' },
    },
    purge: { meta: { name: 'purge', description: 'Erase a file from a case for good' } },
    verify: {
      meta: {
        name: 'verify',
        description: 'Check a case file, or a WACZ of one: every hash, every text, every anchor, the log',
      },
    },
    log: { meta: { name: 'log', description: 'Tell what was done to a case file, when and by whom' } },
  },
});

const commands: {
  readonly [name: string]: () => Promise<{
    command: CommandDef;
    run: (args: readonly string[]) => Promise<number>;
  }>;
} = {
  read: async () => {
    const { command, run } = await import('./commands/read.js');
    return { command: command as CommandDef, run };
  },
  quotes: async () => {
    const { command, run } = await import('./commands/quotes.js');
    return { command: command as CommandDef, run };
  },
  facts: async () => {
    const { command, run } = await import('./commands/facts.js');
    return { command: command as CommandDef, run };
  },
  claims: async () => {
    const { command, run } = await import('./commands/claims.js');
    return { command: command as CommandDef, run };
  },
  'what-if': async () => {
    const { command, run } = await import('./commands/what-if.js');
    return { command: command as CommandDef, run };
  },
  explain: async () => {
    const { command, run } = await import('./commands/explain.js');
    return { command: command as CommandDef, run };
  },
  draw: async () => {
    const { command, run } = await import('./commands/draw.js');
    return { command: command as CommandDef, run };
  },
  export: async () => {
    const { command, run } = await import('./commands/export.js');
    return { command: command as CommandDef, run };
  },
  find: async () => {
    const { command, run } = await import('./commands/find.js');
    return { command: command as CommandDef, run };
  },
  amend: async () => {
    const { command, run } = await import('./commands/amend.js');
    return { command: command as CommandDef, run };
  },
  remove: async () => {
    const { command, run } = await import('./commands/remove.js');
    return { command: command as CommandDef, run };
  },
  purge: async () => {
    const { command, run } = await import('./commands/purge.js');
    return { command: command as CommandDef, run };
  },
  verify: async () => {
    const { command, run } = await import('./commands/verify.js');
    return { command: command as CommandDef, run };
  },
  log: async () => {
    const { command, run } = await import('./commands/log.js');
    return { command: command as CommandDef, run };
  },
  reuse: async () => {
    const { command, run } = await import('./commands/reuse.js');
    return { command: command as CommandDef, run };
  },
};

async function start(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return print(`${version()}\n`);
  if (name === undefined) {
    process.stderr.write(`${await usage(main)}\n`);
    return FAILED;
  }
  if (name === '--help' || name === '-h' || name === 'help') return print(`${await usage(main)}\n`);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return complain(`there is no command "${name}"; stemma --help lists them`);
  const { command, run } = await load();
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (own.includes('--help') || own.includes('-h')) return print(`${await usage(command, main)}\n`);
  return run(rest);
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

async function usage(command: CommandDef, parent?: CommandDef): Promise<string> {
  const text = await renderUsage(command, parent);
  return process.stdout.isTTY && !process.env.NO_COLOR ? text : stripVTControlCharacters(text);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// A reader that stops reading (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED));
}

start(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = complain(error);
  },
);
