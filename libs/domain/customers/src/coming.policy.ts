import { every, type Days, type Draft } from '@annals/event-sourcing';
import { coming, type Coming } from '@annals/projections-customers';
import { ApplyDataChange, EndNeed, ExpireConsent } from './clock.commands.js';

const commandFor = ({ customerId, what }: Coming): Draft => {
  switch (what.kind) {
    case 'change':
      return ApplyDataChange.of({ customerId, number: what.number });
    case 'need':
      return EndNeed.of({ customerId, needId: what.needId });
    case 'consent': {
      const { channel, purpose, personId, expiresAt } = what;
      return ExpireConsent.of({ customerId, channel, purpose, personId, expiresAt });
    }
  }
};

// The same day can be recorded again, such as a new consent after the expiry of one: that is another cause.
const each = {
  view: coming,
  cause: ({ cause }: Coming) => cause,
  of: ({ customerId }: Coming) => customerId,
  send: (document: Coming) => [commandFor(document)],
};

/** Applies changes and ends needs when the day begins in the company's calendar. */
export const onItsDay = (days: Days) =>
  every({
    ...{ ...each, name: 'on-its-day', due: 'dueOn', days },
    summary: {
      en: 'Apply changes of customer data on their effective date, and end needs after their last day',
      zh: '在生效日期应用资料变更，在截止日期后结束需求',
    },
  });

/** Lets consents expire at their exact time. */
export const atItsMoment = every({
  ...{ ...each, name: 'at-its-moment', due: 'dueAt' },
  summary: { en: 'Let consents expire', zh: '使到期的同意失效' },
});
