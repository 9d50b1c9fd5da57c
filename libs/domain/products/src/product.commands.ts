import { command } from '@annals/command-bus';
import { entry, productId, reason, withdrawnFrom } from '@annals/contracts-products';
import { atMost } from '@annals/contracts-values';

const needs = 'products.write';
const about = null;

const { name, unit, taxClass, substitutes, bundle, attributes, ...rest } = entry.shape;
const { nameZh, code, description, category, activeFrom, activeUntil } = rest;

/** What may be left out of a new product. */
const more = {
  nameZh: nameZh.optional(),
  code: code.optional(),
  description: description.optional(),
  category: category.optional(),
  taxClass: taxClass.optional(),
  activeFrom: activeFrom.optional(),
  activeUntil: activeUntil.optional(),
  substitutes: substitutes.optional(),
  bundle: bundle.optional(),
  attributes: atMost(200, attributes.optional()),
};

export class AddProduct extends command(
  'AddProduct',
  { productId, name, unit, ...more },
  {
    post: 'products',
    summary: { en: 'Add a product to the catalogue', zh: '向目录添加产品' },
    description: {
      en: 'Products that it names as substitutes or parts of a bundle must be in the catalogue. The default of `taxClass` is `standard`. A `code` belongs to one product only.',
      zh: '作为替代品或组合组成部分的产品须已在目录中。未给出税种时为 `standard`。产品代码不得重复。',
    },
    needs,
    about,
    creates: 'productId',
  },
) {}

export class ChangeProduct extends command(
  'ChangeProduct',
  { productId, name: name.optional(), unit: unit.optional(), ...more },
  {
    post: 'products/:productId/change',
    summary: { en: 'Change a product of the catalogue', zh: '变更目录中的产品' },
    description: {
      en: 'Only the given fields change; `null` clears an optional field; `substitutes`, `bundle` and `attributes` are replaced as a whole.',
      zh: '只变更给出的字段；`null` 清空可为空的字段，`substitutes`、`bundle` 和 `attributes` 整体替换。',
    },
    needs,
    about,
  },
) {}

export class WithdrawProduct extends command(
  'WithdrawProduct',
  { productId, from: withdrawnFrom, reason },
  {
    post: 'products/:productId/withdraw',
    summary: { en: 'Withdraw a product from a day on', zh: '自某日起停售产品' },
    description: {
      en: 'It stays in the catalogue, and is not offered any more from that day on.',
      zh: '该产品仍保留在目录中，自该日起不再供应。',
    },
    needs,
    about,
  },
) {}

export class ReinstateProduct extends command(
  'ReinstateProduct',
  { productId, reason },
  {
    post: 'products/:productId/reinstate',
    summary: { en: 'Reinstate a withdrawn product', zh: '恢复销售已停售的产品' },
    description: { en: 'It is offered as if it had not been withdrawn.', zh: '视同未曾停售。' },
    needs,
    about,
  },
) {}
