import {
  LeadFormAdded,
  LeadFormChanged,
  leadFormContracts,
  LeadFormSwitchedOff,
  LeadFormSwitchedOn,
  type LeadFormEvent,
} from '@annals/contracts-leads';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { leadFormList } from './index.js';

const formId = 'f-1';
const entry = {
  ...{ name: 'Contact Page', source: 'web-form', campaignId: 'spring', consent: null, origins: [], redirectTo: null },
};
const added = LeadFormAdded.event({ formId, ...entry });
const changed = LeadFormChanged.event({ formId, before: { campaignId: 'spring' }, after: { campaignId: null } });
const off = LeadFormSwitchedOff.event({ formId, reason: 'over' });
const on = LeadFormSwitchedOn.event({ formId, reason: 'again' });

const after = (...events: LeadFormEvent[]) => project(leadFormList, recorded(events)).get(formId);

it('shows a form as it is, and whether it takes leads', () => {
  expect(leadFormList.answer.of(after(added)!)).toEqual({
    ...{ formId, ...entry, status: 'on', reason: null, addedAt: '2026-01-01T00:00:00.000Z' },
  });
  expect(after(added, changed, off)).toMatchObject({ campaignId: null, status: 'off', reason: 'over', revision: 2 });
  expect(after(added, off, on)).toMatchObject({ status: 'on', reason: 'again' });
  expect(after(off)).toBeUndefined();
});

it('is found by status, source, campaign and name', () =>
  expect(fieldsOf(leadFormList, after(added)!)).toMatchObject({
    ...{ status: 'on', source: 'web-form', campaign: 'spring', name: 'contact page' },
  }));

viewContract(leadFormList, leadFormContracts, anyLogOf(fc.constantFrom<LeadFormEvent>(added, changed, off, on)));
