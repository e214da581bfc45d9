// npm start: installs what is missing, builds, reads the bundled example, prints its record and writes its HTML.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(join(here, '..'));
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const example = 'examples/harbour-inspections/accounts';
const page = 'record.html';
const status =
  node('scripts/build.mjs') ||
  node(
    'dist/cli/main.js',
    'read',
    example,
    '--about',
    join(example, 'about.csv'),
    '--html',
    page,
    ...process.argv.slice(2),
  );
if (status === 0)
  console.log(
    `Open ${resolve(page)} in a browser; read your own with: npx stemma read FOLDER --html record.html`,
  );
process.exit(status);
