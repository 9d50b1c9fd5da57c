import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { Dialog } from '../dialog.js';
import { ErrorNotice } from '../states.js';
import { useViewsTexts } from './texts.js';

const LONGEST = 80; // characters

/** What a view is called, and whether it is shared. */
export type Naming = { readonly name: string; readonly shared: boolean };

type Props = {
  readonly title: string;
  readonly initial: Naming;
  /** What is said besides. */
  readonly note?: string | undefined;
  readonly onSave: (naming: Naming) => Promise<void>;
  readonly onClose: () => void;
};

/** Asks for the name of a view, and with whom it is shared. */
export const ViewForm = ({ title, initial, note, onSave, onClose }: Props) => {
  const [t, id] = [useViewsTexts(), useId()];
  const [naming, change] = useState(initial);
  const act = useMutation({ mutationFn: () => onSave(naming), onSuccess: onClose });
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {t('cancel')}
      </button>
      <button type="submit" form={id} className="btn main-act" disabled={act.isPending || naming.name.trim() === ''}>
        {t('saveIt')}
      </button>
    </div>
  );
  const refused = refusalOf(act.error);
  return (
    <Dialog title={title} onClose={onClose} footer={footer} width={440}>
      <form
        id={id}
        className="drawer-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        {act.error && refused === undefined && <ErrorNotice error={act.error} />}
        <div className="field">
          <label htmlFor={`${id}-name`}>{t('name')}</label>
          <input
            id={`${id}-name`}
            className="in"
            autoFocus
            autoComplete="off"
            required
            maxLength={LONGEST}
            value={naming.name}
            aria-invalid={refused !== undefined}
            aria-describedby={refused === undefined ? undefined : `${id}-help`}
            onChange={({ target }) => change({ ...naming, name: target.value })}
          />
          {refused !== undefined && (
            <span className="help bad" id={`${id}-help`} role="alert">
              {refused}
            </span>
          )}
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={naming.shared}
            onChange={({ target }) => change({ ...naming, shared: target.checked })}
          />
          {t('share')}
        </label>
        {note !== undefined && <p className="small muted">{note}</p>}
      </form>
    </Dialog>
  );
};

/** What a rule says of the name. */
const refusalOf = (error: unknown): string | undefined => {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.code === 'SavedViewNameTaken') return error.message;
  return error.errors.find(({ field }) => field === 'name')?.message;
};
