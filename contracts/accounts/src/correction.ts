import { field, note } from '@annals/contracts-values';

/** Why a recorded fact was wrong. */
export const correctionReason = field(note, { en: 'Reason', zh: '更正原因' }, { example: 'Typing error.' });
