import {
  sinceWithdrawal,
  type ChangeBack,
  type RecordedEvent,
  type Undoable,
  type Update,
} from '@annals/event-sourcing';
import { editIn, isUndoing, tracesOf, type Edit, type Traces } from './traces.js';
import type { ChangedBack, Kept, Undone, UndoPorts } from './undo-ports.js';

const TOGETHER = 256; // records
const ATTEMPTS = 5;

/**
 * Undoes an import: what it began is withdrawn, what it changed is changed back, unless it was edited since. Nothing leaves
 * the log. Can be stopped at any moment and repeated; the answers are the same again.
 */
export async function* undoImport(job: string, ports: UndoPorts): AsyncGenerator<readonly Undone[]> {
  const traces = await tracesOf(ports.log, job, {
    ...ports,
    withdrawn: ports.undoables.map(({ withdrawn }) => withdrawn),
  });
  const needed = new Map<string, Edit>();
  for (const [customer, [other]] of traces.others) if (other) needed.set(customer, other);
  const all = [...traces.streams].toReversed();
  // A customer is withdrawn last, unless a record about it stays.
  const isCustomer = ([stream]: readonly [string, string]) => ports.customerOf(stream) !== undefined;
  for (const group of [...grouped(all.filter((each) => !isCustomer(each))), ...grouped(all.filter(isCustomer))]) {
    const undone = await Promise.all(
      group.map((each) => new Undo(job, ports, traces).of(each, isCustomer(each) ? needed.get(each[1]) : undefined)),
    );
    for (const { last, results } of undone)
      for (const { outcome, customer } of results) if (outcome === 'kept') needed.set(customer, last);
    yield undone.flatMap(({ results }) => results);
  }
}

const grouped = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, n) => all.slice(n * TOGETHER, (n + 1) * TOGETHER));

/** The undo of what one import has stored in a stream. */
class Undo {
  constructor(
    private readonly job: string,
    private readonly ports: UndoPorts,
    private readonly traces: Traces,
  ) {}

  async of([stream, customer]: readonly [string, string], needed: Edit | undefined, left = ATTEMPTS) {
    const own = await this.ports.log.read(stream);
    const results = await this.results(own, needed, left);
    return { last: editIn(own.at(-1)!), results: results.map((result) => ({ ...result, stream, customer })) };
  }

  private async results(own: readonly RecordedEvent[], needed: Edit | undefined, left: number): Promise<Answers> {
    const rules = this.ports.undoables.find(({ types }) => types.includes(own[0]!.type));
    if (!rules) return [kept({ why: 'final', by: editIn(own.find(this.traces.isOwn)!) })];
    const live = sinceWithdrawal(own, rules);
    const mine = live.filter(this.traces.isOwn);
    if (mine.length === 0) return [{ outcome: 'withdrawn' }];
    const records = { rules, own, live, mine, left };
    return this.traces.isOwn(live[0]!) ? [await this.withdraw(records, needed)] : this.changeBack(records);
  }

  private async withdraw(records: Records, needed: Edit | undefined): Promise<Answer> {
    const { rules, own, live, mine } = records;
    const edit = live.find((event) => !this.traces.isOwn(event) && !this.isOurs(event));
    if (edit) return kept({ why: 'edited', by: editIn(edit) });
    if (needed) return kept({ why: 'needed', by: needed });
    const final = live.find((event) => !rules.goesWithIt(event));
    if (final) return kept({ why: 'final', by: editIn(final) });
    const outcome = await this.send(rules.withdraw(own)!, mine.at(-1)!, own);
    if (outcome.status === 'overtaken') return this.anew(records, needed);
    return outcome.status === 'refused' ? kept({ ...outcome, why: 'refused' }) : { outcome: 'withdrawn' };
  }

  /** Of several changes the last one first. */
  private async changeBack({ rules, mine, left, ...records }: Records): Promise<Answers> {
    const answers: Answer[] = [];
    let own = records.own;
    for (const event of mine.toReversed()) {
      answers.push(await this.changeOneBack(rules, event, own, left));
      own = await this.ports.log.read(event.stream);
    }
    return answers;
  }

  private async changeOneBack(rules: Undoable, event: RecordedEvent, own: Own, left: number): Promise<Answer> {
    const before = own.findIndex((each) => isUndoing(each, this.job) && each.correlationId === event.id);
    if (before >= 0)
      return this.changedBack(event, own.slice(0, before), rules.changeBack(event, own.slice(0, before)));
    if (!rules.changes.includes(event.type)) return kept({ why: 'final', by: editIn(event) });
    const change = rules.changeBack(event, own);
    if (!change) return kept(this.editOf(event, own));
    const { partly: _, ...command } = change;
    const outcome = await this.send(command, event, own);
    if (outcome.status === 'overtaken' && left > 1)
      return this.changeOneBack(rules, event, await this.ports.log.read(event.stream), left - 1);
    return outcome.status === 'refused' ? kept({ ...outcome, why: 'refused' }) : this.changedBack(event, own, change);
  }

  private changedBack(event: RecordedEvent, own: Own, change: ChangeBack | undefined): Answer {
    const done = { outcome: 'changed-back', event: editIn(event) } as const;
    return change?.partly ? { ...done, kept: this.editOf(event, own) } : done;
  }

  /** What was changed since, by the first event of others after it. */
  private editOf({ revision }: RecordedEvent, own: Own): EditedSince {
    const edit = own.find((each) => each.revision > revision && !this.traces.isOwn(each) && !this.isOurs(each));
    return { why: 'edited', by: edit && editIn(edit) };
  }

  private async anew({ own, left }: Records, needed: Edit | undefined): Promise<Answer> {
    if (left <= 1) return kept({ why: 'edited', by: editIn(own.at(-1)!) });
    const [answer] = await this.results(await this.ports.log.read(own[0]!.stream), needed, left - 1);
    return answer!;
  }

  private isOurs(event: RecordedEvent) {
    return this.traces.follows(event) || isUndoing(event, this.job);
  }

  private send(command: Update, { id: name }: RecordedEvent, own: Own) {
    return this.ports.send({ ...command, name, expectedRevision: own.at(-1)!.revision });
  }
}

type EditedSince = NonNullable<ChangedBack['kept']>;
type Own = readonly RecordedEvent[];
type Answer = { readonly outcome: 'withdrawn' } | ChangedBack | { readonly outcome: 'kept'; readonly kept: Kept };
type Answers = readonly Answer[];
type Records = {
  readonly rules: Undoable;
  readonly own: Own;
  /** Since the record was last withdrawn. */
  readonly live: Own;
  readonly mine: Own;
  readonly left: number;
};

const kept = (why: Kept): Answer => ({ outcome: 'kept', kept: why });
