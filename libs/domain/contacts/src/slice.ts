import { listOf, oneOf, setting } from '@annals/configuration';
import { allowance, callerContracts, contact as contactShape, contactContracts } from '@annals/contracts-contacts';
import { CHANNELS, id, PURPOSES } from '@annals/contracts-values';
import type { Words } from '@annals/event-sourcing';
import { breachReport, contactLines, contactList, contactsPart, unknownCallers } from '@annals/projections-contacts';
import { aggregate, slice, UNPUBLISHED } from '@annals/slice';
import { z } from 'zod';
import * as callerCommands from './caller.commands.js';
import { caller } from './caller.decider.js';
import { callerProblems } from './caller.problems.js';
import * as commands from './contact.commands.js';
import { contact } from './contact.decider.js';
import { contactFindings } from './contact.findings.js';
import { contactProblems } from './contact.problems.js';
import { contactPermission } from './contact.questions.js';
import { retold } from './contact.retold.js';
import * as identificationCommands from './identification.commands.js';
import { identification } from './identification.decider.js';

const purposes = (name: string, fallback: string, meaning: Words) =>
  setting(name, fallback, meaning, listOf(oneOf(PURPOSES)));

export const contacts = slice({
  name: 'contacts',
  title: { en: 'Contacts', zh: '接触' },
  summary: {
    en: 'Contacts over nine channels. Consent, do-not-contact, quiet hours and frequency caps hold by purpose: a planned contact against them is refused and the rule is named, one that was made is recorded as a breach, a supervisor can allow an exception; an inbound contact is always recorded, that of an unknown caller too.',
    zh: '九种渠道的接触。同意、禁止联系、免打扰时段和频次上限按用途生效：计划中的违规联系会被拒绝并指明规则，已发生的记为违规，主管可例外批准；客户来访始终记录，未知来访者亦可登记。',
  },
  process: 'service',
  events: [...contactContracts, ...callerContracts],
  settings: {
    consentRequiredFor: purposes('CONSENT_REQUIRED_FOR', 'marketing,survey', {
      en: 'Purposes for which an outbound contact requires the consent of the customer',
      zh: '主动联系前须取得客户同意的用途',
    }),
    objectionAppliesTo: purposes('OBJECTION_APPLIES_TO', 'sales,service,marketing,survey,notice,other', {
      en: 'Purposes for which an objection of the customer refuses an outbound contact',
      zh: '客户反对后不得主动联系的用途',
    }),
    doNotContactAppliesTo: purposes('DO_NOT_CONTACT_APPLIES_TO', 'sales,marketing,survey,other', {
      en: 'Purposes for which “do not contact” refuses an outbound contact',
      zh: '“禁止联系”对哪些用途的主动联系生效',
    }),
    quietHoursApplyTo: purposes('QUIET_HOURS_APPLY_TO', 'sales,service,marketing,survey,collection,notice,other', {
      en: 'Purposes for which quiet hours refuse an outbound contact',
      zh: '免打扰时段对哪些用途的主动联系生效',
    }),
    quietHoursOver: setting(
      'QUIET_HOURS_OVER',
      'in-person,phone,call-centre,email,sms,web,fax,partner',
      { en: 'Channels over which quiet hours hold', zh: '免打扰时段对哪些渠道生效' },
      listOf(oneOf(CHANNELS)),
    ),
    frequencyCapAppliesTo: purposes('FREQUENCY_CAP_APPLIES_TO', 'sales,marketing,survey,other', {
      en: 'Purposes whose outbound contacts are counted and refused by a frequency cap',
      zh: '计入并受频次上限约束的主动联系用途',
    }),
  },
  problems: [contactProblems, callerProblems],
  findings: [contactFindings],
  aggregates: (settings) => {
    const rules = contact(settings);
    return [
      aggregate(rules, commands, [contactPermission(rules, settings)], retold),
      aggregate(caller, callerCommands),
      aggregate(identification, identificationCommands),
    ];
  },
  views: (company) => [contactList, unknownCallers(company), breachReport(company)],
  page: () => ({ contacts: { part: contactsPart } }),
  rights: {
    'contacts.read': { about: 'customers', en: 'See contacts and unknown callers', zh: '查看接触和未知来访者' },
    'contacts.write': { about: 'customers', en: 'Record contacts and unknown callers', zh: '记录接触和未知来访者' },
    'contacts.override': { about: 'customers', en: 'Allow a contact against the rules', zh: '例外批准违反规则的接触' },
  },
  grants: {
    sales: { team: ['contacts.read', 'contacts.write'] },
    service: { region: ['contacts.read', 'contacts.write'] },
    marketing: { all: ['contacts.read', 'contacts.write'] },
    manager: { department: ['contacts.read', 'contacts.write', 'contacts.override'] },
    auditor: { all: ['contacts.read'] },
    analyst: { all: ['contacts.read'] },
    integration: { all: ['contacts.write'] },
  },
  lines: contactLines,
  published: {
    ContactMade: {
      version: 2,
      schema: z.object({
        ...contactShape.omit({ summary: true, person: true, department: true }).shape,
        contactedBy: z.object({ id }),
      }),
    },
    ContactAllowed: {
      version: 1,
      schema: z.object({ ...allowance.omit({ reason: true }).shape, allowedBy: z.object({ id }) }),
    },
    // Calls are published as contacts and complaints, once there is a customer to publish them by.
    UnknownCallerContacted: UNPUBLISHED,
    CallerIdentified: UNPUBLISHED,
    CallerClosed: UNPUBLISHED,
  },
});
