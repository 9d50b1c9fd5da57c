import { listOf, oneOf, setting } from '@annals/configuration';
import { contact as contactShape, contactContracts } from '@annals/contracts-contacts';
import { id, PURPOSES } from '@annals/contracts-values';
import { contactLines, contactsPart } from '@annals/projections-contacts';
import { aggregate, slice } from '@annals/slice';
import { z } from 'zod';
import * as commands from './contact.commands.js';
import { contact } from './contact.decider.js';
import { contactProblems } from './contact.problems.js';

export const contacts = slice({
  name: 'contacts',
  title: { en: 'Contacts', zh: '接触' },
  summary: {
    en: 'Contacts over nine channels. An outbound contact against a consent, do-not-contact, quiet hours or a frequency cap is refused and the rule is named; an inbound contact is always recorded.',
    zh: '九种渠道的接触。违反同意、勿扰、免打扰时段或频次上限的主动联系会被拒绝并指明规则；客户来访始终记录。',
  },
  process: 'service',
  events: contactContracts,
  settings: {
    consentRequiredFor: setting(
      'CONSENT_REQUIRED_FOR',
      'marketing,survey',
      {
        en: 'Purposes for which an outbound contact requires the consent of the customer',
        zh: '主动联系前须取得客户同意的用途',
      },
      listOf(oneOf(PURPOSES)),
    ),
  },
  problems: [contactProblems],
  aggregates: (settings) => [aggregate(contact(settings), commands)],
  views: () => [],
  page: () => ({ contacts: { part: contactsPart } }),
  rights: { 'contacts.write': { about: 'customers', en: 'Record contacts', zh: '记录接触' } },
  grants: {
    sales: { team: ['contacts.write'] },
    service: { region: ['contacts.write'] },
    marketing: { all: ['contacts.write'] },
    manager: { department: ['contacts.write'] },
    integration: { all: ['contacts.write'] },
  },
  lines: contactLines,
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
