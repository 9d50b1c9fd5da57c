import type { LifecycleData } from '@annals/analytics';
import type { Of } from '@annals/event-sourcing';
import type { LifecycleEvent } from './lifecycle.js';

type Told = { readonly [Type in LifecycleEvent['type']]: Of<LifecycleEvent, Type>['data'] };

/** Does not compile if the lifecycle notes an event that is not among these, or reads what its contract does not say. */
export const fits = (told: Told): LifecycleData => told;
