import {
  collectionOf,
  fieldsOf,
  project,
  type Event,
  type Projection,
  type RecordedEvent,
  type View,
} from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { Catalogue } from '@annals/slice';
import { recorded } from '@annals/testing';

type Views = Pick<Catalogue, 'views'>;
type Log = readonly RecordedEvent[];

/** A day and a month earlier in UTC than in the east. */
const TURN_OF_MONTH = '2024-01-31T20:00:00.000Z';

/**
 * What a view is computed with is part of its identity. `one` and `other` are of two configurations that differ in every
 * setting.
 */
export const settingsLaws = (one: Views, other: Views, logs: readonly Log[], samples: readonly Event[]): void =>
  describe('the settings of views', () => {
    const turning = recorded(samples).map((event) => ({ ...event, occurredAt: TURN_OF_MONTH }));
    const all = [...logs, turning, turning.map((event) => ({ ...event, data: atTurn(event.data) }))];
    const pairs = one.views.map((view) => [view, other.views.find(({ name }) => name === view.name)!] as const);

    it('are declared, if they change what a view contains: see `configured`', () => {
      const undeclared = pairs.filter(([a, b]) => collectionOf(a) === collectionOf(b) && differ(a, b, all));
      expect(undeclared.map(([{ name }]) => name)).toEqual([]);
    });

    it('change what a view contains, if they are declared', () => {
      const vain = pairs.filter(([a, b]) => collectionOf(a) !== collectionOf(b) && !differ(a, b, all));
      expect(vain.map(([{ name }]) => name)).toEqual([]);
    });
  });

const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
const atTurn = (data: object) => JSON.parse(JSON.stringify(data).replaceAll(INSTANT, TURN_OF_MONTH)) as object;

/** Whether two forms of a view have other documents, fields or answers after one of the logs. */
export const differ = (one: AnyProjection, other: AnyProjection, logs: readonly Log[]): boolean =>
  logs.some((log) => JSON.stringify(contentOf(one, log)) !== JSON.stringify(contentOf(other, log)));

const contentOf = (projection: AnyProjection, log: Log) => {
  const view = projection as unknown as Projection<Event, object> & Partial<Pick<View<Event, object>, 'answer'>>;
  return [...project(view, log)].map(([id, document]) => [
    id,
    document,
    fieldsOf(view, document),
    view.answer?.of(document),
  ]);
};
