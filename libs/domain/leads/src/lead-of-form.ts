import type { FormAnswers, FormEntry } from '@annals/contracts-leads';

/** The lead that a page sends by a form: source, campaign and consent are what administrators say of the form. */
export const leadOfForm = (formId: string, entry: FormEntry, answers: FormAnswers) => {
  const { phone, email, consent, homepage: _, submissionId: __, campaignId, ...details } = answers;
  const campaign = campaignId ?? entry.campaignId;
  return {
    ...{ ...details, formId, source: entry.source, channel: 'web' },
    ...(campaign !== null && { campaignId: campaign }),
    ...(phone !== undefined && { phones: [phone] }),
    ...(email !== undefined && { emails: [email] }),
    ...(entry.consent && consent === true && { consents: [{ ...entry.consent, given: true }] }),
  };
};
