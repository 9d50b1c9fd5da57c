import { useState } from 'react';
import { addressOf } from '../../design/addresses.js';
import { Following } from '../../design/following.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { Icon } from '../../design/icon.js';
import { List } from '../../design/list/list.js';
import { PageHead } from '../../design/page-head.js';
import { Empty } from '../../design/states.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { nameOf, type Product } from './name-of.js';
import { useProductsTexts } from './texts.js';

const LISTS = ['/v1/products'];

/** The catalogue. */
const Products = () => {
  const [isAdding, add] = useState(false);
  const [t, may] = [useProductsTexts(), useMay()];
  const action = may('products.write') && (
    <button type="button" className="btn main-act" onClick={() => add(true)}>
      <Icon name="plus" /> {t('add')}
    </button>
  );
  return (
    <>
      <PageHead title={t('title')} actions={action} />
      <div className="page">
        <Following lists={LISTS}>
          <List<Product>
            path="/v1/products"
            searchLabel={t('search')}
            saves={[]}
            idOf={({ productId }) => productId}
            to={({ productId }) => addressOf.product(productId)}
            columns={[
              { name: 'name', width: '34%', phone: 'wide', show: (product) => <Name product={product} /> },
              { name: 'category', width: '22%', phone: 'start' },
              { name: 'unit', width: '14%' },
              { name: 'taxClass', width: '14%' },
              { name: 'status', phone: 'side' },
            ]}
            empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
          />
        </Following>
      </div>
      {isAdding && (
        <CommandDrawer
          name="AddProduct"
          shown={['name', 'nameZh', 'code', 'category', 'unit', 'taxClass']}
          onClose={() => add(false)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};

const Name = ({ product }: { readonly product: Product }) => {
  const language = useLanguage();
  return (
    <>
      {nameOf(product, language)}{' '}
      {product.code && (
        <span className="small faint" style={{ fontWeight: 400 }}>
          {product.code}
        </span>
      )}
    </>
  );
};

export default Products;
