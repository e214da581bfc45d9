// Generates the tables that come from packages, then compiles. Skips what is newer than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
};

const newest = (path) => {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

if (!existsSync('node_modules/typescript') || !existsSync('node_modules/assemblyscript')) {
  run('npm', ['ci', '--no-audit', '--no-fund']);
}
if (newest('scripts/generate-tables.mjs') > newest('src/language/generated')) {
  run(process.execPath, ['scripts/generate-tables.mjs']);
}
if (
  Math.max(...['scripts/build-kernel.mjs', 'src/encoder/kernel', 'src/reuse/assembly'].map(newest)) >
  Math.min(newest('src/encoder/generated'), newest('src/reuse/generated'))
) {
  run(process.execPath, ['scripts/build-kernel.mjs']);
}
if (Math.max(newest('src'), newest('package.json')) > newest('dist')) {
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  run(process.execPath, ['scripts/write-schema.mjs']);
}
