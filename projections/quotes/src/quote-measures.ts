import { ratio } from '@annals/contracts-values';
import type { Amounts, Sums } from '@annals/event-sourcing';

type Figures = Sums<'sent' | 'accepted' | 'declined' | 'expired'>;
type Values = Amounts<'value' | 'wonValue'>;

/** What the report says of quotes. */
export const measures = {
  quotes: { en: 'Number of quotes', zh: '报价单数', of: ({ count }: Figures) => count },
  value: { en: 'Net value', zh: '不含税金额', of: (_: Figures, { value }: Values) => value },
  sent: { en: 'Of these sent', zh: '其中已发送', of: ({ sent }: Figures) => sent },
  accepted: { en: 'Of these accepted', zh: '其中已接受', of: ({ accepted }: Figures) => accepted },
  acceptedValue: {
    en: 'Net value accepted',
    zh: '已接受的不含税金额',
    of: (_: Figures, { wonValue }: Values) => wonValue,
  },
  declined: { en: 'Of these declined', zh: '其中被拒绝', of: ({ declined }: Figures) => declined },
  expired: { en: 'Of these expired', zh: '其中已过期', of: ({ expired }: Figures) => expired },
  acceptanceRate: {
    ...{ en: 'Share accepted of those sent (0–1)', zh: '接受率（占已发送的比例，0–1）' },
    of: ({ accepted, sent }: Figures) => ratio(accepted, sent),
  },
};
