/** What passes between the pool and its workers. */
import type { Analysis } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import type { Depth } from '../model/settings.js';
import type { StoryAccounts, StoryRecord } from '../model/story.js';

export type Job =
  | { readonly kind: 'analyse'; readonly documents: readonly Document[]; readonly depth: Depth }
  | { readonly kind: 'stories'; readonly stories: readonly StoryAccounts[] };

export type Answer = readonly Analysis[] | readonly StoryRecord[];
