import { fieldErrorsOf } from '@annals/command-bus';
import { ValidationFailed } from '@annals/http';
import type { Target } from '@annals/importing';
import type { Constants } from './customer-file.js';

/** The values of all rows that a caller has sent. Throws `ValidationFailed` for a field that needs none, and for values that do not fit. */
export const constantsIn = (sent: object | undefined, targets: readonly Target[]): Constants => {
  const entries = Object.entries(sent ?? {});
  const errors = entries.flatMap(([path, value]) => {
    const target = targets.find((each) => each.path === path && each.isRequired && !each.isInList);
    if (target) return fieldErrorsOf(target.schema, value, ['constants', path]);
    const field = `constants.${path.slice(0, 100)}`;
    const message = { en: `\`${field}\` is no field that all rows need.`, zh: `\`${field}\` 不是各行必需的字段。` };
    return [{ field, rule: 'known', message }];
  });
  if (errors.length > 0) throw new ValidationFailed(errors);
  return Object.fromEntries(entries);
};
