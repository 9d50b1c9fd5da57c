import { useId } from 'react';
import { Section } from '../../design/section.js';
import { useWords } from '../../words/language.js';
import { useFileTexts } from './texts.js';
import type { Decisions, Format, Preview } from './use-preview.js';

const ENCODINGS = ['utf-8', 'gb18030', 'gbk', 'big5', 'utf-16le', 'windows-1252', 'shift_jis', 'euc-kr'];
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const DECIMALS = { '.': 'point', ',': 'comma' } as const;

type Option = { readonly value: string; readonly text: string };
type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
};

const Choice = ({ label, value, options, onChange }: ChoiceProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="in" value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.text}
          </option>
        ))}
      </select>
    </div>
  );
};

type Props = {
  readonly preview: Preview;
  readonly onFormat: (change: Format) => void;
};

/** How the file is written, as it seems or as the user says. */
export const FormatBar = ({ preview: { format }, onFormat }: Props) => {
  const t = useFileTexts();
  const encodings = [...new Set([format.encoding, ...ENCODINGS])].map((value) => ({ value, text: value }));
  const named = <Key extends string>(all: Readonly<Record<string, Key>>, text: (key: Key) => string) =>
    Object.entries(all).map(([value, key]) => ({ value, text: text(key) }));
  return (
    <div className="tools">
      <Choice
        label={t('encoding')}
        value={format.encoding}
        options={encodings}
        onChange={(encoding) => onFormat({ encoding })}
      />
      <Choice
        label={t('delimiter')}
        value={format.delimiter}
        options={named(DELIMITERS, t)}
        onChange={(delimiter) => onFormat({ delimiter } as Format)}
      />
      <Choice
        label={t('decimal')}
        value={format.decimal}
        options={named(DECIMALS, t)}
        onChange={(decimal) => onFormat({ decimal } as Format)}
      />
      <div className="field">
        <span className="lab">{t('dates')}</span>
        <span>{format.dates.join(' · ') || t('iso')}</span>
      </div>
    </div>
  );
};

type CommonProps = {
  readonly preview: Preview;
  readonly onConstants: (constants: Decisions['constants']) => void;
};

/** What is the same for all rows, because no column says it. */
export const CommonBar = ({ preview: { targets, columns, constants }, onConstants }: CommonProps) => {
  const [t, word] = [useFileTexts(), useWords()];
  const needed = targets.filter(
    ({ path, choices, required }) =>
      required && choices && !path.includes('.') && !columns.some(({ target }) => target === path),
  );
  const known = constants as Decisions['constants'];
  if (needed.length === 0) return null;
  return (
    <Section title={t('common')}>
      <div className="tools">
        {needed.map(({ path, label, kind, choices }) => (
          <Choice
            key={path}
            label={word(label)}
            value={[known[path]].flat().join(',')}
            options={(choices ?? []).map(({ value, label: words }) => ({ value, text: word(words) }))}
            onChange={(value) => onConstants({ ...known, [path]: kind === 'choices' ? [value] : value })}
          />
        ))}
      </div>
    </Section>
  );
};
