import { fieldsOf, fold, project, type RecordedEvent } from '@annals/event-sourcing';
import { quoteDuties, quoteList, quotesPart, quoteVersions } from '@annals/projections-quotes';
import { datedLog, partAfter, type Dated as DatedOf } from '@annals/testing';
import { quoteAround, type Around } from '../src/quote.around.js';
import { quoteBy } from '../src/quote.decider.js';
import type { QuoteCommand } from '../src/quote.types.js';
import { opened, registered, settings } from './story.js';

export type Dated = DatedOf<QuoteCommand>;
type Sent<C> = C extends { readonly quoteId: string } ? Omit<C, 'quoteId'> : never;

export const said = (occurredAt: string, command: Sent<QuoteCommand>): Dated => ({
  occurredAt,
  command: { ...command, quoteId: 'q-1', occurredAt },
});

const around: Around = fold(quoteAround, [registered(), { ...opened(), occurredAt: '2025-12-31T09:00:00.000Z' }]);

export const logAfter = (...commands: readonly Dated[]) => datedLog(quoteBy(settings), commands, around);

const list = quoteList({ calendar: { timeZone: 'Asia/Shanghai' } });

/** What is shown, found and due, apart from the place in the log. */
export const truthOf = (log: readonly RecordedEvent[]) => {
  const document = project(list, log).get('q-1')!;
  const { expiresOn } = project(quoteDuties, log).get('q-1')!;
  const versions = [...project(quoteVersions, log).values()].map(({ revision: _, ...version }) => version);
  const found = fieldsOf(list, document);
  return { page: partAfter(quotesPart(list), log), shown: list.answer.of(document), found, expiresOn, versions };
};
