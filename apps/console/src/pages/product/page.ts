import { page } from '../page.js';

export default page({
  path: '/products/:productId',
  title: { en: 'Product', zh: '产品' },
  right: 'products.read',
  view: () => import('./product.js'),
});
