import { Link } from 'react-router';
import type { Field } from '../../api/catalogue.js';
import { addressOf } from '../../design/addresses.js';
import { ChangeableFacts } from '../../design/changeable-facts.js';
import { Value } from '../../design/list/cell.js';
import { PageHead } from '../../design/page-head.js';
import { Section } from '../../design/section.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { nameOf, type Product } from '../products/name-of.js';
import { Actions } from './actions.js';
import { Prices } from './prices.js';
import { useProductTexts } from './texts.js';

type Props = { readonly product: Product; readonly fields: readonly Field[] };

const CHANGEABLE = [
  ...['name', 'nameZh', 'code', 'category', 'unit', 'taxClass', 'activeFrom', 'activeUntil', 'description'],
];
const FACTS = [...CHANGEABLE, 'withdrawnFrom', 'reason', 'addedAt'];

/** A product that was read: what it costs, what it consists of, what the catalogue says of it. */
export const Shown = ({ product, fields }: Props) => {
  const [t, may, language] = [useProductTexts(), useMay(), useLanguage()];
  const { productId, status, code, bundle, substitutes } = product;
  const field = fields.find(({ name }) => name === 'status');
  return (
    <>
      <PageHead
        title={nameOf(product, language)}
        parent={{ title: t('products'), to: '/products', here: t('here') }}
        meta={
          <>
            {code && <span>{code}</span>}
            {field && <Value value={status} field={field} />}
          </>
        }
        actions={<Actions product={product} fields={fields} />}
      />
      <div className="cols record">
        <div className="left">
          <Prices product={product} />
          <Related title={t('bundle')} of={bundle} />
          <Related title={t('substitutes')} of={substitutes.map((each) => ({ productId: each }))} />
        </div>
        <div className="right">
          <Section title={t('facts')}>
            <ChangeableFacts
              record={product}
              fields={fields}
              names={FACTS}
              changeable={may('products.write') ? CHANGEABLE : []}
              by="ChangeProduct"
              of={{ productId }}
            />
          </Section>
        </div>
      </div>
    </>
  );
};

type RelatedProps = {
  readonly title: string;
  readonly of: readonly { readonly productId: string; readonly quantity?: string }[];
};

/** Other products, each a link. */
const Related = ({ title, of }: RelatedProps) =>
  of.length === 0 ? null : (
    <Section title={title}>
      <ul className="plain">
        {of.map(({ productId, quantity }) => (
          <li key={productId}>
            {quantity && `${Number(quantity)} × `}
            <Link to={addressOf.product(productId)}>{productId}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
