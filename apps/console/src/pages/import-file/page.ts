import { page } from '../page.js';

export default page({
  path: '/imports/files/:fileId',
  title: { en: 'Import a file', zh: '导入文件' },
  right: 'imports.run',
  view: () => import('./import-file.js'),
});
