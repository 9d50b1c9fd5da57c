import type { Words } from '@annals/event-sourcing';
import type { Environment } from './secret-files.js';

/** Chinese if the locale of a shell says so (`LC_ALL`, then `LC_MESSAGES`, then `LANG`), English otherwise. */
export const languageIn = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): keyof Words =>
  /^zh\b|^zh_/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
