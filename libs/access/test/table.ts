import { ROLES, type Role } from '@annals/contracts-values';
import { SCOPES } from '@annals/slice';
import { catalogue } from './catalogue.js';

const { grants, rights } = catalogue;
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const scopesOf = (role: Role, permission: string) => {
  const scopes = SCOPES.filter((scope) =>
    grants.some((grant) => grant.role === role && grant.permission === permission && grant.scope === scope),
  );
  return rights[permission]!.about === 'installation' && scopes.length > 0 ? 'yes' : scopes.join(', ');
};

/** The declared roles and permissions, as the README prints them. */
export const printed = (): string => {
  const rows = Object.keys(rights).map((name) => row(`\`${name}\``, ...ROLES.map((role) => scopesOf(role, name))));
  const meanings = Object.entries(rights).map(([name, { en }]) => `- \`${name}\`: ${en}`);
  return [row('', ...ROLES), row('---', ...ROLES.map(() => '---')), ...rows, '', ...meanings].join('\n');
};
