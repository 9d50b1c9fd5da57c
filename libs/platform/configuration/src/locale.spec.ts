import { languageIn } from './index.js';

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'C' }, 'en'],
  [{ LANG: 'zh', LC_ALL: '' }, 'zh'],
  [{ LANG: 'zha' }, 'en'],
  [{}, 'en'],
])('takes %j for %s', (environment, language) => expect(languageIn(environment)).toBe(language));
