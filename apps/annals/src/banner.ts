const JSON_TYPE = `-H 'content-type: application/json'`;
const PICK_TOKEN = `sed 's/.*"token":"\\([^"]*\\)".*/\\1/'`;
const NEW_PASSWORD = 'choose your own';

/** What a newcomer needs: the address of the API documentation, the first account, and example commands, ready to paste. */
export const banner = (url: string, oneTimePassword: string | null): string => {
  const administrator =
    oneTimePassword === null
      ? ''
      : `  Administrator       admin, one-time password: ${oneTimePassword}
                      It is shown until it is used; "npm run annals -- reset-password admin" makes another.
`;
  return `
Annals is ready.

  API documentation   ${url}/docs
${administrator}
Try next, in another terminal:

  URL=${url}
${signIn(oneTimePassword)}
  curl -s -w '\\n' "$URL/v1/customers?limit=3" -H "authorization: Bearer $TOKEN"
`;
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
