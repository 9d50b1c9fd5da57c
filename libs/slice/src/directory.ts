import type { Role } from '@annals/contracts-values';
import {
  project,
  type Documents,
  type Event,
  type Projection,
  type RecordedEvent,
  type UserRegister,
} from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';

/** A user of the installation, with what scopes refer to. */
export type Employee = {
  readonly userId: string;
  /** What the user signs in with. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** When a deactivated user was last activated again. ISO 8601. */
  readonly reactivatedAt?: string | null | undefined;
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly regionIds: readonly string[];
};

export type ScopeUnit = 'department' | 'region';

/** Who works where, at one moment. */
export type Workforce = {
  readonly users: readonly Employee[];
  /** The ids of units and of all units in them, at any depth. */
  readonly within: (unit: ScopeUnit, ids: readonly string[]) => ReadonlySet<string>;
  readonly nameOf: (unit: ScopeUnit, id: string) => string | undefined;
};

/** The users and units of the installation, as one slice declares them; the rights of each user follow from them. */
export type Directory = {
  /** Its steps set values, so that events may be applied again: they are, when its documents are newer than their position. */
  readonly view: AnyProjection;
  readonly workforceOf: (documents: Iterable<object>) => Workforce;
  /** Judges the users whom commands name. */
  readonly expectUsers: UserRegister;
  readonly after: (documents: Documents<object>, events: readonly RecordedEvent[]) => Documents<object>;
};

/** `directory({ view, workforceOf })` */
export const directory = <E extends Event, D extends object>(declared: {
  readonly view: Projection<E, D>;
  readonly workforceOf: (documents: Iterable<D>) => Workforce;
  readonly expectUsers: UserRegister;
}): Directory => ({
  view: declared.view,
  expectUsers: declared.expectUsers,
  workforceOf: (documents) => declared.workforceOf(documents as Iterable<D>),
  after: (documents, events) => project(declared.view, events, documents as Documents<D>),
});
