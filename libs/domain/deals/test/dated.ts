import { fieldsOf, project, type RecordedEvent } from '@annals/event-sourcing';
import { dealsPart, pipeline, salesReport as salesReportIn } from '@annals/projections-deals';
import { datedLog, partAfter, type Dated as DatedOf } from '@annals/testing';
import { NOTHING_AROUND } from '../src/deal.around.js';
import { deal } from './deal.js';
import type { DealCommand } from '../src/deal.types.js';

export const dealId = 'd-1';
const salesReport = salesReportIn({ calendar: { timeZone: 'UTC' } });

export type Dated = DatedOf<DealCommand>;
type Sent<C> = C extends { readonly dealId: string } ? Omit<C, 'dealId'> : never;

/** 9:00 on a day of 2026, from 1 January. */
export const on = (day: number) => new Date(Date.UTC(2026, 0, day, 9)).toISOString();

export const said = (day: number, command: Sent<DealCommand>): Dated => ({
  occurredAt: on(day),
  command: { ...command, dealId, occurredAt: on(day) },
});
export const open = (terms: object = { value: { amount: '10', currency: 'EUR' } }): Dated => ({
  occurredAt: on(1),
  command: { type: 'OpenDeal', dealId, customerId: 'u-1', title: 'Meters', owner: null, ...terms },
});
type Change = Omit<Extract<DealCommand, { type: 'ChangeDeal' }>, 'type' | 'dealId' | 'origin'>;
export const change = (day: number, terms: Change) => said(day, { type: 'ChangeDeal', ...terms });
export const euro = (amount: string) => ({ amount: `${amount}.00`, currency: 'EUR' });
export const advance = (day: number, to: Extract<DealCommand, { type: 'AdvanceDeal' }>['to'], reason?: string) =>
  said(day, { type: 'AdvanceDeal', to, ...(reason && { reason }) });
export const close = (day: number, outcome: 'won' | 'lost' = 'won') =>
  said(day, { type: 'CloseDeal', outcome, reason: 'price' });
export const reopen = (day: number) => said(day, { type: 'ReopenDeal', reason: 'again' });
export const add = (day: number, lineId: string, quantity = '1') =>
  said(day, { type: 'AddDealLine', lineId, product: lineId, quantity, unitPrice: '3' });
export const sample = (day: number, sampleId: string) =>
  said(day, { type: 'RecordSample', sampleId, product: 'Meter', quantity: '1' });

export const estimate = (day: number, probability: number | null, reason = 'sure') =>
  said(day, { type: 'EstimateDeal', probability, reason });

export const logAfter = (...commands: readonly Dated[]) =>
  datedLog(deal, commands, {
    ...NOTHING_AROUND,
    customer: { isKnown: true, owner: null, since: null, first: null, survivorId: null },
  });

const byId = <Line extends { readonly lineId: string }>(lines: readonly Line[]) =>
  lines.toSorted((one, other) => (one.lineId < other.lineId ? -1 : 1));

export const shown = (log: readonly RecordedEvent[]) => {
  const found = pipeline.answer.of(project(pipeline, log).get(dealId)!);
  return { ...found, lines: byId(found.lines) };
};

/** What is shown, found and reported. */
export const truthOf = (log: readonly RecordedEvent[]) => ({
  deal: shown(log),
  found: fieldsOf(pipeline, project(pipeline, log).get(dealId)!),
  page: partAfter(dealsPart, log),
  sold: [...project(salesReport, log).values()].map(({ line: _, ...fact }) => JSON.stringify(fact)).toSorted(),
});
