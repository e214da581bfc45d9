/** Rebuilds src/extract/names/kind-weights.ts from the marked names. Usage: tsx eval/train-names.ts SHARED [--dry]. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { nameGroups } from '../src/extract/names/groups.js';
import { kindFeatures, type NameWords, nameWordsOf } from '../src/extract/names/kind-features.js';
import { NAME_CLASSES, type NameClass, STEPS } from '../src/extract/names/kind-model.js';
import { decide, ruleKind } from '../src/extract/names/kinds.js';
import type { NameSpan } from '../src/extract/names/spans.js';
import type { LocalName } from '../src/model/analysis.js';
import { parseText } from '../src/text/parse.js';
import { type MarkedArticle, markedArticles } from './name-labels.js';
import { readLines } from './similarity-data.js';

const CLASSES = NAME_CLASSES.length;
const FOLDS = 6;
/** Articles in which a feature must stand to be learned. */
const RARE = Number(process.env.RARE ?? 3);
const RIDGE = Number(process.env.RIDGE ?? 1);
const ROUNDS = 300;

/** The mentions of an article that are written alike. */
interface Example {
  readonly article: number;
  readonly features: ReadonlyMap<string, number>;
  /** Mentions of each class. */
  readonly gold: readonly number[];
  /** How much it is of each class. */
  readonly target: readonly number[];
  readonly weight: number;
}

function examplesOf(article: MarkedArticle, at: number): Example[] {
  const marked = new Map(article.names.map((name) => [`${name.start} ${name.end}`, name.kind]));
  const groups = [...nameGroups(article.parsed).values()].map(({ spans }) => spans);
  const doc = nameWordsOf(groups);
  return groups.map((spans) => {
    const gold = new Array<number>(CLASSES).fill(0);
    for (const { start, end } of spans)
      gold[NAME_CLASSES.indexOf(marked.get(`${start} ${end}`) ?? 'none')]!++;
    const features = featuresOf(spans, ruleKind(spans, article.parsed.outlet), doc);
    const label = gold.indexOf(Math.max(...gold));
    const target = NAME_CLASSES.map((_, k) => (k === label ? 1 : 0));
    return { article: at, features, gold, target, weight: weightOf(spans.length) };
  });
}

function featuresOf(spans: readonly NameSpan[], rule: string, doc: NameWords): Map<string, number> {
  const values = new Map<string, number>();
  kindFeatures(spans, rule, doc, (feature, value) => values.set(feature, (values.get(feature) ?? 0) + value));
  return values;
}

const weightOf = (mentions: number): number => Math.min(4, Math.sqrt(mentions));

interface Toponym {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
}

interface PlaceDoc {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
}

type Masked = Pick<Example, 'article' | 'features' | 'weight'> & { readonly may: readonly boolean[] };

/** Fits to the articles with all names, then to those with places too: what they leave open is as the first fit has it. */
function fitAll(whole: readonly Example[], partly: readonly Masked[]): Fit {
  const first = probabilities(fitted(whole));
  const told = partly.map((example): Example => {
    const guess = first(example.features).map((p, k) => (example.may[k] ? p + 1e-6 : 0));
    const sum = guess.reduce((a, b) => a + b);
    return { ...example, gold: [], target: guess.map((p) => p / sum) };
  });
  return fitted([...whole, ...told]);
}

/** Every other article in which places alone are marked: what is one is a place or a facility, what is none is no place. */
function placeExamples(set: string): Masked[] {
  const marked = new Map<string, Toponym[]>();
  for (const toponym of readLines<Toponym>(shared, `${set}.gold`))
    marked.set(toponym.doc, [...(marked.get(toponym.doc) ?? []), toponym]);
  const docs = readLines<PlaceDoc>(shared, `${set}.docs`).filter((_, i) => i % 2 === 0);
  return docs.flatMap(({ id, text, outlet }, at) => {
    const blocks = [{ start: 0, end: text.length, role: 'body' as const }];
    const parsed = parseText({ text, blocks, published: null, outlet });
    const groups = [...nameGroups(parsed).values()].map(({ spans }) => spans);
    const doc = nameWordsOf(groups);
    const toponyms = marked.get(id) ?? [];
    return groups.flatMap((spans): Masked[] => {
      const whole = spans.filter((s) => toponyms.some((t) => t.start === s.start && t.end === s.end)).length;
      const touched = spans.filter((s) => toponyms.some((t) => t.start < s.end && s.start < t.end)).length;
      if (whole > 0 && whole < spans.length) return [];
      const may = NAME_CLASSES.map((kind) => {
        if (whole > 0) return kind === 'place' || kind === 'facility';
        return kind !== 'place' && !(touched > 0 && kind === 'person');
      });
      const features = featuresOf(spans, ruleKind(spans, outlet), doc);
      return [{ article: 10_000 + at, features, may, weight: PLACE_WEIGHT * weightOf(spans.length) }];
    });
  });
}
const PLACE_WEIGHT = Number(process.env.PW ?? 0.5);

interface Fit {
  readonly features: readonly string[];
  /** `[feature * CLASSES + class]` */
  readonly weights: Float64Array;
}

