// Adds an account to a case, again and again, until it is killed.
import { makeDocument } from '../../dist/ingest/document.js';
import { CaseFile } from '../../dist/store/case-file.js';
import { sha256 } from '../../dist/text/ids.js';

const path = process.argv[2];
process.stdout.write('.');
for (;;) {
  const file = CaseFile.open(path, 'write');
  const record = file.record();
  const ref = `${file.log().length}.txt`;
  const text = `The ferry was late again on run ${ref}. `.repeat(200);
  const bytes = new TextEncoder().encode(text);
  const documents = [makeDocument({ ref, sha256: sha256(bytes), text })];
  file.add([{ ref, bytes, options: {}, documents, messages: [] }], new Date());
  file.commit({ record, analyses: file.analyses(), stories: new Map() }, { what: 'read', note: '1', by: '', at: new Date() });
  file.close();
  process.stdout.write('.');
}
