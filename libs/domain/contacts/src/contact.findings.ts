import { rule } from '@annals/contracts-contacts';
import { channel, labelsOf } from '@annals/contracts-values';
import { findings } from '@annals/event-sourcing';

const values = { rules: labelsOf(rule) };

/** Hints and warnings about a contact. */
export const contactFindings = findings({
  OtherChannelPreferred: {
    title: { en: 'Another channel preferred', zh: '客户首选其他渠道' },
    detail: {
      en: 'The customer prefers to be contacted over “{preferredChannel}”. Use it if possible.',
      zh: '客户希望通过“{preferredChannel}”联系。请尽量使用该渠道。',
    },
    values: { preferredChannel: labelsOf(channel) },
    example: { preferredChannel: 'phone' },
  },
  LanguagePreferred: {
    title: { en: 'Preferred language', zh: '首选语言' },
    detail: {
      en: 'The customer prefers the language “{language}”. Use it if possible.',
      zh: '客户希望使用的语言为“{language}”。请尽量使用该语言。',
    },
    example: { language: 'zh' },
  },
  ContactRecordedAsBreach: {
    title: { en: 'Recorded as a breach', zh: '已记为违规接触' },
    detail: {
      en: 'The contact is recorded as a breach of: {rules}. Look at the wishes of the customer before the next contact.',
      zh: '该接触已记为违规，违反的规则：{rules}。下次联系前请先查看客户的意愿。',
    },
    values,
    example: { rules: ['frequency-cap'] },
  },
  ContactAllowedByException: {
    title: { en: 'Allowed by an exception', zh: '例外放行' },
    detail: {
      en: 'The exception {allowanceId} allowed the contact against: {rules}. It is used up: record another one for another contact.',
      zh: '例外 {allowanceId} 放行了该接触，未适用的规则：{rules}。该例外已使用，其他接触请另行登记例外。',
    },
    values,
    example: { allowanceId: 'ex-1', rules: ['do-not-contact'] },
  },
});
