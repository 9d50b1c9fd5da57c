import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useListForm } from '../../design/list/use-list.js';
import type { components } from '../../generated/api.js';
import type { Act } from './switched.js';

export type Form = components['schemas']['NamedLeadForm'];

const SHOWN = ['name', 'source', 'campaignId', 'origins', 'redirectTo', 'consent'];

type Closing = { readonly onClose: () => void };

/** The form of a new lead form, which begins with one web site. */
export const AddForm = ({ onClose }: Closing) => (
  <CommandDrawer
    name="AddLeadForm"
    initial={{ origins: [''] }}
    shown={SHOWN}
    onClose={onClose}
    onDone={() => undefined}
  />
);

/** What every form has, and what a change can remove. */
const FIELDS = {
  name: { required: true },
  source: { required: true },
  campaignId: { blank: true },
  redirectTo: { blank: true },
  consent: { blank: true },
  origins: { required: true },
};

/** The form of what was begun for a lead form; that of a change has what it says now. */
export const FormDrawer = ({ name, row, onClose }: Act<Form> & Closing) => {
  const columns = useListForm('/v1/lead-forms')?.columns;
  if (!columns) return null;
  return (
    <CommandDrawer
      name={name}
      fixed={{ formId: row.formId }}
      record={{ revision: row.revision, values: row, fields: columns }}
      {...(name === 'ChangeLeadForm' && { fields: FIELDS, initial: initialOf(row), shown: SHOWN })}
      onClose={onClose}
      onDone={() => undefined}
    />
  );
};

const initialOf = (form: Form) => Object.fromEntries(Object.entries(form).filter(([name]) => SHOWN.includes(name)));
