import {
  customerProblems,
  customerStream,
  forSurvivor,
  knownCustomer,
  NOT_KNOWN,
  type KnownCustomer,
} from '@annals/contracts-customers';
import { LeadConverted, recordIdOf, type LeadEvent } from '@annals/contracts-leads';
import { sameContent } from '@annals/contracts-values';
import type { ContextStream, Decider } from '@annals/event-sourcing';
import { dealDue, toCustomer, toNewCustomer } from './lead.conversion.js';
import { known, movable } from './lead.guards.js';
import { leadProblems } from './lead.problems.js';
import type { Captured, Lead } from './lead.state.js';
import type { LeadCommand } from './lead.types.js';

/** The customer that a lead is converted to. */
export const knownAround: ContextStream<LeadCommand, Lead, KnownCustomer> = {
  stream: (command) => {
    if (command.type === 'ConvertLead') return customerStream(recordIdOf(command.leadId));
    return command.type === 'ConvertLeadForCustomer' ? customerStream(command.customerId) : undefined;
  },
  initial: NOT_KNOWN,
  evolve: knownCustomer,
};

type Rules = Decider<LeadCommand, Lead, LeadEvent, KnownCustomer>['decide'];

/** No event for a conversion that is repeated; otherwise a rejection. */
const repeated = ({ converted }: Captured, isSame: boolean) => {
  const { leadId, customerId } = converted!;
  return isSame ? [] : leadProblems.reject('LeadAlreadyConverted', { leadId, customerId });
};

export const conversionRules: Pick<Rules, 'ConvertLead' | 'ConvertLeadForCustomer' | 'DueLeadDeal'> = {
  ConvertLead: (command, lead, at, customer) => {
    const { leadId, kind, deal } = command;
    const { converted } = known(lead, leadId);
    if (converted)
      return repeated(
        lead!,
        converted.customer !== undefined &&
          (kind === undefined || kind === converted.customer.kind) &&
          sameContent(deal, converted.deal),
      );
    const found = movable(lead, command, at);
    const data = toNewCustomer(command, found, at);
    const { customerId } = data;
    if (customer.isRegistered) customerProblems.reject('CustomerAlreadyRegistered', { customerId });
    return [LeadConverted.event(data)];
  },

  ConvertLeadForCustomer: (sent, lead, at, customer) => {
    const command = forSurvivor(sent, customer);
    const { leadId, customerId } = command;
    const { converted } = known(lead, leadId);
    if (converted) {
      const same = toCustomer(command, lead!, at);
      return repeated(
        lead!,
        converted.customer === undefined &&
          customerId === converted.customerId &&
          same.personId === converted.personId &&
          (same.person === undefined) === (converted.person === undefined) &&
          sameContent(command.deal, converted.deal),
      );
    }
    const found = movable(lead, command, at);
    if (!customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
    const data = toCustomer(command, found, at);
    return [LeadConverted.event(data), ...dealDue(data)];
  },

  DueLeadDeal: (_, lead) => (lead?.converted?.customer && !lead.dealDue ? dealDue(lead.converted) : []),
};
