import { number } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { PlainTable } from '../../design/plain-table.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useOperationTexts } from './operation-texts.js';

type Policy = components['schemas']['PolicyStatus'];

/** What Annals does by itself, and whether it keeps up. */
export const Policies = ({ policies }: { readonly policies: readonly Policy[] }) => {
  const [t, language] = [useOperationTexts(), useLanguage()];
  return (
    <section className="sec part">
      <div className="sec-h">
        <h2>{t('policies')}</h2>
        <span className="faint small">{t('policiesWhy')}</span>
      </div>
      <PlainTable
        label={t('policies')}
        rows={policies}
        idOf={({ policy }) => policy}
        columns={[
          {
            label: t('policy'),
            phone: 'wide',
            width: '32%',
            show: ({ policy }) => <span className="strong">{policy}</span>,
          },
          { label: t('waitsFor'), phone: 'off', show: ({ waitsFor }) => t(`of-${waitsFor}`) },
          { label: t('state'), show: (policy) => <State policy={policy} /> },
          {
            label: t('due'),
            isFigure: true,
            show: ({ lag: { due } }) =>
              due === 0 ? <span className="faint">{t('none')}</span> : number(due, language),
          },
          {
            label: t('next'),
            isFigure: true,
            phone: 'off',
            show: ({ next }) => (next === null ? <span className="faint">–</span> : <Moment at={next} />),
          },
        ]}
      />
    </section>
  );
};

const State = ({ policy: { state, trouble } }: { readonly policy: Policy }) => {
  const t = useOperationTexts();
  return (
    <>
      <span className={state === 'stopped' || trouble ? 'tag bad' : 'muted'}>{t(`policy-${state}`)}</span>
      {trouble && (
        <span className="small bad say">
          {trouble.message} <Moment at={trouble.since} />
        </span>
      )}
    </>
  );
};
