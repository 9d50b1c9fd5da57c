import type { Field } from '../../../api/catalogue.js';
import { Icon } from '../../../design/icon.js';
import { messageAt } from '../../../design/form/values.js';
import { Section } from '../../../design/section.js';
import { LineFields } from './line-fields.js';
import { BLANK, type EnteredLine } from './lines.js';
import { useEditorTexts } from './texts.js';

type Props = {
  readonly lines: readonly EnteredLine[];
  readonly currency: string;
  readonly field: Field | undefined;
  readonly messages: ReadonlyMap<string, string>;
  readonly onChange: (lines: readonly EnteredLine[]) => void;
};

/** The lines of a quote while they are entered. */
export const LinesEditor = ({ lines, currency, field, messages, onChange }: Props) => {
  const t = useEditorTexts();
  const taxClasses = field?.item?.fields?.find(({ name }) => name === 'taxClass')?.values ?? [];
  const message = messages.get('lines');
  return (
    <Section title={t('lines')} aside={currency}>
      {lines.map((line, index) => (
        <LineFields
          key={index}
          {...{ line, currency, taxClasses }}
          number={index + 1}
          messageOf={(name) => messageAt(messages, ['lines', index, name])}
          onChange={(next) => onChange(lines.with(index, next))}
          onRemove={() => onChange(lines.filter((_, each) => each !== index))}
        />
      ))}
      {message !== undefined && (
        <p className="help bad" role="alert">
          {message}
        </p>
      )}
      <button type="button" className="btn mini start" onClick={() => onChange([...lines, BLANK])}>
        <Icon name="plus" small /> {t('add')}
      </button>
    </Section>
  );
};
