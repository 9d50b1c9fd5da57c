import { page } from '../page.js';

export default page({
  path: '/imports',
  title: { en: 'Imports', zh: '导入' },
  right: 'imports.read',
  menu: { place: 90, icon: 'import' },
  view: () => import('./imports.js'),
});
