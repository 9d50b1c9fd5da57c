import { page } from '../page.js';

export default page({
  path: '/pipeline',
  title: { en: 'Pipeline', zh: '销售管道' },
  right: 'deals.read',
  menu: { place: 30, icon: 'board', tab: true },
  view: () => import('./pipeline.js'),
});
