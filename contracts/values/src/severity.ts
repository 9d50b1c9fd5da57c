import { choice } from './field.js';

/** How serious a complaint is. */
export const severity = choice({
  low: { en: 'Low', zh: '低' },
  medium: { en: 'Medium', zh: '中' },
  high: { en: 'High', zh: '高' },
  critical: { en: 'Critical', zh: '紧急' },
});
