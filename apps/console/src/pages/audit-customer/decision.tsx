import { useEventWord } from '../../design/event-words.js';
import { Moment } from '../../design/moment.js';
import type { components } from '../../generated/api.js';
import { useCustomerAuditTexts } from './texts.js';

type Difference = components['schemas']['WhatIfReport']['items'][number];

/** A decision, and what it would have been under other rules. */
export const Decision = ({ difference: { recorded, would, refusal } }: { readonly difference: Difference }) => {
  const [t, word] = [useCustomerAuditTexts(), useEventWord()];
  const [first] = [...recorded, ...would];
  const namesOf = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => word(type)).join(', ');
  const otherwise =
    would.length > 0 ? t(recorded.length > 0 ? 'wouldBe' : 'added', { events: namesOf(would) }) : t('wouldNot');
  return (
    <li>
      <div>{first && <Moment at={first.occurredAt} />}</div>
      <div>
        <div>{namesOf(recorded)}</div>
        <div className="muted">{refusal ? t('wouldRefuse', { why: refusal.detail }) : otherwise}</div>
      </div>
      <div className="end" />
    </li>
  );
};
