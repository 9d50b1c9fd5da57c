import { listOf, oneOf, setting } from '@annals/configuration';
import { contact as contactShape, contactContracts } from '@annals/contracts-contacts';
import { id, PURPOSES } from '@annals/contracts-values';
import { aggregate, slice } from '@annals/slice';
import { z } from 'zod';
import * as commands from './contact.commands.js';
import { contact } from './contact.decider.js';

export const contacts = slice({
  name: 'contacts',
  title: { en: 'Contacts', zh: '接触' },
  process: 'service',
  events: contactContracts,
  settings: {
    consentRequiredFor: setting(
      'CONSENT_REQUIRED_FOR',
      'marketing,survey',
      'Purposes of a contact for which the customer has to have given consent.',
      listOf(oneOf(PURPOSES)),
    ),
  },
  aggregates: (settings) => [aggregate(contact(settings), commands)],
  views: () => [],
  rights: { 'contacts.write': { about: 'customers', en: 'Record contacts', zh: '记录接触' } },
  grants: {
    sales: { own: ['contacts.write'] },
    service: { region: ['contacts.write'] },
    marketing: { all: ['contacts.write'] },
    manager: { department: ['contacts.write'] },
    integration: { all: ['contacts.write'] },
  },
  published: {
    ContactMade: {
      version: 1,
      schema: z.object({
        ...contactShape.omit({ summary: true, person: true }).shape,
        contactedBy: z.object({ id }),
      }),
    },
  },
});
