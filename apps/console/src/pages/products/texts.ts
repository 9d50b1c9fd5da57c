import { texts } from '../../words/texts.js';

export const useProductsTexts = texts({
  title: ['Products', '产品'],
  add: ['Add a product', '添加产品'],
  search: ['Name or code', '名称或产品代码'],
  none: ['The catalogue is empty', '目录中还没有产品'],
  noneWhy: ['Add products here, or import a file of them.', '可在此添加产品，或导入产品文件。'],
});
