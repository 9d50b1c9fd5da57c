import type { Aggregation, Condition, FoldedViews, Query, SubjectReads, ViewRead } from '@annals/event-sourcing';
import { Views, type Answer, type Readable } from '@annals/projecting';

/** Folded views, read as stored ones are. */
export class ViewsThen extends Views {
  constructor(
    private readonly folded: FoldedViews,
    private readonly state: Omit<Answer<unknown>, 'value'>,
  ) {
    super();
  }

  async one<D extends object>(view: Readable<D>, id: string) {
    const { value, ...state } = await this.many<D>(view, [id]);
    return { ...state, value: value.get(id) ?? null };
  }

  async many<D extends object>({ name }: Readable<D>, ids: readonly string[]) {
    const documents = this.folded.read([{ view: name, ids }]).flatMap((part) => part.documents);
    return this.answer(new Map(documents.map(({ id, body }) => [id, body as D])));
  }

  async find<D extends object>({ name }: Readable<D>, query: Query) {
    const { documents, next } = this.folded.find(name, query);
    return this.answer({ items: documents.map(({ id, body }) => ({ id, document: body as D })), next });
  }

  async together(reads: readonly ViewRead[]) {
    return this.answer(this.folded.read(reads));
  }

  async about(reads: SubjectReads, subject: string) {
    return this.answer(this.folded.read(reads.of(subject)));
  }

  async count(view: Readable<never>, where: readonly Condition[], _?: unknown, most = Infinity) {
    const { value, ...state } = await this.aggregate(view, { where, groupBy: [] });
    return { ...state, value: Math.min(value[0]?.count ?? 0, most) };
  }

  async aggregate({ name }: Readable<never>, aggregation: Aggregation) {
    return this.answer(this.folded.read([{ view: name, aggregation }]).flatMap(({ groups }) => groups));
  }

  private answer<T>(value: T): Answer<T> {
    return { ...this.state, value };
  }
}
