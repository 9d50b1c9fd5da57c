import type { SignIn } from './samples.js';

const JSON_TYPE = `-H 'content-type: application/json'`;
const PICK_TOKEN = `sed 's/.*"token":"\\([^"]*\\)".*/\\1/'`;
const NEW_PASSWORD = 'choose your own';

/**
 * What a newcomer needs: the addresses of the console and the API documentation, the first account, the users of the sample who have just been given
 * passwords, and example commands, ready to paste.
 */
export const banner = (url: string, oneTimePassword: string | null, users: readonly SignIn[] = []): string => {
  const administrator =
    oneTimePassword === null
      ? ''
      : `  Administrator       admin, one-time password: ${oneTimePassword}
                      It is shown until it is used; "npm run annals -- reset-password admin" makes another.
`;
  return `
Annals is ready.

  Console             ${url}
  API documentation   ${url}/docs
${administrator}${usersIn(users)}
Try next, in another terminal:

  URL=${url}
${signIn(oneTimePassword)}
  curl -s -w '\\n' "$URL/v1/customers?limit=3" -H "authorization: Bearer $TOKEN"
`;
};

const usersIn = (users: readonly SignIn[]) => {
  if (users.length === 0) return '';
  const line = ({ id, name, roles, password }: SignIn) =>
    `    ${id.padEnd(14)}${password}   ${roles.join(', ')}: ${name}\n`;
  return `  Users of the sample company, each with a one-time password for seven days, which is shown once
  ("npm run annals -- reset-password <name>" makes another):
${users.map(line).join('')}`;
};

// A one-time password can only be exchanged for a new password; that call returns a token.
const signIn = (oneTimePassword: string | null) => {
  const session = (password: string) =>
    `  TOKEN=$(curl -s $URL/v1/session ${JSON_TYPE} -d '{"name":"admin","password":"${password}"}' | ${PICK_TOKEN})`;
  if (oneTimePassword === null) return session(NEW_PASSWORD);
  const passwords = `{"currentPassword":"${oneTimePassword}","newPassword":"${NEW_PASSWORD}"}`;
  const change = `curl -s $URL/v1/session/password -H "authorization: Bearer $TOKEN" ${JSON_TYPE} -d '${passwords}'`;
  return `${session(oneTimePassword)}\n  TOKEN=$(${change} | ${PICK_TOKEN})`;
};
