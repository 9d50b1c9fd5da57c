import { texts } from '../../words/texts.js';

export const useCustomersTexts = texts({
  title: ['Customers', '客户'],
  search: ['Name, code, phone', '名称、编号、电话'],
  register: ['Register customer', '登记客户'],
});
