import type { Words } from '@annals/event-sourcing';
import { ValidationFailed } from '@annals/http';
import type { Sample, Targets } from '@annals/importing';

const FREE = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Throws `ValidationFailed` for columns and targets that do not exist, and for a target that two columns have. */
export const expectPossible = (
  sample: Sample,
  decided: ReadonlyMap<string, string | null>,
  { targets, open }: Targets,
) => {
  const isKnown = (path: string) =>
    targets.some((target) => target.path === path) ||
    (open !== null && path.startsWith(`${open}.`) && FREE.test(path.slice(open.length + 1)));
  const taken = [...decided.values()];
  const errors = [...decided].flatMap(([column, target], at) => {
    if (sample.columns.filter((each) => each === column).length !== 1)
      return [wrong(`columns.${at}.column`, 'oneColumn', ONE_COLUMN)];
    if (target === null) return [];
    if (!isKnown(target)) return [wrong(`columns.${at}.target`, 'known', KNOWN)];
    return taken.indexOf(target) < at ? [wrong(`columns.${at}.target`, 'once', ONCE)] : [];
  });
  if (errors.length > 0) throw new ValidationFailed(errors);
};

const wrong = (field: string, rule: string, { en, zh }: Words) => ({
  ...{ field, rule },
  message: { en: `\`${field}\` ${en}`, zh: `\`${field}\` ${zh}` },
});

const ONE_COLUMN = {
  en: 'has to be a column of the file whose name no other one has.',
  zh: '须为文件中名称唯一的列。',
};
const KNOWN = { en: 'has to be one of `targets`, or a free value.', zh: '须为 `targets` 之一或自定义属性。' };
const ONCE = { en: 'is taken by another column.', zh: '已被另一列占用。' };
