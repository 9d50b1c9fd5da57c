import { unknownFields } from '@annals/command-bus';
import { ValidationFailed } from '@annals/http';
import { draftProblems } from './drafts.problems.js';

/** The names of the fields of the forms that can have drafts, by the names of their commands. */
export type DraftForms = ReadonlyMap<string, readonly string[]>;

const FORM = /^(?<command>[A-Za-z]\w{0,99})(~[A-Za-z0-9][A-Za-z0-9._:-]{0,99}){0,3}$/;

/** The names of the fields of a form. Throws `HttpProblem` 404 `DraftFormNotFound`. */
const fieldsOf = (forms: DraftForms, form: string): readonly string[] =>
  forms.get(FORM.exec(form)?.groups?.['command'] ?? '') ?? draftProblems.fail('DraftFormNotFound', { form });

/** Throws `HttpProblem` 404 `DraftFormNotFound`. */
export const expectForm = (forms: DraftForms, form: string): void => void fieldsOf(forms, form);

const MOST = 65_536; // bytes

/** Throws `DraftFormNotFound`, `ValidationFailed` for names of other fields, and `HttpProblem` 413 `DraftTooLarge`. */
export const expectValues = (forms: DraftForms, form: string, values: object): void => {
  const known = fieldsOf(forms, form);
  const strange = Object.keys(values).filter((name) => !known.includes(name));
  if (strange.length > 0) throw new ValidationFailed(unknownFields(['values'], strange, known));
  if (Buffer.byteLength(JSON.stringify(values)) > MOST) draftProblems.fail('DraftTooLarge', { most: MOST });
};
