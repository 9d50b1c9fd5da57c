import { page } from '../page.js';

export default page({
  path: '/imports/:importId',
  title: { en: 'Import', zh: '导入' },
  right: 'imports.read',
  view: () => import('./import.js'),
});
