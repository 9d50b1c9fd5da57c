import {
  LeadFormAdded,
  LeadFormChanged,
  leadFormStream,
  LeadFormSwitchedOff,
  LeadFormSwitchedOn,
  LEADS,
  someFormEntry,
  type FormChange,
  type FormEntry,
  type LeadFormEvent,
} from '@annals/contracts-leads';
import { changeOf, expectingAfter, saidOf, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './form.commands.js';
import { leadFormProblems } from './form.problems.js';
import { knownForm, type LeadForm } from './form.state.js';

const { reject } = leadFormProblems;

const NOTHING = { source: 'web-form', campaignId: null, consent: null, origins: [], redirectTo: null };

const expectAfter = expectingAfter(({ since, occurredAt }) =>
  reject('LeadFormOccurredTooEarly', { since: since!, occurredAt }),
);

/** The forms of pages by which leads are captured. */
export const leadForm: Decider<CommandOf<typeof commands>, LeadForm, LeadFormEvent> = {
  stream: ({ formId }) => leadFormStream(formId),
  subject: () => LEADS,
  ...knownForm,

  decide: {
    AddLeadForm: (command, form) => {
      const { formId } = command;
      const added = LeadFormAdded.event({ formId, ...{ ...NOTHING, ...(said(command) as FormEntry) } });
      if (form) return sameContent(form.added, added.data) ? [] : reject('LeadFormAlreadyAdded', { formId });
      return [added];
    },

    ChangeLeadForm: (command, form, at) => {
      const { formId } = command;
      const { entry, changedAt } = known(form, formId);
      const change = changeOf(entry, said(command));
      if (!change) return [];
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [LeadFormChanged.event({ formId, ...change })];
    },

    SwitchOffLeadForm: (command, form, at) => {
      const { formId, reason } = command;
      const { isOn, reason: earlier, changedAt } = known(form, formId);
      if (!isOn) return earlier === reason ? [] : reject('LeadFormAlreadyOff', { formId });
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [LeadFormSwitchedOff.event({ formId, reason })];
    },

    SwitchOnLeadForm: (command, form, at) => {
      const { formId, reason } = command;
      const { isOn, reason: earlier, changedAt } = known(form, formId);
      if (isOn) return earlier === reason ? [] : reject('LeadFormAlreadyOn', { formId });
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [LeadFormSwitchedOn.event({ formId, reason })];
    },
  },
};

/** Rejects with `LeadFormUnknown`. */
const known = (form: LeadForm, formId: string): NonNullable<LeadForm> => form ?? reject('LeadFormUnknown', { formId });

/** What a command says of the form. */
const said = (command: object): FormChange => saidOf(someFormEntry.shape, command);
