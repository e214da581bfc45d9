// npm test: installs what is missing, builds, checks types and style, runs the tests; the last line counts them.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const must = (...args) => {
  const status = node(...args);
  if (status !== 0) process.exit(status);
};

must('scripts/build.mjs');
must('node_modules/typescript/bin/tsc', '-p', 'tsconfig.tools.json');
must('node_modules/@biomejs/biome/bin/biome', 'check', '.');
const report = 'dist/test-report.json';
rmSync(report, { force: true });
const status = node(
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
const failed = status !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(status);
