import { field, note } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

/** The percent of deals like this one that are expected to be won. */
export const probability = field(
  z.number().int().min(0).max(100),
  { en: 'Probability, in percent', zh: '成交概率（%）' },
  { example: 70 },
);

/** Why a deal is estimated otherwise than its step. */
export const estimateReason = field(note, { en: 'Reason', zh: '原因' }, { example: 'The buyer has agreed.' });
