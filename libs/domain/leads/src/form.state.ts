import type { FormEntry, LeadFormEvent } from '@annals/contracts-leads';
import type { Decider, Of } from '@annals/event-sourcing';
import { keptSteps, type KeptEntry } from './kept-entry.js';

type Added = Of<LeadFormEvent, 'LeadFormAdded'>['data'];

/** What the stream of a form says of it; `null` before it is added. */
export type LeadForm = KeptEntry<Added, FormEntry>;

const steps = keptSteps<Added, FormEntry>(({ formId: _, ...entry }) => entry);

/** A fold of the stream of a form. */
export const knownForm: Pick<Decider<never, LeadForm, LeadFormEvent>, 'initial' | 'evolve'> = {
  initial: null,
  evolve: {
    LeadFormAdded: steps.added,
    LeadFormChanged: steps.changed,
    LeadFormSwitchedOff: steps.switchedOff,
    LeadFormSwitchedOn: steps.switchedOn,
  },
};
