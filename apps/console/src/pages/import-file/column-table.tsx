import { PlainTable } from '../../design/plain-table.js';
import { useWords } from '../../words/language.js';
import { useFileTexts } from './texts.js';
import type { Preview } from './use-preview.js';

type Column = Preview['columns'][number];
type Props = {
  readonly preview: Preview;
  readonly onTarget: (column: string, target: string | null) => void;
};

const FREE = 'attributes.';

/** Each column with its first values and the field that it becomes. */
export const ColumnTable = ({ preview, onTarget }: Props) => {
  const t = useFileTexts();
  return (
    <PlainTable
      label={t('columns')}
      rows={preview.columns}
      idOf={({ column }) => column}
      columns={[
        {
          label: t('column'),
          width: '22%',
          phone: 'wide',
          show: ({ column }) => <span className="strong">{column}</span>,
        },
        {
          label: t('examples'),
          phone: 'wide',
          show: ({ examples }) => <span className="muted">{examples.slice(0, 3).join(' · ')}</span>,
        },
        {
          label: t('target'),
          width: '30%',
          phone: 'wide',
          show: (of) => <Target of={of} preview={preview} onTarget={onTarget} />,
        },
        {
          label: t('because'),
          width: '18%',
          phone: 'off',
          show: ({ by }) => by && <span className="faint">{t(by)}</span>,
        },
      ]}
    />
  );
};

const Target = ({ of: { column, target }, preview: { targets }, onTarget }: Props & { readonly of: Column }) => {
  const [t, word] = [useFileTexts(), useWords()];
  const free = target?.startsWith(FREE) ? target : `${FREE}${freeNameOf(column)}`;
  const groups = [...Map.groupBy(targets, ({ group }) => (group ? word(group) : ''))];
  return (
    <select
      className="in"
      aria-label={t('targetOf', { column })}
      value={target ?? ''}
      disabled={column === ''}
      onChange={({ target: { value } }) => onTarget(column, value === '' ? null : value)}
    >
      <option value="">{t('leftOut')}</option>
      {groups.map(([group, own]) =>
        group === '' ? (
          own.map((each) => <Choice key={each.path} of={each} all={targets} />)
        ) : (
          <optgroup key={group} label={group}>
            {own.map((each) => (
              <Choice key={each.path} of={each} all={targets} />
            ))}
          </optgroup>
        ),
      )}
      <option value={free}>{target === free ? t('furtherOf', { name: free.slice(FREE.length) }) : t('further')}</option>
    </select>
  );
};

type Field = Preview['targets'][number];

/** With the group behind a name that several fields have. */
const Choice = ({ of: { path, label, group }, all }: { readonly of: Field; readonly all: readonly Field[] }) => {
  const word = useWords();
  const isShared = all.filter((each) => word(each.label) === word(label)).length > 1;
  return <option value={path}>{isShared && group ? `${word(label)} · ${word(group)}` : word(label)}</option>;
};

/** A name that the server takes, of a column that is named in any script. */
const freeNameOf = (column: string) => {
  const latin = column.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '');
  return /^[A-Za-z]/.test(latin) ? latin.slice(0, 60) : `column${hashOf(column)}`;
};

const hashOf = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_000, 7);
