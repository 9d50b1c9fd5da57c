import { useState } from 'react';
import type { Field } from '../../api/catalogue.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { MoreCommands } from '../../design/more-commands.js';
import { useMay } from '../../session/use-session.js';
import type { Product } from '../products/name-of.js';
import { useProductTexts } from './texts.js';

type Props = { readonly product: Product; readonly fields: readonly Field[] };

/** The fields of a command that are shown at once. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  ChangeProduct: ['name', 'nameZh', 'code', 'category', 'unit', 'taxClass'],
  SetPrice: ['priceListId', 'currency', 'from', 'until', 'steps'],
  WithdrawProduct: ['from', 'reason'],
};

/** What can be done with a product; the main action is the last. */
export const Actions = ({ product, fields }: Props) => {
  const [command, open] = useState<string>();
  const [t, may] = [useProductTexts(), useMay()];
  const { productId, status, revision } = product;
  if (!may('products.write')) return null;
  const isOffered = status === 'offered';
  return (
    <>
      <MoreCommands names={['ChangeProduct']} onChoose={open} />
      <button type="button" className="btn" onClick={() => open(isOffered ? 'WithdrawProduct' : 'ReinstateProduct')}>
        {t(isOffered ? 'withdraw' : 'reinstate')}
      </button>
      <button type="button" className="btn main-act" onClick={() => open('SetPrice')}>
        {t('price')}
      </button>
      {command && (
        <CommandDrawer
          key={command}
          name={command}
          fixed={{ productId }}
          {...(command === 'ChangeProduct' && { record: { revision, values: product, fields } })}
          shown={SHOWN[command] ?? []}
          onClose={() => open(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};
