/** Scores of figures, times, places and names (src/extract). Matching rules stand beside each function. */
import { cqe } from './facts/cqe.js';
import { geo } from './facts/geo.js';
import { names } from './facts/names.js';
import { recognizers } from './facts/recognizers.js';
import { read } from './facts/sets.js';
import { timebank } from './facts/timebank.js';
import type { Result } from './result.js';

const CQE = ['cqe_age', 'cqe_currency', 'cqe_dimension', 'cqe_temperature'];

/** All sets of this stage; a set that is missing is listed with a note. `sample`: documents a set at most. */
export async function evaluateFacts(shared: string, options: { sample?: number } = {}): Promise<Result[]> {
  const load = (set: string) => read(shared, set, options.sample);
  return [
    ...timebank(load('tempeval3_timebank')),
    ...['en', 'de', 'fr', 'es'].flatMap((language) => recognizers(language, load(`recognizers_${language}`))),
    ...cqe(CQE.map(load)),
    ...['geo_trnews', 'geo_lgl'].flatMap((set) => geo(set, load(set))),
    ...names(shared),
  ];
}
