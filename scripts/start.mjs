// npm start: installs what is missing, builds, reads the bundled example, prints its record and writes its HTML.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(join(here, '..'));
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const example = 'examples/harbour-inspections';
process.exit(
  node('scripts/build.mjs') ||
    node('dist/cli/main.js', 'read', example, '--about', join(example, 'about.csv'), '--html', 'record.html', ...process.argv.slice(2)),
);
