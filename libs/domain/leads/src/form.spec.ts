import { LeadFormAdded, LeadFormChanged, LeadFormSwitchedOff, LeadFormSwitchedOn } from '@annals/contracts-leads';
import { scenarios } from '@annals/testing';
import { leadForm } from './form.decider.js';
import { leadOfForm } from './lead-of-form.js';

const given = scenarios(leadForm);
const formId = 'f-1';
const consent = { channel: 'email', purpose: 'marketing', wording: 'Please write to me.' } as const;
const said = { name: 'Contact', origins: ['https://a.example'], consent };
const entry = { ...said, source: 'web-form', campaignId: null, redirectTo: null };

const add = (more: object = {}) => ({ type: 'AddLeadForm', formId, ...said, ...more }) as const;
const change = (more: object) => ({ type: 'ChangeLeadForm', formId, ...more }) as const;
const off = (reason = 'over') => ({ type: 'SwitchOffLeadForm', formId, reason }) as const;
const on = (reason = 'again') => ({ type: 'SwitchOnLeadForm', formId, reason }) as const;
const added = LeadFormAdded.event({ formId, ...entry });
const isOff = LeadFormSwitchedOff.event({ formId, reason: 'over' });
const isOn = LeadFormSwitchedOn.event({ formId, reason: 'again' });

it('is added with what is said of it', () => {
  given().when(add()).then(added);
  given(added).when(add()).thenNothing();
  given(added)
    .when(add({ name: 'Other' }))
    .thenRejected('LeadFormAlreadyAdded', { formId });
});

it('changes in what is new, and clears what is `null`', () => {
  given(added)
    .when(change({ name: 'Fair', source: 'web-form', consent: null }))
    .then(
      LeadFormChanged.event({ formId, before: { name: 'Contact', consent }, after: { name: 'Fair', consent: null } }),
    );
  given(added)
    .when(change({ name: 'Contact' }))
    .thenNothing();
  given()
    .when(change({ name: 'Fair' }))
    .thenRejected('LeadFormUnknown', { formId });
});

it('is switched off and on, each with a reason', () => {
  given(added).when(off()).then(isOff);
  given(added, isOff).when(on()).then(isOn);
  given(added, isOff).when(off()).thenNothing();
  given(added, isOff, isOn).when(on()).thenNothing();
  given(added, isOff).when(off('spam')).thenRejected('LeadFormAlreadyOff', { formId });
  given(added).when(on()).thenRejected('LeadFormAlreadyOn', { formId });
});

it.each([change({ name: 'Fair' }), off(), on()])('is not changed before its last change: $type', (command) => {
  const [earlier, occurredAt] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
  given({ ...added, occurredAt }, ...(command.type === 'SwitchOnLeadForm' ? [{ ...isOff, occurredAt }] : []))
    .when({ ...command, occurredAt: earlier }, new Date(earlier))
    .thenRejected('LeadFormOccurredTooEarly');
});

describe('a lead that a page sends', () => {
  it('has the source and the campaign of the form unless the page names one', () => {
    expect(leadOfForm(formId, entry, { name: '王芳' })).toEqual({
      ...{ formId, name: '王芳', source: 'web-form', channel: 'web' },
    });
    const ofCampaign = { ...entry, campaignId: 'spring' };
    expect(leadOfForm(formId, ofCampaign, {})).toMatchObject({ campaignId: 'spring' });
    expect(leadOfForm(formId, ofCampaign, { campaignId: 'autumn' })).toMatchObject({ campaignId: 'autumn' });
  });

  it('keeps the wording of the consent only if it was given', () => {
    const answers = { phone: '1', email: 'w@example.com', homepage: '', submissionId: 's-1' };
    expect(leadOfForm(formId, entry, { ...answers, consent: true })).toEqual({
      ...{ formId, source: 'web-form', channel: 'web', phones: ['1'], emails: ['w@example.com'] },
      consents: [{ ...consent, given: true }],
    });
    expect(leadOfForm(formId, entry, { ...answers, consent: false })).not.toHaveProperty('consents');
    expect(leadOfForm(formId, { ...entry, consent: null }, { consent: true })).not.toHaveProperty('consents');
  });
});
