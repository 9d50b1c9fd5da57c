import { customerProblems } from '@annals/contracts-customers';
import { DeviceLent, DeviceReturned, LoanExtended, type LoanEvent } from '@annals/contracts-loans';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './loan.commands.js';
import { loanProblems } from './loan.problems.js';

const { reject } = loanProblems;

/** Configured by the company: the last permitted day of a loan that begins or is extended at an instant. */
export type LoanPolicy = { readonly lastDay: (at: Date) => string };

type Lent = { readonly lent: ReturnType<typeof DeviceLent.event>['data']; readonly dueOn: string };
type Out = Lent & { readonly status: 'out' };
type Over = Lent & { readonly status: 'over'; readonly condition: string };
type Loan = { readonly status: 'unknown' } | Out | Over;

export const loan = ({ lastDay }: LoanPolicy): Decider<CommandOf<typeof commands>, Loan, LoanEvent, boolean> => {
  const withinLimit = (day: string, at: Date) =>
    day <= lastDay(at) ? day : reject('LoanTooLong', { lastDay: lastDay(at) });

  return {
    stream: ({ loanId }) => `loan-${loanId}`,
    subject: ({ customerId }) => customerId,
    initial: { status: 'unknown' },

    context: {
      stream: (command) => (command.type === 'LendDevice' ? `customer-${command.customerId}` : undefined),
      initial: false,
      evolve: { CustomerRegistered: () => true },
    },

    decide: {
      LendDevice: (command, loan, at, customerIsKnown) => {
        const { loanId, customerId, dueOn } = command;
        const lent = DeviceLent.event(command);
        if (loan.status !== 'unknown')
          return sameContent(loan.lent, lent.data) ? [] : reject('LoanAlreadyBegun', { loanId });
        if (!customerIsKnown) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
        withinLimit(dueOn, at);
        return [lent];
      },

      ExtendLoan: ({ loanId, to }, loan, at) => {
        const { lent, dueOn: from } = out(loan, loanId);
        if (to === from) return [];
        if (to < from) reject('LoanNotExtended', { from });
        return [LoanExtended.event({ loanId, customerId: lent.customerId, from, to: withinLimit(to, at) })];
      },

      ReturnDevice: ({ loanId, condition }, loan) => {
        if (loan.status === 'over' && loan.condition === condition) return [];
        return [DeviceReturned.event({ loanId, customerId: out(loan, loanId).lent.customerId, condition })];
      },
    },

    evolve: {
      DeviceLent: (_, lent) => ({ status: 'out', lent, dueOn: lent.dueOn }),
      LoanExtended: (loan, { to }) => ({ ...(loan as Out), dueOn: to }),
      DeviceReturned: (loan, { condition }) => ({ ...(loan as Out), status: 'over', condition }),
    },
  };
};

const out = (loan: Loan, loanId: string): Out => {
  if (loan.status === 'unknown') return reject('LoanUnknown', { loanId });
  return loan.status === 'over' ? reject('LoanOver', { loanId }) : loan;
};
