import { Client } from './client.js';

type Hired = { readonly userId: string; readonly displayName: string; readonly roles: readonly string[] };

/** A client of a new user with roles, whose name is the id and who has chosen the password. Throws if anything is refused. */
export const hired = async (
  admin: Client,
  { userId, displayName, roles }: Hired,
  password: string,
): Promise<Client> => {
  const told = async (path: string, fields: object) => {
    const { status, body } = await admin.post(path, fields);
    if (status >= 300) throw new Error(`${path} returned ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  await told('/v1/users', { userId, name: userId, displayName });
  await told(`/v1/users/${userId}/grant-roles`, { roles });
  const { oneTimePassword } = (await told(`/v1/users/${userId}/one-time-password`, {})) as {
    readonly oneTimePassword: string;
  };
  const client = new Client(admin.url);
  await client.claim(oneTimePassword, password, userId);
  return client;
};
