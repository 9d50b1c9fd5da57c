import type { ComponentType } from 'react';
import type { IconName } from '../design/icon.js';
import type { Words } from '../words/language.js';

/** A page of the console, as `pages/<name>/page.ts` declares it. */
export type Page = {
  /** The pattern of its address, such as `/customers/:customerId`. */
  readonly path: string;
  readonly title: Words;
  /** The right without which it is neither offered nor shown. */
  readonly right?: string;
  /** Its place in the menu, from the top; a page without one is reached from another page. */
  readonly menu?: {
    readonly place: number;
    readonly icon: IconName;
    /** Whether it is one of the three tabs on a phone. */
    readonly tab?: boolean;
    /** How many things wait there, for the figure beside the title. */
    readonly useCount?: () => number | undefined;
  };
  /** What can be begun from anywhere, by Ctrl/Cmd+K. */
  readonly actions?: readonly PageAction[];
  /** Loads the page when it is opened. */
  readonly view: () => Promise<{ readonly default: ComponentType }>;
};

export type PageAction = {
  readonly title: Words;
  readonly icon: IconName;
  readonly to: string;
  readonly right?: string;
};

export const page = (declared: Page): Page => declared;
