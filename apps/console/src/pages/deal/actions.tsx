import { useState } from 'react';
import type { Field } from '../../api/catalogue.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { MoreCommands } from '../../design/more-commands.js';
import { useMay } from '../../session/use-session.js';
import type { Deal } from '../pipeline/deal.js';
import { estimating } from './estimating.js';
import { useDealTexts } from './texts.js';
import { useOffered } from './use-offered.js';

const WHILE_OPEN = ['EstimateDeal', 'ChangeDeal', 'AddDealLine', 'RecordSample'];

/** The fields of a command that are shown at once. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  AdvanceDeal: ['to', 'reason'],
  CloseDeal: ['outcome', 'reason', 'competitor'],
  ChangeDeal: ['title', 'expectedCloseDate', 'reason'],
  EstimateDeal: ['probability', 'reason'],
  RecordSample: ['product', 'quantity', 'note'],
  AddDealLine: ['productId', 'product', 'quantity', 'unitPrice', 'discount'],
};

/** What can be done with a deal; the main action is the last. */
export const Actions = ({ deal, fields }: { readonly deal: Deal; readonly fields: readonly Field[] }) => {
  const [command, open] = useState<string>();
  const [t, may] = [useDealTexts(), useMay()];
  const { dealId, status, revision } = deal;
  const offered = useOffered(command === 'AddDealLine');
  if (!may('deals.write')) return null;
  return (
    <>
      {status === 'open' && <MoreCommands names={WHILE_OPEN} onChoose={open} />}
      {status !== 'lost' && (
        <button type="button" className="btn" onClick={() => open('AdvanceDeal')}>
          {t('advance')}
        </button>
      )}
      <button
        type="button"
        className="btn main-act"
        onClick={() => open(status === 'open' ? 'CloseDeal' : 'ReopenDeal')}
      >
        {t(status === 'open' ? 'close' : 'reopen')}
      </button>
      {command && (
        <CommandDrawer
          key={command}
          name={command}
          fixed={{ dealId }}
          record={{ revision, values: deal, fields }}
          shown={SHOWN[command] ?? []}
          {...estimating(command, deal)}
          {...(offered && { fields: { productId: offered } })}
          onClose={() => open(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};
