import type { FormEntry, LeadFormEvent } from '@annals/contracts-leads';
import type { Decider, Of } from '@annals/event-sourcing';

/** What the stream of a form says of it; `null` before it is added. */
export type LeadForm = {
  readonly formId: string;
  /** As it was added. */
  readonly added: Of<LeadFormEvent, 'LeadFormAdded'>['data'];
  readonly entry: FormEntry;
  readonly isOn: boolean;
  /** Why it was switched off or on last. */
  readonly reason: string | null;
  /** When it was last changed. */
  readonly changedAt: string;
} | null;

const changed =
  <Data>(step: (form: NonNullable<LeadForm>, data: Data) => Partial<NonNullable<LeadForm>>) =>
  (form: LeadForm, data: Data, { occurredAt: changedAt }: { readonly occurredAt: string }): LeadForm =>
    form && { ...form, ...step(form, data), changedAt };

/** A fold of the stream of a form. */
export const knownForm: Pick<Decider<never, LeadForm, LeadFormEvent>, 'initial' | 'evolve'> = {
  initial: null,
  evolve: {
    LeadFormAdded: (_, added, { occurredAt: changedAt }) => {
      const { formId, ...entry } = added;
      return { formId, added, entry, isOn: true, reason: null, changedAt };
    },
    LeadFormChanged: changed(({ entry }, { after }) => ({ entry: { ...entry, ...(after as Partial<FormEntry>) } })),
    LeadFormSwitchedOff: changed((_, { reason }) => ({ isOn: false, reason })),
    LeadFormSwitchedOn: changed((_, { reason }) => ({ isOn: true, reason })),
  },
};
