import { GRANTS, PERMISSIONS, SCOPES, type Permission } from '@annals/access';
import { ROLES, type Role } from '@annals/contracts-organisation';

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const scopesOf = (role: Role, permission: Permission) => {
  const scopes = SCOPES.filter((scope) => GRANTS[role][scope]?.includes(permission));
  return PERMISSIONS[permission].about === 'installation' && scopes.length > 0 ? 'yes' : scopes.join(', ');
};

/** The declared roles and permissions, as the README prints them. */
export const printed = (): string => {
  const permissions = Object.keys(PERMISSIONS) as readonly Permission[];
  const rights = permissions.map((name) => row(`\`${name}\``, ...ROLES.map((role) => scopesOf(role, name))));
  const meanings = permissions.map((name) => `- \`${name}\`: ${PERMISSIONS[name].meaning}`);
  return [row('', ...ROLES), row('---', ...ROLES.map(() => '---')), ...rights, '', ...meanings].join('\n');
};
