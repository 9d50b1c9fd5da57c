import { useId, useState } from 'react';
import { startBulk, useBulkRun } from '../../design/bulk/runs.js';
import { Dialog } from '../../design/dialog.js';
import { FormField } from '../../design/form/fields.js';
import { useFormTexts } from '../../design/form/texts.js';
import { useCommand } from '../../design/form/use-command-form.js';
import { bodyOf, withValue, type Values } from '../../design/form/values.js';
import { number } from '../../design/format.js';
import { SkeletonLines } from '../../design/states.js';
import { useNames } from '../../design/use-names.js';
import { useLanguage } from '../../words/language.js';
import { useAssignTexts } from './assign-texts.js';
import { assignmentOf, type Assignment, type CustomerRow } from './assigning.js';

const MOST = 1_000;
const ASKED = ['owner', 'reason'];

type Props = { readonly rows: readonly CustomerRow[]; readonly done: () => void };

/** Assigns another owner to the customers that are selected. */
export const AssignOwner = ({ rows, done }: Props) => {
  const [t, language, run] = [useAssignTexts(), useLanguage(), useBulkRun()];
  const [isOpen, open] = useState(false);
  if (run?.isGoing) return <span className="small muted">{t('wait')}</span>;
  if (rows.length > MOST) return <span className="small muted">{t('most', { count: number(MOST, language) })}</span>;
  return (
    <>
      <button type="button" className="btn main-act" onClick={() => open(true)}>
        {t('assign')}
      </button>
      {isOpen && <Asking rows={rows} done={done} onClose={() => open(false)} />}
    </>
  );
};

const Asking = ({ rows, done, onClose }: Props & { readonly onClose: () => void }) => {
  const [t, f, id, nameOf] = [useAssignTexts(), useFormTexts(), useId(), useNames()];
  const [values, setValues] = useState<Values>({});
  const fields = useFields();
  const body = bodyOf(fields, values) as Partial<Assignment>;
  const submit = () => {
    if (!body.owner) return;
    startBulk(assignmentOf(rows, { ...body, owner: body.owner }, nameOf(body.owner.id)));
    onClose();
    done();
  };
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {f('cancel')}
      </button>
      <button type="submit" form={id} className="btn main-act" disabled={!body.owner}>
        {t('assign')}
      </button>
    </div>
  );
  return (
    <Dialog title={t('title', { count: rows.length })} onClose={onClose} footer={footer}>
      <form
        id={id}
        className="drawer-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="muted">{t('follows')}</p>
        {fields.length === 0 && <SkeletonLines count={2} />}
        {fields.map((field, index) => (
          <FormField
            key={field.name}
            field={field}
            path={[field.name]}
            isFirst={index === 0}
            state={{
              ...{ values, messages: new Map() },
              change: (path, value) => setValues((before) => withValue(before, path, value) as Values),
            }}
          />
        ))}
      </form>
    </Dialog>
  );
};

/** The fields of the command that are asked for, in their order. */
const useFields = () => {
  const form = useCommand('AssignOwner');
  return ASKED.flatMap((name) => form?.fields.find((field) => field.name === name) ?? []);
};
