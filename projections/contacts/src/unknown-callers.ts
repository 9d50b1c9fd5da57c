import { periodsIn, zoneOf, type InTimeZone } from '@annals/analytics';
import { call, recordIdOf, type CallerEvent } from '@annals/contracts-contacts';
import { month, ratio } from '@annals/contracts-values';
import {
  configured,
  flag,
  instant,
  number,
  party,
  revised,
  text,
  texts,
  view,
  whenKnown,
} from '@annals/event-sourcing';
import { normalPhones, type PhoneRegion } from '@annals/text';
import { z } from 'zod';
import { callerAnswer, callerStatus, type UnknownCaller } from './unknown-caller.js';

const { channel, purpose } = call.shape;

const MINUTE = 60_000; // ms

const minutesBetween = (from: string, to: string) => Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);

/** Calls, visits and messages of people who were not known as customers: a work list until each is identified or closed. */
export const unknownCallers = configured(
  ({ phoneRegion, ...company }: InTimeZone & { readonly phoneRegion: PhoneRegion }) => ({
    ...{ phoneRegion, ...zoneOf(company) },
  }),
  ({ phoneRegion, timeZone }) => {
    const { yearOf, monthOf } = periodsIn(timeZone);
    const phonesIn = (text: string) => normalPhones(text, [phoneRegion]);
    return view<CallerEvent, UnknownCaller>()({
      name: 'unknown-callers',
      version: 3,
      key: ({ data }) => data.callerId,
      passed: (caller, customerId) => ({ ...caller, customerId }),
      on: revised<CallerEvent, UnknownCaller>({
        UnknownCallerContacted: (_, { data }) => ({ ...data, status: 'open' }),
        CallerIdentified: whenKnown(({ closedFor: _, ...caller }, { data, occurredAt }) => ({
          ...{ ...caller, status: 'identified', customerId: data.customerId, contactId: data.contactId },
          identifiedAt: occurredAt,
          ...(caller.complaint && { complaintId: recordIdOf(caller.callerId) }),
        })),
        CallerClosed: whenKnown((caller, { data }) => ({ ...caller, status: 'closed', closedFor: data.reason })),
      }),
      fields: {
        customer: text(({ customerId = null }) => customerId),
        status: text((caller) => caller.status, { schema: callerStatus }),
        channel: text((caller) => caller.channel, { schema: channel }),
        purpose: text((caller) => caller.purpose, { schema: purpose }),
        by: party(({ contactedBy }) => contactedBy.id),
        department: text(({ department = null }) => department),
        complains: flag(({ complaint }) => complaint !== undefined),
        phones: texts(({ phone }) => (phone === undefined ? [] : phonesIn(phone)), { personal: true }),
        contactedAt: instant(({ contactedAt }) => contactedAt),
        year: number(({ contactedAt }) => yearOf(contactedAt), { schema: z.int() }),
        month: text(({ contactedAt }) => monthOf(contactedAt), { schema: month }),
        identified: number(({ status }) => (status === 'identified' ? 1 : 0)),
        closed: number(({ status }) => (status === 'closed' ? 1 : 0)),
        complaints: number(({ complaint }) => (complaint ? 1 : 0)),
        minutes: number(({ contactedAt, identifiedAt = contactedAt }) => minutesBetween(contactedAt, identifiedAt)),
      },
      indexes: [['contactedAt'], ['status', 'contactedAt'], ['by', 'contactedAt'], ['customer', 'contactedAt']],
      personal: ['summary', 'name', 'phone', 'email', 'complaint.subject', 'complaint.text', 'closedFor'],
      revision: ({ revision }) => revision,
      answer: callerAnswer,
      list: {
        path: 'callers',
        summary: {
          en: 'List unknown callers by status, customer, channel, purpose, employee, department, phone number and time',
          zh: '按状态、客户、渠道、目的、接待人、部门、电话号码和时间列出未知来访者',
        },
        record: { name: 'Caller', id: 'callerId', en: 'unknown caller', zh: '未知来访者', schema: 'UnknownCaller' },
        needs: 'contacts.read',
        filters: ['status', 'customer', 'channel', 'purpose', 'by', 'department', 'complains'],
        facets: [
          {
            field: 'phones',
            of: { phone: z.string().min(1).max(100).describe('The whole number, in any notation') },
            as: (_, value) => phonesIn(String(value))[0] ?? '',
          },
        ],
        ranges: ['contactedAt'],
        names: { customerName: 'customer' },
        past: false,
        sorts: ['-contactedAt'],
      },
      report: {
        name: 'unknown-callers',
        summary: {
          en: 'Contacts by unknown callers, and how many were identified as customers',
          zh: '未知来访者的接触及其中已确认身份的数量',
        },
        dimensions: ['year', 'month', 'status', 'channel', 'purpose', 'department', 'by', 'complains'],
        labels: { by: ({ contactedBy }) => contactedBy.name ?? null },
        sum: ['identified', 'closed', 'complaints', 'minutes'],
        measures: {
          callers: { en: 'Number of unknown callers', zh: '未知来访者数', of: ({ count }) => count },
          identified: { en: 'Identified', zh: '已确认身份数', of: ({ identified }) => identified },
          closed: { en: 'Closed', zh: '已关闭数', of: ({ closed }) => closed },
          complaints: { en: 'With a complaint', zh: '含投诉数', of: ({ complaints }) => complaints },
          identifiedShare: {
            ...{ en: 'Share identified (0–1)', zh: '身份确认率（0–1）' },
            of: ({ identified, count }) => ratio(identified, count),
          },
          averageIdentificationMinutes: {
            ...{ en: 'Minutes from the call to the identification of one caller', zh: '平均身份确认用时（分钟）' },
            of: ({ minutes, identified }) => ratio(minutes, identified),
          },
        },
        time: 'contactedAt',
      },
    });
  },
);
