import { Users, type KnownUser } from '@annals/auth';
import { Injectable } from '@nestjs/common';
import { LiveOrganisation } from './live-organisation.js';
import type { Organisation } from './organisation.js';

/** The users of the directory; a role that is taken away, or a user who leaves, is known at once. */
@Injectable()
export class DirectoryUsers extends Users {
  constructor(private readonly organisation: LiveOrganisation) {
    super();
  }

  async find(userId: string): Promise<KnownUser | null> {
    return userIn(await this.organisation.now(), userId);
  }

  override async findNow(userId: string): Promise<KnownUser | null> {
    return userIn(await this.organisation.latest(), userId);
  }
}

const userIn = ({ users }: Organisation, userId: string): KnownUser | null => {
  const user = users.get(userId);
  if (!user) return null;
  const { name, roles, active, reactivatedAt } = user;
  return { id: userId, name, roles, active, reactivatedAt };
};
