import { page } from '../page.js';

export default page({
  path: '/',
  title: { en: 'Home', zh: '首页' },
  menu: { place: 10, icon: 'home', tab: true },
  view: () => import('./home.js'),
});
