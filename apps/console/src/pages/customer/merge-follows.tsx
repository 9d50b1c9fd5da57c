import { Icon, type IconName } from '../../design/icon.js';
import { useLanguage } from '../../words/language.js';
import type { CustomerView } from './data.js';
import { markedName } from './marked-name.js';
import { useMergeTexts } from './merge-texts.js';

const countsOf = ({ deals, complaints, contacts, logistics, finance }: CustomerView) => ({
  deals: deals ? deals.open.count + deals.won.count + deals.lost.count : 0,
  complaints: complaints ? complaints.open + complaints.resolved + complaints.withdrawn : 0,
  contacts: Object.values(contacts.channels).reduce((sum, { inbound, outbound }) => sum + inbound + outbound, 0),
  orders: logistics?.ordered.count ?? 0,
  invoices: finance?.invoiced.count ?? 0,
});

type Props = { readonly survivor: CustomerView; readonly merged: CustomerView };

/** What follows from a merge, before it is made. */
export const Follows = ({ survivor, merged }: Props) => {
  const [t, language] = [useMergeTexts(), useLanguage()];
  const counts = Object.entries(countsOf(merged)) as [keyof ReturnType<typeof countsOf>, number][];
  const records = counts.filter(([, count]) => count > 0).map(([what, count]) => t(what, { count }));
  const names = { survivor: markedName(survivor), merged: markedName(merged) };
  const lines: readonly (readonly [IconName, string])[] = [
    ['link', t('leads', names)],
    [
      'import',
      records.length === 0
        ? t('noRecords')
        : t('records', { ...names, records: records.join(language === 'zh' ? '、' : ', ') }),
    ],
    ['people', t('kept')],
    ['back', t('undoable')],
  ];
  return (
    <section>
      <h3 className="lab">{t('leadsTo')}</h3>
      <ul className="leads">
        {lines.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
