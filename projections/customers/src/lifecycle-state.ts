import { choice } from '@annals/contracts-values';

/** The states of the lifecycle, with their names. */
export const lifecycleState = choice({
  initial: { en: 'Initial', zh: '初始期' },
  developing: { en: 'Developing', zh: '发展期' },
  mature: { en: 'Mature', zh: '成熟期' },
  declining: { en: 'Declining', zh: '衰退期' },
  lost: { en: 'Lost', zh: '流失' },
});
