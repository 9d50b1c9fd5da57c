import { useId, type ReactNode } from 'react';
import { texts } from '../words/texts.js';

const useTexts = texts({ field: ['Field', '字段'], nothing: ['nothing', '无'] });

/** One of the versions that stand side by side. */
export type Version<Key extends string> = {
  readonly key: Key;
  readonly name: string;
  /** In place of the name, at the head of its column. */
  readonly head?: ReactNode;
};

export type ChoiceRow<Key extends string> = {
  /** The path of the field. */
  readonly field: string;
  readonly label: string;
  /** What each version says; `null` for nothing. */
  readonly shown: Readonly<Record<Key, ReactNode>>;
  /** Versions that cannot be chosen. */
  readonly closed?: readonly Key[];
  readonly chosen: Key;
};

type Props<Key extends string> = {
  readonly label: string;
  readonly versions: readonly Version<Key>[];
  readonly rows: readonly ChoiceRow<Key>[];
  readonly choose: (field: string, key: Key) => void;
};

/** Versions of a record side by side, of which one is chosen for each field. */
export const ChoiceTable = <Key extends string>({ label, versions, rows, choose }: Props<Key>) => {
  const [t, id] = [useTexts(), useId()];
  return (
    <div className="choices">
      <table aria-label={label}>
        <thead>
          <tr>
            <th>{t('field')}</th>
            {versions.map(({ key, name, head }) => (
              <th key={key}>{head ?? name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label: called, shown, closed = [], chosen }) => (
            <tr key={field}>
              <th scope="row">{called}</th>
              {versions.map(({ key, name }) => (
                <td key={key} className={key === chosen ? 'on' : ''}>
                  <label className="choice">
                    <input
                      type="radio"
                      name={`${id}-${field}`}
                      checked={key === chosen}
                      disabled={closed.includes(key)}
                      onChange={() => choose(field, key)}
                    />
                    <span>
                      <span className="sr">{called}, </span>
                      <span className="of">{name}: </span>
                      {shown[key] ?? <span className="faint">{t('nothing')}</span>}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
