import type { ReactNode } from 'react';
import { BeforeAfter } from '../../design/event.js';
import { useCustomerAuditTexts } from './texts.js';

type Change = { readonly field: string; readonly before?: unknown; readonly after?: unknown };

type Props<Row extends Change> = {
  readonly changes: readonly Row[];
  /** What is said of each change, such as the events behind it. */
  readonly why?: (change: Row) => ReactNode;
};

/** Fields with what stood there and what stands there now. */
export const Changes = <Row extends Change>({ changes, why }: Props<Row>) => {
  const t = useCustomerAuditTexts();
  return (
    <div className="tblwrap">
      <table>
        <thead>
          <tr>
            <th>{t('field')}</th>
            <th>
              {t('before')} → {t('after')}
            </th>
            {why && <th>{t('why')}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <tr key={index}>
              <td className="field-path">{change.field}</td>
              <td>
                <BeforeAfter before={change.before} after={change.after} />
              </td>
              {why && <td>{why(change)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
