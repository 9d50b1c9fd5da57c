import { CommandDrawer } from '../../design/form/command-drawer.js';
import type { components } from '../../generated/api.js';
import { ActDrawer } from './act-drawer.js';
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

/** The form of what was begun for a lead form. */
export const FormDrawer = (props: Act<Form> & Closing) => (
  <ActDrawer
    {...props}
    path="/v1/lead-forms"
    fixed={{ formId: props.row.formId }}
    change={{ name: 'ChangeLeadForm', fields: FIELDS }}
    shown={SHOWN}
  />
);
