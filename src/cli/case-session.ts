/** A case file that a command reads into: what it knows goes into the reading, what was read goes back into it. */
import { userInfo } from 'node:os';
import type { ReceivedFile } from '../ingest/paths.js';
import type { Amendments } from '../model/amendments.js';
import type { Analysis } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import type { Record } from '../model/record.js';
import type { Tier } from '../model/settings.js';
import { inProcess, type Runner } from '../pipeline.js';
import { CaseFile } from '../store/case-file.js';
import type { Access } from '../store/database.js';
import { withKnownStories } from '../store/known-stories.js';
import type { Run } from '../store/log.js';

export class CaseSession {
  private read: ReturnType<typeof withKnownStories>['read'] = new Map();

  /** Who does what is done; null: who is logged in. */
  private by: string | null = null;

  private constructor(readonly file: CaseFile) {}

  /** Throws StemmaError. */
  static open(path: string, access: Access): CaseSession {
    return new CaseSession(CaseFile.open(path, access));
  }

  /** How many accounts are new to the case; with new ones of a case that was passed on comes what was said of them, as it was. */
  add = (files: readonly ReceivedFile[]): number => {
    const added = this.file.add(files, new Date());
    if (added > 0) this.file.amend(files.flatMap(({ amendments = [] }) => amendments));
    return added;
  };
  /** Reads every file that it keeps anew from its bytes. How many accounts are other than before. */
  async readAgain(progress: (stage: string, done: number, total: number) => void): Promise<number> {
    const { ingestReceived } = await import('../ingest/paths.js');
    const files = this.file.evidence();
    let changed = 0;
    for (const [i, file] of files.entries()) {
      const bytes = file.bytes();
      // Without bytes it is a note of what could not be had.
      if (bytes !== null && bytes.length > 0)
        changed += this.file.readAgain(file, await ingestReceived(file.ref, bytes, file.options));
      progress('ingest', i + 1, files.length);
    }
    return changed;
  }

  /** `by`: who says it, in the log too; null: who is logged in. By which numbers it can be taken back. */
  amend = (amendments: Amendments, by: string | null = null): number[] => {
    const at = new Date().toISOString();
    this.by = by;
    return this.file.amend(amendments.map((said) => ({ ...said, by: by ?? userName(), at })));
  };

  /** The tier of its record; null where it holds none yet. */
  tier = (): Tier | null => this.file.tier();

  documents = (): Document[] => this.file.documents();
  messages = (): Message[] => this.file.messages();
  amendments = (): Amendments => this.file.amendments();
  analyses = (): Analysis[] => this.file.analyses();

  /** Reads on `inner` what the case does not know. */
  runner(inner: Runner = inProcess): Runner {
    const { stories, read } = withKnownStories(this.file, inner.stories.bind(inner));
    this.read = read;
    return { analyse: inner.analyse.bind(inner), stories };
  }

  commit(what: Run['what'], note: string, record: Record, analyses: readonly Analysis[]): void {
    this.file.commit(
      { record, analyses, stories: this.read },
      { what, note, by: this.by ?? userName(), at: new Date() },
    );
  }

  close(): void {
    this.file.close();
  }
}

/** As the system knows it; empty where it knows none, as in a container. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
