import type { Words } from '@annals/event-sourcing';
import type { Handler } from './openapi.handlers.js';

type Described = {
  readonly description?: string;
  readonly 'x-description-zh'?: string;
  /** The right that the route requires, if it requires one. */
  readonly 'x-right'?: string;
};

/** What an operation does beyond its summary, and the right that it requires, in both languages. */
export const descriptionOf = (operation: Described, handler: Handler): Described => {
  const notes = [requirementOf(handler), ...deprecationOf(handler)];
  return {
    description: joined(operation.description, ...notes.map(({ en }) => en)),
    'x-description-zh': joined(operation['x-description-zh'], ...notes.map(({ zh }) => zh)),
    ...rightOf(handler),
  };
};

const rightOf = ({ needs }: Handler) => (needs?.includes('.') ? { 'x-right': needs } : {});

const joined = (...texts: readonly (string | undefined)[]) => texts.filter((text) => text).join('\n\n');

const deprecationOf = ({ deprecation }: Handler): readonly Words[] =>
  deprecation
    ? [
        {
          en: `Deprecated since ${deprecation.since}, and removed on ${deprecation.sunset} at the earliest. Use \`${deprecation.successor}\`.`,
          zh: `自 ${deprecation.since} 起弃用，最早于 ${deprecation.sunset} 移除。请改用 \`${deprecation.successor}\`。`,
        },
      ]
    : [];

const requirementOf = ({ needs, isPublic }: Handler): Words => {
  if (isPublic) return { en: 'Requires no authentication.', zh: '无需身份验证。' };
  if (needs === 'each') return { en: 'Requires the right of each command.', zh: '需要各命令所要求的权限。' };
  if (needs === undefined || needs === 'signed-in') return { en: 'Requires a signed-in caller.', zh: '需要已登录。' };
  return { en: `Requires the right \`${needs}\`.`, zh: `需要权限 \`${needs}\`。` };
};
