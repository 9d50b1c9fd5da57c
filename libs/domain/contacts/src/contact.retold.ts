import type { ContactEvent } from '@annals/contracts-contacts';
import type { CommandOf } from '@annals/event-sourcing';
import type { Retold } from '@annals/slice';
import type * as commands from './contact.commands.js';

/** A contact that broke a rule had been made; of others it is not known whether they were planned. */
export const retold: Retold<ContactEvent, CommandOf<typeof commands>['type']> = {
  ContactMade: { command: 'MakeContact', with: ({ breaches }) => (breaches ? { made: true } : {}) },
};
