import { page } from '../page.js';

export default page({
  path: '/products',
  title: { en: 'Products', zh: '产品' },
  right: 'products.read',
  menu: { place: 45, icon: 'box' },
  view: () => import('./products.js'),
});
