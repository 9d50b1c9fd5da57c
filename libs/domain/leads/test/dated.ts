import { daysIn } from '@annals/analytics';
import { fieldsOf, project, type RecordedEvent } from '@annals/event-sourcing';
import { leadDuties, leadList } from '@annals/projections-leads';
import { datedLog, type Dated as DatedOf } from '@annals/testing';
import { lead } from '../src/lead.decider.js';
import type { LeadCommand } from '../src/lead.types.js';

const leadId = 'le-1';

export type Dated = DatedOf<LeadCommand>;
type Sent<C> = C extends { readonly leadId: string } ? Omit<C, 'leadId'> : never;

export const said = (occurredAt: string, command: Sent<LeadCommand>): Dated => ({
  occurredAt,
  command: { ...command, leadId, occurredAt },
});

export const logAfter = (...commands: readonly Dated[]) => datedLog(lead(daysIn('UTC')), commands);

const list = leadList({
  ...{ phoneRegion: 'CN', calendar: { timeZone: 'UTC' } },
  scoreRules: [
    { fact: 'region', value: 'east', points: 10 },
    { fact: 'has', value: 'contact', points: 5 },
  ],
});

/** What is shown and found, apart from the place in the log. */
export const truthOf = (log: readonly RecordedEvent[]) => {
  const document = project(list, log).get(leadId)!;
  const { since: _, ...duty } = project(leadDuties, log).get(leadId)!;
  return { shown: list.answer.of(document), found: fieldsOf(list, document), duty };
};
