import { ratio } from '@annals/contracts-values';
import type { Sums } from '@annals/event-sourcing';

type Figures = Sums<'answered' | 'converted' | 'disqualified'>;

/** What the report says of leads. */
export const measures = {
  leads: { en: 'Number of leads', zh: '线索数', of: ({ count }: Figures) => count },
  answered: { en: 'Of these contacted', zh: '其中已联系', of: ({ answered }: Figures) => answered },
  disqualified: { en: 'Of these disqualified', zh: '其中已淘汰', of: ({ disqualified }: Figures) => disqualified },
  converted: { en: 'Of these converted', zh: '其中已转化', of: ({ converted }: Figures) => converted },
  conversionRate: {
    ...{ en: 'Share converted of those that ended (0–1)', zh: '转化率（占已结束的比例，0–1）' },
    of: ({ converted, disqualified }: Figures) => ratio(converted, converted + disqualified),
  },
  answeredShare: {
    ...{ en: 'Share contacted (0–1)', zh: '联系率（0–1）' },
    of: ({ answered, count }: Figures) => ratio(answered, count),
  },
};
