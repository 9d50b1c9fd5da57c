import { customerProblems, customerStream, type ProfileEvent } from '@annals/contracts-customers';
import { CustomersFoundDifferent, pairStream, type DuplicateEvent } from '@annals/contracts-duplicates';
import type { CommandOf, Decider, RecordedEvent } from '@annals/event-sourcing';
import type * as commands from './duplicate.commands.js';
import { duplicateProblems } from './duplicate.problems.js';

/** What the last finding was based on; `null` before the first. */
type Found = { readonly reason: string; readonly evidence: readonly string[] } | null;

/** The files of customers, by their ids. */
export type Files<File> = Readonly<Record<string, File>>;

/** How files are kept and compared. */
export type Matching<File> = {
  readonly after: (file: File | null, customerId: string, event: ProfileEvent) => File;
  /** The codes of what speaks for one customer. */
  readonly agreeing: (one: File, other: File) => readonly string[];
};

/** Findings about a pair of customers; both have to be known. */
export const duplicate = <File>({
  after,
  agreeing,
}: Matching<File>): Decider<CommandOf<typeof commands>, Found, DuplicateEvent, Files<File>> => {
  const learn = (files: Files<File>, { customerId }: { readonly customerId: string }, event: RecordedEvent) => ({
    ...files,
    [customerId]: after(fileOf(files, customerId), customerId, event as never),
  });

  return {
    stream: pairStream,
    subject: ({ customerId }) => customerId,
    initial: null,

    context: {
      stream: ({ customerId, otherId }) => [...new Set([customerStream(customerId), customerStream(otherId)])],
      initial: {},
      evolve: {
        CustomerRegistered: learn,
        CustomerDataChanged: learn,
        DataChangeTookEffect: learn,
        CustomerWithdrawn: (files, { customerId }: { readonly customerId: string }) =>
          Object.fromEntries(Object.entries(files).filter(([id]) => id !== customerId)),
      },
      join: (one, other) => ({ ...one, ...other }),
    },

    decide: {
      FindDifferent: ({ customerId, otherId, reason }, found, _, files) => {
        if (customerId === otherId) duplicateProblems.reject('SameCustomer', { customerId });
        const one = fileOf(files, customerId) ?? customerProblems.reject('CustomerNotRegistered', { customerId });
        const other =
          fileOf(files, otherId) ?? customerProblems.rejectReference('CustomerNotRegistered', { customerId: otherId });
        const evidence = agreeing(one, other);
        if (found && evidence.every((code) => found.evidence.includes(code)))
          return found.reason === reason
            ? []
            : duplicateProblems.reject('AlreadyFoundDifferent', { customerId, otherId });
        return [
          CustomersFoundDifferent.event({ customerId, otherId, reason, evidence: [...evidence] }),
          CustomersFoundDifferent.event({ customerId: otherId, otherId: customerId, reason, evidence: [...evidence] }),
        ];
      },
    },

    evolve: { CustomersFoundDifferent: (_, { reason, evidence }) => ({ reason, evidence }) },
  };
};

const fileOf = <File>(files: Files<File>, customerId: string): File | null =>
  Object.hasOwn(files, customerId) ? files[customerId]! : null;
