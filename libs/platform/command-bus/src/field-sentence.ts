import type { Words } from '@annals/event-sourcing';
import { closestTo } from './closest.js';
import { expectationOf, type Issue } from './expectation.js';

type TooBig = Extract<Issue, { readonly code: 'too_big' }>;
type TooSmall = Extract<Issue, { readonly code: 'too_small' }>;

/** The text of a field error by kind of rule; `field` is the path. */
export const sentenceFor = (field: string, issue: Issue): Words => {
  if (issue.code === 'too_big') return tooBig(field, issue);
  if (issue.code === 'too_small') return tooSmall(field, issue);
  const { en, zh } = expectationOf(issue);
  if (issue.code === 'invalid_key')
    return {
      en: `The name of \`${field}\` is not valid. Choose ${en}.`,
      zh: `\`${field}\` 的名称无效，请改为${spaced(zh)}。`,
    };
  return { en: `\`${field}\` is not valid. Send ${en}.`, zh: `\`${field}\` 无效，请发送${spaced(zh)}。` };
};

/** The same for a missing field. */
export const missingSentence = (field: string, issue: Issue): Words => {
  const { en, zh } = expectationOf(issue);
  return { en: `\`${field}\` is missing. Send ${en}.`, zh: `缺少 \`${field}\`，请发送${spaced(zh)}。` };
};

/** The same for an unknown field; `known` are the allowed ones. */
export const unknownSentence = (field: string, name: string, known: Iterable<string>): Words => {
  const meant = closestTo(name, known);
  if (meant === undefined)
    return {
      en: `There is no field \`${field}\`. Leave it out, or compare its name with the API description.`,
      zh: `没有字段 \`${field}\`。请去掉该字段，或与接口说明核对名称。`,
    };
  const path = field.slice(0, field.length - name.length) + meant;
  return {
    en: `There is no field \`${field}\`. Did you mean \`${path}\`?`,
    zh: `没有字段 \`${field}\`。是否应为 \`${path}\`？`,
  };
};

/** In Chinese text, a space separates Chinese and other characters. */
const spaced = (zh: string) => (/^[\x21-\x7e]/.test(zh) ? ` ${zh}` : zh);

const tooBig = (field: string, { origin, maximum, inclusive = true }: TooBig): Words => {
  if (origin === 'string')
    return {
      en: `\`${field}\` is longer than ${maximum} characters. Shorten it.`,
      zh: `\`${field}\` 超过 ${maximum} 个字符，请缩短。`,
    };
  if (origin === 'array')
    return {
      en: `\`${field}\` has more than ${maximum} entries. Send at most ${maximum}.`,
      zh: `\`${field}\` 超过 ${maximum} 项，请最多发送 ${maximum} 项。`,
    };
  return inclusive
    ? {
        en: `\`${field}\` is greater than ${maximum}. Send ${maximum} or less.`,
        zh: `\`${field}\` 大于 ${maximum}，请发送不大于 ${maximum} 的值。`,
      }
    : {
        en: `\`${field}\` has to be less than ${maximum}. Send less.`,
        zh: `\`${field}\` 必须小于 ${maximum}，请减小。`,
      };
};

const tooSmall = (field: string, { origin, minimum, inclusive = true }: TooSmall): Words => {
  if (origin === 'string' && Number(minimum) === 1)
    return { en: `\`${field}\` is empty. Send a text.`, zh: `\`${field}\` 为空，请填写文本。` };
  if (origin === 'string')
    return {
      en: `\`${field}\` is shorter than ${minimum} characters. Lengthen it.`,
      zh: `\`${field}\` 少于 ${minimum} 个字符，请加长。`,
    };
  if (origin === 'array')
    return {
      en: `\`${field}\` has fewer entries than ${minimum}. Send at least ${minimum}.`,
      zh: `\`${field}\` 少于 ${minimum} 项，请至少发送 ${minimum} 项。`,
    };
  return inclusive
    ? {
        en: `\`${field}\` is less than ${minimum}. Send ${minimum} or more.`,
        zh: `\`${field}\` 小于 ${minimum}，请发送不小于 ${minimum} 的值。`,
      }
    : {
        en: `\`${field}\` has to be greater than ${minimum}. Send more.`,
        zh: `\`${field}\` 必须大于 ${minimum}，请增大。`,
      };
};