/** Multinomial logistic regression with a ridge, by gradient descent with a step for each weight (Adagrad). */
function fitted(examples: readonly Example[]): Fit {
  const articles = new Map<string, Set<number>>();
  for (const { article, features } of examples)
    for (const feature of features.keys())
      articles.set(feature, (articles.get(feature) ?? new Set()).add(article));
  const features = [...articles]
    .filter(([, set]) => set.size >= RARE)
    .map(([feature]) => feature)
    .sort();
  const index = new Map(features.map((feature, i) => [feature, i]));
  const rows = examples.map(({ features: values }) =>
    [...values].flatMap(([feature, value]) => {
      const i = index.get(feature);
      return i === undefined ? [] : [[i, value] as const];
    }),
  );
  const weights = new Float64Array(features.length * CLASSES);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const scores = new Float64Array(CLASSES);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((w) => RIDGE * w);
    rows.forEach((row, e) => {
      scores.fill(0);
      for (const [i, value] of row)
        for (let k = 0; k < CLASSES; k++) scores[k]! += weights[i * CLASSES + k]! * value;
      const most = Math.max(...scores);
      let sum = 0;
      for (let k = 0; k < CLASSES; k++) sum += scores[k] = Math.exp(scores[k]! - most);
      const { target, weight } = examples[e]!;
      for (let k = 0; k < CLASSES; k++) {
        const error = (scores[k]! / sum - target[k]!) * weight;
        for (const [i, value] of row) gradient[i * CLASSES + k]! += error * value;
      }
    });
    for (let w = 0; w < weights.length; w++) {
      squares[w]! += gradient[w]! ** 2;
      weights[w]! -= (0.3 * gradient[w]!) / Math.sqrt(squares[w]!);
    }
  }
  return { features, weights };
}

function probabilities({ features, weights }: Fit): (values: ReadonlyMap<string, number>) => number[] {
  const index = new Map(features.map((feature, i) => [feature, i]));
  return (values) => {
    const scores = new Array<number>(CLASSES).fill(0);
    for (const [feature, value] of values) {
      const i = index.get(feature);
      if (i !== undefined) for (let k = 0; k < CLASSES; k++) scores[k]! += weights[i * CLASSES + k]! * value;
    }
    const most = Math.max(...scores);
    const exps = scores.map((s) => Math.exp(s - most));
    const sum = exps.reduce((a, b) => a + b);
    return exps.map((x) => x / sum);
  };
}

/** Precision and recall over mentions of all kinds but "other". */
function measure(examples: readonly Example[], said: readonly NameClass[], marked: number): string {
  let found = 0;
  let right = 0;
  examples.forEach(({ gold }, i) => {
    if (said[i] === 'none' || said[i] === 'other') return;
    found += gold.reduce((a, b) => a + b);
    right += gold[NAME_CLASSES.indexOf(said[i]!)]!;
  });
  const [p, r] = [right / found, right / marked];
  return `P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r)).toFixed(3)}`;
}

const shared = process.argv[2] ?? '../shared/eval';
const articles = markedArticles(shared);
const examples = articles.flatMap(examplesOf);
const places = [...placeExamples('geo_lgl'), ...placeExamples('geo_trnews')];
const held = (e: Example): boolean => articles[e.article]!.held;
const seen = examples.filter((e) => !held(e));
const ruleOf = ({ features }: Example): LocalName['kind'] =>
  [...features.keys()].find((f) => f.startsWith('rule '))!.slice(5) as LocalName['kind'];
const best = (e: Example, row: readonly number[]): NameClass => decide(row, ruleOf(e));
const marked = (of: boolean): number =>
  articles
    .filter((article) => article.held === of)
    .reduce((sum, { names }) => sum + names.filter(({ kind }) => kind !== 'other').length, 0);

const folded = new Map<Example, NameClass>();
for (let fold = 0; fold < FOLDS; fold++) {
  const probabilitiesOf = probabilities(
    fitAll(
      seen.filter((e) => e.article % FOLDS !== fold),
      places,
    ),
  );
  for (const e of seen) if (e.article % FOLDS === fold) folded.set(e, best(e, probabilitiesOf(e.features)));
}
const rules = seen.map(ruleOf);
console.log('rules alone   ', measure(seen, rules, marked(false)));
const score = measure(
  seen,
  seen.map((e) => folded.get(e)!),
  marked(false),
);
console.log('six folds     ', score);
const whole = fitAll(seen, places);
const probabilitiesOf = probabilities(whole);
const kept = examples.filter(held);
console.log('rules, held   ', measure(kept, kept.map(ruleOf), marked(true)));
console.log(
  'held out      ',
  measure(
    kept,
    kept.map((e) => best(e, probabilitiesOf(e.features))),
    marked(true),
  ),
  whole.features.length,
  'features',
);

if (!process.argv.includes('--dry')) {
  const bytes = Int8Array.from(whole.weights, (w) => Math.max(-127, Math.min(127, Math.round(w * STEPS))));
  const used = whole.features
    .map((_, i) => i)
    .filter((i) => bytes.subarray(i * CLASSES, (i + 1) * CLASSES).some((b) => b !== 0));
  const rows = used.flatMap((i) => [...bytes.subarray(i * CLASSES, (i + 1) * CLASSES)]);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  writeFileSync(
    new URL('../src/extract/names/kind-weights.ts', import.meta.url),
    `// Generated by eval/train-names.ts; card: models/names.md. Do not edit.\nexport const KIND_MODEL = {\n` +
      `  date: '${new Date().toISOString().slice(0, 10)}',\n  commit: '${commit}',\n  score: 'six folds of the training articles: ${score}',\n` +
      `  features:\n    ${JSON.stringify(used.map((i) => whole.features[i]).join('|'))},\n` +
      `  weights:\n    '${Buffer.from(Int8Array.from(rows).buffer).toString('base64')}',\n};\n`,
  );
}
