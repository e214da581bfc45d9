// Checks every truth.json under examples/: that each exact string occurs, and occurs once, in its
// account, and that the parts of the truth agree with one another. Plain Node, no dependencies.
// Usage: node examples/check-truth.mjs [FOLDER …]     exit status 1 where something does not hold
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cases =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(here, { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => join(here, e.name));

const ENTITIES = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};
const INLINE = 'a|abbr|b|cite|em|i|q|small|span|strong|sub|sup|time|u';

// Visible text, whitespace (no-break spaces included) collapsed, entities decoded once.
const visibleText = (html) =>
  html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(head|script|style|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(new RegExp(`</?(?:${INLINE})\\b[^>]*>`, 'gi'), '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, dec, hex, name) => {
      if (dec) return String.fromCodePoint(Number(dec));
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (name in ENTITIES) return ENTITIES[name];
      throw new Error(`unknown entity ${whole}`);
    })
    .replace(/\s+/g, ' ')
    .trim();

const occurrences = (text, part) => {
  let n = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) n++;
  return n;
};

const KINDS = ['statement', 'figure', 'quotation', 'list'];
const RULES = ['copied', 'derived', 'attributed', 'own'];
const DRIFT = ['hedge', 'figure', 'list', 'attribution', 'modality', 'actor', 'time', 'quotation', 'wording'];
const ROLES = ['origin', 'copy', 'shorter', 'longer', 'rewrite'];

const checkCase = (folder) => {
  const faults = [];
  const fault = (note) => faults.push(note);
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  const texts = new Map();
  for (const doc of truth.documents) {
    const path = join(folder, truth.folder ?? '.', doc.file);
    if (!existsSync(path)) {
      fault(`no such file: ${doc.file}`);
      continue;
    }
    const raw = readFileSync(path, 'utf8');
    if (texts.has(doc.file)) fault(`listed twice: ${doc.file}`);
    if (doc.file.endsWith('.html')) texts.set(doc.file, visibleText(raw));
    else if (doc.file.endsWith('.jsonl')) {
      const row = raw
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .find((r) => r.id === doc.row);
      if (row) texts.set(doc.file, row.text);
      else fault(`${doc.file}: no row ${doc.row}`);
    } else texts.set(doc.file, raw);
    if (doc.published !== null && !/^\d{4}-\d\d-\d\d/.test(doc.published))
      fault(`${doc.file}: published ${doc.published}`);
  }
  let strings = 0;
  const once = ({ file, exact }, where) => {
    strings++;
    const text = texts.get(file);
    if (text === undefined) return fault(`${where}: unknown file ${file}`);
    const n = occurrences(text, exact);
    if (n !== 1) fault(`${where}: ${n} times in ${file}: ${JSON.stringify(exact)}`);
  };
  const known = (file, where) => {
    if (!texts.has(file)) fault(`${where}: unknown file ${file}`);
  };
  const same = (a, b, where) => {
    const x = JSON.stringify([...a].sort());
    const y = JSON.stringify([...b].sort());
    if (x !== y) fault(`${where}: ${x} is not ${y}`);
  };

  same(
    truth.stories.flatMap((s) => s.documents),
    texts.keys(),
    'stories cover the documents',
  );
  for (const s of truth.stories)
    same(
      s.documents,
      truth.documents.filter((d) => d.story === s.title).map((d) => d.file),
      `story ${s.title}`,
    );
  same(
    truth.reports.map((r) => r.file),
    texts.keys(),
    'reports cover the documents',
  );
  const inFamily = new Set();
  for (const f of truth.families)
    for (const m of f.members) {
      known(m.file, 'family');
      if (!ROLES.includes(m.role)) fault(`family: role ${m.role}`);
      if (inFamily.has(m.file)) fault(`in two families: ${m.file}`);
      inFamily.add(m.file);
    }
  const sources = new Map(truth.sources.map((s) => [s.name, s]));
  const claims = new Map(truth.claims.map((c) => [c.id, c]));
  if (claims.size !== truth.claims.length) fault('two claims with one id');
  const placed = new Map();
  for (const c of truth.claims) {
    const where = `claim ${c.id}`;
    if (!KINDS.includes(c.kind)) fault(`${where}: kind ${c.kind}`);
    if (c.nearMisses.length < 2) fault(`${where}: fewer than two near misses`);
    const story = truth.stories.find((s) => s.title === c.story);
    if (!story) fault(`${where}: story ${c.story}`);
    for (const s of c.statements) {
      once(s, where);
      if (!RULES.includes(s.rule)) fault(`${where}: rule ${s.rule}`);
      if (!story?.documents.includes(s.file)) fault(`${where}: ${s.file} is in another story`);
      placed.set(`${c.id} ${s.file} ${s.exact}`, true);
    }
    for (const s of c.denials) once(s, `${where}, denial`);
    for (const s of c.nearMisses) {
      once(s, `${where}, near miss`);
      if (
        c.statements.some(
          (t) => t.file === s.file && (t.exact.includes(s.exact) || s.exact.includes(t.exact)),
        )
      )
        fault(`${where}: both a statement and a near miss: ${s.exact}`);
    }
    const { min, max, roots } = c.origins;
    same(
      new Set(c.statements.flatMap((s) => s.roots)),
      roots,
      `${where}, roots of its statements and of its origins`,
    );
    const most = roots.reduce((n, r) => n + (sources.get(r)?.count?.max ?? 1), 0);
    if (max !== most) fault(`${where}: max ${max}, but its roots make ${most}`);
    if (min > max || min < 0) fault(`${where}: ${min}–${max}`);
    const lead = roots.find(
      (r) => !sources.has(r) && ![...sources.keys()].some((n) => r.startsWith(`${n} `)),
    );
    if (lead) fault(`${where}: root is no source: ${lead}`);
  }
  for (const d of truth.drift) {
    if (!DRIFT.includes(d.kind)) fault(`drift: kind ${d.kind}`);
    if (!claims.has(d.claim)) fault(`drift: claim ${d.claim}`);
    once(d.from, `drift ${d.claim}`);
    if (d.to !== null) once(d.to, `drift ${d.claim}`);
  }
  for (const c of truth.conflicts) {
    if (!claims.has(c.claim)) fault(`conflict: claim ${c.claim}`);
    for (const a of c.sides.flat()) {
      once(a, `conflict ${c.claim}`);
      const denied = claims.get(c.claim)?.denials.some((d) => d.file === a.file && d.exact === a.exact);
      if (!denied && !placed.has(`${c.claim} ${a.file} ${a.exact}`))
        fault(`conflict ${c.claim}: not a statement of it: ${a.exact}`);
    }
  }
  for (const q of truth.quotations) {
    once(q, `quotation of ${q.speaker}`);
    if (!sources.has(q.speaker)) fault(`quotation: speaker is no source: ${q.speaker}`);
  }
  for (const name of truth.lostWitnesses) if (!sources.has(name)) fault(`lost witness is no source: ${name}`);
  for (const l of truth.lists) {
    known(l.file, 'list');
    for (const item of l.items) {
      strings++;
      if (!texts.get(l.file)?.includes(item)) fault(`list: not in ${l.file}: ${item}`);
    }
  }
  return { faults, strings, claims: claims.size };
};

let failed = false;
for (const folder of cases) {
  const { faults, strings, claims } = checkCase(folder);
  for (const f of faults) console.error(`${folder}: ${f}`);
  console.log(`${folder}: ${claims} claims, ${strings} strings, ${faults.length} faults`);
  failed ||= faults.length > 0;
}
if (failed) process.exit(1);
