import type { BlobContent, Language, Words } from '@annals/event-sourcing';
import { headerOf, lineOf } from './csv-lines.js';
import type { UndoCounts } from './runs.js';
import type { Edit } from './traces.js';
import type { Kept, Undone } from './undo-ports.js';

const COLUMNS = ['outcome', 'record', 'customer', 'why', 'event', 'by', 'at', 'reason'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The name of the stored result of the last undo of an import. */
export const undoResultOf = (job: string): string => `imports/${job}-undo.csv`;

/** The result for each record as CSV that a spreadsheet can open; `told` gets each part of it. */
export async function* undoResult(
  undone: AsyncIterable<readonly Undone[]>,
  language: Language,
  told: (results: readonly Undone[]) => void,
): BlobContent {
  yield Buffer.from(headerOf(COLUMNS));
  for await (const results of undone) {
    yield Buffer.from(results.map((each) => toldOf(each, language)).join(''));
    told(results);
  }
}

/** Adds results to the counts of an undo. */
export const counted = (before: UndoCounts, results: readonly Undone[]): UndoCounts => {
  const number = (wanted: Undone['outcome']) => results.filter(({ outcome }) => outcome === wanted).length;
  return {
    withdrawn: before.withdrawn + number('withdrawn'),
    changedBack: before.changedBack + number('changed-back'),
    kept: before.kept + number('kept'),
  };
};

const toldOf = (undone: Undone, language: Language) => {
  const { outcome, stream: record, customer } = undone;
  const row: Row = { outcome, record, customer, ...NOTHING, ...aboutOf(undone, language) };
  return lineOf(COLUMNS.map((column) => row[column]));
};

const NOTHING = { why: '', event: '', by: '', at: '', reason: '' };

const aboutOf = (undone: Undone, language: Language): Partial<Row> => {
  if (undone.outcome === 'withdrawn') return {};
  if (undone.outcome === 'changed-back' && !undone.kept) return eventOf(undone.event);
  const kept: Kept = undone.kept!;
  const by = 'by' in kept && kept.by ? eventOf(kept.by) : {};
  return { why: kept.why, ...by, reason: reasonOf(kept)[language] };
};

const eventOf = ({ type: event, actor: by, recordedAt: at }: Edit) => ({ event, by, at });

const REASONS: Readonly<Record<Exclude<Kept['why'], 'refused'>, Words>> = {
  edited: { en: 'Kept, because edited since.', zh: '此后已被修改，故予保留。' },
  needed: { en: 'Kept, because other records of the customer are kept.', zh: '该客户另有保留的记录，故予保留。' },
  final: { en: 'Kept, because nothing takes this event back.', zh: '该事件无法撤销，故予保留。' },
};

const reasonOf = (kept: Kept): Words => (kept.why === 'refused' ? kept.message : REASONS[kept.why]);
