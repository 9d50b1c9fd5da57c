import { answerOf, api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import type { components } from '../generated/api.js';

type Permission = components['schemas']['OwnPermission'];

/** Who is signed in, and what he or she may do. */
export type Session = {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly mustChangePassword: boolean;
  readonly permissions: ReadonlyMap<string, Permission>;
};

/** `null` for nobody. Throws `ApiProblem` and `Unreachable`. */
export const readSession = async (): Promise<Session | null> => {
  try {
    const { user, mustChangePassword } = await answerOf(api.GET('/v1/session'));
    const own = { userId: user.id, name: user.name, mustChangePassword };
    if (mustChangePassword) return { ...own, roles: user.roles, permissions: new Map() };
    const { roles, permissions } = await answerOf(api.GET('/v1/access'));
    return { ...own, roles, permissions: new Map(permissions.map((each) => [each.permission, each])) };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
};

export const signIn = async (name: string, password: string): Promise<boolean> => {
  const answer = await answerOf(api.POST('/v1/session/cookie', { body: { name, password } }));
  return answer.mustChangePassword;
};

export const changePassword = async (currentPassword: string, newPassword: string): Promise<void> => {
  await answerOf(api.POST('/v1/session/cookie/password', { body: { currentPassword, newPassword } }));
};

export const signOut = async (): Promise<void> => {
  await answerOf(api.DELETE('/v1/session'));
};
