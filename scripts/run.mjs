// Builds what is missing, then runs a TypeScript tool of this repository: node scripts/run.mjs eval/run.ts [arguments]
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
process.exit(node(join(here, 'build.mjs')) || node('--import', 'tsx', ...process.argv.slice(2)));
