import { useState, type ReactNode } from 'react';
import type { Field } from '../../api/catalogue.js';
import { useWords } from '../../words/language.js';
import { ChoiceTable, type ChoiceRow } from '../choice-table.js';
import { Value } from '../list/cell.js';
import { ErrorNotice } from '../states.js';
import { useNames } from '../use-names.js';
import {
  chosenOf,
  disputed,
  isConflict,
  likelySide,
  valueOn,
  type Conflict,
  type Shown,
  type Side,
  type Versions,
} from './conflict.js';
import { useConflictTexts } from './texts.js';

export type ConflictProps = {
  readonly conflict: Conflict;
  /** The record as it is shown now. */
  readonly record: Shown;
  /** The fields of the record, and those of the command. */
  readonly fields: readonly Field[];
  /** Whether the command can change a field. */
  readonly canChange: (name: string) => boolean;
  /** In place of how the kind of a field is shown. */
  readonly show?: ((name: string, value: unknown) => ReactNode) | undefined;
};

const Known = ({ field, value }: { readonly field: Field; readonly value: unknown }) => {
  const nameOf = useNames();
  return field.kind === 'person' ? (
    nameOf((value as { readonly id: string }).id)
  ) : (
    <Value field={field} value={value} />
  );
};

const SIDES = ['original', 'theirs', 'mine'] as const;

type Rows = readonly ChoiceRow<Side>[];

/** The fields in dispute, with the likely choices until others are picked. */
const useRows = (versions: Versions, { fields, canChange, show }: ConflictProps) => {
  const word = useWords();
  const [picked, pick] = useState<ReadonlyMap<string, Side>>(new Map());
  const cell = (field: Field, side: Side) => {
    const value = valueOn(versions, side, field.name);
    return value === null ? null : (show?.(field.name, value) ?? <Known field={field} value={value} />);
  };
  const rows: Rows = disputed(versions, fields).map((field) => {
    const { name, label } = field;
    return {
      ...{ field: name, label: label ? word(label) : name },
      shown: { original: cell(field, 'original'), theirs: cell(field, 'theirs'), mine: cell(field, 'mine') },
      ...(!canChange(name) && { closed: SIDES }),
      chosen: canChange(name) ? (picked.get(name) ?? likelySide(versions, name)) : 'theirs',
    };
  });
  return { rows, choose: (name: string, side: Side) => pick(new Map([...picked, [name, side]])) };
};

/** Sends what is chosen once; a record that has changed again is compared again. */
const useSending = (send: () => Promise<void>, refused: (problem: Conflict['problem']) => void) => {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await send();
    } catch (caught) {
      if (isConflict(caught)) refused(caught);
      else setError(caught);
      setBusy(false);
    }
  };
  return { error, isBusy, submit };
};

type ChoicesProps = ConflictProps & { readonly refused: (problem: Conflict['problem']) => void };

/** Original, theirs and mine, with a choice per field. */
export const Choices = (props: ChoicesProps) => {
  const { conflict, record, refused } = props;
  const t = useConflictTexts();
  const { isOriginalKnown = true } = conflict;
  const sides = SIDES.filter((side) => isOriginalKnown || side !== 'original');
  const versions = { original: conflict.original, theirs: record.values, mine: conflict.mine };
  const { rows, choose } = useRows(versions, props);
  const chosen = chosenOf(versions, new Map(rows.map(({ field, chosen: side }) => [field, side] as const)));
  const { error, isBusy, submit } = useSending(() => conflict.send(chosen, record), refused);
  const isTheirs = rows.some(({ field }) => field in conflict.mine) && Object.keys(chosen).length === 0;
  return (
    <div className="dialog-form">
      {error !== undefined && <ErrorNotice error={error} />}
      <p className="muted">{t(rows.length === 0 ? 'nothingDiffers' : 'nothingLost')}</p>
      {rows.length > 0 && (
        <ChoiceTable
          label={t(isOriginalKnown ? 'values' : 'valuesNow')}
          versions={sides.map((key) => ({ key, name: t(key) }))}
          rows={rows}
          choose={choose}
        />
      )}
      <div className="drawer-foot">
        <button type="button" className="btn" onClick={conflict.leave}>
          {t('leave')}
        </button>
        <button type="button" className="btn main-act" disabled={isBusy} onClick={() => void submit()}>
          {t(isTheirs ? 'keepTheirs' : 'save')}
        </button>
      </div>
    </div>
  );
};
