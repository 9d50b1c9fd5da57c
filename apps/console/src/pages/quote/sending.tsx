import { ApiProblem } from '../../api/problem.js';
import { exactMoney } from '../../design/format.js';
import { Dialog } from '../../design/dialog.js';
import { FormField } from '../../design/form/fields.js';
import { useFormTexts } from '../../design/form/texts.js';
import { useCommandForm } from '../../design/form/use-command-form.js';
import { ErrorNotice } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import type { Quote } from './quote-types.js';
import { useQuoteTexts } from './texts.js';

type Props = { readonly quote: Quote; readonly onClose: () => void; readonly onAsk: () => void };

/** Records that the version was sent; where it is above the limits of the caller, leads to the approval. */
export const Sending = ({ quote, onClose, onAsk }: Props) => {
  const [t, texts] = [useQuoteTexts(), useFormTexts()];
  const { quoteId, version, revision } = quote;
  const form = useCommandForm({
    name: 'SendQuote',
    fixed: { quoteId, version },
    revision,
    onDone: onClose,
  });
  const isAbove = form.error instanceof ApiProblem && form.error.code === 'QuoteNeedsApproval';
  const when = form.fields.find(({ name }) => name === 'occurredAt');
  return (
    <Dialog
      title={`${t('SendQuote')} · ${t('version', { version })}`}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <button type="button" className="btn" onClick={onClose}>
            {texts('cancel')}
          </button>
          <button
            type="button"
            className="btn main-act"
            disabled={form.isBusy || !form.form}
            onClick={() => (isAbove ? onAsk() : void form.submit())}
          >
            {t(isAbove ? 'RequestQuoteApproval' : 'SendQuote')}
          </button>
        </div>
      }
    >
      <div className="drawer-form">
        {isAbove ? <Above quote={quote} /> : form.error !== undefined && <ErrorNotice error={form.error} />}
        {!isAbove && when && <FormField field={when} path={['occurredAt']} state={form} />}
      </div>
    </Dialog>
  );
};

const Above = ({ quote: { discountPercent, totals, currency } }: Pick<Props, 'quote'>) => {
  const [t, language] = [useQuoteTexts(), useLanguage()];
  const total = exactMoney({ amount: totals.total, currency }, language);
  return (
    <p role="alert" className="notice">
      {t('needsApproval', { discount: discountPercent, total })}
    </p>
  );
};
