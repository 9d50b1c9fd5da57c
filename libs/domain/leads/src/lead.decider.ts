import {
  LeadAssigned,
  LeadCaptured,
  LeadChanged,
  leadChange,
  LeadContacted,
  LeadDisqualified,
  LeadRecycled,
  LEADS,
  leadStream,
  type LeadChange,
  type LeadEvent,
} from '@annals/contracts-leads';
import type { KnownCustomer } from '@annals/contracts-customers';
import { addsNothing, isKnown, membersOf, pick, sameContent, userProblems } from '@annals/contracts-values';
import type { Days, Decider } from '@annals/event-sourcing';
import { detailsAt, expectAfter, expectNamed, known, movable, openThen, ownerAt } from './lead.guards.js';
import { conversionRules, knownAround } from './conversion.rules.js';
import { factsAt } from './lead-facts.js';
import { leadProblems } from './lead.problems.js';
import { routedRules } from './routed-lead.rules.js';
import { evolve, type Lead } from './lead.state.js';
import type { LeadCommand } from './lead.types.js';

const { reject } = leadProblems;

/** People and companies that may become customers; `days` are those of the company's calendar. */
export const lead = (days: Days): Decider<LeadCommand, Lead, LeadEvent, KnownCustomer> => ({
  stream: ({ leadId }) => leadStream(leadId),
  subject: (data) => ('customerId' in data ? data.customerId : LEADS),
  initial: null,
  evolve,
  parties: (found) => (found ? [ownerAt(found)].flatMap((owner) => owner?.id ?? []) : []),

  context: knownAround,

  decide: {
    ...conversionRules,
    ...routedRules,

    CaptureLead: (command, lead) => {
      const { leadId } = command;
      const captured = LeadCaptured.event(command);
      if (lead) return sameContent(lead.captured, captured.data) ? [] : reject('LeadAlreadyCaptured', { leadId });
      expectNamed(command);
      return [captured];
    },

    ChangeLead: (command, lead, at) => {
      const { leadId } = command;
      const found = openThen(lead, command, at);
      const moment = at.toISOString();
      const [given, then] = [membersOf(leadChange.shape, command), detailsAt(found, moment)];
      const names = (Object.keys(given) as (keyof LeadChange)[]).filter(
        (name) =>
          given[name] !== undefined &&
          !(isKnown(command, at, found.history.last(name, moment)?.at) && sameContent(given[name], then[name])),
      );
      if (names.length === 0) return [];
      expectNamed({ ...then, ...pick(given, names) });
      return [LeadChanged.event({ leadId, before: pick(then, names), after: pick(given, names) })];
    },

    AssignLead: (command, lead, at) => {
      const { leadId, owner } = command;
      const found = openThen(lead, command, at);
      const moment = at.toISOString();
      const previous = ownerAt(found, moment);
      const isSaid = isKnown(command, at, found.history.last('owner', moment)?.at);
      if (isSaid && previous && addsNothing(owner, previous)) return [];
      return [LeadAssigned.event({ leadId, owner, previous })];
    },

    PassLead: ({ leadId, userId, to: owner }, lead, at) => {
      const found = known(lead, leadId);
      const previous = ownerAt(found);
      if (found.status !== 'open' || (previous && addsNothing(owner, previous))) return [];
      if (previous?.id !== userId) userProblems.reject('NotResponsible', { userId });
      if (found.history.next('owner', at.toISOString())) return [];
      return [LeadAssigned.event({ leadId, owner, previous })];
    },

    ContactLead: (command, lead, at) => {
      const { contactId } = command;
      const made = LeadContacted.event(command);
      const before = lead?.contacts.get(contactId);
      if (before) return addsNothing(made.data, before) ? [] : reject('LeadContactDiffers', { contactId });
      openThen(lead, command, at);
      return [made];
    },

    DisqualifyLead: (command, lead, at) => {
      const { leadId, reason, note, recycleOn } = command;
      const said = { reason, note, recycleOn };
      if (lead?.status === 'disqualified')
        return sameContent(lead.moved.said, said) ? [] : reject('LeadAlreadyDisqualified', { leadId });
      const found = movable(lead, command, at);
      if (recycleOn !== undefined && days.startOf(recycleOn) <= at)
        reject('RecyclingBeforeEnd', { occurredAt: at.toISOString(), recycleOn });
      return [LeadDisqualified.event({ leadId, ...said, facts: factsAt(found, at.toISOString()) })];
    },

    RecycleLead: (command, lead, at) => {
      const { leadId, note } = command;
      const { status, moved } = known(lead, leadId);
      const said = { note };
      if (status === 'open')
        return moved.by === 'recycling' && sameContent(moved.said, said) ? [] : reject('LeadIsOpen', { leadId });
      if (status === 'converted') reject('LeadNotDisqualified', { status });
      expectAfter(command, at, moved);
      return [LeadRecycled.event({ leadId, ...said, facts: moved.facts! })];
    },

    RecycleDueLead: ({ leadId, recycleOn }, lead) => {
      const { status, moved } = known(lead, leadId);
      const isAsked = status === 'disqualified' && (moved.said as { recycleOn?: string }).recycleOn === recycleOn;
      return isAsked ? [LeadRecycled.event({ leadId, recycleOn, facts: moved.facts! })] : [];
    },
  },
});
