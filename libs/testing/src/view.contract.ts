import {
  fieldsOf,
  project,
  replaceAt,
  type Contract,
  type Event,
  type RecordedEvent,
  type View,
} from '@annals/event-sourcing';
import fc from 'fast-check';
import { projectionContract, type AnyLog } from './projection.contract.js';
import { SECRET, secretly } from './secret.js';

const MASK = '•••';

/** The laws of every view over any log of its events: those of projections, and completeness of its declarations. */
export const viewContract = <E extends Event, D extends object>(
  view: View<E, D>,
  contracts: readonly Contract[],
  anyLog: AnyLog,
) => {
  projectionContract(view, anyLog);
  const inAnyDocument = (law: (document: D) => void, change = (log: readonly RecordedEvent[]) => log) =>
    fc.assert(fc.property(anyLog, (log) => project(view, change(log)).forEach(law)));

  it('answers as its schema says', () =>
    inAnyDocument((document) => {
      const answer = view.answer.of(document);
      expect(view.answer.schema.parse(answer)).toEqual(answer);
    }));

  it('sorts by indexed fields', () => {
    const { list, indexes = [] } = view;
    const sorts = (list?.sorts ?? []).map((sort) => sort.replace(/^-/, ''));
    expect(sorts.filter((sort) => !indexes.some(([first]) => first === sort))).toEqual([]);
  });

  it('names every place of personal data, in documents and in fields', () =>
    inAnyDocument(
      (document) => {
        const masked = view.personal.reduce((at, path) => replaceAt(at, path, () => MASK), document);
        const fields = Object.entries(fieldsOf(view, document)).filter(([name]) => !view.fields[name]!.personal);
        expect(JSON.stringify([masked, view.answer.of(masked), fields])).not.toContain(SECRET);
      },
      (log) => log.map((event) => ({ ...event, data: secretly(event, contracts) })),
    ));
};
