import type { Condition, Words } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';

/** Records of one kind that users are responsible for, such as the customers that they own. */
export type Responsibility = {
  /** Also the name of its count in answers. */
  readonly name: string;
  readonly title: Words;
  readonly view: AnyProjection;
  /** The documents of the view that a user is responsible for now. */
  readonly of: (userId: string) => readonly Condition[];
  /** The query of the list that shows them, below `/v1/`. */
  readonly list: (userId: string) => string;
};
