import { heirOf, type HandOverEvent } from '@annals/contracts-organisation';
import { fanOut } from '@annals/event-sourcing';
import { leadDuties } from '@annals/projections-leads';
import type { Responsibility } from '@annals/slice';
import { PassLead } from './clock.commands.js';

/** The open leads of a user. */
export const owned: Responsibility = {
  name: 'leads',
  title: { en: 'Open leads', zh: '跟进中的线索' },
  view: leadDuties,
  of: (userId) => [{ field: 'openOwner', is: userId }],
  list: (userId) => `leads?owner=${encodeURIComponent(userId)}&status=new&status=contacted`,
};

export const handOverLeads = fanOut<HandOverEvent>()({
  name: 'hand-over-leads',
  summary: { en: 'Hand over the open leads of a user', zh: '交接用户跟进中的线索' },
  view: leadDuties,
  on: { WorkHandedOver: ({ data: { userId } }) => owned.of(userId) },
  send: ({ leadId }, { data: { userId, to } }) => [PassLead.of({ leadId, userId, to: heirOf(leadId, to) })],
});
