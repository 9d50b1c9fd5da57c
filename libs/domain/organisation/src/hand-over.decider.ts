import { ORGANISATION, WorkHandedOver, type HandOverEvent } from '@annals/contracts-organisation';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './hand-over.commands.js';
import { organisationProblems } from './organisation.problems.js';

const { reject } = organisationProblems;

/** The work of anybody can be handed over: records of the past may name people who were never users. */
export const handOver: Decider<CommandOf<typeof commands>, HandOverEvent['data'] | null, HandOverEvent> = {
  stream: ({ handOverId }) => `handover-${handOverId}`,
  subject: () => ORGANISATION,
  initial: null,
  decide: {
    HandOver: ({ handOverId, userId, to, reason }, known) => {
      const handedOver = WorkHandedOver.event({ handOverId, userId, to, reason });
      if (known) return sameContent(known, handedOver.data) ? [] : reject('HandOverAlreadyBegun', { handOverId });
      return to.some(({ id }) => id === userId) ? reject('HandOverToSelf', { userId }) : [handedOver];
    },
  },
  evolve: { WorkHandedOver: (_, data) => data },
};
