/** Stories that a case has read before, so that an account added moves its own story alone. */
import type { StoryAccounts, StoryRecord } from '../model/story.js';
import { GENERATOR_VERSION } from '../model/version.js';
import { sha256 } from '../text/ids.js';
import type { CaseFile } from './case-file.js';

/** Raised when a change to lineage, claims or origins changes what is read of a story, so that kept ones are read anew. */
const STORY_READER = 3;

type ReadStories = (stories: readonly StoryAccounts[], done: (n: number) => void) => Promise<StoryRecord[]>;

/** What decides how a story is read: its accounts as amended, what was found in each, the passages between them, and claims as users say. */
export function storyKey({ accounts, passages, amendments = [] }: StoryAccounts): string {
  const read = accounts.map(({ document: { text, ...said }, analysis: { key, assertions } }) => [
    said,
    sha256(text),
    key,
    // What an outlet repeats under everything is left aside, as the whole case tells.
    assertions.map(({ sentence }) => sentence),
  ]);
  const said = amendments.map(({ what, statements }) => [what, statements]);
  return sha256(JSON.stringify([GENERATOR_VERSION, STORY_READER, read, passages, said]));
}

/** Reads by `readStories` only those that the case does not know. `read` is all that was asked for, by key. */
export function withKnownStories(
  known: Pick<CaseFile, 'story'>,
  readStories: ReadStories,
): { readonly stories: ReadStories; readonly read: ReadonlyMap<string, StoryRecord> } {
  const read = new Map<string, StoryRecord>();
  return {
    read,
    async stories(stories, done) {
      const keys = stories.map(storyKey);
      const found = keys.map((key) => known.story(key));
      const missing = stories.filter((_, i) => found[i] === null);
      const fresh = await readStories(missing, (n) => done(stories.length - missing.length + n));
      let next = 0;
      return found.map((story, i) => {
        const told = story ?? fresh[next++]!;
        // One that failed is tried again.
        if (!told.messages.some(({ severity }) => severity === 'error')) read.set(keys[i]!, told);
        return told;
      });
    },
  };
}
