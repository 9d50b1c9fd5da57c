import { LeadCaptured, LeadContacted, LeadDisqualified, LEADS } from '@annals/contracts-leads';
import { TaskCompleted, TaskPlanned } from '@annals/contracts-tasks';
import { at, customerId, FIRST, phoneOf, REGIONS, staff } from './story.mjs';

/** The customers of the tasks. */
export const CUSTOMERS = 1_000;
export const SOURCES = ['web-form', 'trade-fair', 'phone', 'referral', 'import'];
const KINDS = ['todo', 'call', 'visit', 'meeting'];

const later = (time, days) => new Date(Date.parse(time) + days * 86_400_000).toISOString();

const captured = (number) => {
  const person = { name: `${at(FIRST, number)} ${number}`, company: `${at(FIRST, number * 7)} Foods` };
  const place = {
    country: at(['DE', 'CN', 'FR'], number),
    region: at(REGIONS, number),
    language: at(['de', 'zh'], number),
  };
  const known = { phones: [phoneOf(number)], emails: [`lead${number}@example.com`], products: ['Meter'] };
  const said = { source: at(SOURCES, number), need: 'Meters for a new district.', owner: staff(number) };
  return LeadCaptured.event({ leadId: `le-${number}`, ...person, ...place, ...known, ...said });
};

const contacted = (number) => {
  const contact = { contactId: `lc-${number}`, channel: 'phone', reached: true, summary: 'Asked for an offer.' };
  return LeadContacted.event({ leadId: `le-${number}`, ...contact, contactedBy: staff(number) });
};

const disqualified = (number) =>
  LeadDisqualified.event({
    ...{ leadId: `le-${number}`, reason: 'no-budget' },
    facts: { source: at(SOURCES, number), products: ['Meter'], known: ['name', 'phone'], contacted: false },
  });

const planned = (number, time) =>
  TaskPlanned.event({
    ...{ taskId: `ta-${number}`, customerId: customerId(number % CUSTOMERS), kind: at(KINDS, number >> 1) },
    ...{
      subject: 'Call back about the offer.',
      dueAt: later(time, number % 400),
      remindAt: later(time, (number % 400) - 1),
    },
    assignee: staff(number),
  });

const completed = (number) =>
  TaskCompleted.event({ taskId: `ta-${number}`, customerId: customerId(number % CUSTOMERS), result: 'Reached.' });

/** A lead and a task; a third of the leads are contacted and a third ended, half of the tasks are done. */
export function* leadAndTask(number) {
  const ofLead = (made) => ({ subject: LEADS, step: (time) => ['lead', made(number, time)] });
  const ofTask = (made) => ({ subject: customerId(number % CUSTOMERS), step: (time) => ['task', made(number, time)] });
  yield ofLead(captured);
  if (number % 3 !== 0) yield ofLead(number % 3 === 1 ? contacted : disqualified);
  yield ofTask(planned);
  if (number % 2 === 0) yield ofTask(completed);
}
