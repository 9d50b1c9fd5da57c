import { every, type Days } from '@annals/event-sourcing';
import { leadDuties, type LeadDuty } from '@annals/projections-leads';
import { RecycleDueLead } from './clock.commands.js';

/** Opens disqualified leads again on the day that was said, in the company's calendar. */
export const recycleLeads = (days: Days) =>
  every({
    name: 'recycle-leads',
    summary: { en: 'Recycle disqualified leads on the day that was set', zh: '在设定日期重新激活已淘汰的线索' },
    view: leadDuties,
    due: 'recycleOn',
    days,
    send: ({ leadId, recycleOn }: LeadDuty) => [RecycleDueLead.of({ leadId, recycleOn: recycleOn! })],
  });
