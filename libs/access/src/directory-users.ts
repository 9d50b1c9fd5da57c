import { Injectable } from '@nestjs/common';
import { LiveOrganisation } from './live-organisation.js';

/** A user as the organisation knows him or her. */
export type KnownUser = {
  readonly id: string;
  /** What the user signs in with. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly active: boolean;
};

/** The users of the directory; a role that is taken away, or a user who leaves, is known within a fraction of a second. */
@Injectable()
export class DirectoryUsers {
  constructor(private readonly organisation: LiveOrganisation) {}

  async find(userId: string): Promise<KnownUser | null> {
    const user = (await this.organisation.now()).users.get(userId);
    return user ? { id: userId, name: user.name, roles: user.roles, active: user.active } : null;
  }
}
